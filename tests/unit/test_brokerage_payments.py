"""Payment requests: paid once, in full, or rejected; no number of a card is ever kept."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sad_desktop.brokerage.card_numbers import CardNumber, holds_card_number, refuse_cards
from sad_desktop.brokerage.companies import AccountKind
from sad_desktop.brokerage.payments import (
    METHODS,
    Action,
    Closing,
    Method,
    PaymentKind,
    PaymentRefused,
    PaymentRequest,
    PaymentStatus,
    Receipt,
    check_method,
    check_requestable,
    check_standing,
    keyed_fields,
    left_after,
    paid,
    refusal,
    rejected,
    title_of_keyed,
    voided,
)
from sad_desktop.brokerage.receipt_classes import classified, deposited
from sad_desktop.declaration.status import Status
from sad_desktop.tariff.book import ListEntry
from sad_desktop.tariff.payment_numbers import written
from sad_desktop.tariff.profile_file import load_profile

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
CLOSED = Closing(at=NOON, by="Ali", reason="wrong amount")
CLASSES = (
    ListEntry(code="TAX", en="Customs tax", ar="الضريبة", facts={"takes": "items"}),
    ListEntry(code="CRT", en="Certificates", ar="الشهادات", facts={"takes": "COO"}),
    ListEntry(code="DEP", en="Deposits", ar="تأمينات", facts={"takes": "deposits"}),
    ListEntry(code="OTH", en="Other receipts", ar="أخرى", facts={"takes": "general"}),
)


def a_request(amount="62.500", **changes):
    facts = {
        "number": "PR/1/26",
        "declaration_id": "a",
        "kind": PaymentKind.DUTIES,
        "amount": Decimal(amount),
        "currency": "KWD",
        "decimals": 3,
        "created_at": NOON,
        "created_by": "Salma",
    }
    return PaymentRequest(**{**facts, **changes})


def a_receipt(number="CR/57709/KWI26"):
    return Receipt(number=number, at=NOON, method=Method.CASH, by="Ali")


class Requests(RuleBasedStateMachine):
    """Anything is tried on one request, in any order; money moves once and wholly."""

    @initialize(fils=st.integers(1, 10**9))
    def begin(self, fils):
        self.request = a_request(Decimal(fils).scaleb(-3))
        self.trail = []

    @rule(off=st.sampled_from(("0", "0", "0.001", "-0.001", "-1", "1000")))
    def pay(self, off):
        amount = self.request.amount + Decimal(off)
        self.attempt(Action.PAY, lambda: paid(self.request, a_receipt(), amount), Decimal(off) == 0)

    @rule()
    def reject(self):
        self.attempt(Action.REJECT, lambda: rejected(self.request, CLOSED))

    @rule()
    def void(self):
        self.attempt(Action.VOID, lambda: voided(self.request, CLOSED))

    def attempt(self, action, do, is_right=True):
        before = self.request
        may = refusal(action, before) is None and is_right
        if not may:
            with pytest.raises(PaymentRefused):
                do()
            return
        self.request = do()
        self.trail.append(action)

    @invariant()
    def only_one_way_was_gone(self):
        ways = {
            PaymentStatus.START: [[]],
            PaymentStatus.SUCCESSFUL: [[Action.PAY], [Action.PAY, Action.VOID]],
            PaymentStatus.REJECTED: [[Action.REJECT]],
        }
        assert self.trail in ways[self.request.status]
        assert self.request.counts == (self.trail == [Action.PAY])
        assert (self.request.receipt is None) == (Action.PAY not in self.trail)


TestRequests = Requests.TestCase
TestRequests.settings = settings(max_examples=40, stateful_step_count=10, deadline=None)


def test_the_three_rules_say_what_the_catalogue_says():
    with pytest.raises(PaymentRefused, match=r"full amount KWD 62\.500; partial payment is not"):
        paid(a_request(), a_receipt(), Decimal("62.499"))
    done = paid(a_request(), a_receipt(), Decimal("62.5"))
    with pytest.raises(PaymentRefused, match="A paid request cannot be rejected"):
        rejected(done, CLOSED)
    with pytest.raises(PaymentRefused, match=r"rejected request cannot be paid\. Send a new one"):
        paid(rejected(a_request(), CLOSED), a_receipt(), Decimal("62.5"))
    with pytest.raises(PaymentRefused, match="paid already: receipt CR/57709/KWI26, recorded by A"):
        paid(done, a_receipt("CR/1"), Decimal("62.5"))


def test_what_is_owed_decides_what_is_requested():
    check_requestable(PaymentKind.DUTIES, Status.ASSESSED, Decimal(1))
    check_requestable(PaymentKind.DEPOSITS, Status.PAID, Decimal(1))
    for kind, status, due in (
        (PaymentKind.DUTIES, Status.PAID, "1"),
        (PaymentKind.DUTIES, Status.REGISTERED, "1"),
        (PaymentKind.DEPOSITS, Status.CANCELLED, "1"),
        (PaymentKind.DUTIES, Status.ASSESSED, "0"),
        (PaymentKind.DEPOSITS, Status.ASSESSED, "0"),
    ):
        with pytest.raises(PaymentRefused):
            check_requestable(kind, status, Decimal(due))


def test_a_second_request_waits_until_the_first_is_settled():
    first = a_request()
    with pytest.raises(PaymentRefused, match="still open"):
        check_standing(first)
    done = paid(first, a_receipt(), first.amount)
    with pytest.raises(PaymentRefused, match="Receipt CR/57709/KWI26 was paid"):
        check_standing(done)
    check_standing(voided(done, CLOSED))
    check_standing(rejected(first, CLOSED))


@pytest.mark.parametrize("kind", [None, *AccountKind])
def test_box_48_decides_the_method(kind):
    account = "P-1001" if kind else ""
    for method in Method:
        if method in METHODS[kind]:
            check_method(method, account, kind)
        else:
            with pytest.raises(PaymentRefused, match="Box 48"):
                check_method(method, account, kind)


def test_an_account_pays_what_it_holds_and_no_fils_more():
    assert left_after("P-1001", Decimal("62.500"), Decimal("62.5")) == 0
    with pytest.raises(PaymentRefused, match=r"P-1001 cannot be used: 62\.499 is left and 62\.5"):
        left_after("P-1001", Decimal("62.499"), Decimal("62.500"))


AMOUNTS = st.integers(0, 10**9).map(lambda fils: Decimal(fils).scaleb(-3))
CODES = st.sampled_from(("DTY", "VAT", "COO", "DEC", "XYZ"))


@settings(max_examples=50)
@given(
    items=st.dictionaries(CODES, AMOUNTS),
    general=st.lists(st.tuples(CODES, AMOUNTS), max_size=4),
    off=st.sampled_from(("0", "0", "0.001", "-0.001")),
    classes=st.sampled_from((CLASSES, CLASSES[:1], ())),
)
def test_the_classes_of_a_receipt_sum_to_its_total(items, general, off, classes):
    sums = [*items.values(), *(amount for _, amount in general)]
    total = sum(sums, Decimal(0)) + Decimal(off)
    lines = classified(total, items, general, classes)
    assert sum((line.amount for line in lines), Decimal(0)) == total
    assert all(line.amount and line.name("ar") and line.name("en") for line in lines)
    assert len({line.code for line in lines}) == len(lines)


def test_a_tax_named_in_the_list_goes_to_its_class():
    lines = classified(
        Decimal(17), {"DTY": Decimal(5)}, [("COO", Decimal(10)), ("DEC", Decimal(2))], CLASSES
    )
    assert [(line.code, line.amount) for line in lines] == [("TAX", 5), ("CRT", 10), ("OTH", 2)]
    assert [line.code for line in deposited(Decimal(3), CLASSES)] == ["DEP"]


@pytest.mark.parametrize(
    "keyed",
    [
        "4111111111111111",
        "4111 1111 1111 1111",
        "٤١١١ ١١١١ ١١١١ ١١١١",
        "card 4111-1111-1111-1111 exp 12/27",
        "ref 12 5500 0000 0000 0004",
        "378282246310005",
        "4222222222222",
        "6304000000000000000",
    ],
)
def test_the_number_of_a_card_is_refused_however_it_is_keyed(keyed):
    with pytest.raises(CardNumber, match="“Movement reference” looks like the number of a payment"):
        refuse_cards([("Paid through", "KNET"), ("Movement reference", keyed)])


@pytest.mark.parametrize(
    "keyed",
    ["", "100201920905708612", "B85727", "920910000196", "TIM/94477/KWI19", "4111 1111", "1" * 40],
)
def test_what_banks_and_customs_answer_is_kept(keyed):
    assert not holds_card_number(keyed)


@settings(max_examples=50)
@given(st.integers(10**11, 10**18 - 1))
def test_every_number_with_its_check_digit_is_seen_and_with_a_wrong_one_is_not(number):
    seen = [holds_card_number(f"x{number}{check}") for check in range(10)]
    assert sum(seen) == 1


def test_numbers_are_written_as_the_country_writes_them():
    kuwait, _ = load_profile("kw")
    told = {"office": "KWKWI", "year": 2019, "serial": "R"}
    patterns = kuwait.payment_numbers_on(date(2019, 7, 28))
    assert written(patterns.receipt, "57709", **told) == "CR/57709/KWI19"
    assert written(patterns.declaration, "94477", **told) == "TIM/94477/KWI19"
    assert written(patterns.request, "3", **told) == "PR/3/KWI19"
    bahrain, _ = load_profile("bh")
    assert written(bahrain.payment_numbers_on(date(2026, 1, 1)).receipt, "7", **told) == "R 7"
    assert kuwait.payment_numbers_on(date(2001, 1, 1)).source == ""


def test_a_field_has_its_title_in_both_languages():
    for field in keyed_fields().values():
        assert title_of_keyed(field.en, "ar") == field.ar
    assert (
        replace(a_request(), amount=Decimal("1250.5")).shown(Decimal("1250.5")) == "KWD 1,250.500"
    )
