"""How a customs procedure pays: at once, by guarantee, or not at all."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """How goods under some procedures pay some taxes, from a day on.

    ``procedures`` and ``extended_codes`` are beginnings of box 37 (none: any); ``taxes`` the
    codes it holds for (none: all). ``payment`` is 1, 0 or E.
    """

    name: str
    valid_from: date
    source: str
    procedures: tuple[str, ...] = ()
    extended_codes: tuple[str, ...] = ()
    taxes: frozenset[str] = frozenset()
    payment: str = "1"
    reason_en: str = ""
    reason_ar: str = ""
    is_closed: bool = False

    def covers(self, procedure: str, extended_code: str, tax_code: str) -> bool:
        """Tell whether the regime says how a tax is paid under a procedure."""
        return (
            (not self.taxes or tax_code in self.taxes)
            and (not self.procedures or procedure.startswith(self.procedures))
            and (not self.extended_codes or extended_code in self.extended_codes)
        )


def in_force(regimes: tuple[Regime, ...], on: date) -> tuple[Regime, ...]:
    """Return the regimes of a day in the order of the law; the latest of a name holds."""
    latest: dict[str, Regime] = {}
    for regime in regimes:
        if regime.valid_from > on:
            continue
        known = latest.get(regime.name)
        if known is None or known.valid_from <= regime.valid_from:
            latest[regime.name] = regime
    return tuple(regime for regime in latest.values() if not regime.is_closed)
