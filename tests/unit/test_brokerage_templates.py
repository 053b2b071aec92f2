"""A template keeps what the next shipment of the kind shares, and nothing of this one."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from sad_desktop.brokerage import templates
from sad_desktop.brokerage.templates import Kept, asked, clear_shipment
from sad_desktop.declaration.draft import Draft, Place, Rows
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document, ManualTax, PreviousDeclaration
from sad_desktop.declaration.status import Status
from sad_desktop.resources import resource
from sad_desktop.xml.read import read
from sad_desktop.xml.write import write
from tests.strategies import drafts


def assessed() -> Draft:
    return read(resource("samples/im4-assessed.xml").read_bytes(), "im4-assessed.xml")


def test_what_belongs_to_one_shipment_is_cleared():
    template, _ = clear_shipment(assessed())
    found = template.declaration
    assert (found.registration_number, found.assessment_day, found.receipt_serial) == ("", None, "")
    assert (found.reference_number, found.manifest, found.arrival_identity) == ("", "", "")
    assert template.declared is None
    assert template.source is None
    assert template.status is Status.DRAFT
    assert found.items[0].summary_declaration == ""
    assert [row.reference for row in found.items[0].documents] == ["", "", ""]
    assert [row.issued for row in found.items[0].documents] == [None, None, None]


def test_what_the_next_shipment_shares_stays():
    before, (template, _) = assessed().declaration, clear_shipment(assessed())
    after = template.declaration
    for name in ("consignee_name", "exporter_name", "office_code", "invoice_currency"):
        assert getattr(after, name) == getattr(before, name) != ""
    assert [item.key for item in after.items] == [item.key for item in before.items]
    for name in ("commodity_code", "origin_country", "procedure", "commercial_description"):
        assert [getattr(item, name) for item in after.items] == [
            getattr(item, name) for item in before.items
        ]
    assert [row.document_code for row in after.items[0].documents] == ["380", "705", "861"]


@pytest.mark.parametrize("keep_amounts", [False, True])
@pytest.mark.parametrize("keep_masses", [False, True])
def test_amounts_and_masses_stay_when_asked_for(keep_amounts: bool, keep_masses: bool):
    template, cleared = clear_shipment(assessed(), Kept(amounts=keep_amounts, masses=keep_masses))
    found, item = template.declaration, template.declaration.items[0]
    assert (found.invoice_amount is not None) is keep_amounts
    assert (found.exchange_rate is not None) is keep_amounts
    assert (item.invoice_amount is not None) is keep_amounts
    assert (item.gross_mass is not None) is keep_masses
    assert (item.unit_1_quantity is not None) is keep_masses
    assert (Place("invoice_amount") in cleared) is not keep_amounts
    assert (Place("net_mass", 1) in cleared) is not keep_masses


def test_rows_of_the_shipment_go_and_are_told():
    item = Item(
        key=7,
        previous_declarations=(PreviousDeclaration(number="N1"),),
        manual_taxes=(ManualTax(tax_code="FIN", tax_amount=Decimal(5)),),
        documents=(Document(document_code="380", reference="R", valid_until=date(2026, 1, 1)),),
    )
    declaration = Declaration(
        items=(item,), containers=(Container(item_key=7, identity="C1"),), has_containers=True
    )
    template, cleared = clear_shipment(Draft(declaration=declaration))
    assert template.declaration == Declaration(
        items=(Item(key=7, documents=(Document(document_code="380"),)),)
    )
    assert set(cleared) == {
        Place("has_containers"),
        Place("identity", 0, Rows.CONTAINERS, 0),
        Place("reference", 7, Rows.DOCUMENTS, 0),
        Place("valid_until", 7, Rows.DOCUMENTS, 0),
        Place("number", 7, Rows.PREVIOUS, 0),
        Place("tax_code", 7, Rows.TAXES, 0),
        Place("tax_amount", 7, Rows.TAXES, 0),
    }
    assert all(place.definition() for place in cleared)


def test_rejected_texts_and_marks_go_with_their_fields():
    kept, gone = Place("warehouse_days"), Place("manifest_day")
    draft = replace(assessed(), rejected={kept: "?", gone: "?"}, filled=frozenset({kept, gone}))
    template, cleared = clear_shipment(draft)
    assert template.rejected == {kept: "?"}
    assert template.filled == {kept}
    assert gone in cleared
    assert kept not in cleared


def test_the_file_of_a_template_holds_nothing_of_the_server():
    template, _ = clear_shipment(assessed())
    again = read(write(template, None), "template.xml")
    assert again.declaration == template.declaration
    assert again.declared is not None
    assert again.declared.header.total_taxes is None
    assert all(not figures.taxes for _, figures in again.declared.items)
    assert b"20418" not in write(template, None)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(drafts())
def test_a_template_of_a_template_is_the_template(draft: Draft):
    template, _ = clear_shipment(draft)
    again, cleared = clear_shipment(template)
    assert again == template
    assert cleared == ()


def test_taxes_keyed_by_hand_stay_when_asked_for():
    tax = ManualTax(tax_code="FIN", tax_amount=Decimal(5))
    draft = Draft(declaration=Declaration(items=(Item(key=1, manual_taxes=(tax,)),)))
    assert clear_shipment(draft)[0].declaration.items[0].manual_taxes == ()
    kept, cleared = clear_shipment(draft, Kept(taxes=True))
    assert kept.declaration.items[0].manual_taxes == (tax,)
    assert cleared == ()


def test_what_customs_writes_is_not_asked_for():
    draft = replace(
        assessed(),
        declaration=replace(
            assessed().declaration, containers=(Container(item_key=1, identity="C1", goods="x"),)
        ),
    )
    _, cleared = clear_shipment(draft)
    wanted = asked(draft, cleared, Kept())
    names = {place.field for place in wanted}
    assert {"reference_number", "manifest", "invoice_amount", "gross_mass", "identity"} <= names
    assert not names & {"registration_number", "assessment_day", "receipt_number", "goods"}
    assert [place for place in wanted if place in cleared] == [p for p in cleared if p in wanted]
    assert set(wanted) - set(cleared) <= {Place("arrival_identity"), Place("manifest")}


def test_a_blank_template_is_asked_for_what_every_shipment_has():
    item = Item(key=3, documents=(Document(document_code="380"),))
    draft = Draft(declaration=Declaration(items=(item,)))
    assert asked(draft, (), Kept(amounts=True, masses=True)) == (
        Place("manifest"),
        Place("reference_number"),
        Place("arrival_identity"),
        Place("reference", 3, Rows.DOCUMENTS, 0),
        Place("issued", 3, Rows.DOCUMENTS, 0),
    )
    assert Place("gross_mass", 3) in asked(draft, (), Kept())


def test_the_tables_name_fields():
    header, item = set(definitions(Declaration)), set(definitions(Item))
    assert header >= templates.SHIPMENT | templates.AMOUNTS | templates.MASSES
    assert item >= templates.ITEM_SHIPMENT | templates.ITEM_AMOUNTS | templates.ITEM_MASSES
    assert {field.name for field in fields(Document)} >= templates.DOCUMENT_SHIPMENT
