import pytest
from PySide6.QtCore import Qt

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.findings_panel import (
    BOX,
    ITEM,
    SENTENCE,
    SEVERITY,
    FindingsModel,
    FindingsPanel,
)
from sad_desktop.forms.theme import DARK, LIGHT
from sad_desktop.forms.widgets.severity import severity_icon
from sad_desktop.validation.findings import Finding, Severity


def finding(code, severity, place, number=0, message="Choose a valid declaration model in box 1."):
    return Finding(code=code, severity=severity, place=place, message=message, number=number)


MODEL = finding("H-01", Severity.ERROR, Place("declaration_type"))
MASS = finding("I-04", Severity.WARNING, Place("net_mass", 7), number=2)
NOTE = finding("I-09", Severity.INFO, Place("commodity_code", 9), number=3)


@pytest.fixture
def panel(qtbot):
    widget = FindingsPanel("en")
    qtbot.addWidget(widget)
    widget.resize(800, 220)
    widget.show_findings((MODEL, MASS, NOTE))
    widget.show()
    return widget


def texts(panel, column):
    model = panel.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_model_keeps_the_rules_of_models(qtmodeltester):
    model = FindingsModel("en")
    model.show((MODEL, MASS))
    qtmodeltester.check(model)


def test_each_finding_tells_weight_box_item_and_sentence(panel):
    assert texts(panel, SEVERITY) == ["Error", "Warning", "Note"]
    assert texts(panel, BOX) == ["1", "38", "33"]
    assert texts(panel, ITEM) == ["", "2", "3"]
    assert texts(panel, SENTENCE)[0] == "Choose a valid declaration model in box 1."
    title = panel.model.index(1, BOX).data(Qt.ItemDataRole.ToolTipRole)
    assert title == "Net mass (kg)"


def test_a_screen_reader_hears_the_weight_before_the_sentence(panel):
    said = panel.model.index(1, SENTENCE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Warning: ")


def test_enter_and_a_double_click_jump_to_the_place(qtbot, panel):
    panel.view.selectRow(1)
    with qtbot.waitSignal(panel.jump_requested) as jumped:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert jumped.args == [Place("net_mass", 7)]
    at = panel.view.visualRect(panel.model.index(0, SENTENCE)).center()
    with qtbot.waitSignal(panel.jump_requested) as jumped:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert jumped.args == [Place("declaration_type")]


def test_a_kind_of_finding_can_be_hidden_and_is_still_counted(panel):
    panel.filters[Severity.ERROR].click()
    assert texts(panel, SEVERITY) == ["Warning", "Note"]
    assert panel.counts() == {Severity.ERROR: 1, Severity.WARNING: 1, Severity.INFO: 1}
    panel.show_only(Severity.ERROR)
    assert texts(panel, SEVERITY) == ["Error"]
    panel.show_only()
    assert len(texts(panel, SEVERITY)) == 3


def test_the_cursor_stays_on_its_finding_when_others_come_and_go(panel):
    panel.view.selectRow(1)
    other = finding("H-07", Severity.ERROR, Place("invoice_amount"))
    panel.show_findings((MODEL, other, MASS))
    assert panel.current() is MASS
    assert panel.full.text() == "Choose a valid declaration model in box 1."
    panel.show_findings((MODEL,))
    assert panel.current() is None


def test_the_buttons_count_and_an_empty_kind_is_disabled(panel):
    panel.show_findings((MODEL, MODEL))
    assert panel.filters[Severity.ERROR].text() == "Errors  2"
    assert not panel.filters[Severity.WARNING].isEnabled()


def test_the_panel_says_what_an_empty_table_means(panel):
    panel.filters[Severity.ERROR].click()
    panel.show_findings((MODEL,))
    assert "hidden" in panel.full.text()
    panel.show_findings(())
    assert panel.full.text() == "Nothing is wrong with this declaration."


def test_a_thousand_findings_are_shown_without_wording_them_all(qtbot, monkeypatch):
    from sad_desktop.forms import findings_panel

    worded = []

    def word(one):
        worded.append(one)
        return "x"

    monkeypatch.setattr(findings_panel, "translate_finding", word)
    widget = FindingsPanel("en")
    qtbot.addWidget(widget)
    widget.resize(800, 220)
    widget.show()
    widget.show_findings(
        finding("I-04", Severity.ERROR, Place("net_mass", n)) for n in range(1, 5000)
    )
    widget.view.grab()
    assert 0 < len(worded) < 200


@pytest.mark.parametrize("ours", [LIGHT, DARK])
def test_each_severity_has_a_shape_of_its_own_not_only_a_colour(qapp, ours):  # noqa: ARG001
    from dataclasses import replace

    grey = replace(ours, invalid="#808080", warning="#808080", focus="#808080")
    shapes = {
        bytes(severity_icon(severity, grey).pixmap(16, 16).toImage().constBits())
        for severity in Severity
    }
    assert len(shapes) == 3


def test_the_panel_stands_in_both_languages(qtbot, language):
    widget = FindingsPanel(str(language))
    qtbot.addWidget(widget)
    widget.show_findings((MODEL,))
    widget.show()
    word = widget.model.index(0, SEVERITY).data()
    assert word == ("خطأ" if language == "ar" else "Error")
    assert widget.view.accessibleName()
