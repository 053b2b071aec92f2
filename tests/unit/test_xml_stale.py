"""An edit makes stale what depends on it, and nothing else."""

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest

from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.fields import Kind, definitions
from sad_desktop.declaration.figures import CostFigure, Figures, HeaderFigures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import insert_items, move_item, remove_items
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Document
from sad_desktop.resources import resource
from sad_desktop.tariff.applicable import HEADER_FACTS, ITEM_FACTS
from sad_desktop.xml import stale
from sad_desktop.xml.read import read
from sad_desktop.xml.stale import ITEMS, counted, current_figures, edited_fields

NEW = Decimal("7777")


def original() -> Draft:
    return read(resource("samples/im4-assessed.xml").read_bytes(), "im4-assessed.xml")


def computed(draft: Draft) -> Figures:
    """Return figures none of which is the file's own."""
    numbers: dict[str, Any] = {
        name: int(NEW) if definition.kind is Kind.COUNT else NEW
        for name, definition in definitions(HeaderFigures).items()
        if definition.kind is not Kind.TEXT
    }
    costs = {
        field.name: CostFigure(foreign=NEW, currency="NEW", rate=NEW, national=NEW)
        for field in fields(HeaderFigures)
        if isinstance(field.default, CostFigure)
    }
    of_item = ItemFigures(statistical_value=NEW, cif=NEW, taxes_total=NEW, **costs)
    return Figures(
        header=HeaderFigures(origin_name="NEW", payment_mode="NEW", **numbers, **costs),
        items=tuple((item.key, of_item) for item in draft.declaration.items),
    )


def renewed(draft: Draft) -> set[str]:
    """Return the figures of the general segment that were taken from the computed."""
    figures = current_figures(original(), draft, computed(draft)).header
    declared = original().declared
    assert declared is not None
    return {
        field.name
        for field in fields(HeaderFigures)
        if getattr(figures, field.name) != getattr(declared.header, field.name)
    }


def edited(key: int = 0, **changes: Any) -> Draft:
    draft = original()
    declaration = draft.declaration
    if not key:
        return replace(draft, declaration=replace(declaration, **changes))
    items = tuple(
        replace(item, **changes) if item.key == key else item for item in declaration.items
    )
    return replace(draft, declaration=replace(declaration, items=items))


VALUES = {"value_details", "total_costs", "cif", "total_invoice", "invoice", "external_freight"}
VALUES |= {"internal_freight", "insurance", "other_costs", "deductions"}
TAXES = {"payment_mode", "guarantee", "fees", "total_taxes"}


@pytest.mark.parametrize(
    ("draft", "stale_figures"),
    [
        (original(), set()),
        (edited(exporter_name="X", manifest="M", comments="C"), set()),
        (edited(1, marks_1="X", commercial_description="Y"), set()),
        (edited(exchange_rate=NEW), VALUES | TAXES),
        (edited(insurance_currency="EUR"), VALUES | TAXES),
        (edited(2, invoice_amount=NEW), VALUES | TAXES),
        (edited(2, package_count=NEW), {"package_count"}),
        (edited(2, gross_mass=NEW), {"total_mass"} | TAXES),
        (edited(2, origin_country="AE"), {"origin_name"} | TAXES),
        (edited(2, commodity_precision="1111"), TAXES),
        (edited(payment_account="P-1"), TAXES),
        (edited(1, documents=(Document(document_code="380"),)), TAXES),
    ],
)
def test_what_an_edit_makes_stale(draft: Draft, stale_figures: set[str]):
    assert renewed(draft) == stale_figures


def test_a_document_of_another_reference_leaves_the_taxes_alone():
    first, *others = original().declaration.items[0].documents
    draft = edited(1, documents=(replace(first, reference="X"), *others))
    assert renewed(draft) == set()


def test_items_added_removed_or_moved():
    everything = {field.name for field in fields(HeaderFigures)} - {"form_number"}
    assert renewed(remove_items(original(), [2]).apply(original())) == everything
    assert renewed(insert_items(original(), 1, [Item()]).apply(original())) == everything
    assert renewed(move_item(original(), 1, 2).apply(original())) == set()


def test_a_text_that_is_no_value_is_an_edit():
    draft = replace(original(), rejected={Place("exchange_rate"): "?"})
    assert edited_fields(original(), draft) == {"exchange_rate"}


def test_gross_mass_counts_for_the_value_only_where_it_is_apportioned_by():
    by_weight = edited(1, gross_mass=NEW)
    by_weight = replace(by_weight, declaration=replace(by_weight.declaration, apportionment="1"))
    before = replace(original(), declaration=replace(original().declaration, apportionment="1"))
    assert edited_fields(before, by_weight) == {"gross_mass", "apportionment"}


def test_without_computed_figures_only_counts_are_renewed():
    draft = edited(2, package_count=Decimal(5))
    draft = remove_items(draft, [1]).apply(draft)
    figures, declared = current_figures(original(), draft, None), original().declared
    assert declared is not None
    assert (figures.header.item_count, figures.header.form_total) == (2, 2)
    assert figures.header.package_count == Decimal(45)
    assert figures.header.cif == declared.header.cif
    assert figures.items == declared.items


def test_what_was_not_computed_keeps_the_files_own():
    draft, declared = edited(exchange_rate=NEW), original().declared
    assert declared is not None
    partly = Figures(header=HeaderFigures(cif=NEW, insurance=CostFigure(national=NEW)))
    figures = current_figures(original(), draft, partly)
    assert figures.header.cif == NEW
    assert figures.header.insurance == replace(declared.header.insurance, national=NEW)
    assert figures.header.invoice == declared.header.invoice
    assert figures.items == declared.items


def test_counting_leaves_what_was_computed():
    declaration = original().declaration
    figures = counted(declaration, Figures(header=HeaderFigures(item_count=9)))
    assert (figures.header.item_count, figures.header.form_total) == (9, 2)
    assert counted(Declaration(), None).header == HeaderFigures(
        form_number=1, form_total=1, item_count=0
    )


def depends_on(facts: Any, holder: Any) -> set[str]:
    """Return the fields a fact of the tax law is read from."""
    return {
        name
        for name, definition in definitions(type(holder)).items()
        if definition.kind in (Kind.CODE, Kind.TEXT)
        and facts(replace(holder, **{name: "ZZ9X"})) != facts(holder)
    }


def test_whatever_the_tax_law_may_ask_for_makes_taxes_stale():
    header = [depends_on(facts, Declaration()) for facts in HEADER_FACTS.values()]
    item = [depends_on(facts, Item()) for facts in ITEM_FACTS.values()]
    assert set().union(*header, *item) <= stale.TAX_FIELDS
    assert all(header)
    assert ITEMS in stale.TAX_FIELDS
