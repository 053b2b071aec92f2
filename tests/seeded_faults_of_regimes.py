"""Seeded faults of regimes: due dates, refunds and parcels."""

from datetime import date
from decimal import Decimal

from sad_desktop.brokerage.register import DueFact, PreviousGoods
from sad_desktop.declaration.rows import PreviousDeclaration
from tests.clean_declaration import DAY, Given, entries

GOODS = PreviousGoods(office="BHKBS", year=2026, serial="C", number="12", item_number=1)


def by_law(given: Given) -> Given:
    return given.flags(regimes="gcc", refund_codes="E11")


def due(given: Given, on: date, *, is_extendable: bool = False) -> Given:
    fact = DueFact(due_on=on, en="Transit", ar="العبور", is_extendable=is_extendable)
    return by_law(given).registered(due_dates=(fact,), today=DAY)


def refunded(given: Given, amount: str, paid: date, today: date = DAY) -> Given:
    """Seven items of an amount each are claimed back."""
    row = PreviousDeclaration(office="BHKBS", year=2026, serial="C", number="12", item_number=1)
    given = by_law(given).listed("extended_codes", *entries("E11", procedures="40"))
    given = given.each_item(
        extended_code="E11",
        previous_declarations=(row,),
        invoice_amount=Decimal(amount),
    )
    kept = given.header(invoice_amount=Decimal(amount) * 7, registration_day=DAY)
    return kept.registered(paid_on={GOODS: paid}, today=today)


def simplified(given: Given, mass: str, **changes) -> Given:
    given = by_law(given).listed("models", *entries("SD4", flow="import"))
    given = given.listed("procedures", *entries("4000", models="IM4 SD4"))
    given = given.each_item(gross_mass=Decimal(mass), net_mass=Decimal(mass) - 1)
    return given.header(declaration_type="SD", **changes)


FIRES_OF_REGIMES = {
    "R-01": lambda g: due(g, date(2026, 12, 2)),
    "R-02": lambda g: due(g, DAY, is_extendable=True),
    "R-03": lambda g: refunded(g, "500", date(2026, 10, 1)),
    "R-04": lambda g: simplified(g, "8"),
}
SILENT_OF_REGIMES = {
    "R-01": lambda g: due(g, date(2026, 12, 3)),
    "R-02": lambda g: due(g, date(2026, 11, 3), is_extendable=True),
    "R-03": lambda g: refunded(g, "1000", date(2025, 11, 2), date(2027, 5, 1)),
    "R-04": lambda g: simplified(g, "7"),
}
