"""Verifying at the desk: the office is asked beside the screen, warnings are acknowledged."""

import pytest
from PySide6.QtCore import Qt

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.findings_panel import ACKNOWLEDGED
from tests.gui.desk import open_desk


@pytest.fixture
def clerk(qapp, tmp_path):
    clerk = open_desk(qapp, tmp_path, user_name="Salma")
    clerk.open_office()
    yield clerk
    clerk.leave()


def asked(clerk):
    """Wait until the office was asked about what was keyed."""
    clerk.settle()
    for timer in list(clerk.program.opened.register._timers.values()):
        if timer.isActive():
            timer.stop()
            timer.timeout.emit()
    clerk.settle()


def codes(clerk):
    return [one.code for one in clerk.document.findings]


def keyed(clerk, **values):
    for name, text in values.items():
        clerk.document.enter(Place(name), text)
    asked(clerk)


def test_a_reference_used_before_is_told_while_it_is_keyed(clerk):
    own = {"declarant_code": "18095-04", "reference_number": "T12129"}
    clerk.program.opened.new()
    keyed(clerk, **own)
    assert "H-03" not in codes(clerk)
    clerk.ctrl(Qt.Key.Key_S)
    clerk.settle()
    assert "H-03" not in codes(clerk)
    clerk.program.opened.new()
    keyed(clerk, **own)
    assert "H-03" in codes(clerk)
    keyed(clerk, reference_number="T12130")
    assert "H-03" not in codes(clerk)


def test_another_declaration_stored_meanwhile_is_noticed_without_a_key(clerk):
    first = clerk.program.opened.new()
    keyed(clerk, declarant_code="18095-04", reference_number="T12129")
    clerk.program.opened.new()
    keyed(clerk, declarant_code="18095-04", reference_number="T12129")
    clerk.ctrl(Qt.Key.Key_S)
    clerk.settle()
    assert "H-03" in [one.code for one in first.findings]


def warnings(clerk):
    panel = clerk.program.workplace.findings
    return [row for row in range(panel.model.rowCount()) if _is_warning(panel, row)]


def _is_warning(panel, row):
    return panel.model.finding(row).severity == "warning"


def acknowledged(clerk):
    model = clerk.program.workplace.findings.model
    return [model.index(row, ACKNOWLEDGED).data() for row in warnings(clerk)]


def test_space_acknowledges_each_warning_and_another_value_asks_again(clerk):
    clerk.program.opened.new()
    item = clerk.document.draft.declaration.items[0].key
    clerk.document.enter(Place("adjustment", item), "2")
    clerk.document.enter(Place("commercial_description", item), "goods")
    asked(clerk)
    clerk.press(Qt.Key.Key_F9)
    clerk.settle()
    panel = clerk.program.workplace.findings
    count = len(warnings(clerk))
    assert count > 2
    panel.view.selectRow(warnings(clerk)[0])
    for _ in range(count):
        clerk.press(Qt.Key.Key_Space)
        clerk.settle()
    assert all("Salma" in said for said in acknowledged(clerk))
    clerk.document.enter(Place("adjustment", item), "3")
    asked(clerk)
    assert [bool(said) for said in acknowledged(clerk)].count(False) == 1
    clerk.document.enter(Place("adjustment", item), "2")
    asked(clerk)
    assert all(acknowledged(clerk))


def test_acknowledgements_come_back_with_the_stored_declaration(clerk):
    clerk.program.opened.new()
    item = clerk.document.draft.declaration.items[0].key
    clerk.document.enter(Place("adjustment", item), "2")
    clerk.ctrl(Qt.Key.Key_S)
    clerk.press(Qt.Key.Key_F9)
    clerk.settle()
    panel = clerk.program.workplace.findings
    row = next(r for r in warnings(clerk) if panel.model.finding(r).code == "V-12")
    panel.view.selectRow(row)
    clerk.press(Qt.Key.Key_Space)
    clerk.settle()
    own = clerk.document.document_id
    clerk.program.opened.close(clerk.document)
    clerk.program.opened.open_stored(own)
    clerk.settle()
    finding = next(one for one in clerk.document.findings if one.code == "V-12")
    assert clerk.document.acknowledgement_of(finding).user == "Salma"
    assert clerk.document.gravest_at(finding.place) is None


def test_a_warning_stands_at_its_field_as_soon_as_it_is_left(clerk):
    clerk.program.opened.new()
    clerk.go_to("45")
    clerk.key_in("2")
    item = clerk.document.draft.declaration.items[0].key
    clerk.go_to("45")
    assert "adjustment 2 multiplies" in clerk.focus().toolTip()
    assert "With a warning" in clerk.focus().accessibleDescription()
    assert clerk.focus().place() == Place("adjustment", item)


def test_arabic_digits_are_put_in_as_latin_ones_and_that_is_said(clerk):
    clerk.program.opened.new()
    clerk.go_to("45")
    clerk.key_in("١٢")
    item = clerk.document.draft.declaration.items[0].key
    assert clerk.document.text_of(Place("adjustment", item)) == "12"
    assert "١٢" in clerk.program.workplace.status.currentMessage()
