"""What if: the same goods under another regime, preference or value, side by side."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.declaration.rows import Document
from sad_desktop.tariff.book import TariffBook
from sad_desktop.valuation.assess import assess
from sad_desktop.valuation.note import AssessmentNote, Remark

Change = Callable[[Declaration], Declaration]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One case to compare: a name the user gave it and what it changes in the declaration."""

    name: str
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What one variant comes to, and how much more than the first it pays."""

    name: str
    cif: Decimal
    item_taxes: Decimal
    taxes_by_code: tuple[tuple[str, Decimal], ...]
    fees: Decimal
    guarantee: Decimal
    total: Decimal
    difference: Decimal
    remarks: tuple[Remark, ...]
    note: AssessmentNote


def compare(
    declaration: Declaration, variants: Sequence[Variant], book: TariffBook, on: date
) -> tuple[Case, ...]:
    """Assess the variants of a declaration; the differences are against the first of them.

    Every case names every tax that any of them meets, so that the columns can stand side by side.
    """
    notes = [assess(variant.change(declaration), book, on) for variant in variants]
    codes = tuple(dict.fromkeys(code for note in notes for code in note.taxes_by_code))
    return tuple(
        Case(
            name=variant.name,
            cif=note.cif,
            item_taxes=note.item_taxes,
            taxes_by_code=tuple((code, note.taxes_by_code.get(code, Decimal(0))) for code in codes),
            fees=note.fees,
            guarantee=note.guarantee,
            total=note.total,
            difference=note.total - notes[0].total,
            remarks=note.remarks,
            note=note,
        )
        for variant, note in zip(variants, notes, strict=True)
    )


def as_it_stands(declaration: Declaration) -> Declaration:
    """Change nothing."""
    return declaration


def with_regime(model: str, procedure: str, extended_code: str = "") -> Change:
    """Declare all items under a model, such as IM7, and a procedure of box 37."""

    def change(declaration: Declaration) -> Declaration:
        items = tuple(
            replace(item, procedure=procedure, extended_code=extended_code)
            for item in declaration.items
        )
        return replace(
            declaration, declaration_type=model[:2], general_procedure=model[2:], items=items
        )

    return change


def with_preference(preference: str, document: str = "") -> Change:
    """Claim a preference for all items; the proof of origin counts as produced."""

    def change(declaration: Declaration) -> Declaration:
        return replace(
            declaration,
            items=tuple(
                replace(
                    item,
                    preference=preference,
                    documents=_with_document(item.documents, document),
                )
                for item in declaration.items
            ),
        )

    return change


def _with_document(documents: tuple[Document, ...], code: str) -> tuple[Document, ...]:
    if not code or any(row.document_code == code for row in documents):
        return documents
    return (*documents, Document(document_code=code))


def with_terms(delivery_terms: str, costs_in_price: Iterable[str] = ()) -> Change:
    """Buy at other delivery terms: the costs the price then contains are no longer added.

    The price itself stays as it is: what a seller would ask at other terms nobody knows.
    """
    contained = frozenset(costs_in_price)

    def change(declaration: Declaration) -> Declaration:
        without: dict[str, Any] = {name: None for name in COSTS if name in contained}
        items = tuple(replace(item, **without) for item in declaration.items)
        return replace(declaration, delivery_terms=delivery_terms, items=items, **without)

    return change


def with_adjustment(adjustment: Decimal) -> Change:
    """Adjust the value of all items by a factor (box 45)."""

    def change(declaration: Declaration) -> Declaration:
        items = tuple(replace(item, adjustment=adjustment) for item in declaration.items)
        return replace(declaration, items=items)

    return change


def with_certificate(*, is_produced: bool) -> Change:
    """Produce the certificate of origin, or not (box 13)."""

    def change(declaration: Declaration) -> Declaration:
        return replace(declaration, certificate_of_origin="1" if is_produced else "0")

    return change


def together(*changes: Change) -> Change:
    """Make several changes, one after the other."""

    def change(declaration: Declaration) -> Declaration:
        for one in changes:
            declaration = one(declaration)
        return declaration

    return change
