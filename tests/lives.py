"""Declarations on their way through life, for tests of the database."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from sad_desktop.brokerage.goods import Movement, MovementKind, used
from sad_desktop.brokerage.life import Numbered
from sad_desktop.brokerage.register import Balance, PreviousGoods
from sad_desktop.database import goods, life
from sad_desktop.database.declarations import store
from sad_desktop.database.frozen import Assessed
from sad_desktop.database.steps import Order
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import PreviousDeclaration
from sad_desktop.declaration.status import Status

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
DAY = date(2026, 7, 1)
OWN = Numbered(serial="C", day=DAY)
ENTRY = PreviousGoods(office="BHKBS", year=2026, serial="C", number="700", item_number=1)


def a_draft(reference="A00001", taken=None, **changes):
    rows = ()
    if taken is not None:
        row = PreviousDeclaration(
            office="BHKBS", year=2026, serial="C", number="700", item_number=1
        )
        rows = (replace(row, packages_written_off=Decimal(taken)),)
    facts = {
        "office_code": "BHKBS",
        "declarant_code": "18095-04",
        "reference_year": 2026,
        "reference_number": reference,
        "items": (Item(key=1, commodity_code="84713000", previous_declarations=rows),),
    }
    return Draft(declaration=Declaration(**{**facts, **changes}), status=Status.STORED)


def an_order(declaration_id, version, by="Salma"):
    return Order(declaration_id=declaration_id, base_version=version, by=by, at=NOON, remark="why")


def keep(engine, name, draft, base=0):
    return store(engine, name, draft, base_version=base, user="Salma", at=NOON)


def registered(engine, name, draft, number=OWN):
    return life.register(engine, an_order(name, keep(engine, name, draft).version), number)


def an_assessment(stored, total="10"):
    return Assessed(
        note={"total": total},
        law={"on": DAY.isoformat()},
        law_day=DAY,
        profile="bh",
        currency="BHD",
        total=Decimal(total),
        movements=used(stored.draft.declaration, stored.id),
    )


def assessed(engine, stored, total="10"):
    order = an_order(stored.id, stored.version)
    return life.assess(engine, order, OWN, an_assessment(stored, total))


def enter_goods(engine, packages="10", by="entry"):
    """Assess a warehouse entry of some packages under number C 700."""
    stored = registered(engine, by, a_draft("W00001"), Numbered(serial="C", number="700", day=DAY))
    moved = Movement(
        goods=ENTRY,
        declaration_id=by,
        kind=MovementKind.ENTERED,
        amount=Balance(packages=Decimal(packages)),
    )
    order = an_order(by, stored.version)
    note = replace(an_assessment(stored), movements=(moved,))
    return life.assess(engine, order, OWN, note)


def left(engine):
    return goods.balances(engine, [ENTRY])[ENTRY].packages


def at_once(*works):
    """Run functions at the same moment; returns what each returned or raised."""
    together = threading.Barrier(len(works))
    outcomes = [None] * len(works)

    def one(place, work):
        together.wait()
        try:
            outcomes[place] = work()
        except Exception as error:  # noqa: BLE001 - returned
            outcomes[place] = error

    threads = [threading.Thread(target=one, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
