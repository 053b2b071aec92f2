"""Payments by the services: whom they let, what they refuse before anything is written."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from sad_desktop.brokerage.card_numbers import CardNumber
from sad_desktop.brokerage.payments import (
    Answer,
    Method,
    PaymentKind,
    PaymentRefused,
    PaymentSearch,
    PaymentStatus,
    Proposal,
)
from sad_desktop.brokerage.users import Service
from sad_desktop.database import users
from sad_desktop.database.engine import writing
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import Document
from sad_desktop.declaration.status import Status
from sad_desktop.errors import UserError
from sad_desktop.paths import Paths
from sad_desktop.services.desk import Desk
from sad_desktop.services.life import Life
from sad_desktop.services.payments import Payments, Result, read_keyed
from sad_desktop.services.reference_lists import load_book
from sad_desktop.services.rights import NotAllowed, NotForCompany
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.profile_file import load_profile
from tests.lives import DAY, a_draft, assessed, registered
from tests.signed_in import MOMENT, sign_in

BAHRAIN = Desk(book=load_book("bh"), on=DAY)
DUTIES = PaymentKind.DUTIES


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace(Paths(tmp_path), user="Salma")
    workspace.open_database()
    yield workspace
    workspace.close()


@pytest.fixture
def payments(workspace):
    order = Document(document_code="640", reference="DO-7781")
    item = Item(key=1, commodity_code="84713000", documents=(order,))
    facts = {"consignee_code": "58411-01", "consignee_name": "Al Waha", "items": (item,)}
    database = workspace.database()
    assessed(database, registered(database, "a", a_draft(**facts)), "62.500")
    return Payments(workspace)


def a_result(amount="62.500", **changes):
    facts = {
        "amount": Decimal(amount),
        "method": Method.CASH,
        "paid_at": datetime.now(UTC),
        "answer": Answer(),
    }
    return Result(**facts | changes)


def test_a_request_is_proposed_sent_paid_and_found(workspace, payments):
    due = payments.due("a", BAHRAIN)
    assert (due.amount(DUTIES), due.deposits, due.currency) == (Decimal("62.500"), 0, "BHD")
    assert due.proposal == Proposal(temporary_number="C 1", delivery_order="DO-7781")
    request = payments.create("a", DUTIES, due.proposal, BAHRAIN)
    assert request.number == "PR/1/26"
    assert [line.code for line in request.lines] == ["OTH"]
    assert payments.methods(request, BAHRAIN) == (Method.CASH, Method.ELECTRONIC)
    done, stored = payments.record(request.id, a_result(), BAHRAIN)
    assert (done.receipt.number, done.receipt.by) == ("R 1", "Salma")
    assert workspace.load("a").draft.status is stored.draft.status is Status.PAID
    today = datetime.now().astimezone().date()
    for search, count in (
        (PaymentSearch(typed="al waha DO-7781", status=PaymentStatus.SUCCESSFUL), 1),
        (PaymentSearch(first=today, last=today), 1),
        (PaymentSearch(last=today - timedelta(days=1)), 0),
        (PaymentSearch(status=PaymentStatus.START), 0),
    ):
        assert len(payments.find(search)) == count
    assert payments.of_declaration("a") == (payments.load(request.id),)


def test_the_number_of_a_card_is_kept_nowhere(payments):
    card = "4111 1111 1111 1111"
    with pytest.raises(CardNumber, match="Delivery order"):
        payments.create("a", DUTIES, Proposal(delivery_order=card), BAHRAIN)
    request = payments.create("a", DUTIES, Proposal(), BAHRAIN)
    for name in ("receipt_number", "payment_number", "authorisation", "movement", "paid_through"):
        with pytest.raises(CardNumber):
            payments.record(request.id, a_result(answer=Answer(**{name: card})), BAHRAIN)
    with pytest.raises(CardNumber, match="Reason"):
        payments.reject(request.id, f"paid by {card}")
    assert payments.load(request.id).is_open


def test_what_cannot_be_is_refused_and_nothing_is_written(payments):
    request = payments.create("a", DUTIES, Proposal(), BAHRAIN)
    ahead = datetime.now(UTC) + timedelta(hours=1)
    for result, said in (
        (a_result("62.499"), "full amount BHD 62.500"),
        (a_result("62.501"), "full amount BHD 62.500"),
        (a_result(method=Method.PREPAID), "Box 48 names no account"),
        (a_result(paid_at=ahead), "still to come"),
    ):
        with pytest.raises(PaymentRefused, match=said):
            payments.record(request.id, result, BAHRAIN)
    with pytest.raises(UserError, match="Say why"):
        payments.reject(request.id, "  ")
    with pytest.raises(UserError, match="no longer in the database"):
        payments.load(4711)
    assert payments.load(request.id) == request


def test_an_account_no_list_knows_is_refused(workspace, payments):
    database = workspace.database()
    unknown = registered(database, "b", a_draft("B00001", payment_account="X-9"))
    assessed(database, unknown)
    request = payments.create("b", DUTIES, Proposal(), BAHRAIN)
    with pytest.raises(PaymentRefused, match="X-9 cannot be used: it is not in the list"):
        payments.methods(request, BAHRAIN)
    known = registered(database, "c", a_draft("C00001", payment_account="P-1001"))
    assessed(database, known)
    request = payments.create("c", DUTIES, Proposal(), BAHRAIN)
    assert payments.methods(request, BAHRAIN) == (Method.PREPAID,)


def test_kuwait_writes_its_own_numbers(workspace):
    database = workspace.database()
    stored = registered(database, "k", a_draft(office_code="KWKWI"))
    assessed(database, stored)
    kuwait = Desk(book=load_book("kw"), on=DAY)
    payments = Payments(workspace)
    due = payments.due("k", kuwait)
    assert due.proposal.temporary_number == "TIM/1/KWI26"
    request = payments.create("k", DUTIES, due.proposal, kuwait)
    done, _ = payments.record(request.id, a_result("10"), kuwait)
    assert done.receipt.number == "CR/1/KWI26"
    assert load_profile("kw")[0].payment_numbers_on(DAY).source


def test_only_who_may_pays_and_only_who_may_reverses_voids(workspace, payments):
    request = payments.create("a", DUTIES, Proposal(), BAHRAIN)
    payments.record(request.id, a_result(), BAHRAIN)
    sign_in(workspace, {Service.PAY})
    with pytest.raises(NotAllowed):
        payments.void(request.id, "wrong")
    sign_in(workspace, {Service.REVERSE})
    with pytest.raises(NotAllowed):
        payments.reject(request.id, "wrong")
    _, stored = payments.void(request.id, "wrong")
    assert stored.draft.status is Status.ASSESSED


def test_who_acts_for_other_companies_pays_nothing_of_this_one(workspace, payments):
    user = sign_in(workspace, {Service.PAY, Service.REVERSE})
    with writing(workspace.database()) as connection:
        others = replace(user, companies=frozenset({"40233-02"}))
        users.change(connection, others, at=MOMENT, changed_by="test")
    with pytest.raises(NotForCompany):
        payments.create("a", DUTIES, Proposal(), BAHRAIN)


def test_texts_that_are_too_long_name_their_field():
    with pytest.raises(UserError, match="“Payment number”"):
        read_keyed(Answer, {"payment_number": "9" * 31})
    assert read_keyed(Answer, {"authorisation": " b85727 "}).authorisation == "B85727"


def test_an_amendment_after_payment_keeps_the_receipt_until_it_is_voided(workspace, payments):
    request = payments.create("a", DUTIES, Proposal(), BAHRAIN)
    payments.record(request.id, a_result(), BAHRAIN)
    life = Life(workspace)
    amended = life.amend("a", 4, "one more box")
    assert payments.load(request.id).counts
    restored = life.restore("a", amended.version)
    assert restored.draft.status is Status.PAID
    assert restored.draft.declaration.receipt_number == "1"
