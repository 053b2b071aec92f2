"""Find the paid imports whose duties can still be given back on re-export (S4-058 to S4-060)."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from sad_desktop.brokerage.library import Summary
from sad_desktop.brokerage.refunds import PaidImport, RefundBar, bars, claimed_by, leaves_by
from sad_desktop.services.desk import Desk
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.regime_file import regime_law
from sad_desktop.tariff.regime_law import RefundTerms
from sad_desktop.valuation.money import quotient

if TYPE_CHECKING:
    from sad_desktop.database.refunds import PaidRow

_BACK = timedelta(days=730)
"""How far back payments are looked at: what is older is told nowhere any more."""

_HOME_USE = "40"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundLine:
    """A paid import; ``until`` is the day its goods leave by, or the claim is made by."""

    summary: Summary
    paid: PaidImport
    bars: tuple[RefundBar, ...]
    until: date


class Refunds:
    """Looking is open to everybody; may raise StorageUnavailable."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def lines(self, desk: Desk) -> tuple[RefundLine, ...]:
        """Return the imports paid within two years: what can be given back first, by its day.

        Nothing where the country's law names no refund.
        """
        from sad_desktop.database import refunds

        law = regime_law(desk.book.profile)
        if law is None:
            return ()
        terms = law.refunds
        rows = refunds.paid_imports(
            self._workspace.database(),
            desk.book.profile.code,
            desk.on - _BACK,
            terms.procedures,
        )
        lines = [_line(row, terms, desk) for row in rows]
        return tuple(sorted(lines, key=lambda one: (bool(one.bars), one.until)))


def _line(row: "PaidRow", terms: RefundTerms, desk: Desk) -> RefundLine:
    note = row.note
    own = [item for item in note["items"] if str(item["procedure"]).startswith(_HOME_USE)]
    value = sum((Decimal(item["statistical_value"]) for item in own), Decimal(0))
    taxes = note["taxes_by_code"]
    rate = desk.book.exchange_rate(terms.currency, row.paid_on)
    paid = PaidImport(
        paid_on=row.paid_on,
        duties=sum((Decimal(taxes.get(code, "0")) for code in terms.taxes), Decimal(0)),
        value=value,
        in_currency=None if rate is None else quotient(value, rate.for_one),
        left_on=row.left_on,
    )
    return RefundLine(
        summary=row.summary,
        paid=paid,
        bars=bars(paid, terms, desk.on),
        until=claimed_by(paid, terms) or leaves_by(paid, terms),
    )
