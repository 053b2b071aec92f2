"""The request to release a guarantee on paper (guide 004, 0900): what is claimed, and the proof."""

from collections.abc import Sequence
from dataclasses import dataclass

from sad_desktop.printing.layout_blocks import (
    Block,
    Column,
    Facts,
    Heading,
    Kind,
    Paragraph,
    Row,
    Table,
    Written,
)
from sad_desktop.printing.words import Word, word


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a claim says; days and amounts as they are written.

    ``proofs`` are the documents the law accepts, each with whether it is attached.
    """

    authority: Word
    declaration: str
    declared_on: str
    importer: str
    importer_code: str
    regime: Word
    guarantee_kind: Word
    guarantee: str
    issuer: str
    amount: str
    due_on: str
    proof_number: str
    proof_day: str
    proofs: Sequence[tuple[Word, bool]]
    made_on: str


def claim_form(claim: Claim) -> Written:
    """Return the request, one page for one declaration."""
    blocks: list[Block] = [
        Paragraph(text=word("claim_request")),
        Heading(title=word("claim_declaration")),
        Facts(
            pairs=(
                (word("claim_number"), claim.declaration),
                (word("claim_day"), claim.declared_on),
                (word("claim_importer"), claim.importer),
                (word("claim_importer_code"), claim.importer_code),
                (word("claim_regime"), claim.regime),
                (word("claim_due"), claim.due_on),
            )
        ),
        Heading(title=word("guarantee")),
        Facts(
            pairs=(
                (word("claim_kind"), claim.guarantee_kind),
                (word("claim_guarantee"), claim.guarantee),
                (word("claim_issuer"), claim.issuer),
                (word("claim_amount"), claim.amount),
            )
        ),
        Heading(title=word("claim_proofs")),
        Table(
            columns=(
                Column(title=word("claim_attached"), share=14, kind=Kind.MARK),
                Column(title=word("claim_document"), share=106),
                Column(title=word("claim_proof_number"), share=34, kind=Kind.CODE),
                Column(title=word("claim_proof_day"), share=26, kind=Kind.CODE),
            ),
            rows=tuple(
                Row(
                    cells=(
                        "X" if is_attached else "",
                        name,
                        claim.proof_number if is_attached else "",
                        claim.proof_day if is_attached else "",
                    )
                )
                for name, is_attached in claim.proofs
            ),
        ),
        Paragraph(text=word("claim_signature")),
        Paragraph(text=word("claim_customs")),
    ]
    return Written(
        title=word("claim_title"),
        facts=(
            (word("claim_to"), f"{claim.authority.en} / {claim.authority.ar}"),
            (word("claim_made"), claim.made_on),
        ),
        blocks=tuple(blocks),
    )
