"""Unit values are compared with the table of the office and with its own assessed declarations."""

import importlib
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import delete, select

from sad_desktop.brokerage.ledgers import ImportLicence, Ledger, Offence, UsualPrice
from sad_desktop.brokerage.life import Numbered
from sad_desktop.brokerage.register import PriceSource
from sad_desktop.brokerage.users import Service
from sad_desktop.database.engine import reading, writing
from sad_desktop.database.ledger_tables import price_cases
from sad_desktop.declaration.status import Status
from sad_desktop.errors import UserError
from sad_desktop.paths import Paths
from sad_desktop.services.desk import Desk
from sad_desktop.services.ledgers import Ledgers, read_file, write_file
from sad_desktop.services.life import Life
from sad_desktop.services.prices import compared
from sad_desktop.services.register import ask
from sad_desktop.services.rights import NotAllowed
from sad_desktop.services.workspace import Workspace
from tests.clean_declaration import DAY, RICE, clean, codes
from tests.signed_in import sign_in

pytest_plugins = ["tests.databases"]
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
OWN = Numbered(serial="C", day=DAY)


@pytest.fixture
def workspace(engine, tmp_path):
    url = engine.url.render_as_string(hide_password=False)
    workspace = Workspace(Paths(tmp_path / "data"), user="Salma", database_url=url)
    yield workspace
    workspace.close()


def ledgers(workspace):
    return Ledgers(workspace, "bh")


def usual(**changes):
    facts = {"commodity_code": RICE, "least": Decimal("0.5"), "most": Decimal("1.5"), **changes}
    return UsualPrice(**facts)


def scaled(factor, number):
    """The clean declaration under another reference, its prices times a factor."""
    items = tuple(
        replace(
            item,
            invoice_amount=item.invoice_amount * factor,
            summary_declaration="",
            documents=(),
        )
        for item in clean().draft.declaration.items
    )
    total = sum(item.invoice_amount for item in items)
    return clean().header(
        items=items, invoice_amount=total, reference_number=number, manifest="", containers=()
    )


def assess(workspace, factor, number, importer="58411-01"):
    given = scaled(Decimal(factor), number).header(consignee_code=importer)
    life, desk = Life(workspace), Desk(book=given.book, on=DAY)
    workspace.store(number, replace(given.draft, status=Status.STORED), 0, NOON)
    from sad_desktop.database import life as steps
    from sad_desktop.database.steps import Order

    order = Order(declaration_id=number, base_version=1, by="Salma", at=NOON)
    done = steps.register(workspace.database(), order, replace(OWN, number=number[1:]))
    return life.assess(number, done.version, desk, replace(OWN, serial="L"))


def found(workspace, given, own="mine"):
    """Return the findings of the desk as it asks the office; what is not kept left out."""
    answer = ask(workspace, own, given.draft, DAY)
    register = replace(answer.register, earlier=(), codes_before={}, references={})
    told = replace(given, register=register).found()
    return [one for one in told if one.code not in ("I-04", "M-06")]


def beyond(workspace, factor):
    given = scaled(Decimal(factor), "T9001")
    return [one for one in found(workspace, given) if one.code == "V-14"]


def test_three_assessed_declarations_make_a_range_and_a_price_beyond_it_is_told(workspace):
    for factor, number in (("1", "T1001"), ("1.1", "T1002")):
        assess(workspace, factor, number)
    assert beyond(workspace, "2") == []
    assess(workspace, "0.9", "T1003")
    told = beyond(workspace, "2")
    assert {one.number for one in told} == {1, 2, 3, 4, 5, 6, 7}
    assert {case.id for case in told[0].cases} == {"T1001", "T1002", "T1003"}
    assert told[0].cases[0].title.endswith(told[0].cases[0].id)
    assert beyond(workspace, "1.2") == []


def test_the_importers_own_cases_go_before_those_of_all(workspace):
    for number in ("T1001", "T1002", "T1003"):
        assess(workspace, "1", number)
        assess(workspace, "3", number.replace("T1", "T2"), importer="40233-02")
    register = ask(workspace, "mine", clean().draft, DAY).register
    assert {one.source for one in register.prices.values()} == {PriceSource.IMPORTER}
    other = clean().header(consignee_code="99999-09").draft
    of_all = ask(workspace, "mine", other, DAY).register.prices.values()
    assert {one.source for one in of_all} == {PriceSource.OFFICE}
    assert all(one.most > one.least for one in of_all)


