"""The request to release a guarantee as a PDF in both languages (S4-087)."""

from datetime import date
from pathlib import Path

from sad_desktop.brokerage.ledgers import CHOICES, Ledger
from sad_desktop.declaration.values import show_number
from sad_desktop.printing.edition import Edition
from sad_desktop.printing.layout_claim import Claim, claim_form
from sad_desktop.printing.words import Word, word
from sad_desktop.services.due_dates import DueLine
from sad_desktop.services.paper import save_pdf
from sad_desktop.tariff.profile import Profile


def claim_of(line: DueLine, profile: Profile, on: date) -> Claim:
    """Return what the claim of a due date says; its guarantee is known."""
    due, summary, guarantee = line.due, line.summary, line.guarantee
    assert guarantee is not None  # noqa: S101 - only what is guaranteed is claimed
    regime = line.regime
    proofs = line.case.proofs if line.case is not None else ()
    amount = line.whole or guarantee.amount
    shown = "" if amount is None else f"{profile.currency} {show_number(amount, due.decimals)}"
    return Claim(
        authority=Word(en=profile.authority_en, ar=profile.authority_ar),
        declaration=summary.registration or summary.reference,
        declared_on=_day(due.started_on),
        importer=summary.consignee_name,
        importer_code=summary.consignee_code,
        regime=Word(en=regime.en, ar=regime.ar) if regime is not None else word("guarantee"),
        guarantee_kind=_kind(guarantee.kind),
        guarantee=guarantee.number,
        issuer=guarantee.issuer,
        amount=shown,
        due_on=_day(due.due_on),
        proof_number=due.proof_number,
        proof_day=_day(due.discharged_on),
        proofs=tuple((Word(en=one.en, ar=one.ar), one.code == due.proof) for one in proofs),
        made_on=_day(on),
    )


def save_claim_form(line: DueLine, profile: Profile, on: date, path: Path) -> None:
    """Write the request of a due date as a PDF; raises UserError."""
    # Imported here: reportlab and HarfBuzz take long, and few who open the room print at once.
    from sad_desktop.printing.layout_flow import written_pages
    from sad_desktop.printing.pdf import render

    written = claim_form(claim_of(line, profile, on))
    pages = written_pages(written, Edition.BOTH, line.summary.registration)
    save_pdf(render(pages, title=written.title.en, language="ar"), path)


def _kind(kind: str) -> Word:
    english = CHOICES[Ledger.GUARANTEES, "kind"].get(kind, kind)
    return Word(en=english, ar=word(f"claim_{kind}").ar)


def _day(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m/%Y}"
