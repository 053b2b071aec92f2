"""Payment requests and receipts on paper, in each edition; a hostile request prints as well."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from sad_desktop.brokerage.payments import (
    Closing,
    Method,
    PaymentKind,
    PaymentRequest,
    PaymentStatus,
    Receipt,
)
from sad_desktop.brokerage.receipt_classes import AmountLine
from sad_desktop.printing.edition import Edition
from sad_desktop.printing.layout_payment import receipt_pages, request_pages
from sad_desktop.printing.marks import Text
from sad_desktop.services.payment_paper import payment_pdf
from sad_desktop.tariff.profile_file import load_profile

PROFILE, _ = load_profile("kw")
NOON = datetime(2026, 7, 28, 12, tzinfo=UTC)
PAID = PaymentRequest(
    number="PR/4/KWI26",
    declaration_id="a",
    kind=PaymentKind.DUTIES,
    amount=Decimal("1250.5"),
    currency="KWD",
    decimals=3,
    created_at=NOON,
    created_by="Salma",
    reference="2026/T12129",
    company_code="300101",
    company_name="شركة السدرة (ذ.م.م)",
    temporary_number="TIM/94477/KWI26",
    status=PaymentStatus.SUCCESSFUL,
    lines=(
        AmountLine(code="TAX", en="Customs tax", ar="الضريبة الجمركية", amount=Decimal("1240.5")),
        AmountLine(code="OTH", en="Other receipts", ar="إيصالات أخرى", amount=Decimal(10)),
    ),
    receipt=Receipt(
        number="CR/57709/KWI26",
        at=NOON,
        method=Method.ELECTRONIC,
        payment_number="100201920905708612",
        authorisation="B85727",
        movement="920910000196",
        paid_through="KNET",
        by="Ali",
    ),
)


def texts(pages):
    marks = [mark for page in pages for mark in page.marks]
    return [line for mark in marks if isinstance(mark, Text) for line in mark.lines]


@pytest.mark.parametrize("edition", list(Edition))
def test_a_receipt_says_what_the_bank_answered_and_sums_its_classes(edition):
    said = texts(receipt_pages(PAID, edition, PROFILE))
    for wanted in (
        *("CR/57709/KWI26", "TIM/94477/KWI26", "PR/4/KWI26", "100201920905708612", "B85727"),
        *("920910000196", "KNET", "KWD 1,250.500", "1,240.500", "10.000", "1,250.500"),
    ):
        assert wanted in said, wanted
    assert ("Receipt" in said) == (edition is not Edition.ARABIC)
    assert ("إيصال" in said) == (edition is not Edition.ENGLISH)
    assert payment_pdf(PAID, "receipt", edition, PROFILE).startswith(b"%PDF")


def test_a_voided_receipt_says_so_in_its_title_and_why():
    voided = replace(PAID, voided=Closing(at=NOON, by="Noor", reason="paid twice"))
    said = texts(receipt_pages(voided, Edition.ENGLISH, PROFILE))
    assert "Receipt – VOID" in said
    assert any("paid twice" in line for line in said)


def test_a_request_prints_before_and_after_it_is_rejected():
    waiting = replace(PAID, status=PaymentStatus.START, receipt=None)
    said = texts(request_pages(waiting, Edition.ENGLISH, PROFILE))
    assert {"Payment request", "Start", "1,250.500"} <= set(said)
    assert "CR/57709/KWI26" not in said
    closed = Closing(at=NOON, by="Noor", reason="wrong amount")
    rejected = replace(waiting, status=PaymentStatus.REJECTED, rejected=closed)
    said = texts(request_pages(rejected, Edition.ENGLISH, PROFILE))
    assert any("wrong amount" in line for line in said)


def test_a_hostile_request_is_printed_whole_and_alike_each_time():
    hostile = replace(
        PAID,
        company_name="\u202e" + "شركة (" * 400,
        temporary_number="X" * 30,
        lines=PAID.lines * 60,
    )
    first = payment_pdf(hostile, "receipt", Edition.BOTH, PROFILE)
    assert first == payment_pdf(hostile, "receipt", Edition.BOTH, PROFILE)
    assert len(receipt_pages(hostile, Edition.BOTH, PROFILE)) > 1
