"""Numbers by which declarations of the same goods are known again, and descriptions likewise."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from hashlib import blake2b

from sad_desktop.declaration.model import Declaration
from sad_desktop.tariff.lookup import normalise

INVOICES = frozenset({"380", "325", "384"})
"""Codes of documents whose reference is an invoice's number."""

_CHASSIS = re.compile(r"\b[A-HJ-NPR-Z0-9]{17}\b")
_LONGEST = 80
_DIGEST_BYTES = 16


class NumberKind(StrEnum):
    """What a number names."""

    BILL = "bill"
    INVOICE = "invoice"
    CONTAINER = "container"
    CHASSIS = "chassis"
    REFERENCE = "reference"


def plain_number(text: str) -> str:
    """Return a container, chassis, bill or invoice number as numbers are compared."""
    signs = text.upper()
    return (signs if signs.isalnum() else "".join(filter(str.isalnum, signs)))[:_LONGEST]


def chassis_numbers(text: str) -> frozenset[str]:
    """Return the vehicles' chassis numbers in a text (ISO 3779): 17 signs without I, O and Q.

    A word of letters only is no chassis number.
    """
    found = _CHASSIS.findall(text.upper())
    return frozenset(one for one in found if any(sign.isdigit() for sign in one))


def numbers_of(declaration: Declaration) -> Mapping[NumberKind, frozenset[str]]:
    """Return the numbers of a declaration by what they name, as numbers are compared."""
    items = declaration.items
    texts = " ".join(
        f"{item.marks_1} {item.marks_2} {item.commercial_description} {item.free_text_1}"
        for item in items
    )
    invoices = (
        row.reference for item in items for row in item.documents if row.document_code in INVOICES
    )
    return {
        NumberKind.BILL: _plain(item.summary_declaration for item in items),
        NumberKind.INVOICE: _plain(invoices),
        NumberKind.CONTAINER: _plain(_containers(declaration)),
        NumberKind.CHASSIS: chassis_numbers(texts),
        NumberKind.REFERENCE: frozenset({declaration.reference_number[:_LONGEST]} - {""}),
    }


def description_digest(description: str) -> str:
    """Return what stands for a description among others, "" for an empty one.

    Descriptions that fold to the same text have the same digest.
    """
    folded = normalise(description)
    if not folded:
        return ""
    return blake2b(folded.encode("utf-8", "replace"), digest_size=_DIGEST_BYTES).hexdigest()


def _containers(declaration: Declaration) -> Iterator[str]:
    for row in declaration.containers:
        yield row.identity
    for item in declaration.items:
        yield from (item.container_1, item.container_2, item.container_3, item.container_4)


def _plain(texts: Iterable[str]) -> frozenset[str]:
    return frozenset({plain_number(text) for text in set(texts)} - {""})