def test_an_amended_or_cancelled_declaration_is_no_case_until_it_is_restored(workspace):
    for number in ("T1001", "T1002", "T1003"):
        last = assess(workspace, "1", number)
    life = Life(workspace)
    amended = life.amend(last.id, last.version, "wrong price")
    assert not ask(workspace, "mine", clean().draft, DAY).register.prices
    life.restore(last.id, amended.version)
    assert ask(workspace, "mine", clean().draft, DAY).register.prices


def test_a_declaration_is_no_case_of_itself(workspace):
    for number in ("T1001", "T1002", "T1003"):
        assess(workspace, "1", number)
    draft = workspace.load("T1001").draft
    assert not ask(workspace, "T1001", draft, DAY).register.prices


@pytest.mark.parametrize(
    ("row", "is_told"),
    [
        (usual(most=Decimal(99)), False),
        (usual(least=Decimal("0.001"), most=Decimal("0.002")), True),
        (usual(least=Decimal("0.001"), most=Decimal("0.002"), origin="ZZ"), False),
        (usual(least=Decimal("0.001"), most=Decimal("0.002"), commodity_code=RICE[:4]), True),
        (usual(most=Decimal("0.6"), valid_until=date(2026, 11, 1)), False),
        (usual(most=Decimal("0.6"), valid_from=date(2026, 11, 3)), False),
        (usual(least=Decimal("0.1"), most=Decimal("0.2"), unit="NMB"), False),
    ],
)
def test_a_row_of_the_table_judges_the_goods_it_names(workspace, row, is_told):
    ledgers(workspace).store(Ledger.PRICES, row, NOON)
    assert ("V-14" in codes(found(workspace, clean()))) is is_told


def test_the_longest_code_and_the_own_origin_go_before_the_rest(workspace):
    wide = {"least": Decimal("0.0001"), "most": Decimal(99999)}
    narrow = {"least": Decimal("0.0001"), "most": Decimal("0.0002")}
    own = ledgers(workspace)
    own.store(Ledger.PRICES, usual(commodity_code=RICE[:4], **narrow), NOON)
    own.store(Ledger.PRICES, usual(**wide), NOON)
    assert "V-14" not in codes(found(workspace, clean()))
    origin = next(
        item.origin_country
        for item in clean().draft.declaration.items
        if item.commodity_code == RICE
    )
    own.store(Ledger.PRICES, usual(origin=origin, **narrow), NOON)
    assert "V-14" in codes(found(workspace, clean()))


def test_the_window_shows_each_item_beside_what_is_usual_with_all_cases(workspace):
    for number in ("T1001", "T1002", "T1003"):
        assess(workspace, "1", number)
    desk = Desk(book=clean().book, on=DAY)
    note = desk.assessor().assess(clean().draft.declaration)
    rows = compared(workspace, "mine", clean().draft, note, DAY)
    of_a_file = replace(clean().draft, profile="")
    assert compared(workspace, "mine", of_a_file, note, DAY) == rows
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    rice = next(row for row in rows if row.goods[0] == RICE)
    assert rice.usual.least <= rice.unit_value <= rice.usual.most
    assert {case.declaration.id for case in rice.cases} == {"T1001", "T1002", "T1003"}
    assert rice.cases[0].unit_value == rice.cases[0].value / rice.cases[0].quantity


def test_an_upgrade_fills_the_cases_of_what_was_assessed_before(workspace):
    assess(workspace, "1", "T1001")
    engine = workspace.database()
    migration = importlib.import_module("sad_desktop.database.migrations.versions.0011_ledgers")
    with reading(engine) as connection:
        before = set(connection.execute(select(price_cases)).all())
    with writing(engine) as connection:
        connection.execute(delete(price_cases))
        with Operations.context(MigrationContext.configure(connection)):
            migration._fill()
    with reading(engine) as connection:
        assert set(connection.execute(select(price_cases)).all()) == before
    assert before


