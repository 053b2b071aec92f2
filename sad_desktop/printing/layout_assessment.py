"""The assessment note on paper, with the steps of every amount where they are asked for."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from string import Formatter
from typing import TypeAlias

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.values import show_number
from sad_desktop.printing.layout_blocks import (
    Block,
    Column,
    Facts,
    Heading,
    Kind,
    Remark,
    Row,
    Table,
    Written,
)
from sad_desktop.printing.layout_subject import amount, subject
from sad_desktop.printing.words import Word, word
from sad_desktop.valuation.figures import PAYMENT_MODES
from sad_desktop.valuation.note import AssessmentNote, ItemNote, Step, TaxLine

Say: TypeAlias = Callable[[str], str]
"""Says a text of the translation context ``Step`` in the language of the paper."""

_ISOLATE, _END = "\u2068", "\u2069"


def assessment_note(draft: Draft, note: AssessmentNote, say: Say, *, explained: bool) -> Written:
    """Return the assessment note; ``explained`` adds the steps that made each amount."""
    blocks: list[Block] = [*totals_blocks(note)]
    if note.items:
        rows = _item_rows(draft, note, say if explained else None)
        blocks += [
            Heading(title=word("duties_by_item")),
            Table(columns=_line_columns(), rows=tuple(rows)),
        ]
    return Written(title=word("assessment_note"), facts=subject(draft, note), blocks=tuple(blocks))


def totals_blocks(note: AssessmentNote) -> Iterator[Block]:
    """Yield what is paid in all: by duty over the items, by general duty, and the total."""
    yield Facts(
        pairs=(
            (word("payment_method"), _payment(note)),
            (word("items"), str(len(note.items))),
            (word("cif"), f"{amount(note.cif, note)} {note.currency}"),
        )
    )
    yield Heading(title=word("item_duties"))
    yield Table(columns=_sum_columns(note), rows=tuple(_duty_rows(note)))
    if note.global_taxes:
        yield Heading(title=word("global_duties"))
        lines = [
            Row(cells=(line.code, tax_name(line), amount(line.amount, note)))
            for line in note.global_taxes
        ]
        total = _sum_row("total_global_duties", note.fees, note)
        yield Table(columns=_sum_columns(note), rows=(*lines, total))
    totals = [_sum_row("total_assessed", note.total, note)]
    if note.guarantee:
        totals.append(_sum_row("guarantee", note.guarantee, note))
    yield Table(columns=_sum_columns(note), rows=tuple(totals), has_heads=False)


def tax_name(line: TaxLine) -> Word:
    """Return a tax's name."""
    return Word(en=line.en, ar=line.ar)


def _payment(note: AssessmentNote) -> Word | str:
    names = PAYMENT_MODES.get(note.payment_mode)
    return Word(en=names[0], ar=names[1]) if names else note.payment_mode


def _sum_columns(note: AssessmentNote) -> tuple[Column, ...]:
    title = word("national").filled(currency=note.currency)
    return (
        Column(title=word("tax_code"), share=20, kind=Kind.CODE),
        Column(title=word("duty"), share=114),
        Column(title=title, share=46, kind=Kind.AMOUNT),
    )


def _sum_row(title: str, value: Decimal, note: AssessmentNote) -> Row:
    return Row(cells=("", word(title), amount(value, note)), is_strong=True)


def _duty_rows(note: AssessmentNote) -> Iterator[Row]:
    names = {line.code: tax_name(line) for item in note.items for line in item.taxes}
    for code, value in note.taxes_by_code.items():
        yield Row(cells=(code, names.get(code, ""), amount(value, note)))
    yield _sum_row("total_item_duties", note.item_taxes, note)


def _line_columns() -> tuple[Column, ...]:
    return (
        Column(title=word("item"), share=14, kind=Kind.AMOUNT),
        Column(title=word("type", "tax_heads"), share=18, kind=Kind.CODE),
        Column(title=word("duty"), share=56),
        Column(title=word("base", "tax_heads"), share=30, kind=Kind.AMOUNT),
        Column(title=word("rate", "tax_heads"), share=26, kind=Kind.AMOUNT),
        Column(title=word("amount", "tax_heads"), share=30, kind=Kind.AMOUNT),
        Column(title=word("mp", "tax_heads"), share=10, kind=Kind.MARK),
    )


def _item_rows(draft: Draft, note: AssessmentNote, say: Say | None) -> Iterator[Row | Remark]:
    codes = {item.key: item.commodity_code for item in draft.declaration.items}
    for item in note.items:
        yield _item_head(item, codes.get(item.value.key, ""), note)
        for line in item.taxes:
            yield _tax_row(line, note)
            if line.reason or line.reason_ar:
                yield Remark(text=Word(en=line.reason, ar=line.reason_ar))
            if say is not None:
                yield from (Remark(text=step_text(step, say)) for step in line.steps())


def _item_head(item: ItemNote, code: str, note: AssessmentNote) -> Row:
    """Return the row over an item's taxes: what it is, and what it pays in all."""
    number, total = str(item.value.number), amount(item.taxes_total, note)
    return Row(cells=(number, "", code, "", "", total, ""), is_strong=True)


def _tax_row(line: TaxLine, note: AssessmentNote) -> Row:
    return Row(
        cells=(
            "",
            line.code,
            tax_name(line),
            amount(line.base, note),
            line.rate_text or show_number(line.rate),
            amount(line.amount, note),
            line.mode_of_payment,
        )
    )


def step_text(step: Step, say: Say) -> str:
    """Return one step as a line: what it is, how it is computed, and what comes out."""
    formula = say(step.formula)
    if any(name for _, name, _, _ in Formatter().parse(formula)):
        worked = formula.format_map({name: _isolated(value) for name, value in step.inputs})
    else:
        worked = _sum_text(step.inputs, say) or formula
    rule, _, decimals = step.rounding.rpartition(" ")
    rounding = f" ({say(rule)}, {decimals})" if rule else ""
    return f"{say(step.label)}: {worked} = {_isolated(step.result)}{rounding}"


def _sum_text(inputs: Iterable[tuple[str, Decimal]], say: Say) -> str:
    return " + ".join(f"{say(name)} {_isolated(value)}" for name, value in inputs)


def _isolated(value: Decimal) -> str:
    """Return a number that keeps its order in a sentence of either direction."""
    return f"{_ISOLATE}{show_number(value)}{_END}"
