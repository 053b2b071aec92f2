"""The valuation notes on paper: of the general segment, and of all items in one table."""

from collections.abc import Iterator
from decimal import Decimal

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.values import show_number
from sad_desktop.printing.layout_blocks import (
    Block,
    Column,
    Facts,
    Heading,
    Kind,
    Paragraph,
    Remark,
    Row,
    Table,
    Written,
)
from sad_desktop.printing.layout_subject import amount, foreign_amount, subject
from sad_desktop.printing.words import Word, word
from sad_desktop.valuation.note import AssessmentNote, CostAmount, ItemNote

_ORDER = ("external_freight", "insurance", "internal_freight", "other_costs", "deductions")


def general_note(draft: Draft, note: AssessmentNote) -> Written:
    """Return the valuation note of the general segment."""
    kept = draft.declaration
    method = f"apportionment_{kept.apportionment or '0'}"
    terms = " ".join(part for part in (kept.delivery_terms, kept.delivery_place) if part)
    mass = kept.total_gross_mass
    blocks: list[Block] = [
        Facts(
            pairs=(
                (word("invoice_type"), terms),
                (word("gross_mass"), "" if mass is None else show_number(mass)),
                (word("apportionment"), _known(method)),
                (word("items"), str(len(kept.items))),
            )
        ),
        _general_table(note),
    ]
    if kept.comments:
        blocks += [Heading(title=word("comments")), Paragraph(text=kept.comments)]
    return Written(title=word("valuation_note"), facts=subject(draft, note), blocks=tuple(blocks))


def items_note(draft: Draft, note: AssessmentNote) -> Written:
    """Return the valuation notes of the items, a row for each and the totals."""
    columns = (
        Column(title=word("item"), share=9, kind=Kind.AMOUNT),
        Column(title=word("commodity"), share=26, kind=Kind.CODE),
        Column(title=word("invoice_foreign"), share=23, kind=Kind.AMOUNT),
        Column(title=word("invoice"), share=23, kind=Kind.AMOUNT),
        *(Column(title=word(name), share=20, kind=Kind.AMOUNT) for name in _ORDER),
        Column(title=word("total_costs"), share=20, kind=Kind.AMOUNT),
        Column(title=word("cif"), share=23, kind=Kind.AMOUNT),
        Column(title=word("adjustment"), share=16, kind=Kind.AMOUNT),
        Column(title=word("statistical_value"), share=23, kind=Kind.AMOUNT),
    )
    codes = {item.key: item.commodity_code for item in draft.declaration.items}
    rows = tuple(_item_row(item, codes.get(item.value.key, ""), note) for item in note.items)
    return Written(
        title=word("item_valuation_note"),
        facts=subject(draft, note),
        blocks=(Table(columns=columns, rows=(*rows, *_totals(note))),),
        is_wide=True,
    )


def _known(method: str) -> Word | str:
    known = ("apportionment_0", "apportionment_1", "apportionment_2")
    return word(method) if method in known else method.removeprefix("apportionment_")


def _general_table(note: AssessmentNote) -> Table:
    national = word("national")
    columns = (
        Column(title=word("block"), share=54),
        Column(title=word("foreign"), share=34, kind=Kind.AMOUNT),
        Column(title=word("currency"), share=20, kind=Kind.MARK),
        Column(title=word("rate"), share=30, kind=Kind.AMOUNT),
        Column(title=national.filled(currency=note.currency), share=36, kind=Kind.AMOUNT),
    )
    return Table(columns=columns, rows=tuple(_general_rows(note)))


def _general_rows(note: AssessmentNote) -> Iterator[Row | Remark]:
    yield _cost_row(word("invoice"), note.invoice, note)
    for name in _ORDER:
        yield _cost_row(word(name), note.costs[name], note)
    for title, value in ((word("total_costs"), note.total_costs), (word("cif"), note.cif)):
        yield Row(cells=(title, "", "", "", amount(value, note)), is_strong=True)
    left = sum((value for value in note.residuals.values()), Decimal(0))
    if left:
        yield Row(cells=(word("left_over"), "", "", "", amount(left, note)))


def _cost_row(title: Word, cost: CostAmount, note: AssessmentNote) -> Row:
    if not cost.foreign and not cost.national:
        return Row(cells=(title, "", "", "", amount(Decimal(0), note)))
    return Row(
        cells=(
            title,
            foreign_amount(cost.foreign),
            cost.currency,
            show_number(cost.rate),
            amount(cost.national, note),
        )
    )


def _item_row(item: ItemNote, code: str, note: AssessmentNote) -> Row:
    value = item.value
    return Row(
        cells=(
            str(value.number),
            code,
            foreign_amount(value.invoice.foreign),
            amount(value.invoice.national, note),
            *(amount(value.costs[name].national, note) for name in _ORDER),
            amount(value.total_costs, note),
            amount(value.cif, note),
            show_number(value.adjustment),
            amount(value.statistical_value, note),
        )
    )


def _totals(note: AssessmentNote) -> Iterator[Row]:
    values = [item.value for item in note.items]
    costs = [sum((value.costs[name].national for value in values), Decimal(0)) for name in _ORDER]
    sums = (
        sum((value.invoice.national for value in values), Decimal(0)),
        *costs,
        sum((value.total_costs for value in values), Decimal(0)),
        sum((value.cif for value in values), Decimal(0)),
    )
    statistical = sum((value.statistical_value for value in values), Decimal(0))
    invoiced = sum((value.invoice.foreign for value in values), Decimal(0))
    yield Row(
        cells=(
            "",
            word("total"),
            foreign_amount(invoiced),
            *(amount(value, note) for value in sums),
            "",
            amount(statistical, note),
        ),
        is_strong=True,
    )
