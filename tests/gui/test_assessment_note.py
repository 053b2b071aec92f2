from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyleOptionViewItem

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.notes import accounts
from sad_desktop.forms.notes.account_tree import AccountModel, as_text, calculation, line_of
from sad_desktop.forms.notes.assessment_note import AssessmentNoteTab
from sad_desktop.forms.notes.explanation import ExplanationDialog, explain
from sad_desktop.forms.notes.item_accounts import item_amount, tax
from sad_desktop.forms.notes.tax_table import TaxModel
from sad_desktop.valuation.note import Payment, Step, TaxHeading, TaxLine
from tests.builders import an_item
from tests.gui.open_document import a_document, focus, press, shown

TITLES = ("Amount or step", "Result", "Calculation", "Rounding", "Source")


def a_line(code, amount, payment=Payment.PAID):
    is_secured = payment is Payment.GUARANTEED
    heading = TaxHeading(
        code=code,
        en=f"Duty {code}",
        ar=f"رسم {code}",
        rate=Decimal(5),
        rate_text="5%",
        kind="percent",
        mode_of_payment=payment,
        reason="warehouse" if is_secured else "",
        reason_ar="مستودع" if is_secured else "",
    )
    return TaxLine(heading, base=Decimal(100), amount=Decimal(amount))


@pytest.fixture
def document():
    """Two items that pay AAA and BBB; BBB of the second is guaranteed; a fee of 10."""
    document = a_document(
        an_item(1),
        an_item(2, commodity_code="220300000000"),
        insurance=Decimal(10),
        insurance_currency="BHD",
        insurance_rate=Decimal(1),
    )
    note = document.note
    first = (a_line("AAA", "5"), a_line("BBB", "7"))
    second = (a_line("AAA", "6"), a_line("BBB", "8", Payment.GUARANTEED))
    document.note = replace(
        note,
        items=(
            replace(note.items[0], taxes=first),
            replace(note.items[1], taxes=second),
        ),
        taxes_by_code={"AAA": Decimal(11), "BBB": Decimal(7)},
        item_taxes=Decimal(18),
        global_taxes=(a_line("FEE", "10"),),
        fees=Decimal(10),
        guarantee=Decimal(8),
        total=Decimal(28),
    )
    return document


@pytest.fixture
def tab(qtbot, document):
    return shown(qtbot, AssessmentNoteTab(document))


def cells(model):
    return [model.row(number).cells for number in range(model.rowCount())]


def dialog_of(widget):
    dialog = widget.window().findChild(ExplanationDialog)
    assert isinstance(dialog, ExplanationDialog)
    return dialog


def test_duties_stand_by_code_with_their_total(tab):
    assert cells(tab.duties) == [
        ("AAA", "Duty AAA", "11.000"),
        ("BBB", "Duty BBB", "7.000"),
        ("", "Total item duties", "18.000"),
    ]


def test_general_duties_stand_below_with_theirs(tab):
    assert cells(tab.general) == [
        ("FEE", "Duty FEE", "5%", "10.000"),
        ("", "Total general duties", "", "10.000"),
    ]


def test_a_general_duty_that_is_not_paid_says_so(tab, document):
    fee = a_line("FEE", "10", Payment.GUARANTEED)
    document.note = replace(document.note, global_taxes=(fee,), fees=Decimal(0))
    tab.refresh()
    assert cells(tab.general)[0][1] == "Duty FEE (0 guaranteed)"


def test_composed_texts_run_as_the_window_does(language, tab, document):
    document.desk = replace(document.desk, language=str(language))
    dialog = explain(tab, document, accounts.item_taxes)
    index = dialog.model.index(0, 0, dialog.model.index(0, 0))
    option = QStyleOptionViewItem()
    option.direction = language.direction
    dialog.tree.itemDelegate().initStyleOption(option, index)
    assert option.text.startswith("AAA")
    assert option.direction is language.direction
    dialog.close()


def test_box_b_tells_guarantee_fees_and_total(tab):
    assert tab.guarantee.text() == "8.000"
    assert tab.fees.text() == "10.000"
    assert tab.total.text() == "28.000"


def test_box_47_of_every_item_is_shown_until_a_code_is_chosen(tab):
    assert [row[0] + row[2] for row in cells(tab.lines)] == ["1AAA", "1BBB", "2AAA", "2BBB"]
    tab.duty_table.setFocus()
    press(Qt.Key.Key_Up)
    assert [row[0] + row[2] for row in cells(tab.lines)] == ["1BBB", "2BBB"]
    press(Qt.Key.Key_Down)
    assert len(cells(tab.lines)) == 4


def test_a_guaranteed_line_says_why(tab):
    assert cells(tab.lines)[3][6:] == ("0 guaranteed", "Duty BBB", "warehouse")


def test_names_and_reasons_follow_the_language_of_the_desk(qtbot, document):
    document.desk = replace(document.desk, language="ar")
    tab = shown(qtbot, AssessmentNoteTab(document))
    assert cells(tab.duties)[0][1] == "رسم AAA"
    assert cells(tab.lines)[3][8] == "مستودع"


