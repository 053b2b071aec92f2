"""From a dossier of advance cargo information to a declaration, and from one to a dossier."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from sad_desktop.brokerage.advance_cargo import Dossier, Invoice, InvoiceLine
from sad_desktop.brokerage.numbers import INVOICES
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.edits import Entry, set_field
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import insert_items
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Document
from sad_desktop.declaration.values import Value, is_empty
from sad_desktop.services.desk import Desk

_INVOICE, _BILL = "380", "705"
_OFFICES = "offices"
_LONGEST_DESCRIPTION = 350
_CODE_LENGTH = definitions(Item)["commodity_code"].length


def declaration_of(dossier: Dossier, desk: Desk) -> Draft:
    """Return a new declaration of a dossier's goods: one item for each heading, origin and unit.

    What is not known of every line of an item, such as its mass, stays empty in it.
    """
    draft = Draft(profile=desk.book.profile.code)
    items = list(_items(dossier)) or [Item()]
    draft = insert_items(draft, 0, items).apply(draft)
    for place, value in _header(dossier, desk):
        if is_empty(value) or not is_empty(draft.value(place)):
            continue
        draft = set_field(draft, place, Entry(value, filled=True)).apply(draft)
        for edit in desk.fills(draft, place):
            draft = edit.apply(draft)
    for item in draft.declaration.items:
        for edit in desk.fills(draft, Place("commodity_code", item.key)):
            draft = edit.apply(draft)
    return desk.begun(draft)


def dossier_of(declaration: Declaration, profile: str) -> Dossier:
    """Return a new dossier of a declaration's parties, invoice and goods."""
    kept = declaration
    name, _, address = kept.exporter_name.strip().partition("\n")
    items = kept.items
    rows = [row for item in items for row in item.documents if row.document_code in INVOICES]
    invoices = tuple(
        Invoice(number=row.reference, issued=row.issued, currency=kept.invoice_currency)
        for row in rows
    ) or (Invoice(currency=kept.invoice_currency),)
    if len(invoices) == 1:
        invoices = (replace(invoices[0], value=kept.invoice_amount),)
    return Dossier(
        profile=profile,
        importer_code=kept.consignee_code,
        importer_name=kept.consignee_name.partition("\n")[0],
        exporter_country=kept.export_country,
        exporter_name=name,
        exporter_address=address,
        export_country=kept.export_country,
        loading_port=kept.loading_place,
        arrival_port=kept.office_code,
        procedure=items[0].procedure if items else "",
        declared_value=kept.invoice_amount,
        declared_currency=kept.invoice_currency,
        declarant_code=kept.declarant_code,
        declarant_name=kept.declarant_name.partition("\n")[0],
        bill=next((item.summary_declaration for item in items if item.summary_declaration), ""),
        vessel=kept.arrival_identity or kept.border_identity,
        gross_mass=_sum(item.gross_mass for item in items),
        net_mass=_sum(item.net_mass for item in items),
        packages=_sum(item.package_count for item in items),
        invoices=invoices,
        lines=tuple(_line(item, invoices) for item in items),
    )


def _header(dossier: Dossier, desk: Desk) -> Iterator[tuple[Place, Value]]:
    exporter = "\n".join(text for text in (dossier.exporter_name, dossier.exporter_address) if text)
    office = dossier.arrival_port
    values: dict[str, Value] = {
        "consignee_code": dossier.importer_code,
        "consignee_name": dossier.importer_name,
        "exporter_name": exporter,
        "export_country": dossier.export_country,
        "declarant_code": dossier.declarant_code,
        "declarant_name": dossier.declarant_name,
        "loading_place": dossier.loading_port,
        "arrival_identity": dossier.vessel,
        "border_identity": dossier.vessel,
        "acid": dossier.acid.text if dossier.acid is not None else "",
        **_money(dossier),
    }
    if office and desk.book.entry(_OFFICES, office, desk.on) is not None:
        values["office_code"] = office
    for name, value in values.items():
        yield Place(name), value


def _money(dossier: Dossier) -> dict[str, Value]:
    """Return the total of the invoices; none where they are in several currencies.

    Expenses below zero are a discount: a deduction of the valuation note (S2-030).
    """
    currencies = {invoice.currency for invoice in dossier.invoices}
    if len(currencies) != 1:
        return {}
    currency = currencies.pop()
    own: dict[str, Value] = {
        "invoice_currency": currency,
        "invoice_amount": _sum(invoice.value for invoice in dossier.invoices),
    }
    expenses = sum((invoice.expenses or Decimal(0) for invoice in dossier.invoices), Decimal(0))
    if expenses > 0:
        own |= {"other_costs_currency": currency, "other_costs": expenses}
    elif expenses < 0:
        own |= {"deductions_currency": currency, "deductions": -expenses}
    return own


def _items(dossier: Dossier) -> Iterator[Item]:
    groups: dict[tuple[str, str, str], list[InvoiceLine]] = {}
    for line in dossier.lines:
        groups.setdefault((line.heading, line.origin, line.unit), []).append(line)
    for at, ((heading, origin, unit), lines) in enumerate(groups.items()):
        yield Item(
            commodity_code=heading[:_CODE_LENGTH],
            commodity_precision=heading[_CODE_LENGTH:],
            origin_country=origin,
            commercial_description=_described(line.description for line in lines),
            gross_mass=_sum(line.gross_mass for line in lines),
            net_mass=_sum(line.net_mass for line in lines),
            unit_1=unit,
            unit_1_quantity=_sum(line.unit_quantity for line in lines) if unit else None,
            invoice_amount=_sum(line.price for line in lines),
            procedure=dossier.procedure,
            summary_declaration=dossier.bill,
            documents=_documents(dossier) if at == 0 else (),
        )


def _documents(dossier: Dossier) -> tuple[Document, ...]:
    invoices = tuple(
        Document(document_code=_INVOICE, reference=invoice.number, issued=invoice.issued)
        for invoice in dossier.invoices
        if invoice.number
    )
    bill = (Document(document_code=_BILL, reference=dossier.bill),) if dossier.bill else ()
    return invoices + bill


def _line(item: Item, invoices: tuple[Invoice, ...]) -> InvoiceLine:
    return InvoiceLine(
        invoice=invoices[0].number if len(invoices) == 1 else "",
        heading=item.commodity_code + item.commodity_precision,
        description=" ".join(item.commercial_description.split())[:_LONGEST_DESCRIPTION],
        origin=item.origin_country,
        unit_quantity=item.unit_1_quantity,
        unit=item.unit_1,
        gross_mass=item.gross_mass,
        net_mass=item.net_mass,
        price=item.invoice_amount,
    )


def _described(texts: Iterable[str]) -> str:
    """Return descriptions in one text, each once, as many as fit whole."""
    said = ""
    for text in dict.fromkeys(text for text in texts if text):
        longer = f"{said}; {text}" if said else text
        if len(longer) > _LONGEST_DESCRIPTION:
            break
        said = longer
    return said


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    """Return a sum; None where a part of it is not known, or there is none."""
    known = list(values)
    parts = [value for value in known if value is not None]
    return sum(parts, Decimal(0)) if parts and len(parts) == len(known) else None
