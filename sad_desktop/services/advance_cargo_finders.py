"""What finders show of dossiers: the ACIDs in force, and the exporters of earlier shipments."""

from collections.abc import Iterable, Iterator

from sad_desktop.brokerage.advance_cargo import Dossier, State
from sad_desktop.brokerage.advance_cargo_terms import valid_until
from sad_desktop.services.advance_cargo import AdvanceCargo
from sad_desktop.tariff.book import ListEntry
from sad_desktop.tariff.lookup import folded_code

EXPORTER_FIELDS = (
    *("exporter_country", "exporter_registration", "exporter_name", "exporter_kind"),
    *("exporter_address", "exporter_email"),
)
"""What is known of a foreign exporter (S2-005)."""


def acid_entries(cargo: AdvanceCargo, importer: str) -> Iterator[ListEntry]:
    """Yield the ACIDs in force, the latest first: an importer's, or all where it is "".

    Raises StorageUnavailable.
    """
    if cargo.law is None:
        return
    for one in cargo.dossiers():
        is_in_force = one.state is State.ACCEPTED and not one.replaced_by
        is_other = importer and folded_code(importer) != folded_code(one.importer_code)
        if one.acid is None or not is_in_force or is_other:
            continue
        last = valid_until(one, cargo.law)
        yield ListEntry(
            code=one.acid.text,
            en=one.exporter_name,
            ar="",
            facts={
                "importer": one.importer_name,
                "invoice": ", ".join(invoice.number for invoice in one.invoices),
                "until": "" if last is None else last.isoformat(),
                "also": f"{one.order} {one.bill} {one.importer_code}",
            },
        )


def exporter_entries(dossiers: Iterable[Dossier]) -> tuple[ListEntry, ...]:
    """Return the exporters of dossiers, each once as the latest of them tells it."""
    known: dict[tuple[str, str], ListEntry] = {}
    for one in dossiers:
        key = (one.exporter_country, folded_code(one.exporter_registration))
        if not one.exporter_registration or key in known:
            continue
        known[key] = ListEntry(
            code=one.exporter_registration,
            en=one.exporter_name,
            ar="",
            facts={name: getattr(one, name) for name in EXPORTER_FIELDS},
        )
    return tuple(known.values())
