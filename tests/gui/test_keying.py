"""A clerk keys a whole declaration without the mouse."""

from decimal import Decimal

from PySide6.QtCore import Qt

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.document_tab import ITEMS, SHEET
from tests.gui.desk import Clerk

HEADER = (
    ("A", "BHKBS"),
    ("7.2", "T12129"),
    ("8", "58411-01"),
    ("10", "AE"),
    ("11", "AE"),
    ("13", "1"),
    ("15a", "AE"),
    ("18", "GULF STAR 7"),
    ("18.2", "PA"),
    ("20", "FOB"),
    ("20.2", "JEBEL ALI"),
    ("22", "USD"),
    ("22.2", "7,000.00"),
    ("25", "1"),
    ("30", "KBS-CY"),
)
ITEM = (
    ("31", "AL WAHA 1-10"),
    ("33", "090111000000"),
    ("34", "BR"),
    ("35", "104.5"),
    ("38", "100"),
)

SHIFT_WITH_CTRL = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


def key_seven_items(clerk: Clerk) -> None:
    """Everything a clerk presses for an import of seven items, from Ctrl+N on."""
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("2.2")
    clerk.type("Coffee Traders FZE")
    clerk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, "\r")
    clerk.type("Dubai")
    clerk.press(Qt.Key.Key_Tab)
    for box, typed in HEADER:
        clerk.go_to(box)
        clerk.key_in(typed)
    for number in range(1, 8):
        if number in (2, 5):
            clerk.window.actions_by_key["add_items"].trigger()
        elif number > 2:
            clerk.ctrl(Qt.Key.Key_PageDown)
        for box, typed in ITEM:
            clerk.go_to(box)
            clerk.key_in(typed)
        clerk.go_to("31.3")
        clerk.key_in("10", "CT")
    clerk.tab.show_part(ITEMS)


def test_a_seven_item_import_is_keyed_by_keys_alone(clerk: Clerk):
    key_seven_items(clerk)
    declaration = clerk.document.draft.declaration
    assert len(declaration.items) == 7
    assert clerk.tab.sheet.page_total() == 3
    header = clerk.document.figures.header
    assert header.form_total == 3
    assert header.item_count == 7
    assert header.package_count == Decimal(70)
    assert declaration.exporter_name == "Coffee Traders FZE\nDubai"
    assert declaration.consignee_name != ""
    assert declaration.exchange_rate == Decimal("0.376081")
    assert declaration.destination_country == "BH"
    assert {item.gross_mass for item in declaration.items} == {Decimal("104.5")}
    assert {item.tariff_description != "" for item in declaration.items} == {True}
    assert not clerk.document.draft.rejected


def test_typing_a_currency_fills_the_rate_and_one_undo_takes_both_back(clerk: Clerk):
    clerk.ctrl(Qt.Key.Key_N)
    before = clerk.document.undo_stack.count()
    clerk.go_to("22")
    clerk.key_in("USD")
    assert clerk.document.draft.declaration.exchange_rate == Decimal("0.376081")
    assert clerk.document.undo_stack.count() == before + 1
    clerk.ctrl(Qt.Key.Key_Z)
    assert clerk.document.draft.declaration.invoice_currency == ""
    assert clerk.document.draft.declaration.exchange_rate is None
    clerk.ctrl(Qt.Key.Key_Y)
    assert clerk.document.draft.declaration.exchange_rate == Decimal("0.376081")


def test_text_that_is_no_number_stays_in_its_box_and_is_a_finding(clerk: Clerk):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("22.2")
    clerk.key_in("about 500")
    place = Place("invoice_amount")
    assert clerk.document.draft.rejected == {place: "about 500"}
    assert clerk.document.text_of(place) == "about 500"
    assert place in clerk.document.places_in_error
    clerk.go_to("22.2")
    assert clerk.focus().text() == "about 500"


def test_arabic_digits_are_keyed_and_shown_in_latin_ones(clerk: Clerk):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("22.2")
    clerk.key_in("١٢٬٥٠٠٫٧٥")
    assert clerk.document.draft.declaration.invoice_amount == Decimal("12500.75")
    clerk.go_to("22.2")
    assert clerk.focus().text() == "12,500.75"


def test_tab_goes_by_the_numbers_of_the_form_and_leaves_out_what_is_not_keyed(clerk: Clerk):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("1")
    seen = []
    for _ in range(12):
        seen.append(clerk.focus().place().field)
        clerk.press(Qt.Key.Key_Tab)
    assert seen[:3] == ["declaration_type", "general_procedure", "office_code"]
    assert "exporter_code" not in seen
    assert seen.index("exporter_name") < seen.index("loading_lists") < seen.index("consignee_code")
    last = clerk.focus().place().field
    clerk.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert clerk.focus().place().field == seen[-1] != last


def test_ctrl_d_copies_the_box_of_the_item_before(clerk: Clerk):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("34")
    clerk.key_in("BR")
    clerk.window.actions_by_key["add_items"].trigger()
    clerk.go_to("34")
    clerk.ctrl(Qt.Key.Key_D)
    first, second = clerk.document.draft.declaration.items[:2]
    assert (first.origin_country, second.origin_country) == ("BR", "BR")
    assert clerk.focus().text() == "BR"