def test_a_licence_covers_what_other_registered_declarations_left(workspace):
    own = ledgers(workspace)
    licence = ImportLicence(number="L-1", value=Decimal(100), valid_until=DAY)
    own.store(Ledger.LICENCES, licence, NOON)
    taking = clean().item(4, licence_number="L-1", licence_value=Decimal(60))
    assert "D-07" not in codes(found(workspace, taking))
    assert "D-07" in codes(found(workspace, taking.item(4, licence_value=Decimal(101))))
    other = scaled(Decimal(1), "T1001").item(4, licence_number="L-1", licence_value=Decimal(50))
    workspace.store("T1001", replace(other.draft, status=Status.STORED), 0, NOON)
    assert "D-07" not in codes(found(workspace, taking))
    from sad_desktop.database import life as steps
    from sad_desktop.database.steps import Order

    order = Order(declaration_id="T1001", base_version=1, by="Salma", at=NOON)
    steps.register(workspace.database(), order, replace(OWN, number="1"))
    assert "D-07" in codes(found(workspace, taking))


def test_a_licence_that_ended_is_told(workspace):
    licence = ImportLicence(number="L-1", valid_until=date(2026, 11, 1))
    ledgers(workspace).store(Ledger.LICENCES, licence, NOON)
    assert codes(found(workspace, clean().item(4, licence_number="L-1"))) == ["D-08"]


def test_offences_of_an_importer_come_open_ones_first_and_the_latest_before(workspace):
    own = ledgers(workspace)
    facts = {"importer": "58411-01", "what": "undervalued"}
    for day, is_settled in ((1, False), (3, True), (2, False)):
        noted = date(2026, 10, day)
        own.store(Ledger.OFFENCES, Offence(noted_on=noted, is_settled=is_settled, **facts), NOON)
    own.store(Ledger.OFFENCES, Offence(noted_on=DAY, importer="1", what="other"), NOON)
    assert [one.noted_on.day for one in own.offences_of("58411-01")] == [2, 1, 3]
    assert own.offences_of("") == ()


def test_two_desks_do_not_overwrite_each_others_line(workspace):
    own = ledgers(workspace)
    first = own.store(Ledger.PRICES, usual(), NOON)
    own.store(Ledger.PRICES, replace(first, most=Decimal(2)), NOON)
    with pytest.raises(UserError, match="Another desk"):
        own.store(Ledger.PRICES, replace(first, most=Decimal(3)), NOON)
    with pytest.raises(UserError, match="Another desk"):
        own.remove(Ledger.PRICES, first)
    (kept,) = own.entries(Ledger.PRICES)
    assert kept.most == Decimal(2)
    own.remove(Ledger.PRICES, kept)
    assert own.entries(Ledger.PRICES) == ()


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (UsualPrice(least=Decimal(1), most=Decimal(2)), "Commodity code"),
        (usual(most=None), "Greatest value"),
        (usual(most=Decimal("0.1")), "is less than"),
        (usual(valid_from=DAY, valid_until=date(2026, 1, 1)), "is less than"),
    ],
)
def test_an_entry_that_says_too_little_is_refused_by_its_field(workspace, entry, said):
    with pytest.raises(UserError, match=said):
        ledgers(workspace).store(Ledger.PRICES, entry, NOON)


@pytest.mark.parametrize(
    ("ledger", "entry", "service"),
    [
        (Ledger.PRICES, usual(), Service.LISTS),
        (Ledger.OFFENCES, Offence(importer="1", noted_on=DAY, what="x"), Service.COMPANIES),
        (Ledger.LICENCES, ImportLicence(number="L-1"), Service.COMPANIES),
    ],
)
def test_only_who_was_granted_the_service_changes_a_ledger(
    workspace, tmp_path, ledger, entry, service
):
    own = ledgers(workspace)
    kept = own.store(ledger, entry, NOON)
    file = tmp_path / "ledger.csv"
    write_file(ledger, (entry,), file, "en")
    for services in (frozenset(Service) - {service}, frozenset()):
        sign_in(workspace, services)
        for change in (
            lambda: own.store(ledger, kept, NOON),
            lambda: own.remove(ledger, kept),
            lambda: own.take_file(ledger, read_file(ledger, file)),
        ):
            with pytest.raises(NotAllowed) as refusal:
                change()
            assert refusal.value.service is service
    sign_in(workspace, {service})
    assert own.take_file(ledger, read_file(ledger, file), instead=True) == 1
    assert len(own.entries(ledger)) == 1
