"""What of a draft decides which answers verification needs from the office's register."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sad_desktop.brokerage.advance_cargo import plain_acid
from sad_desktop.brokerage.digital_documents import attached
from sad_desktop.brokerage.numbers import NumberKind, description_digest, numbers_of
from sad_desktop.brokerage.register import PreviousGoods, previous_goods
from sad_desktop.declaration.draft import Draft
from sad_desktop.tariff.applicable import full_code
from sad_desktop.tariff.lookup import normalise


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry:
    """The codes and numbers of a draft that the register is asked about.

    ``acid`` are its digits, ``descriptions`` folded ones by their digests, ``goods`` commodity
    codes with origins, ``bills`` numbers as keyed, ``voyage`` the manifest, its day and the
    office, ``copies`` the code, reference and file of documents. Equal enquiries of one moment
    have equal answers.
    """

    declaration_id: str
    profile: str
    status: str
    consignee: str
    parties: frozenset[str]
    account: str
    acid: str
    voyage: tuple[str, date | None, str]
    bills: frozenset[str]
    licences: frozenset[str]
    numbers: Mapping[NumberKind, frozenset[str]]
    descriptions: Mapping[str, str]
    goods: frozenset[tuple[str, str]]
    previous: frozenset[PreviousGoods]
    copies: frozenset[tuple[str, str, str]]
    procedures: frozenset[str]
    papers: frozenset[str]


def enquiry_of(declaration_id: str, draft: Draft, profile: str) -> Enquiry:
    """Return what the register is asked about for a draft judged by a country's law."""
    kept = draft.declaration
    items = kept.items
    folded = {item.commercial_description for item in items}
    parties = (kept.exporter_code, kept.consignee_code, kept.payer_code, kept.declarant_code)
    return Enquiry(
        declaration_id=declaration_id,
        profile=profile,
        status=draft.status.value,
        consignee=kept.consignee_code,
        parties=frozenset(parties) - {""},
        account=kept.payment_account,
        acid=plain_acid(kept.acid)[0],
        voyage=(kept.manifest, kept.manifest_day, kept.office_code),
        bills=frozenset(item.summary_declaration for item in items) - {""},
        licences=frozenset(item.licence_number for item in items) - {""},
        numbers=numbers_of(kept),
        descriptions={
            digest: normalise(text) for text in folded if (digest := description_digest(text))
        },
        goods=frozenset(
            (full_code(item), item.origin_country) for item in items if item.commodity_code
        ),
        previous=frozenset(
            previous_goods(row) for item in items for row in item.previous_declarations
        ),
        copies=frozenset(
            (row.document_code, row.reference, row.digital_document)
            for _number, _item, row in attached(draft)
        ),
        procedures=frozenset(item.procedure for item in items) - {""},
        papers=frozenset(row.document_code for item in items for row in item.documents),
    )
