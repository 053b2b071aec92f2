from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.status import Status
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.notes.explanation import ExplanationDialog
from sad_desktop.forms.notes.valuation_note import ValuationNoteTab
from tests.builders import an_item
from tests.gui.open_document import a_document, focus, press, shown, type_text


@pytest.fixture
def document():
    return a_document()


@pytest.fixture
def note(qtbot, document):
    return shown(qtbot, ValuationNoteTab(document))


def row(note, block):
    return next(row for row in note.rows if row.block == block)


def test_enter_walks_amounts_currencies_and_rates_row_by_row(language, note):  # noqa: ARG001
    note.rows[0].amount.setFocus()
    visited = []
    for _ in range(7):
        visited.append(focus().place().field)
        press(Qt.Key.Key_Return)
    assert visited == [
        "invoice_amount",
        "invoice_currency",
        "exchange_rate",
        "external_freight",
        "external_freight_currency",
        "external_freight_rate",
        "insurance",
    ]


def test_shift_tab_walks_back(note):
    note.rows[1].amount.setFocus()
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focus().place() == Place("exchange_rate")


def test_a_keyed_freight_with_its_currency_raises_the_cif(note, document):
    before = document.note.cif
    note.rows[1].amount.setFocus()
    type_text("100")
    press(Qt.Key.Key_Return)
    type_text("EUR")
    press(Qt.Key.Key_Return)
    assert document.draft.declaration.external_freight_rate == Decimal("0.41")
    assert row(note, "external_freight").national.text() == "41.000"
    assert document.note.cif == before + 41
    assert note.cif.text() == show_number(before + 41, 3)
    assert note.total_costs.text() == "41.000"


def test_arabic_digits_are_numbers(note, document):
    note.rows[1].amount.setFocus()
    type_text("١٢٫٥")
    press(Qt.Key.Key_Return)
    assert document.draft.declaration.external_freight == Decimal("12.5")


def test_text_that_is_no_number_stays_and_is_red(note, document):
    amount = row(note, "insurance").amount
    amount.setFocus()
    type_text("12x")
    press(Qt.Key.Key_Return)
    assert amount.text() == "12x"
    assert Place("insurance") in document.draft.rejected
    assert amount.palette().base().color().name() == "#fdeced"
    assert amount.toolTip() == "This is not a number."


def test_rows_of_imports_are_hidden_on_exports_and_internal_freight_is_renamed(note, document):
    assert row(note, "external_freight").amount.isVisible()
    inner = row(note, "internal_freight").label.text()
    document.enter(Place("declaration_type"), "EX")
    assert not row(note, "external_freight").amount.isVisible()
    assert not row(note, "insurance").national.isVisible()
    assert row(note, "internal_freight").label.text() != inner
    note.rows[0].rate.setFocus()
    press(Qt.Key.Key_Return)
    assert focus().place() == Place("internal_freight")


@pytest.mark.parametrize("digit", ["1", "١"])
def test_a_digit_chooses_by_weight_and_opens_the_gross_weight(note, document, digit):
    assert not note.mass.isVisible()
    note.method.setFocus()
    type_text(digit)
    assert document.draft.declaration.apportionment == "1"
    assert note.method.code() == "1"
    assert note.mass.isVisible()
    press(Qt.Key.Key_Return)
    assert focus() is note.mass


def test_without_apportionment_the_sum_of_the_items_stands_in_grey(qtbot):
    document = a_document(
        an_item(1, insurance=Decimal(4)),
        an_item(2, insurance=Decimal(6)),
        apportionment="2",
        insurance_currency="BHD",
    )
    note = shown(qtbot, ValuationNoteTab(document))
    assert row(note, "insurance").amount.text() == ""
    assert row(note, "insurance").amount.placeholderText() == "10.00"
    assert row(note, "insurance").national.text() == "10.000"


def test_what_rounding_left_over_is_shown_at_its_row(qtbot):
    items = [an_item(key, invoice_amount=Decimal(100)) for key in (1, 2, 3)]
    document = a_document(
        *items,
        rounding="asycuda",
        exchange_rate=Decimal(1),
        invoice_currency="USD",
        insurance=Decimal(10),
        insurance_currency="USD",
        insurance_rate=Decimal(1),
    )
    note = shown(qtbot, ValuationNoteTab(document))
    left = document.note.residuals["insurance"]
    assert left
    assert row(note, "insurance").residual.text() == show_number(left, document.note.decimals)
    assert row(note, "invoice").residual.text() == ""


def test_the_invoice_type_is_read_from_box_20(note):
    assert note.invoice_type.text() == "FOB  Free on board"


def test_pressing_an_amount_explains_it(note, document):
    note.cif.setFocus()
    press(Qt.Key.Key_Return)
    dialog = note.window().findChild(ExplanationDialog)
    assert dialog.account.amount == document.note.cif
    row(note, "invoice").national.click()
    assert dialog.account.amount == document.note.invoice.national
    dialog.close()


def test_numbers_keep_their_direction_and_side_in_both_languages(language, note):  # noqa: ARG001
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    for one in note.rows:
        assert one.amount.alignment() & right == right
        assert one.amount.layoutDirection() == Qt.LayoutDirection.LeftToRight
        assert one.currency.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_everything_that_is_keyed_or_pressed_has_a_name(language, note):  # noqa: ARG001
    for one in note.rows:
        for widget in (*one.editors(), one.national):
            assert widget.accessibleName()
    assert all(w.accessibleName() for w in (note.mass, note.comments, note.method, note.cif))


def test_a_note_nobody_sees_catches_up_when_it_is_shown(qtbot, document):
    note = shown(qtbot, ValuationNoteTab(document))
    note.hide()
    document.enter(Place("invoice_amount"), "5000")
    assert row(note, "invoice").amount.text() == "1,000.00"
    note.show()
    assert row(note, "invoice").amount.text() == "5,000.00"


def test_typing_is_not_lost_when_something_else_changes(note, document):
    amount = row(note, "insurance").amount
    amount.setFocus()
    type_text("77")
    document.put(Place("delivery_place"), "Izmir")
    assert amount.text() == "77"
    press(Qt.Key.Key_Return)
    assert document.draft.declaration.insurance == Decimal(77)


def test_a_registered_note_is_read_only(qtbot):
    note = shown(qtbot, ValuationNoteTab(a_document(status=Status.REGISTERED)))
    assert all(editor.isReadOnly() for one in note.rows for editor in one.editors())
    assert not note.method.isEnabled()
    assert note.stops() == []


def test_f3_asks_for_the_finder_of_the_field(qtbot, note):
    row(note, "insurance").currency.setFocus()
    with qtbot.waitSignal(note.finder_requested) as asked:
        press(Qt.Key.Key_F3)
    assert asked.args == [Place("insurance_currency")]


def test_the_field_the_cursor_comes_to_is_told(qtbot, note):
    note.rows[0].amount.setFocus()
    with qtbot.waitSignal(note.entered) as told:
        press(Qt.Key.Key_Return)
    assert told.args == [Place("invoice_currency")]


def test_a_finding_leads_to_its_field(note):
    note.go_to(Place("deductions_rate"))
    assert focus() is row(note, "deductions").rate
    note.go_to(Place("comments"))
    assert focus() is note.comments