def test_enter_and_a_click_on_any_amount_explain_it(qtbot, tab):
    tab.duty_table.setFocus()
    press(Qt.Key.Key_Return)
    dialog = dialog_of(tab)
    assert dialog.account.amount == Decimal(18)
    press(Qt.Key.Key_Escape)
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    assert focus() is tab.duty_table
    tab.line_table.setCurrentIndex(tab.lines.index(3, 0))
    tab.line_table.setFocus()
    press(Qt.Key.Key_Return)
    assert dialog.account.amount == Decimal(8)
    point = tab.general_table.visualRect(tab.general.index(0, 0)).center()
    qtbot.mouseClick(tab.general_table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert dialog.account.amount == Decimal(10)
    press(Qt.Key.Key_Escape)
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    tab.total.setFocus()
    press(Qt.Key.Key_Return)
    assert dialog.account.amount == Decimal(28)
    dialog.close()


def test_the_parts_of_each_total_add_up_to_it(document):
    note = document.note
    found = [accounts.total(note, "en"), accounts.item_taxes(note, "en"), accounts.cif(note, "en")]
    found += [accounts.fees(note, "en"), accounts.guarantee(note, "en")]
    found += [accounts.duty(note, "en", code="AAA"), accounts.duty(note, "en", code="BBB")]
    for account in found:
        parts = account.parts()
        assert parts
        assert sum(part.amount for part in parts) == account.amount


def test_an_item_amount_leads_down_to_invoice_and_shares(document):
    account = item_amount(document.note, "en", key=2, name="statistical_value")
    (cif,) = account.parts()
    assert cif.amount == document.note.items[1].value.cif
    names = {part.stands_for: part.amount for part in cif.parts()}
    assert sum(names.values()) == cif.amount
    assert list(names) == ["Invoice value", "Total costs"]
    insurance = item_amount(document.note, "en", key=2, name="insurance")
    assert insurance.amount == document.note.items[1].value.costs["insurance"].national
    assert {step.label for step in insurance.steps()} >= {"Insurance"}
    assert "CIF value" not in {step.label for step in insurance.steps()}


def test_an_amount_that_is_gone_has_no_account(document):
    note = document.note
    assert item_amount(note, "en", key=99, name="cif") is None
    assert tax(note, "en", key=1, code="ZZZ") is None
    assert tax(note, "en", key=99, code="AAA") is None
    assert accounts.duty(note, "en", code="ZZZ") is None
    assert accounts.fee(note, "en", code="ZZZ") is None


def test_the_explanation_follows_the_declaration(tab, document):
    dialog = explain(tab, document, accounts.cif)
    before = dialog.account.amount
    document.enter(Place("invoice_amount"), "5000")
    assert dialog.account.amount == document.note.cif != before
    assert dialog.model.index(0, 1).data().startswith(f"{document.note.cif:,.3f}")
    dialog.close()


def test_one_window_explains_one_amount_after_the_other(tab, document):
    first = explain(tab, document, accounts.cif)
    assert explain(tab, document, accounts.fees) is first
    assert first.account.title == "Total fees"
    first.close()


def test_the_tree_keeps_the_rules_of_models(qtmodeltester, language, document):  # noqa: ARG001
    model = AccountModel(TITLES)
    model.show_account(accounts.total(document.note, "en"))
    qtmodeltester.check(model)


def test_the_tables_keep_the_rules_of_models(qtmodeltester, tab, document):
    lines = TaxModel(document)
    lines.refresh()
    for model in (tab.duties, tab.general, lines):
        qtmodeltester.check(model)


def test_the_explanation_is_copied_as_indented_text(qtbot, tab, document):
    dialog = explain(tab, document, accounts.cif)
    qtbot.waitUntil(dialog.isActiveWindow)
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("CIF value: ")
    assert any(line.startswith("    Invoice value (USD): ") for line in lines)
    assert any("half up (decimals: 3)" in line for line in lines)
    dialog.close()


def test_a_long_list_is_copied_with_its_amounts_only():
    document = a_document(*(an_item(key) for key in range(1, 60)))
    code = next(iter(document.note.taxes_by_code))
    text = as_text(accounts.duty(document.note, "en", code=code))
    assert len(text.split("\n")) == 60


def test_a_formula_is_shown_with_its_numbers():
    inputs = (("base", Decimal("1000.5")), ("percent", Decimal(5)))
    step = Step(
        label="Amount of the tax",
        formula="{base} × {percent} ÷ 100",
        inputs=inputs,
        result=Decimal("50.025"),
    )
    assert calculation(step) == "1,000.5 × 5 ÷ 100"
    signed = replace(
        step, formula="sum of the amounts", inputs=(("a", Decimal(3)), ("b", Decimal(-1)))
    )
    assert calculation(signed) == "3 − 1"


def test_an_amount_taken_off_shows_so(document):
    document.enter(Place("deductions"), "4")
    document.enter(Place("deductions_currency"), "BHD")
    costs = accounts.total_costs(document.note, "en")
    deductions = next(part for part in costs.parts() if part.stands_for == "Deductions")
    assert deductions.amount == Decimal(-4)
    assert line_of(deductions).cells[2] == "−(4 × 1)"


def test_without_duties_each_table_says_what_to_do(qtbot):
    tab = shown(qtbot, AssessmentNoteTab(a_document(items=())))
    for table in (tab.duty_table, tab.general_table, tab.line_table):
        assert table.model().rowCount() == 0
        with_text = table.viewport().grab().toImage()
        table.empty_text = ""
        assert table.viewport().grab().toImage() != with_text


def test_tab_leaves_a_table_that_is_only_read(tab):
    tab.duty_table.setFocus()
    press(Qt.Key.Key_Tab)
    assert focus() is not tab.duty_table
