"""Due dates through the services: opened by an assessment, judged by verification, by right."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from sad_desktop.brokerage.due_dates import DueState
from sad_desktop.brokerage.ledgers import Guarantee, Ledger
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.errors import UserError
from sad_desktop.paths import Paths
from sad_desktop.services.desk import Desk
from sad_desktop.services.due_dates import DueDates
from sad_desktop.services.ledgers import Ledgers
from sad_desktop.services.openings import Terms, offered_cases, opening
from sad_desktop.services.reference_lists import load_book
from sad_desktop.services.regime_needs import regime_needs
from sad_desktop.services.register import ask
from sad_desktop.services.rights import NotAllowed
from sad_desktop.services.workspace import Workspace
from tests.lives import DAY
from tests.signed_in import sign_in
from tests.suspended import a_guarantee, an_opening, enter

NOW = datetime(2026, 7, 10, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def desk():
    return Desk(book=load_book("bh"), on=DAY)


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace(Paths(tmp_path), user="Salma")
    workspace.open_database()
    yield workspace
    workspace.close()


@pytest.fixture
def dates(workspace, desk):
    return DueDates(workspace, desk.book.profile, now=lambda: NOW)


def a_draft(procedure="5300", **facts):
    items = (
        Item(
            key=5,
            commodity_code="847130000000",
            procedure=procedure,
            net_mass=Decimal(100),
            invoice_amount=Decimal(1000),
            origin_country="CN",
        ),
    )
    declaration = Declaration(
        declaration_type="IM",
        general_procedure=procedure[0],
        invoice_currency="USD",
        invoice_amount=Decimal(1000),
        exchange_rate=Decimal("0.376"),
        consignee_code="58411-01",
        registration_day=DAY,
        items=items,
        **facts,
    )
    return Draft(declaration=declaration, profile="bh", status=Status.STORED)


def opened(desk, draft, terms=Terms()):  # noqa: B008 - a value
    note = desk.assessor().assess(draft.declaration, draft.declared)
    return opening(draft, note, desk, terms), note


def test_the_period_and_the_parts_follow_from_procedure_and_case(desk):
    begun, note = opened(desk, a_draft())
    assert (begun.due.regime, begun.due.case) == ("0301", "c")
    assert begun.due.due_on == DAY + timedelta(days=180)
    assert sum(begun.parts.values()) == note.guarantee > 0
    begun, _ = opened(desk, a_draft(), Terms("0305", "re_export", 7))
    assert (begun.due.regime, begun.due.guarantee_id) == ("0305", 7)


def test_box_49_says_how_long_goods_stay_in_the_warehouse(desk):
    begun, _ = opened(desk, a_draft("7100", warehouse_days=200))
    assert begun.due.due_on == DAY + timedelta(days=200)


def test_home_use_begins_no_due_date_and_another_country_one_without_a_day(desk):
    assert opened(desk, a_draft("4000"))[0] is None
    egypt = Desk(book=load_book("eg"), on=DAY)
    draft = replace(a_draft("7100"), profile="eg")
    assert offered_cases(draft, egypt) == ()
    begun, _ = opened(egypt, draft)
    assert (begun.due.regime, begun.due.due_on) == ("", None)


def test_a_country_without_a_law_of_regimes_needs_nothing_of_one(desk):
    assert regime_needs(a_draft(), Desk(book=load_book("eg"), on=DAY)) == ()
    found = [one.regime.code for one in regime_needs(a_draft(), desk)]
    assert found == ["0301", "03010101", "030102", "0305"]


def test_what_was_assessed_before_is_taken_up_once(workspace, dates, desk):
    enter(workspace.database(), None, "old", "700", items=a_draft().declaration.items)
    assert dates.unfollowed() == ("old",)
    assert (dates.follow(desk), dates.unfollowed()) == (1, ())
    (line,) = dates.lines(DAY)
    assert (line.due.regime, line.state) == ("0301", DueState.OPEN)


def test_verification_judges_the_guarantee_and_what_is_due(workspace, desk):
    draft = a_draft()

    def answer(name="a"):
        return ask(workspace, name, draft, DAY, profile="bh").register

    assert answer().guarantee is None
    ledgers = Ledgers(workspace, "bh")
    small = Guarantee(kind="bank", number="1", amount=Decimal(10), importer="58411-01")
    ledgers.store(Ledger.GUARANTEES, small)
    assert answer().guarantee == 10
    note = desk.assessor().assess(draft.declaration, draft.declared)
    found = [one.code for one in desk.check(draft, note, answer())]
    assert "P-09" in found
    ledgers.store(Ledger.GUARANTEES, Guarantee(kind="undertaking", number="2"))
    assert answer().guarantee is None
    enter(workspace.database(), an_opening(), "late")
    facts = ask(workspace, "late", draft, date(2027, 1, 1), profile="bh").register.due_dates
    assert [(one.en, one.is_extendable) for one in facts] == [("Temporary admission", True)]


def test_a_guarantee_that_is_charged_is_neither_lowered_below_nor_removed(workspace):
    engine = workspace.database()
    bank = a_guarantee(engine)
    enter(engine, an_opening(bank.id))
    ledgers = Ledgers(workspace, "bh")
    assert ledgers.free_amounts() == {bank.id: Decimal(10)}
    with pytest.raises(UserError, match="stands for 90"):
        ledgers.store(Ledger.GUARANTEES, replace(bank, amount=Decimal(89)))
    with pytest.raises(UserError, match="stays in the list"):
        ledgers.remove(Ledger.GUARANTEES, bank)
    kept = ledgers.store(Ledger.GUARANTEES, replace(bank, amount=Decimal(95)))
    assert ledgers.free_amounts() == {kept.id: Decimal(5)}


def test_only_who_may_records_and_nobody_acts_for_others_companies(workspace, dates):
    enter(workspace.database(), an_opening(), consignee_code="A-1")
    (line,) = dates.lines(DAY)
    sign_in(workspace, {Service.DECLARE})
    with pytest.raises(NotAllowed):
        dates.extend(line.due, DAY, 0, "")
    assert dates.due_within(365, DAY) == (1, 0)
