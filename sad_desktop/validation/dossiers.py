"""Rules of a dossier of advance cargo information: its clock, its invoices and their lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sad_desktop.brokerage.advance_cargo import (
    Dossier,
    Invoice,
    Mark,
    State,
    is_gtin,
)
from sad_desktop.brokerage.advance_cargo_law import AdvanceCargoLaw
from sad_desktop.brokerage.advance_cargo_terms import file_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """One fault. ``wording`` is a key of ``messages``; ``field`` one of ``FIELDS``.

    ``values`` fill the wording; ``missing`` and ``field`` in them name fields, to be spoken by
    their titles. ``line`` is a line's number from 1, 0 for none.
    """

    wording: str
    field: str
    values: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    line: int = 0


def objections(dossier: Dossier, law: AdvanceCargoLaw, now: datetime) -> tuple[Objection, ...]:
    """Return what is wrong with a dossier at a moment: its clock, its invoices, their lines."""
    found = [*_clock(dossier, law, now)]
    if dossier.state is not State.CANCELLED:
        found += _invoices(dossier)
        found += _lines(dossier)
    return tuple(found)


def missing_of_invoice(dossier: Dossier, invoice: Invoice) -> tuple[str, ...]:
    """Return which of the five mandatory data an invoice lacks, by field names (S2-025).

    Importer's tax number, exporter's registration number, ACID, heading and standard code; the
    ACID counts once customs gave one, and a part number stands for a standard code (S2-026).
    """
    lines = [line for _number, line in dossier.lines_of(invoice)]
    acid = dossier.acid
    tests = (
        ("importer_code", bool(dossier.importer_code)),
        ("exporter_registration", bool(dossier.exporter_registration)),
        ("acid", acid is not None and acid.mark is not Mark.CANCELLED),
        ("lines.heading", bool(lines) and all(line.heading for line in lines)),
        ("lines.gtin", bool(lines) and all(line.gtin or line.part_number for line in lines)),
    )
    return tuple(name for name, is_there in tests if not is_there)


def _clock(dossier: Dossier, law: AdvanceCargoLaw, now: datetime) -> Iterator[Objection]:
    """ACI-05 and ACI-06: no number yet, and the shipment is near or over."""
    if dossier.state not in (State.DRAFT, State.REQUESTED, State.REJECTED):
        return
    ships_on, last = dossier.ships_on, file_by(dossier, law, now)
    if ships_on is None or last is None or dossier.acid is not None:
        return
    if now.date() > ships_on:
        if dossier.state is not State.REQUESTED:
            yield Objection(wording="ACI-06", field="ships_on")
    elif now > last:
        hours = law.terms_on(ships_on).hours_before_shipment
        yield Objection(wording="ACI-05", field="ships_on", values=(("n", str(hours)),))


def _invoices(dossier: Dossier) -> Iterator[Objection]:
    """ACI-04 (S2-025): before customs answered, an invoice cannot have the number yet."""
    has_number = dossier.state is State.ACCEPTED
    for invoice in dossier.invoices:
        lacks = missing_of_invoice(dossier, invoice)
        if not has_number:
            lacks = tuple(name for name in lacks if name != "acid")
        if lacks:
            own = (("v", invoice.number or "-"),)
            yield Objection(wording="ACI-04", field="invoices", values=own, missing=lacks)


def _lines(dossier: Dossier) -> Iterator[Objection]:
    """ACI-08 (S2-026): each line has a standard code that is right, or a part number."""
    for number, line in enumerate(dossier.lines, 1):
        own = (("n", str(number)),)
        if not line.gtin and not line.part_number:
            yield Objection(wording="ACI-08", field="lines.gtin", values=own, line=number)
        elif line.gtin and not is_gtin(line.gtin):
            values = (*own, ("v", line.gtin))
            yield Objection(wording="ACI-08.check", field="lines.gtin", values=values, line=number)
