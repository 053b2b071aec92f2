"""Goods under suspension, their due dates and guarantees, for tests."""

from dataclasses import replace
from decimal import Decimal

from sad_desktop.brokerage.due_dates import DueDate, Opening, opened
from sad_desktop.brokerage.goods import Movement, MovementKind
from sad_desktop.brokerage.ledgers import Guarantee, GuaranteeKind, Ledger
from sad_desktop.brokerage.life import Numbered
from sad_desktop.brokerage.register import Balance
from sad_desktop.database import ledgers, life
from sad_desktop.declaration.item import Item
from sad_desktop.tariff.profile_file import load_profile
from sad_desktop.tariff.regime_file import regime_law
from tests.lives import DAY, ENTRY, NOON, OWN, a_draft, an_assessment, an_order, registered

LAW = regime_law(load_profile("bh")[0])


def a_guarantee(engine, amount="100", **facts):
    facts = {"kind": GuaranteeKind.GENERAL, "number": "G-1", "amount": Decimal(amount), **facts}
    return ledgers.store(engine, Ledger.GUARANTEES, "bh", Guarantee(**facts), user="Salma", at=NOON)


def an_opening(guarantee_id=0, amount="90", regime="0301", case="a", day=DAY):
    period = LAW.regime(regime, day).case(case)
    due = DueDate(
        profile="bh",
        regime=regime,
        case=case,
        first_on=day,
        started_on=day,
        guarantee_id=guarantee_id,
    )
    return Opening(due=opened(due, period, LAW.claims), period=period, parts={1: Decimal(amount)})


def enter(engine, opening, name="entry", number="700", packages="9", **changes):
    """Assess an entry under suspension of some packages."""
    day = DAY if opening is None else opening.due.started_on
    given = Numbered(serial="C", number=number, day=day)
    draft = replace(a_draft(f"W{number}", **changes), profile="bh")
    stored = registered(engine, name, draft, given)
    moved = Movement(
        goods=replace(ENTRY, number=number, year=day.year),
        declaration_id=name,
        kind=MovementKind.ENTERED,
        amount=Balance(packages=Decimal(packages)),
    )
    note = replace(an_assessment(stored), movements=(moved,), opening=opening)
    return life.assess(engine, an_order(name, stored.version), OWN, note)


def pay(engine, name, number, value, duty):
    """Register, assess and pay an import for home use."""
    items = (Item(key=1, procedure="4000", commodity_code="84713000"),)
    draft = replace(a_draft(f"H{number}", items=items), profile="bh")
    stored = registered(engine, name, draft, Numbered(serial="C", number=number, day=DAY))
    item = {"procedure": "4000", "statistical_value": value}
    note = {"items": [item], "taxes_by_code": {"DTY": duty, "VAT": "1"}}
    done = life.assess(
        engine,
        an_order(name, stored.version),
        OWN,
        replace(an_assessment(stored), note=note),
    )
    return life.pay(engine, an_order(name, done.version), OWN)
