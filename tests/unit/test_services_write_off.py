"""Goods of a bill are used once: by one declaration or shared out, from however many desks."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sad_desktop.brokerage.manifests import (
    NOTHING,
    BillContainer,
    BillOfLading,
    Manifest,
    Quantity,
    Use,
    held_by,
)
from sad_desktop.brokerage.register import Bill
from sad_desktop.database import write_offs
from sad_desktop.database.engine import connect, writing
from sad_desktop.database.write_offs import NotCovered
from sad_desktop.declaration.draft import Draft
from sad_desktop.errors import UserError
from sad_desktop.services.manifests import Manifests
from sad_desktop.services.rights import EVERYTHING
from sad_desktop.services.write_off import WriteOffs
from tests.builders import a_declaration, an_item

pytest_plugins = ["tests.databases"]
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
VOYAGE = Manifest(office="100", voyage="MSC 7/26", departure=date(2026, 10, 1), vessel="Aïda")


class Office:
    """What the services ask of the workspace."""

    rights = EVERYTHING

    user = "Salma"

    def __init__(self, engine):
        self._engine = engine

    def database(self):
        return self._engine


@pytest.fixture
def manifests(engine):
    return Manifests(Office(engine))


@pytest.fixture
def ledger(engine):
    return WriteOffs(Office(engine))


@pytest.fixture
def bill(manifests):
    """A bill of 100 packages and 1,000.5 kg."""
    return a_bill(manifests, manifests.store(VOYAGE))


def a_bill(manifests, manifest, number="MSCU-77/001", packages="100", mass="1000.5"):
    return manifests.store_bill(
        BillOfLading(
            manifest_id=manifest.id,
            number=number,
            packages=Decimal(packages) if packages else None,
            gross_mass=Decimal(mass) if mass else None,
            consignee="Gulf Motors\nManama",
            containers=(BillContainer(identity="MSCU 123456-6"),),
        )
    )


def using(*uses, number="mscu77001", voyage="MSC7/26", **changes):
    """Return a draft whose items use packages and kilograms of a bill."""
    items = (
        an_item(
            key,
            summary_declaration=number,
            package_count=Decimal(packages),
            gross_mass=Decimal(mass),
        )
        for key, (packages, mass) in enumerate(uses, start=1)
    )
    return Draft(declaration=a_declaration(*items, manifest=voyage, **changes))


def test_partial_use_leaves_a_balance_and_giving_back_restores_it(manifests, ledger, bill):
    ledger.write_off("a", using(("30", "300"), ("10", "100.5")), NOW, "Salma")
    balance = manifests.bill(bill.id)
    assert (balance.packages_left, balance.mass_left, balance.use) == (60, 600, Use.PARTLY)
    ledger.write_off("b", using(("60", "600")), NOW, "Karim")
    assert manifests.bill(bill.id).use is Use.USED
    ledger.give_back("a", NOW, "Salma")
    assert ledger.give_back("a", NOW, "Salma") == ()
    balance = manifests.bill(bill.id)
    assert (balance.packages_left, balance.mass_left) == (40, Decimal("400.5"))
    lines = manifests.history(bill.id)
    assert [(line.declaration_id, line.quantity.packages, line.user) for line in lines] == [
        ("a", 40, "Salma"),
        ("b", 60, "Karim"),
        ("a", -40, "Salma"),
    ]


@pytest.mark.parametrize("use", [("101", "1"), ("1", "1000.6")])
def test_more_than_is_left_is_refused_whole(manifests, ledger, bill, use):
    other = a_bill(manifests, manifests.load(bill.manifest_id), number="77/002")
    draft = using(("1", "1"), use)
    items = draft.declaration.items
    mixed = (replace(items[0], summary_declaration="77002"), items[1])
    draft = replace(draft, declaration=replace(draft.declaration, items=mixed))
    with pytest.raises(NotCovered, match=r"77/001 has 100 packages and 1,000\.5 kg left"):
        ledger.write_off("a", draft, NOW, "Salma")
    assert manifests.history(bill.id) == manifests.history(other.id) == ()


def test_assessing_again_writes_off_what_the_draft_says_now(manifests, ledger, bill):
    ledger.write_off("a", using(("100", "1000.5")), NOW, "Salma")
    assert ledger.write_off("a", using(("100", "1000.50")), NOW, "Salma") == ()
    ledger.write_off("a", using(("70", "1000.5")), NOW, "Salma")
    assert manifests.bill(bill.id).used == Quantity(packages=Decimal(70), mass=Decimal("1000.5"))
    ledger.write_off("a", using(("70", "7"), number="another"), NOW, "Salma")
    assert manifests.bill(bill.id).use is Use.OPEN


@pytest.mark.usefixtures("bill")
def test_bills_the_office_does_not_keep_limit_nothing(ledger):
    assert ledger.write_off("a", using(("900", "9"), voyage="OTHER"), NOW, "Salma") == ()
    assert ledger.write_off("a", using(("900", "9"), number="X1"), NOW, "Salma") == ()


def test_a_bill_that_says_no_figures_keeps_a_ledger_all_the_same(manifests, ledger):
    bill = a_bill(manifests, manifests.store(VOYAGE), packages="", mass="")
    ledger.write_off("a", using(("900", "9")), NOW, "Salma")
    balance = manifests.bill(bill.id)
    assert (balance.packages_left, balance.used.packages, balance.use) == (None, 900, Use.PARTLY)


def test_the_voyage_is_told_by_office_and_day_when_its_number_is_not_enough(manifests, ledger):
    first = manifests.store(VOYAGE)
    later = manifests.store(replace(VOYAGE, departure=date(2026, 11, 1)))
    a_bill(manifests, first)
    bill = a_bill(manifests, later)
    with pytest.raises(UserError, match="is kept 2 times"):
        ledger.write_off("a", using(("1", "1")), NOW, "Salma")
    draft = using(("1", "1"), manifest_day=date(2026, 11, 1))
    assert [line.bill_id for line in ledger.write_off("a", draft, NOW, "Salma")] == [bill.id]
    assert manifests.bills_for("b", using(("1", "1"))) == {}


def test_without_a_manifest_a_number_that_is_kept_once_is_the_bill(manifests, ledger, bill):
    draft = using(("1", "1"), voyage="")
    assert [line.bill_id for line in ledger.write_off("a", draft, NOW, "Salma")] == [bill.id]
    other = manifests.store(replace(VOYAGE, voyage="B2"))
    a_bill(manifests, other)
    assert ledger.write_off("b", draft, NOW, "Salma") == ()


@pytest.mark.usefixtures("bill")
def test_verification_sees_what_others_have_left(manifests, ledger):
    draft = using(("30", "300"))
    ledger.write_off("a", draft, NOW, "Salma")
    ledger.write_off("b", using(("20", "200.5")), NOW, "Salma")
    seen = manifests.bills_for("a", draft)
    assert seen == {
        "mscu77001": Bill(
            manifest="MSC7/26",
            consignee="Gulf Motors",
            packages_left=Decimal(80),
            mass_left=Decimal("800.0"),
            containers=frozenset({"MSCU1234566"}),
        )
    }
    assert manifests.manifests_for(draft) == {"MSC7/26": frozenset({"mscu77001"})}
    assert manifests.manifests_for(using(("1", "1"), number="X")) == {"MSC7/26": frozenset()}
    assert manifests.manifests_for(using(("1", "1"), voyage="NONE")) == {}


def test_an_office_without_manifests_knows_nothing_of_them(manifests):
    assert manifests.manifests_for(using(("1", "1"))) is None
    manifests.store(VOYAGE)  # a voyage without bills judges no number
    assert manifests.manifests_for(using(("1", "1"))) == {"MSC7/26": frozenset({"mscu77001"})}


def test_two_desks_at_one_moment_cannot_use_the_same_goods(engine, manifests, bill):
    """Eight desks want sixty of a hundred packages each: one gets them, on either database."""
    desks = [connect(engine.url.render_as_string(hide_password=False)) for _ in range(8)]
    together = Barrier(len(desks))

    def use(desk):
        together.wait()
        try:
            WriteOffs(Office(desks[desk])).write_off(str(desk), using(("60", "1")), NOW, "Salma")
        except NotCovered:
            return False
        return True

    with ThreadPoolExecutor(len(desks)) as pool:
        got = list(pool.map(use, range(len(desks))))
    for desk in desks:
        desk.dispose()
    assert got.count(True) == 1
    assert manifests.bill(bill.id).packages_left == 40


@pytest.mark.postgresql
def test_a_second_desk_waits_for_the_first_and_then_sees_what_it_used(
    postgresql_server, postgresql_template
):
    """The very order that fools a check without a lock: both read before either commits."""
    from tests.postgresql_server import new_database

    with new_database(postgresql_server, postgresql_template) as url:
        first, second = connect(url), connect(url)
        manifests = Manifests(Office(first))
        bill = a_bill(manifests, manifests.store(VOYAGE))
        with ThreadPoolExecutor(1) as pool:
            with writing(first) as connection:
                write_offs.write_off(connection, "a", using(("60", "1")), at=NOW, user="Salma")
                late = pool.submit(
                    WriteOffs(Office(second)).write_off, "b", using(("60", "1")), NOW, "Karim"
                )
                with pytest.raises(TimeoutError):
                    late.result(timeout=0.3)
            with pytest.raises(NotCovered):
                late.result(timeout=10)
        assert manifests.bill(bill.id).packages_left == 40
        first.dispose()
        second.dispose()


steps = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.one_of(st.none(), st.tuples(st.integers(0, 80), st.decimals(0, 900, places=3))),
    ),
    max_size=8,
)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps)
def test_no_sequence_of_steps_uses_more_than_there_is(engine, done):
    manifests, ledger = Manifests(Office(engine)), WriteOffs(Office(engine))
    with engine.begin() as connection:
        for table in ("write_offs", "bill_containers", "bills", "manifests"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - our own names
    bill = a_bill(manifests, manifests.store(VOYAGE))
    held = {}
    for declaration, use in done:
        if use is None:
            ledger.give_back(declaration, NOW, "Salma")
            held.pop(declaration, None)
            continue
        wished = Quantity(packages=Decimal(use[0]), mass=use[1])
        others = [one for name, one in held.items() if name != declaration]
        fits = sum((one.packages for one in others), wished.packages) <= 100
        fits = fits and sum((one.mass for one in others), wished.mass) <= Decimal("1000.5")
        draft = using((str(use[0]), str(use[1])))
        if fits:
            ledger.write_off(declaration, draft, NOW, "Salma")
            held[declaration] = wished
        else:
            with pytest.raises(NotCovered):
                ledger.write_off(declaration, draft, NOW, "Salma")
    assert manifests.bill(bill.id).used == sum(held.values(), NOTHING)
    lines = manifests.history(bill.id)
    for declaration in "abc":
        own = held_by(line for line in lines if line.declaration_id == declaration)
        assert own.get(bill.id, NOTHING) == held.get(declaration, NOTHING)
