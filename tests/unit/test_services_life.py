"""A declaration is led through its life by the services: judged, frozen, and only by who may."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sad_desktop.brokerage.life import Numbered
from sad_desktop.brokerage.register import PreviousGoods
from sad_desktop.brokerage.users import Service
from sad_desktop.database import goods
from sad_desktop.declaration.rows import PreviousDeclaration
from sad_desktop.declaration.status import Status
from sad_desktop.errors import UserError
from sad_desktop.paths import Paths
from sad_desktop.services.acknowledgements import acknowledge
from sad_desktop.services.desk import Desk
from sad_desktop.services.life import Life, NotPassed
from sad_desktop.services.register import ask
from sad_desktop.services.rights import NotAllowed, NotSignedIn, Rights
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.book import ListEntry
from sad_desktop.validation.findings import Severity
from tests.clean_declaration import DAY, LINES, clean, codes
from tests.signed_in import sign_in

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
OWN = Numbered(serial="C", day=DAY)


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace(Paths(tmp_path), user="Salma")
    workspace.open_database()
    yield workspace
    workspace.close()


@pytest.fixture
def life(workspace):
    return Life(workspace)


def a_desk(given=None):
    return Desk(book=(given or clean()).book, on=DAY)


def keep(workspace, given, name="a", base=0):
    draft = replace(given.draft, status=Status.STORED)
    return workspace.store(name, draft, base, NOON)


def assessed(workspace, life, given, name="a"):
    keep(workspace, given, name)
    done = life.register(name, 1, a_desk(given), OWN)
    return life.assess(name, done.version, a_desk(given), replace(OWN, serial="L"))


def judged(workspace, desk, name="a"):
    """Return what verification finds of a stored declaration."""
    draft = workspace.load(name).draft
    desk = desk.by_law_of(draft)
    note = desk.assessor().assess(draft.declaration, draft.declared)
    return desk.check(draft, note, ask(workspace, name, draft, DAY).register)


def test_a_clean_declaration_is_registered_assessed_paid_and_released(workspace, life):
    done = assessed(workspace, life, clean())
    done = life.pay("a", done.version, replace(OWN, serial="R", number="88"))
    done = life.release("a", done.version)
    kept = done.draft.declaration
    assert done.draft.status is Status.RELEASED
    assert (kept.registration_serial, kept.registration_number) == ("C", "1")
    assert (kept.assessment_serial, kept.receipt_number) == ("L", "88")
    assert {one.by for one in life.history("a")} == {"Salma"}
    assert life.verdict().holds


def test_the_assessment_is_kept_with_its_law_and_rates(workspace, life):
    assessed(workspace, life, clean())
    desk = a_desk()
    note = desk.assessor().assess(workspace.load("a").draft.declaration)
    kept = life.assessed_note("a")
    assert Decimal(kept["total"]) == note.total == life.assessed_total("a")
    assert kept["note"]["cif"] == f"{note.cif:f}"
    assert kept["law"]["exchange_rates"]["USD"] == "0.376"
    assert (kept["law_day"], kept["profile"]) == (DAY.isoformat(), "bh")


def test_an_error_keeps_it_from_being_registered_and_nothing_is_written(workspace, life):
    keep(workspace, clean().header(office_code=""))
    with pytest.raises(NotPassed, match="finds 1 errors") as refusal:
        life.register("a", 1, a_desk(), OWN)
    assert {one.severity for one in refusal.value.findings} == {Severity.ERROR}
    assert workspace.load("a").draft.status is Status.STORED
    assert len(life.history("a")) == 1


def test_a_warning_waits_until_somebody_stands_by_it(workspace, life):
    given = clean().header(consignee_code="40233-02", payment_account="C-2002")
    keep(workspace, clean(), "other")
    keep(workspace, clean().header(reference_number="T12130"))
    with pytest.raises(NotPassed, match="warnings wait") as refusal:
        life.register("a", 1, a_desk(given), OWN)
    for finding in refusal.value.findings:
        acknowledge(workspace, "a", finding)
    assert life.register("a", 1, a_desk(given), OWN).draft.status is Status.REGISTERED


def test_the_law_is_that_of_the_day_of_registration(workspace, life):
    given = clean()
    later = replace(a_desk(given), on=date(2027, 3, 1))
    keep(workspace, given)
    done = life.register("a", 1, later, OWN)
    assert later.by_law_of(done.draft).on == DAY
    life.assess("a", done.version, later, OWN)
    assert life.assessed_note("a")["law_day"] == DAY.isoformat()


def test_x06_tells_a_law_that_changed_since_and_x05_is_silent(workspace, life):
    given = clean()
    assessed(workspace, life, given)
    assert not {"X-05", "X-06"} & set(codes(judged(workspace, a_desk(given))))
    dearer = given.lines(replace(LINES[0], rates={"DTY": "10%"}))
    assert "X-06" in codes(judged(workspace, a_desk(dearer)))


def test_an_amount_nobody_can_compute_any_more_is_not_assessed(workspace, life):
    given = clean()
    keep(workspace, given)
    done = life.register("a", 1, a_desk(given), OWN)
    lines = {code: line for code, line in given.book.lines.items() if code != LINES[2].code}
    without = replace(given.book, lines=lines)
    with pytest.raises(NotPassed) as refusal:
        life.assess("a", done.version, replace(a_desk(given), book=without), OWN)
    assert set(codes(refusal.value.findings)) == {"T-01"}
    assert workspace.load("a") == done


def a_warehouse(given=None):
    """Return the clean declaration as an entry to a warehouse, and a book that suspends it."""
    given = (given or clean()).header(general_procedure="7", warehouse="BIW01", warehouse_days=90)
    given = given.each_item(procedure="7100", extended_code="000")
    own = ListEntry(code="7100", en="", ar="", facts={"models": "IM7", "suspends": "yes"})
    return given.listed("procedures", own)


def test_goods_that_enter_a_warehouse_have_a_balance_and_no_more_leaves(workspace, life):
    entry = a_warehouse()
    errors = [one.code for one in entry.found() if one.severity is Severity.ERROR]
    assert errors == []
    done = assessed(workspace, life, entry, "entry").draft.declaration
    first = PreviousGoods(
        office="BHKBS",
        year=2026,
        serial="C",
        number=done.registration_number,
        item_number=1,
    )
    left = goods.balances(workspace.database(), [first])[first]
    assert (left.packages, left.mass, left.quantity) == (20, 100, 20)
    assert left.value == a_desk(entry).assessor().assess(done).item(11).value.statistical_value
    row = PreviousDeclaration(
        office="BHKBS",
        year=2026,
        serial="C",
        number=done.registration_number,
        item_number=1,
        packages_written_off=Decimal(21),
    )
    takes = entry.header(reference_number="T12131").item(1, previous_declarations=(row,))
    keep(workspace, takes, "takes")
    assert "P-06" in codes(judged(workspace, a_desk(entry), "takes"))


STEPS = {
    "register": (Service.REGISTER, lambda life: life.register("a", 1, a_desk(), OWN)),
    "assess": (Service.REGISTER, lambda life: life.assess("a", 1, a_desk(), OWN)),
    "pay": (Service.PAY, lambda life: life.pay("a", 1, OWN)),
    "release": (Service.PAY, lambda life: life.release("a", 1)),
    "cancel": (Service.REVERSE, lambda life: life.cancel("a", 1, "why")),
    "amend": (Service.REVERSE, lambda life: life.amend("a", 1, "why")),
    "restore": (Service.REVERSE, lambda life: life.restore("a", 1)),
}


@pytest.mark.parametrize("name", sorted(STEPS))
def test_each_step_is_refused_without_its_service_before_anything_is_done(workspace, life, name):
    service, take = STEPS[name]
    sign_in(workspace, frozenset(Service) - {service})
    with pytest.raises(NotAllowed) as refusal:
        take(life)  # declaration "a" does not exist: the right is asked for first
    assert refusal.value.service is service
    workspace.use_rights(Rights(is_on=True))
    with pytest.raises(NotSignedIn):
        take(life)


def test_a_cancellation_and_an_amendment_need_a_reason(workspace, life):
    done = assessed(workspace, life, clean())
    for step in (life.cancel, life.amend):
        with pytest.raises(UserError, match="Say why"):
            step("a", done.version, "  ")
    assert life.cancel("a", done.version, "wrong bill").draft.status is Status.CANCELLED
    assert life.history("a")[-1].remark == "wrong bill"