def test_the_pages_items_are_deleted_and_renumbered_and_one_undo_brings_them_back(clerk: Clerk):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.window.actions_by_key["add_items"].trigger()
    clerk.window.actions_by_key["add_items"].trigger()
    keys = [item.key for item in clerk.document.draft.declaration.items]
    clerk.tab.sheet.show_page(1)
    clerk.window.actions_by_key["delete_item_2"].trigger()
    left = [item.key for item in clerk.document.draft.declaration.items]
    assert left == [key for key in keys if key != keys[2]]
    clerk.window.actions_by_key["delete_page_items"].trigger()
    assert len(clerk.document.draft.declaration.items) == 3
    clerk.ctrl(Qt.Key.Key_Z)
    clerk.ctrl(Qt.Key.Key_Z)
    assert [item.key for item in clerk.document.draft.declaration.items] == keys


def test_the_last_page_follows_when_its_items_go(clerk: Clerk):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.window.actions_by_key["add_items"].trigger()
    assert clerk.tab.sheet.number == 1
    clerk.window.actions_by_key["delete_page_items"].trigger()
    assert clerk.tab.sheet.number == 0
    assert clerk.document.figures.header.form_total == 1


def test_each_action_of_the_clerk_is_one_step_of_undo(clerk: Clerk):
    clerk.ctrl(Qt.Key.Key_N)
    blank = clerk.document.draft
    clerk.go_to("8")
    clerk.key_in("58411-01")
    clerk.window.actions_by_key["add_items"].trigger()
    clerk.go_to("33")
    clerk.key_in("090111000000")
    assert clerk.document.undo_stack.count() == 3
    for _ in range(3):
        clerk.ctrl(Qt.Key.Key_Z)
    assert clerk.document.draft == blank


def test_switching_the_language_keeps_the_open_draft(clerk: Clerk, qtbot):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("8")
    clerk.key_in("58411-01")
    document = clerk.document
    other = "en" if clerk.language == "ar" else "ar"
    former = clerk.window
    clerk.program.preferences.choose("language", other)
    qtbot.waitUntil(lambda: clerk.window is not former)
    assert clerk.document is document
    assert document.draft.declaration.consignee_code == "58411-01"
    assert clerk.tab.current() == SHEET
    expected = Qt.LayoutDirection.RightToLeft if other == "ar" else Qt.LayoutDirection.LeftToRight
    assert clerk.window.layoutDirection() == expected
    assert clerk.tab.sheet.page.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_ctrl_and_shift_turn_a_text_around_until_another_one_stands_there(clerk: Clerk):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("31")
    clerk.type("ABC 12")
    assert clerk.focus().layoutDirection() == Qt.LayoutDirection.LeftToRight
    clerk.press(Qt.Key.Key_Shift, SHIFT_WITH_CTRL)
    assert clerk.focus().layoutDirection() == Qt.LayoutDirection.RightToLeft
    clerk.type("3")
    assert clerk.focus().layoutDirection() == Qt.LayoutDirection.RightToLeft
    clerk.press(Qt.Key.Key_Shift, SHIFT_WITH_CTRL)
    assert clerk.focus().layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_going_on_past_a_value_the_program_filled_confirms_it_and_undo_takes_that_back(
    clerk: Clerk,
):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("22")
    clerk.key_in("USD")
    clerk.go_to("23")
    rate = Place("exchange_rate")
    assert clerk.focus().place() == rate
    assert rate in clerk.document.draft.filled
    before = clerk.document.undo_stack.count()
    clerk.press(Qt.Key.Key_Tab)
    assert rate not in clerk.document.draft.filled
    assert clerk.document.undo_stack.count() == before + 1
    clerk.ctrl(Qt.Key.Key_Z)
    assert rate in clerk.document.draft.filled
    assert clerk.document.draft.declaration.exchange_rate == Decimal("0.376081")


def test_going_back_or_clicking_elsewhere_confirms_nothing(clerk: Clerk):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("22")
    clerk.key_in("USD")
    clerk.go_to("23")
    clerk.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    editor = clerk.tab.sheet.page.editor_of(Place("exchange_rate"))
    editor.setFocus(Qt.FocusReason.MouseFocusReason)
    clerk.go_to("18")
    assert Place("exchange_rate") in clerk.document.draft.filled


def test_going_on_past_several_filled_values_is_one_step_of_undo(clerk: Clerk):
    clerk.ctrl(Qt.Key.Key_N)
    filled = clerk.document.draft.filled
    assert len(filled) > 1
    clerk.go_to("1")
    for _ in range(60):
        clerk.press(Qt.Key.Key_Tab)
    assert len(clerk.document.draft.filled) < len(filled) - 1
    assert clerk.document.undo_stack.count() == 1
    clerk.ctrl(Qt.Key.Key_Z)
    assert clerk.document.draft.filled == filled


def test_a_confirmed_rate_of_the_dollar_does_not_stay_with_the_euro(clerk: Clerk):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("22")
    clerk.key_in("USD")
    clerk.go_to("23")
    clerk.press(Qt.Key.Key_Tab)
    dollar = clerk.document.draft.declaration.exchange_rate
    clerk.go_to("22")
    clerk.key_in("EUR")
    assert clerk.document.draft.declaration.exchange_rate not in (dollar, None)
    clerk.go_to("23")
    clerk.key_in("0.5")
    clerk.go_to("22")
    clerk.key_in("USD")
    assert clerk.document.draft.declaration.exchange_rate == Decimal("0.5")
