"""Payment requests and receipts on paper: facts, classes of the amount, and the total (S0-028)."""

from collections.abc import Iterator
from datetime import datetime

from sad_desktop.brokerage.payments import Closing, PaymentRequest, Receipt, keyed_fields
from sad_desktop.declaration.values import show_number
from sad_desktop.printing.edition import Edition
from sad_desktop.printing.layout_blocks import (
    Block,
    Column,
    Facts,
    Heading,
    Kind,
    Paragraph,
    Row,
    Said,
    Table,
    Written,
)
from sad_desktop.printing.layout_flow import written_pages
from sad_desktop.printing.layout_subject import title_of
from sad_desktop.printing.marks import Page
from sad_desktop.printing.words import Word, word
from sad_desktop.tariff.profile import Profile

Fact = tuple[Word, Said]


def request_pages(request: PaymentRequest, edition: Edition, profile: Profile) -> tuple[Page, ...]:
    """Return the pages of a request, as it stands now."""
    closed = request.rejected
    blocks: list[Block] = [Facts(pairs=tuple(_asked(request)))]
    blocks += _amounts(request)
    if closed is not None:
        blocks.append(_closing(word("state_rejected"), closed))
    blocks.append(Paragraph(text=word("pay_in_full")))
    facts = (
        (word("request_number"), request.number),
        (word("requested_on"), _moment(request.created_at)),
    )
    return _pages(word("payment_request"), facts, blocks, edition, profile)


def receipt_pages(request: PaymentRequest, edition: Edition, profile: Profile) -> tuple[Page, ...]:
    """Return the pages of a paid request's receipt; a voided one says so in its title."""
    receipt = request.receipt
    if receipt is None:
        raise ValueError(request.number)
    blocks: list[Block] = [Facts(pairs=tuple(_asked(request)))]
    blocks += _amounts(request)
    blocks.append(Facts(pairs=tuple(_answered(receipt))))
    if request.voided is not None:
        blocks.append(_closing(word("receipt_voided"), request.voided))
    blocks.append(Paragraph(text=word("office_copy")))
    facts = (
        (word("receipt_number"), receipt.number),
        (word("receipt_moment"), _moment(receipt.at)),
    )
    title = word("payment_receipt" if request.voided is None else "receipt_voided")
    return _pages(title, facts, blocks, edition, profile)


def _pages(
    title: Word,
    facts: tuple[tuple[Word, str], ...],
    blocks: list[Block],
    edition: Edition,
    profile: Profile,
) -> tuple[Page, ...]:
    authority = Word(en=profile.authority_en, ar=profile.authority_ar).in_line(edition)
    return written_pages(
        Written(title=title, facts=facts, blocks=tuple(blocks)), edition, authority.strip(" /")
    )


def _asked(request: PaymentRequest) -> Iterator[Fact]:
    company = " · ".join(filter(None, (request.company_code, request.company_name)))
    yield word("pay_for"), word(f"{request.kind}_kind")
    yield word("state"), word(f"state_{request.status}")
    yield word("declaration_no"), request.reference
    yield word("company"), company
    for name in ("temporary_number", "delivery_order"):
        yield _title(name), getattr(request, name)
    if request.receipt is not None:
        yield word("request_number"), request.number
    yield word("amount", "tax_heads"), request.shown(request.amount)


def _answered(receipt: Receipt) -> Iterator[Fact]:
    yield word("payment_method"), word(f"method_{receipt.method}")
    yield word("account"), receipt.account
    for name in ("paid_through", "payment_number", "authorisation", "movement"):
        yield _title(name), getattr(receipt, name)
    yield word("recorded_by"), receipt.by


def _closing(title: Word, closing: Closing) -> Facts:
    return Facts(
        pairs=(
            (title, _moment(closing.at)),
            (word("recorded_by"), closing.by),
            (word("reason"), closing.reason),
        )
    )


def _amounts(request: PaymentRequest) -> Iterator[Block]:
    """Yield the classes of the amount with their total."""
    yield Heading(title=word("amount_class"))
    rows = [
        Row(
            cells=(
                line.code,
                Word(en=line.en, ar=line.ar),
                show_number(line.amount, request.decimals),
            )
        )
        for line in request.lines
    ]
    total = show_number(request.amount, request.decimals)
    yield Table(
        columns=(
            Column(title=word("tax_code"), share=20, kind=Kind.CODE),
            Column(title=word("amount_class"), share=114),
            Column(
                title=word("national").filled(currency=request.currency),
                share=46,
                kind=Kind.AMOUNT,
            ),
        ),
        rows=(*rows, Row(cells=("", word("total"), total), is_strong=True)),
    )


def _title(name: str) -> Word:
    return title_of(keyed_fields()[name])


def _moment(at: datetime) -> str:
    """Return a moment on the desk's own clock."""
    return at.astimezone().strftime("%d/%m/%Y %H:%M")
