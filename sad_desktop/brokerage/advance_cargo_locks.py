"""Which changes of a dossier its phase locks (S2-018 to S2-021, rule ACI-07)."""

from collections.abc import Iterator
from dataclasses import fields

from sad_desktop.brokerage.advance_cargo import Dossier, Invoice, InvoiceLine
from sad_desktop.brokerage.advance_cargo_law import AdvanceCargoLaw
from sad_desktop.declaration.fields import definitions


def locked_changes(former: Dossier, now: Dossier, law: AdvanceCargoLaw) -> tuple[str, ...]:
    """Return the fields changed although the former's phase locks them (ACI-07, S2-018 to S2-021).

    Lines and invoices are compared by their places; one more or one less is a change of its list.
    """
    phase = former.phase
    changed = [name for name in definitions(Dossier) if getattr(former, name) != getattr(now, name)]
    changed += _changed_rows("invoices", Invoice, former.invoices, now.invoices)
    changed += _changed_rows("lines", InvoiceLine, former.lines, now.lines)
    return tuple(name for name in changed if not law.is_open(name, phase))


def _changed_rows(
    name: str, model: type, former: tuple[object, ...], now: tuple[object, ...]
) -> Iterator[str]:
    if len(former) != len(now):
        yield name
    for own in (one.name for one in fields(model)):
        pairs = zip(former, now, strict=False)
        if any(getattr(before, own) != getattr(after, own) for before, after in pairs):
            yield f"{name}.{own}"
