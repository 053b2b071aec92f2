"""A dossier of advance cargo information as tests begin with it, and what happens to it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sad_desktop.brokerage.advance_cargo import Dossier, Invoice, InvoiceLine
from sad_desktop.brokerage.advance_cargo_steps import Event, Step, taken

ACID = "1234567890123456789"
DAY = date(2026, 11, 2)
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def dossier(**changes: Any) -> Dossier:
    """Everything a request needs: a Chinese producer, one invoice of one line."""
    whole = Dossier(
        profile="eg",
        importer_code="100-200-300",
        importer_name="Nile Trading",
        importer_email="office@nile.example",
        exporter_country="CN",
        exporter_registration="91310000",
        exporter_name="Ningbo Pumps Co",
        exporter_kind="producer",
        exporter_address="8 Harbour Road\nNingbo",
        exporter_email="export@pumps.example",
        export_country="CN",
        loading_port="CNNGB",
        order="PO-77",
        bill="NGB-1",
        invoices=(
            Invoice(
                number="INV-1", issued=date(2026, 10, 20), currency="USD", value=Decimal("900.00")
            ),
        ),
        lines=(
            InvoiceLine(
                invoice="INV-1",
                heading="8413701000",
                description="Centrifugal pumps",
                origin="CN",
                gtin="4006381333931",
                unit_quantity=Decimal(30),
                unit="NMB",
                gross_mass=Decimal("120.5"),
                net_mass=Decimal(110),
                price=Decimal("900.00"),
            ),
        ),
    )
    return replace(whole, **changes)


def event(step: Step, on: date | None = None, *, acid: str = "", reason: str = "") -> Event:
    """A step at half past nine of a day."""
    day = on or DAY
    at = datetime(day.year, day.month, day.day, 9, 30, tzinfo=UTC)
    return Event(step=step, at=at, on=day, acid=acid, reason=reason)


def accepted(on: date | None = None, acid: str = ACID, **changes: Any) -> Dossier:
    """A dossier customs gave a number to on the day it was asked for."""
    asked = taken(dossier(**changes), event(Step.REQUEST, on))
    return taken(asked, event(Step.ACCEPT, on, acid=acid))
