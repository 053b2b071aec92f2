"""The rules of users: who may be stored, and what a password must hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sad_desktop.brokerage.users import (
    BAD_EMAIL,
    GRANTABLE,
    HOLDS_NAME,
    NAME_TAKEN,
    NEEDS_DIGIT,
    NEEDS_LOWER,
    NEEDS_SYMBOL,
    NEEDS_UPPER,
    NO_GENERAL,
    NO_NAME,
    NO_OWN_NAME,
    NO_SERVICE,
    SERVICE_TITLES,
    TOO_SHORT,
    Service,
    SignInRules,
    User,
    password_lacks,
    user_faults,
)
from sad_desktop.services.users import one_time_password

GENERAL = User(id=1, name="Huda", first_name="Huda", is_general=True)
CLERK = User(id=2, name="ali", first_name="Ali", services=frozenset({Service.DECLARE}))


def faults(user, *others):
    return [fault.message for fault in user_faults(user, others)]


def test_s1_024_a_general_user_and_a_clerk_with_one_service_are_sound():
    assert faults(GENERAL) == []
    assert faults(CLERK, GENERAL) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"name": "  "}, NO_NAME),
        ({"name": " HUDA "}, NAME_TAKEN),
        ({"first_name": "", "last_name": " "}, NO_OWN_NAME),
        ({"services": frozenset()}, NO_SERVICE),
        ({"services": frozenset({Service.USERS})}, NO_SERVICE),
        ({"email": "ali at office"}, BAD_EMAIL),
    ],
)
def test_s1_025_027_what_is_wrong_with_a_user(changes, fault):
    wrong = User(
        **{
            "id": 2,
            "name": "ali",
            "first_name": "Ali",
            "services": frozenset({Service.DECLARE}),
            **changes,
        }
    )
    assert faults(wrong, GENERAL) == [fault]


def test_s1_002_the_last_general_user_stays_one():
    demoted = User(id=1, name="Huda", first_name="Huda", services=frozenset({Service.PAY}))
    gone = User(id=1, name="Huda", first_name="Huda", is_general=True, is_active=False)
    assert faults(demoted, CLERK) == [NO_GENERAL]
    assert faults(gone, CLERK) == [NO_GENERAL]
    other = User(id=3, name="Sara", first_name="Sara", is_general=True)
    assert faults(gone, CLERK, other) == []


def test_s1_026_the_general_user_has_every_service_and_an_inactive_one_none():
    assert all(GENERAL.may(service) for service in Service)
    assert not any(CLERK.may(service) for service in Service if service is not Service.DECLARE)
    assert not User(is_general=True, is_active=False).may(Service.DECLARE)


def test_every_service_has_a_title_and_users_are_not_granted():
    assert set(SERVICE_TITLES) == set(Service)
    assert set(GRANTABLE) == set(Service) - {Service.USERS}


@pytest.mark.parametrize(
    ("password", "lacks"),
    [
        ("Bahrain2026", ()),
        ("Bahr26", (TOO_SHORT,)),
        ("bahrain2026", (NEEDS_UPPER,)),
        ("BAHRAIN2026", (NEEDS_LOWER,)),
        ("BahrainPort", (NEEDS_DIGIT,)),
        ("xxHUDA2026xx", (HOLDS_NAME,)),
        ("", (TOO_SHORT, NEEDS_UPPER, NEEDS_LOWER, NEEDS_DIGIT)),
    ],
)
def test_s0_002_what_a_password_lacks(password, lacks):
    assert password_lacks(password, SignInRules(), "Huda") == lacks


def test_s1_025_a_symbol_is_asked_for_where_the_office_wants_one():
    strict = SignInRules(needs_symbol=True)
    assert password_lacks("Bahrain2026", strict) == (NEEDS_SYMBOL,)
    assert password_lacks("Bahrain-2026", strict) == ()


@given(name=st.text(max_size=8))
def test_a_one_time_password_satisfies_every_rule(name):
    strict = SignInRules(least_length=12, needs_symbol=True)
    lacks = password_lacks(one_time_password(), strict, name)
    assert lacks in ((), (HOLDS_NAME,))
