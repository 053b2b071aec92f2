"""Signing in on a real database: rights, locks, one-time passwords, two desks at once."""

import getpass
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

import sad_desktop.services.users
from sad_desktop.brokerage.users import Service, SignInRules, User
from sad_desktop.database.engine import reading
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import UserError
from sad_desktop.paths import Paths
from sad_desktop.services.life import Life
from sad_desktop.services.rights import NotAllowed, NotForCompany, NotSignedIn
from sad_desktop.services.users import Users, system_user
from sad_desktop.services.workspace import Workspace

pytest_plugins = ["tests.databases"]
PROGRAMS_OWN = sad_desktop.services.users._hasher  # in a run another takes its place
SECRET = "Bahrain2026"  # noqa: S105 - of users who exist in these tests only
HUDA = User(name="Huda", first_name="Huda", last_name="Salem")
ALI = User(name="ali", first_name="Ali", services=frozenset({Service.DECLARE}))


class Clock:
    """A clock the test sets."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def open_desk(engine, tmp_path):
    """Open another desk of the same office."""
    opened = []

    def open_() -> Workspace:
        url = engine.url.render_as_string(hide_password=False)
        workspace = Workspace(Paths(tmp_path / str(len(opened))), user="desk", database_url=url)
        opened.append(workspace)
        return workspace

    yield open_
    for workspace in opened:
        workspace.close()


@pytest.fixture
def desk(open_desk):
    return open_desk()


@pytest.fixture
def users(desk, clock):
    return Users(desk, clock)


def test_without_sign_in_everything_may_be_done_in_the_systems_name(desk, users):
    assert not users.rules().is_on
    assert desk.store("a", Draft(), 0).stored_by == "desk"
    assert users.all() == ()


def test_s1_002_the_first_user_is_the_general_user_and_turns_sign_in_on(users, desk, open_desk):
    first = users.begin(HUDA, SECRET)
    assert first.is_general
    assert desk.store("a", Draft(), 0).stored_by == "Huda"
    elsewhere = open_desk()
    with pytest.raises(NotSignedIn):
        elsewhere.store("b", Draft(), 0)
    with pytest.raises(UserError, match="users already"):
        users.begin(HUDA, SECRET)


def test_a_first_user_with_a_weak_password_changes_nothing(users):
    with pytest.raises(UserError, match="rule"):
        users.begin(HUDA, "huda")
    assert not users.rules().is_on
    assert users.all() == ()


def test_s1_024_only_the_general_user_looks_after_users(users, desk):
    users.begin(HUDA, SECRET)
    _, password = users.add(ALI)
    users.sign_in("ali", password)
    for forbidden in (
        users.all,
        lambda: users.add(ALI),
        lambda: users.change(ALI),
        lambda: users.reset(1),
        lambda: users.set_rules(SignInRules()),
    ):
        with pytest.raises(NotAllowed):
            forbidden()
    assert desk.store("a", Draft(), 0).stored_by == "ali"


def test_a_service_that_was_taken_away_is_refused_at_the_next_sign_in(users, desk):
    users.begin(HUDA, SECRET)
    ali, password = users.add(ALI)
    users.change(User(**{**fields_of(ali), "services": frozenset({Service.PAY})}))
    users.sign_in("ALI ", password)
    with pytest.raises(NotAllowed, match="Key and store"):
        desk.store("a", Draft(), 0)


def fields_of(user):
    return {name: getattr(user, name) for name in User.__slots__}


def test_a_wrong_name_and_a_wrong_password_are_refused_in_the_same_words(users):
    users.begin(HUDA, SECRET)
    said = []
    for name, password in (("Huda", "wrong"), ("nobody", SECRET), ("", "")):
        with pytest.raises(UserError) as refused:
            users.sign_in(name, password)
        said.append(str(refused.value))
    assert len(set(said)) == 1


def test_too_many_wrong_passwords_lock_the_user_for_a_while(users, clock):
    users.begin(HUDA, SECRET)
    for _ in range(4):
        with pytest.raises(UserError, match="wrong"):
            users.sign_in("Huda", "wrong")
    for _ in range(2):
        with pytest.raises(UserError, match="locked until"):
            users.sign_in("Huda", "wrong")
    with pytest.raises(UserError, match="locked until"):
        users.sign_in("Huda", SECRET)
    clock.now += timedelta(minutes=15)
    assert users.sign_in("Huda", SECRET).failures == 0


def test_a_right_password_forgets_the_wrong_ones(users):
    users.begin(HUDA, SECRET)
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(UserError, match="wrong"):
                users.sign_in("Huda", "wrong")
        users.sign_in("Huda", SECRET)


def test_s0_005_a_reset_gives_a_one_time_password_that_must_be_changed(users):
    users.begin(HUDA, SECRET)
    ali, first = users.add(ALI)
    for _ in range(5):
        with pytest.raises(UserError):
            users.sign_in("ali", "wrong")
    second = users.reset(ali.id)
    with pytest.raises(UserError, match="wrong"):
        users.sign_in("ali", first)
    assert users.sign_in("ali", second).must_change
    for weak in ("short", second):
        with pytest.raises(UserError):
            users.change_password("ali", second, weak)
    assert not users.change_password("ali", second, "Manama-2026").must_change
    assert not users.sign_in("ali", "Manama-2026").must_change


def test_a_user_who_left_cannot_sign_in_and_the_last_general_user_cannot_leave(users):
    users.begin(HUDA, SECRET)
    ali, password = users.add(ALI)
    users.change(User(**{**fields_of(ali), "is_active": False}))
    with pytest.raises(UserError, match="may no longer"):
        users.sign_in("ali", password)
    (huda,) = [user for user in users.all() if user.is_general]
    with pytest.raises(UserError, match="One general user"):
        users.change(User(**{**fields_of(huda), "is_active": False}))


def test_no_password_stands_in_the_database(users, engine):
    users.begin(HUDA, SECRET)
    with reading(engine) as connection:
        hashes = [row[0] for row in connection.execute(text("select password_hash from users"))]
    assert hashes[0].startswith("$argon2id$")
    assert SECRET not in hashes[0]


def test_a_password_costs_a_thief_what_rfc_9106_recommends():
    assert PROGRAMS_OWN().hash(SECRET).startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_signing_out_gives_every_right_up(users, desk):
    users.begin(HUDA, SECRET)
    users.sign_out()
    with pytest.raises(NotSignedIn):
        desk.store("a", Draft(), 0)


def test_two_desks_that_begin_at_once_make_one_general_user(open_desk, clock):
    desks = [open_desk(), open_desk()]
    both = [Users(desk, clock) for desk in desks]
    for users in both:
        users.rules()
    failed = []
    gate = threading.Barrier(2)

    def begin(users, name):
        gate.wait()
        try:
            users.begin(User(name=name, first_name=name), SECRET)
        except UserError as error:
            failed.append(error)

    threads = [
        threading.Thread(target=begin, args=pair)
        for pair in zip(both, ("Huda", "Sara"), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(failed) == 1
    signed_in = next(users for users, desk in zip(both, desks, strict=True) if desk.rights.user)
    assert len(signed_in.all()) == 1


def as_seen(desk, elsewhere, clock):
    """Two desks of one office: Huda sits at one, Ali at the other."""
    huda = Users(desk, clock)
    huda.begin(HUDA, SECRET)
    ali, password = huda.add(ALI)
    Users(elsewhere, clock).sign_in("ali", password)
    return huda, ali


def test_a_right_revoked_at_another_desk_holds_at_the_next_service(desk, open_desk, clock):
    elsewhere = open_desk()
    huda, ali = as_seen(desk, elsewhere, clock)
    elsewhere.store("a", Draft(), 0)
    huda.change(replace(ali, services=frozenset({Service.PAY}), must_change=False))
    with pytest.raises(NotAllowed, match="Key and store"):
        elsewhere.store("a", Draft(), 1)
    assert not elsewhere.rights_now.allows(Service.DECLARE)
    assert elsewhere.load("a").version == 1
    huda.change(replace(ali, must_change=False))
    assert elsewhere.store("a", Draft(), 1).version == 2


def test_somebody_who_may_no_longer_sign_in_is_refused_where_he_sits(desk, open_desk, clock):
    elsewhere = open_desk()
    huda, ali = as_seen(desk, elsewhere, clock)
    huda.change(replace(ali, is_active=False))
    with pytest.raises(NotAllowed):
        elsewhere.store("a", Draft(), 0)


def test_a_desk_that_was_open_before_signing_in_began_asks_for_it(desk, users, open_desk):
    elsewhere = open_desk()
    elsewhere.store("a", Draft(), 0)
    users.begin(HUDA, SECRET)
    with pytest.raises(NotSignedIn):
        elsewhere.store("a", Draft(), 1)
    users.set_rules(SignInRules(is_on=False))
    assert desk.store("b", Draft(), 0).version == 1


def for_company(code, **changes):
    return Draft(declaration=Declaration(consignee_code=code, **changes))


def test_s1_029_a_user_acts_for_the_companies_given_to_it_and_no_other(
    users, desk, open_desk, clock
):
    users.begin(HUDA, SECRET)
    desk.store("b", for_company("18095-04"), 0)
    services = frozenset({Service.DECLARE, Service.REGISTER, Service.REVERSE})
    limited = User(
        name="ali", first_name="Ali", services=services, companies=frozenset({"58411-01"})
    )
    stored, password = users.add(limited)
    assert stored.companies == users.all()[0].companies == {"58411-01"}
    users.sign_in("ali", password)
    assert desk.store("new", Draft(), 0).version == 1
    desk.store("own", for_company("58411-01"), 0)
    desk.store("export", for_company("", exporter_code="58411-01"), 0)
    elsewhere = open_desk()
    Users(elsewhere, clock).sign_in("ali", password)
    life = Life(elsewhere)
    for forbidden in (
        lambda: desk.store("x", for_company("18095-04"), 0),
        lambda: desk.store("own", for_company("18095-04"), 1),
        lambda: desk.store("b", for_company("58411-01"), 1),
        lambda: elsewhere.store("b", for_company("58411-01"), 1),
        lambda: desk.delete_draft("b"),
        lambda: life.cancel("b", 1, "wrong"),
        lambda: life.amend("b", 1, "wrong"),
    ):
        with pytest.raises(NotForCompany, match="18095-04"):
            forbidden()
    assert desk.load("b").draft.declaration.consignee_code == "18095-04"


def test_the_general_user_and_one_without_companies_act_for_all():
    other = Declaration(consignee_code="18095-04")
    assert User().acts_for(other)
    assert User(is_general=True, companies=frozenset({"58411-01"})).acts_for(other)
    assert not User(companies=frozenset({"58411-01"})).acts_for(other)


@pytest.mark.parametrize("error", [KeyError("uid not found: 0"), ImportError("pwd"), OSError()])
def test_a_system_that_knows_no_name_of_its_user_is_no_fault(monkeypatch, error):
    def unknown():
        raise error

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert system_user() == ""
