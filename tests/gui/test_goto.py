import pytest
from PySide6.QtCore import Qt

from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.forms.goto import GoTo, resolve
from sad_desktop.forms.widgets.sentence import Tone

FIELDS = (*definitions(Declaration).values(), *definitions(Item).values())


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("33", "commodity_code"),
        ("33.1", "commodity_code"),
        ("33.2", "commodity_precision"),
        (" 33 . 2 ", "commodity_precision"),
        ("33,2", "commodity_precision"),
        ("33/2", "commodity_precision"),
        ("٣٣٫٢", "commodity_precision"),
        ("۳۳", "commodity_code"),
        ("22", "invoice_currency"),
        ("22.2", "invoice_amount"),
        ("42", "invoice_amount"),
        ("8", "consignee_code"),
        ("8.2", "consignee_name"),
        ("a", "office_code"),
        ("A.2", "office_name"),
        ("15a", "export_country"),
        ("15A", "export_country"),
        ("15أ", "export_country"),
        ("15ب", "export_region"),
        ("34b", "origin_region"),
        ("1", "declaration_type"),
    ],
)
def test_a_box_number_names_its_field(typed, name):
    found = resolve(typed, FIELDS)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("typed", ["", " ", ".", "99", "33.9", "33.0", "3.3.3", "abc", "USD", "-1"])
def test_no_field_is_guessed_for_what_is_no_box(typed):
    assert resolve(typed, FIELDS) is None


def test_every_numbered_box_of_the_form_is_reached():
    unreached = {
        field.box for field in FIELDS if resolve(field.box, FIELDS) is None and field.box != "VN"
    }
    assert not unreached


@pytest.fixture
def goto(qtbot, host):
    popup = GoTo(FIELDS, "en")
    popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(popup)
    popup.popup_over(host)
    return popup


@pytest.fixture
def host(qtbot):
    from PySide6.QtWidgets import QWidget

    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(600, 400)
    widget.show()
    return widget


def test_the_box_is_named_while_one_types_and_enter_goes_there(qtbot, goto):
    qtbot.keyClicks(goto.line, "33.2")
    assert goto.found.text() == "33.2  Commodity code, precision"
    with qtbot.waitSignal(goto.chosen) as chosen:
        qtbot.keyClick(goto.line, Qt.Key.Key_Return)
    assert chosen.args[0].name == "commodity_precision"
    assert not goto.isVisible()


def test_a_box_there_is_not_keeps_the_line_open(qtbot, goto):
    went = []
    goto.chosen.connect(went.append)
    qtbot.keyClicks(goto.line, "99")
    assert goto.found.tone() is Tone.WRONG
    qtbot.keyClick(goto.line, Qt.Key.Key_Return)
    assert goto.isVisible()
    assert goto.line.selectedText() == "99"
    assert not went


def test_escape_returns(qtbot, goto):
    qtbot.keyClick(goto.line, Qt.Key.Key_Escape)
    assert not goto.isVisible()
