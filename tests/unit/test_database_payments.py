"""Payments in the database, on both: once, in full, with the declaration, at one desk of two."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlalchemy.exc import DatabaseError

from sad_desktop.brokerage.companies import Account, AccountKind, Company, Role
from sad_desktop.brokerage.history import Operation
from sad_desktop.brokerage.life import StepClosed
from sad_desktop.brokerage.payments import (
    Answer,
    Closing,
    Method,
    PaymentKind,
    PaymentRefused,
    PaymentStatus,
    RequestOpen,
)
from sad_desktop.brokerage.tracking import Stage, stages
from sad_desktop.database import companies, history, life, payment_rows, payments
from sad_desktop.database.companies import CompanyChanged
from sad_desktop.database.declarations import load
from sad_desktop.database.engine import connect, reading, writing
from sad_desktop.database.payment_tables import account_movements as movement_rows
from sad_desktop.declaration.status import Status
from sad_desktop.tariff.payment_numbers import PaymentNumbers
from tests.killed import killed_at_writing
from tests.lives import DAY, NOON, OWN, a_draft, an_assessment, an_order, assessed, at_once
from tests.lives import registered as register

pytest_plugins = ["tests.databases"]
PATTERNS = PaymentNumbers(request="PR/{number}/{port}{yy}", receipt="CR/{number}/{port}{yy}")


def given_by(by="Salma"):
    return payments.Given(patterns=PATTERNS, on=DAY, by=by, at=NOON, serial="R")


def closing(reason="wrong"):
    return Closing(at=NOON, by="Ali", reason=reason)


def owing(engine, name="a", total="62.500", **changes):
    """Assess a declaration that owes an amount."""
    draft = a_draft(f"A{name:0>5}", **changes)
    return assessed(engine, register(engine, name, draft), total)


def ask(engine, name="a", kind=PaymentKind.DUTIES):
    wanted = payments.Wanted(declaration_id=name, kind=kind, decimals=3)
    return payments.create(engine, wanted, given_by())


def pay(engine, request, by="Salma", amount=None, **changes):
    facts = {"amount": amount or request.amount, "method": Method.CASH, "paid_at": NOON}
    return payments.record(engine, request.id, payments.Payment(**facts | changes), given_by(by))


def operations(engine, name="a"):
    return [entry.operation for entry in history.entries_of(engine, name)]


def test_a_request_is_made_paid_and_the_declaration_with_it(engine):
    owing(engine)
    request = ask(engine)
    assert (request.number, request.status) == ("PR/1/KBS26", PaymentStatus.START)
    assert request.shown(request.amount) == "BHD 62.500"
    assert sum(line.amount for line in request.lines) == request.amount
    answer = Answer(payment_number="100201920905708612", authorisation="B85727")
    done, stored = pay(engine, request, answer=answer, method=Method.ELECTRONIC)
    kept = stored.draft.declaration
    assert (stored.draft.status, load(engine, "a").draft.status) == (Status.PAID, Status.PAID)
    assert (kept.receipt_serial, kept.receipt_number, kept.receipt_day) == ("R", "1", DAY)
    assert done.receipt.number == "CR/1/KBS26"
    assert done == payment_rows.load(engine, request.id)
    assert operations(engine)[-2:] == [Operation.REQUEST, Operation.PAY]
    assert history.verify(engine).holds


def test_nothing_less_and_nothing_twice_is_paid(engine):
    owing(engine)
    request = ask(engine)
    with pytest.raises(PaymentRefused, match=r"full amount BHD 62\.500"):
        pay(engine, request, amount=Decimal("62.499"))
    with pytest.raises(RequestOpen, match="PR/1/KBS26"):
        ask(engine)
    with pytest.raises(RequestOpen):
        life.pay(engine, an_order("a", 3), OWN)
    pay(engine, request)
    for again, said in (
        (lambda: pay(engine, request), "paid already"),
        (lambda: payments.reject(engine, request.id, closing()), "cannot be rejected"),
        (lambda: ask(engine), "was paid for this declaration already"),
    ):
        with pytest.raises(PaymentRefused, match=said):
            again()
    assert load(engine, "a").version == 4
    assert len(operations(engine)) == 5


def test_a_rejected_request_is_followed_by_a_new_one(engine):
    owing(engine)
    first = ask(engine)
    assert payments.reject(engine, first.id, closing()).rejected.reason == "wrong"
    with pytest.raises(PaymentRefused, match="Send a new one"):
        pay(engine, first)
    second = ask(engine)
    assert second.number == "PR/2/KBS26"
    pay(engine, second)
    assert load(engine, "a").draft.status is Status.PAID


def test_two_desks_pay_one_request_at_once_and_one_wins(engine):
    owing(engine)
    request = ask(engine)
    other = connect(engine.url.render_as_string(hide_password=False))
    outcomes = at_once(lambda: pay(engine, request, "Salma"), lambda: pay(other, request, "Ali"))
    other.dispose()
    lost = [one for one in outcomes if isinstance(one, PaymentRefused)]
    won = [one for one in outcomes if isinstance(one, tuple)]
    assert (len(lost), len(won)) == (1, 1)
    assert f"recorded by {won[0][0].receipt.by}" in str(lost[0])
    assert operations(engine).count(Operation.PAY) == 1
    assert history.verify(engine).holds


def test_paying_and_rejecting_at_once_end_in_one_of_them(engine):
    owing(engine)
    request = ask(engine)
    outcomes = at_once(
        lambda: pay(engine, request), lambda: payments.reject(engine, request.id, closing())
    )
    assert sum(isinstance(one, PaymentRefused) for one in outcomes) == 1
    is_paid = payment_rows.load(engine, request.id).counts
    assert is_paid == (load(engine, "a").draft.status is Status.PAID)


@pytest.mark.parametrize("step", [life.cancel, life.amend])
def test_cancelling_or_amending_rejects_what_is_still_requested(engine, step):
    owing(engine)
    request = ask(engine)
    step(engine, an_order("a", 3))
    kept = payment_rows.load(engine, request.id)
    assert (kept.status, kept.rejected.reason) == (PaymentStatus.REJECTED, "why")
    with pytest.raises(PaymentRefused, match="Send a new one"):
        pay(engine, request)
    with pytest.raises(PaymentRefused, match="assessed declaration only"):
        ask(engine)
    assert history.verify(engine).holds


def test_a_voided_receipt_leaves_the_declaration_assessed(engine):
    owing(engine)
    request = ask(engine)
    pay(engine, request)
    done, stored = payments.void(engine, request.id, closing("bank took it back"))
    assert (done.status, done.counts) == (PaymentStatus.SUCCESSFUL, False)
    assert stored.draft.status is Status.ASSESSED
    assert stored.draft.declaration.receipt_number == ""
    reached = {one.stage: one.at for one in stages(history.entries_of(engine, "a"))}
    assert reached[Stage.PAID] is None
    assert reached[Stage.ASSESSED]
    with pytest.raises(PaymentRefused, match="was voided already"):
        payments.void(engine, request.id, closing())
    _, stored = pay(engine, ask(engine))
    assert stored.draft.declaration.receipt_number == "2"


def test_a_receipt_is_not_voided_once_the_goods_are_released_or_under_amendment(engine):
    owing(engine)
    request = ask(engine)
    pay(engine, request)
    life.release(engine, an_order("a", 4))
    with pytest.raises(PaymentRefused, match="goods are released"):
        payments.void(engine, request.id, closing())
    life.amend(engine, an_order("a", 5))
    with pytest.raises(PaymentRefused, match="is being amended"):
        payments.void(engine, request.id, closing())
    assert payment_rows.load(engine, request.id).counts


def test_deposits_are_paid_beside_the_duties_and_move_nothing(engine):
    stored = register(engine, "a", a_draft())
    note = replace(an_assessment(stored), note={"total": "10", "guarantee": "4.5"})
    life.assess(engine, an_order("a", stored.version), OWN, note)
    deposits = ask(engine, kind=PaymentKind.DEPOSITS)
    assert deposits.amount == Decimal("4.5")
    _, stored = pay(engine, deposits)
    assert stored.draft.status is Status.ASSESSED
    pay(engine, ask(engine))
    assert load(engine, "a").draft.status is Status.PAID
    assert operations(engine)[-4:] == [
        Operation.REQUEST,
        Operation.DEPOSIT,
        Operation.REQUEST,
        Operation.PAY,
    ]


def test_customs_receipt_number_is_kept_as_keyed_and_once(engine):
    for name in "ab":
        owing(engine, name)
    answer = Answer(receipt_number="CR/57709/KWI19")
    done, stored = pay(engine, ask(engine, "a"), answer=answer)
    assert done.receipt.number == stored.draft.declaration.receipt_number == "CR/57709/KWI19"
    with pytest.raises(PaymentRefused, match="is recorded with request PR/1/KBS26 already"):
        pay(engine, ask(engine, "b"), answer=answer)


def with_account(engine, left="100.000"):
    importer = Company(
        profile="bh",
        code="58411-01",
        en="Al Waha",
        roles=frozenset({Role.CONSIGNEE}),
        accounts=(Account(code="P-1", left=Decimal(left) if left else None),),
    )
    with writing(engine) as connection:
        return companies.store(connection, importer, at=NOON, user="Salma")


def left_on_account(engine):
    with reading(engine) as connection:
        return companies.balances(connection, "bh", ["P-1"]).get("P-1")


def moved(engine, request):
    return [(one.amount, one.left) for one in payment_rows.load(engine, request.id).movements]


PREPAID = {"method": Method.PREPAID, "account_kind": AccountKind.PREPAID}
IMPORT = {"payment_account": "P-1", "consignee_code": "58411-01"}


def test_a_prepaid_account_is_charged_and_given_back(engine):
    importer = with_account(engine)
    owing(engine, **IMPORT)
    request = ask(engine)
    with pytest.raises(PaymentRefused, match="Box 48 names account P-1"):
        pay(engine, request)
    pay(engine, request, **PREPAID)
    assert left_on_account(engine) == Decimal("37.500")
    owing(engine, "b", **IMPORT)
    second = ask(engine, "b")
    with pytest.raises(PaymentRefused, match=r"P-1 cannot be used: 37\.5 is left and 62\.5 is due"):
        pay(engine, second, **PREPAID)
    assert load(engine, "b").draft.status is Status.ASSESSED
    payments.void(engine, request.id, closing())
    pay(engine, second, **PREPAID)
    taken, rest, all_of_it = Decimal("-62.500"), Decimal("37.500"), Decimal("100.000")
    assert moved(engine, request) == [(taken, rest), (-taken, all_of_it)]
    assert moved(engine, second) == [(taken, rest)]
    with pytest.raises(CompanyChanged), writing(engine) as connection:
        companies.store(connection, importer, at=NOON, user="Ali")


def test_an_account_whose_balance_is_not_followed_is_recorded_only(engine):
    with_account(engine, left="")
    owing(engine, **IMPORT)
    request = ask(engine)
    pay(engine, request, **PREPAID)
    assert moved(engine, request) == [(Decimal("-62.500"), None)]
    with pytest.raises(DatabaseError, match="append-only"), writing(engine) as connection:
        connection.execute(delete(movement_rows))


def test_two_desks_charge_one_account_at_once_and_it_is_never_overdrawn(engine):
    with_account(engine)
    asked = []
    for name in "ab":
        owing(engine, name, **IMPORT)
        asked.append(ask(engine, name))
    outcomes = at_once(*(lambda one=one: pay(engine, one, **PREPAID) for one in asked))
    assert sum(isinstance(one, PaymentRefused) for one in outcomes) == 1
    assert left_on_account(engine) == Decimal("37.500")


def test_a_desk_killed_while_it_pays_has_paid_wholly_or_not_at_all(engine):
    with_account(engine)
    owing(engine, **IMPORT)
    request = ask(engine)
    before = load(engine, "a"), payment_rows.load(engine, request.id), operations(engine)
    engine.dispose()  # a forked process must not share a connection to the server
    number = 1
    while killed_at_writing(engine, number, lambda own: pay(own, request, **PREPAID)):
        now = load(engine, "a"), payment_rows.load(engine, request.id), operations(engine)
        assert now == before, f"killed at {number}"
        assert left_on_account(engine) == Decimal(100)
        engine.dispose()
        number += 1
    assert number > 5  # request, account, ledger, declaration, history: between all of them
    assert payment_rows.load(engine, request.id).receipt.plain_number == "1"
    assert left_on_account(engine) == Decimal("37.500")
    assert load(engine, "a").draft.status is Status.PAID
    assert history.verify(engine).holds


def test_requests_are_found_by_words_status_and_days(engine):
    names = {"a": "شركة الواحة للتجارة", "b": "Gulf Motors", "c": "Al Waha"}
    for name, company in names.items():
        owing(engine, name, consignee_code="58411-01", consignee_name=f"{company}\nManama")
        ask(engine, name)
    payments.reject(engine, 2, closing())

    def found(typed="", status=None, since=None, before=None):
        seen = payment_rows.find(engine, typed, status, since, before)
        return "".join(one.declaration_id for one in seen)

    assert found() == "cba"
    assert found("الواحه") == "a"
    assert found("gulf pr/2") == "b"
    assert found("A0000c") == "c"
    assert found(status=PaymentStatus.REJECTED) == "b"
    assert found(since=NOON + timedelta(seconds=1)) == found(before=NOON) == ""
    assert found("nobody") == ""


ACTIONS = st.sampled_from(("ask", "pay", "part", "reject", "void", "amend", "cancel", "again"))


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(ACTIONS, min_size=4, max_size=9))
def test_no_sequence_pays_twice_or_parts_from_its_declaration(engine, actions):
    if left_on_account(engine) is None:
        with_account(engine, "1000000.000")
    name = f"d{history.verify(engine).count}"
    owing(engine, name, **IMPORT)
    start = left_on_account(engine)
    for action in actions:
        take(engine, name, action)
        own = [
            one
            for one in payment_rows.find(engine, "", None, None, None)
            if one.declaration_id == name
        ]
        counting = [one for one in own if one.counts]
        assert len(counting) <= 1
        assert sum(one.is_open for one in own) <= 1
        assert left_on_account(engine) == start - sum(one.amount for one in counting)
        if load(engine, name).draft.status is Status.PAID:
            assert counting
    assert history.verify(engine).holds


def take(engine, name, action):
    """Try something with the latest request of a declaration; a refusal changes nothing."""
    with reading(engine) as connection:
        own = payment_rows.of_declaration(connection, name)
    latest, stored = own[0] if own else None, load(engine, name)
    order = an_order(name, stored.version)
    try:
        match action:
            case "ask":
                ask(engine, name)
            case "pay" if latest:
                pay(engine, latest, **PREPAID)
            case "part" if latest:
                pay(engine, latest, amount=latest.amount - Decimal("0.001"), **PREPAID)
            case "reject" if latest:
                payments.reject(engine, latest.id, closing())
            case "void" if latest:
                payments.void(engine, latest.id, closing())
            case "amend":
                life.amend(engine, order)
            case "cancel":
                life.cancel(engine, order)
            case "again":
                done = life.register(engine, order, OWN)
                assessed(engine, done, "62.500")
    except (PaymentRefused, StepClosed):
        now = load(engine, name)
        assert action != "again" or now.draft.status is stored.draft.status
