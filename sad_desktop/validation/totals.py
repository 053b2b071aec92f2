"""Rules of totals: what the items add up to against what the general segment says."""

from collections.abc import Iterator
from decimal import Decimal

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import show_number
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding


def invoice_total(case: Case) -> Iterator[Finding]:
    """V-01: the item prices add up to box 22 within the profile's tolerance (guide 003)."""
    kept = case.draft.declaration
    total = kept.invoice_amount
    if total is None or not case.is_readable(Place("invoice_amount")):
        return
    prices = sum((item.invoice_amount or Decimal(0) for item in kept.items), Decimal(0))
    difference = prices - total
    if abs(difference) > case.book.profile.price_tolerance:
        yield case.finding(
            "V-01",
            Place("invoice_amount"),
            v1=show_number(prices, 2),
            v2=show_number(total, 2),
            d=show_number(difference, 2),
        )
