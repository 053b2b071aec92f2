"""Which duties can still be given back on re-export, and why others cannot."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from sad_desktop.brokerage.life import Numbered
from sad_desktop.brokerage.refunds import PaidImport, RefundBar, bars, claimed_by, leaves_by
from sad_desktop.brokerage.register import PreviousGoods
from sad_desktop.database import refunds
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import PreviousDeclaration
from sad_desktop.paths import Paths
from sad_desktop.services.desk import Desk
from sad_desktop.services.reference_lists import load_book
from sad_desktop.services.refunds import Refunds
from sad_desktop.services.workspace import Workspace
from tests.lives import DAY, a_draft, registered
from tests.suspended import LAW, pay

TERMS = LAW.refunds
PAID = PaidImport(paid_on=DAY, duties=Decimal(100), value=Decimal(1880), in_currency=Decimal(5000))


def judged(today=DAY, **changes):
    return bars(replace(PAID, **changes), TERMS, today)


@pytest.mark.parametrize(
    ("changes", "days", "expected"),
    [
        ({}, 365, ()),
        ({}, 366, (RefundBar.TOO_LATE_TO_LEAVE,)),
        ({"in_currency": Decimal("4999.99")}, 0, (RefundBar.TOO_LITTLE,)),
        ({"in_currency": None}, 0, ()),
        ({"duties": Decimal(0)}, 0, (RefundBar.NO_DUTY,)),
        ({"left_on": DAY + timedelta(days=365)}, 545, ()),
        ({"left_on": DAY + timedelta(days=365)}, 546, (RefundBar.TOO_LATE_TO_CLAIM,)),
        ({"left_on": DAY + timedelta(days=366)}, 400, (RefundBar.TOO_LATE_TO_LEAVE,)),
    ],
)
def test_each_condition_holds_to_its_last_day(changes, days, expected):
    assert judged(DAY + timedelta(days=days), **changes) == expected


def test_the_days_are_those_of_the_law():
    assert leaves_by(PAID, TERMS) == DAY + timedelta(days=365)
    assert claimed_by(PAID, TERMS) is None
    assert claimed_by(replace(PAID, left_on=DAY), TERMS) == DAY + timedelta(days=180)


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace(Paths(tmp_path), user="Salma")
    workspace.open_database()
    yield workspace
    workspace.close()


def leave(engine, number):
    row = PreviousDeclaration(office="BHKBS", year=2026, serial="C", number=number, item_number=1)
    items = (Item(key=1, procedure="3140", previous_declarations=(row,)),)
    draft = replace(a_draft("E1", items=items), profile="bh")
    registered(engine, "gone", draft, Numbered(serial="E", number="9", day=DAY))


def test_paid_imports_are_found_with_what_was_frozen_and_when_their_goods_left(workspace):
    engine = workspace.database()
    pay(engine, "good", "801", "9400", "470")
    pay(engine, "small", "802", "10", "0.500")
    pay(engine, "left", "803", "9400", "470")
    leave(engine, "803")
    desk = Desk(book=load_book("bh"), on=DAY + timedelta(days=200))
    found = Refunds(workspace).lines(desk)
    assert [(one.summary.id, one.bars) for one in found] == [
        ("good", ()),
        ("left", (RefundBar.TOO_LATE_TO_CLAIM,)),
        ("small", (RefundBar.TOO_LITTLE,)),
    ]
    good = found[0].paid
    assert (good.duties, good.value) == (470, 9400)
    assert good.in_currency == pytest.approx(Decimal(9400) / Decimal("0.376081"))
    assert found[0].until == date(2027, 7, 1)


def test_payments_of_earlier_goods_are_known_by_their_number(workspace):
    engine = workspace.database()
    pay(engine, "good", "801", "9400", "470")
    named = PreviousGoods(office="BHKBS", year=2026, serial="C", number="801", item_number=1)
    other = replace(named, year=2025)
    assert refunds.payment_days(engine, [named, other]) == {named: DAY}
