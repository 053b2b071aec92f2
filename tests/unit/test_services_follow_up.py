"""Goods leave a warehouse by follow-up declarations: in portions, and never more than entered."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sad_desktop.brokerage.follow_up import Holding, Portion, follow_up, share_of
from sad_desktop.brokerage.goods import MEASURES, NotEnoughGoods, negated, plus
from sad_desktop.brokerage.register import Balance, PreviousGoods
from sad_desktop.brokerage.users import Service
from sad_desktop.database import life
from sad_desktop.database.frozen import Assessed
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.errors import UserError
from sad_desktop.paths import Paths
from sad_desktop.services.desk import Desk
from sad_desktop.services.follow_up import FollowUps
from sad_desktop.services.life import movements
from sad_desktop.services.reference_lists import load_book
from sad_desktop.services.rights import NotAllowed
from sad_desktop.services.workspace import Workspace
from tests.lives import DAY, OWN, a_draft, an_order, keep, registered
from tests.signed_in import sign_in

ITEMS = (
    Item(
        key=1,
        commodity_code="847130000000",
        procedure="7100",
        extended_code="000",
        package_count=Decimal(120),
        net_mass=Decimal("600.5"),
        gross_mass=Decimal("650.123"),
        unit_1_quantity=Decimal(240),
        invoice_amount=Decimal("1000.01"),
        summary_declaration="PHBL1",
        container_1="CSQU3054383",
    ),
    Item(
        key=2,
        commodity_code="610910000000",
        procedure="7100",
        net_mass=Decimal(7),
        package_count=None,
    ),
)


@pytest.fixture(scope="module")
def desk():
    return Desk(book=load_book("bh"), on=DAY)


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace(Paths(tmp_path), user="Salma")
    yield workspace
    workspace.close()


def entered(workspace, desk, items=ITEMS, **changes):
    """Register and assess an entry to a warehouse."""
    facts = {
        "declaration_type": "IM",
        "general_procedure": "7",
        "consignee_code": "58411-01",
        "consignee_name": "Gulf Trading",
        "exporter_name": "Acme",
        "invoice_currency": "USD",
        "invoice_amount": Decimal("1000.01"),
        "insurance": Decimal(30),
        "warehouse": "BIW01",
        "warehouse_days": 90,
        "manifest": "2026 1098",
        **changes,
    }
    draft = replace(a_draft("W00001", items=items, **facts), profile="bh")
    return assess(workspace, desk, registered(workspace.database(), "entry", draft))


def assess(workspace, desk, stored):
    note = desk.assessor().assess(stored.draft.declaration, None)
    frozen = Assessed(
        note={}, law={}, law_day=DAY, profile="bh", currency="BHD", total=note.total,
        movements=movements(stored, note, desk),
    )  # fmt: skip
    order = an_order(stored.id, stored.version)
    return life.assess(workspace.database(), order, OWN, frozen)


def named(offer, code):
    return next(one for one in offer.procedures if one.code == code)


def test_what_may_follow_comes_from_the_procedures_of_the_day(workspace, desk):
    entered(workspace, desk)
    offer = FollowUps(workspace).offer("entry", desk)
    assert [one.code for one in offer.procedures] == ["3171", "4071", "5171", "5371", "7171"]
    first, second = offer.holdings_for("4071")
    assert (first.left.packages, first.left.mass, first.left.quantity) == (
        120,
        Decimal("600.5"),
        240,
    )
    assert (first.leading, second.leading) == ("packages", "mass")


@pytest.mark.parametrize(
    ("procedure", "expected"),
    [("5300", ["3153", "4053", "7153"]), ("5100", ["3151", "4051", "7151"]), ("4000", None)],
)
def test_temporary_admission_ends_by_re_export_home_use_or_warehouse(
    workspace, desk, procedure, expected
):
    item = replace(ITEMS[0], procedure=procedure)
    entered(workspace, desk, (item,), general_procedure=procedure[0])
    if expected is None:
        with pytest.raises(UserError, match="No goods of this declaration are left"):
            FollowUps(workspace).offer("entry", desk)
        return
    offer = FollowUps(workspace).offer("entry", desk)
    assert [one.code for one in offer.procedures] == expected


def test_what_ends_a_temporary_regime_names_the_earlier_declaration_among_its_documents(
    workspace, desk
):
    entered(workspace, desk, (replace(ITEMS[0], procedure="5300"),), general_procedure="5")
    follow_ups = FollowUps(workspace)
    offer = follow_ups.offer("entry", desk)
    first = offer.holdings[0]
    portions = [Portion(holding=first, amount=share_of(first, "packages", Decimal(40)))]
    item = follow_ups.begin(offer, named(offer, "3153"), portions, desk).declaration.items[0]
    (row,) = item.documents
    assert (row.document_code, row.name) == ("998", "Previous customs document")
    assert row.reference == item.previous_document != ""
    assert row.issued == offer.draft.declaration.registration_day is not None
    assert not row.digital_document


def test_home_use_out_of_a_warehouse_is_filled_and_written_off_until_nothing_is_left(
    workspace, desk
):
    entered(workspace, desk)
    desks = FollowUps(workspace)
    offer = desks.offer("entry", desk)
    first = offer.holdings[0]
    portions = [Portion(holding=first, amount=share_of(first, "packages", Decimal(40)))]
    draft = desks.begin(offer, named(offer, "4071"), portions, desk)
    kept, (item,) = draft.declaration, draft.declaration.items
    assert (kept.declaration_type, kept.general_procedure) == ("IM", "4")
    assert (kept.reference_number, kept.manifest, kept.warehouse) == ("", "", "")
    assert (kept.consignee_name, kept.exporter_name) == ("Gulf Trading", "Acme")
    assert (item.procedure, item.previous_document) == ("4071", "BHKBS 2026 C1")
    assert (item.previous_warehouse, item.summary_declaration, item.container_1) == (
        "BIW01",
        "",
        "",
    )
    assert (item.package_count, item.net_mass) == (40, Decimal("200.167"))
    assert kept.invoice_amount == item.invoice_amount == Decimal("333.34")
    assert kept.insurance == Decimal(10)
    (row,) = item.previous_declarations
    assert (row.serial, row.number, row.item_number, row.package_count) == ("C", "1", 1, 120)
    assert (row.packages_written_off, row.quantity_written_off) == (40, 80)
    again = replace(kept, reference_number="F00001", declarant_code="18095-04")
    stored = registered(
        workspace.database(), "home", replace(draft, declaration=again, status=Status.STORED)
    )
    assess(workspace, desk, stored)
    left = desks.offer("entry", desk).holdings[0].left
    assert (left.packages, left.mass, left.quantity) == (80, Decimal("400.333"), 160)


def test_re_export_turns_the_parties_and_drops_the_way_in(workspace, desk):
    entered(workspace, desk)
    desks = FollowUps(workspace)
    offer = desks.offer("entry", desk)
    portions = [Portion(holding=one, amount=one.left) for one in offer.holdings]
    kept = desks.begin(offer, named(offer, "3171"), portions, desk).declaration
    assert (kept.declaration_type, kept.general_procedure) == ("EX", "3")
    assert (kept.exporter_code, kept.consignee_code) == ("58411-01", "")
    assert kept.insurance is None
    assert [item.net_mass for item in kept.items] == [Decimal("600.5"), 7]


def test_no_more_leaves_than_is_left_and_something_must(workspace, desk):
    entered(workspace, desk)
    desks = FollowUps(workspace)
    offer = desks.offer("entry", desk)
    more = replace(offer.holdings[0].left, mass=Decimal("600.501"))
    with pytest.raises(NotEnoughGoods, match=r"has 600.5 left, and 600.501"):
        desks.begin(
            offer, named(offer, "4071"), [Portion(holding=offer.holdings[0], amount=more)], desk
        )
    with pytest.raises(UserError, match="at least one item"):
        desks.begin(offer, named(offer, "4071"), [], desk)


def test_only_goods_of_an_assessed_declaration_and_only_who_may_declare(workspace, desk):
    keep(workspace.database(), "stored", a_draft())
    with pytest.raises(UserError, match="No goods"):
        FollowUps(workspace).offer("stored", desk)
    entered(workspace, desk)
    offer = FollowUps(workspace).offer("entry", desk)
    sign_in(workspace, {Service.PAY})
    with pytest.raises(NotAllowed):
        FollowUps(workspace).begin(offer, named(offer, "4071"), [], desk)


amounts = st.decimals(min_value="0.001", max_value="99999", places=3)


@given(
    packages=st.lists(st.integers(1, 50), min_size=1, max_size=6),
    mass=amounts,
    invoice=amounts,
    freight=amounts,
)
def test_the_portions_make_up_the_whole_to_the_last_fils(packages, mass, invoice, freight):
    goods = PreviousGoods(office="A", year=2026, serial="C", number="1", item_number=1)
    whole = Decimal(sum(packages))
    item = Item(
        key=1, package_count=whole, net_mass=mass, invoice_amount=invoice, external_freight=freight
    )
    entry = Balance(packages=whole, mass=mass, value=invoice)
    draft = Draft(declaration=Declaration(items=(item,)))
    left, taken = entry, []
    for count in packages:
        holding = Holding(goods=goods, item=item, entered=entry, left=left)
        portion = Portion(holding=holding, amount=share_of(holding, "packages", Decimal(count)))
        left = plus(left, negated(portion.amount))
        out = follow_up(
            draft, [portion], model="IM4", procedure="4071", is_export=False, leaves_warehouse=True
        )
        taken.append(out.declaration.items[0])
        assert all((getattr(left, name) or 0) >= 0 for name in MEASURES)
    assert sum(one.net_mass for one in taken) == mass
    assert sum(one.invoice_amount for one in taken) == invoice
    assert sum(one.external_freight for one in taken) == freight
    assert (left.packages, left.mass, left.value) == (0, 0, 0)
