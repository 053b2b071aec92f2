"""Rules that look beyond the declaration's own boxes (RULES, section X)."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sad_desktop.brokerage.life import same_but_for_the_office
from sad_desktop.brokerage.numbers import NumberKind, numbers_of
from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.fields import Kind, definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import show_number
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule

_UNWANTED = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u2028-\u202e\u2066-\u2069\ufffd\ue000-\uf8ff]"
)
_BIDI_MARKS_TEXT_MAY_HOLD = "\u200e\u200f\u061c"
_TEXTS = frozenset({Kind.TEXT, Kind.LINES, Kind.CODE})
HEADER_TEXTS = tuple(n for n, field in definitions(Declaration).items() if field.kind in _TEXTS)
ITEM_TEXTS = tuple(name for name, field in definitions(Item).items() if field.kind in _TEXTS)
_FREE_TEXTS = (
    "marks_1",
    "marks_2",
    "tariff_description",
    "commercial_description",
    "free_text_1",
    "free_text_2",
)


def similar_declaration(case: Case) -> Iterator[Finding]:
    """X-04: no other declaration of the consignee has its bill, invoice, container or chassis.

    A bill used by an open declaration is told by M-07.
    """
    others = [
        other
        for other in case.register.earlier
        if not other.consignee or other.consignee == case.declaration.consignee_code
    ]
    if not others:
        return
    own = numbers_of(case.declaration)
    for other in others:
        shared = sorted(own[NumberKind.BILL] & other.bills) if not other.is_open else []
        shared += sorted(own[NumberKind.INVOICE] & other.invoices)
        shared += sorted(own[NumberKind.CONTAINER] & other.containers)
        shared += sorted(own[NumberKind.CHASSIS] & other.chassis)
        if shared:
            place = Place("reference_number")
            shown = {"id": other.case.title, "list": ", ".join(shared)}
            yield case.finding("X-04", place, cases=(other.case,), **shown)


def changed_after_registration(case: Case) -> Iterator[Finding]:
    """X-05: a registered declaration stays as it was (ASYCUDA statuses)."""
    registered = case.register.as_registered
    if registered is None or case.draft.status.is_editable:
        return
    now = case.declaration
    if same_but_for_the_office(registered, now) != now:
        yield case.finding("X-05", Place("registration_number"))


def changed_total(case: Case) -> Iterator[Finding]:
    """X-06: the duties are still those that were assessed."""
    total = case.register.assessed_total
    if total is not None and total != case.note.total:
        difference = show_number(case.note.total - total, case.note.decimals)
        yield case.finding("X-06", Place("total_taxes"), v=difference)


def unwanted_characters(case: Case) -> Iterator[Finding]:
    """X-07: texts hold no control characters, and only letters the target can take.

    The flag ``charset`` names the target's character set, such as cp1256; without it any is.
    """
    charset = case.flag("charset")
    for holder, key, names in _texts(case):
        whole = "".join([getattr(holder, name) for name in names])
        if not _is_suspect(whole, charset):
            continue
        for name in names:
            sign = _unwanted(getattr(holder, name), charset)
            if sign:
                place = Place(name, key)
                shown = f"U+{ord(sign):04X}"
                yield case.finding("X-07", place, box=place.definition().box, v=shown)


def _texts(case: Case) -> Iterator[tuple[object, int, tuple[str, ...]]]:
    yield case.declaration, 0, HEADER_TEXTS
    for one in case.items:
        yield one.item, one.item.key, _FREE_TEXTS


def _is_suspect(text: str, charset: str) -> bool:
    return bool(_unwanted(text, charset))


def _unwanted(text: str, charset: str) -> str:
    """Return the first sign of a text that cannot stand there, "" when all can."""
    if text.isprintable() and (not charset or text.isascii()):
        return ""
    found = _UNWANTED.search(text)
    if found is not None:
        return found[0]
    if not charset:
        return ""
    return next((sign for sign in text if not _is_encodable(sign, charset)), "")


def _is_encodable(sign: str, charset: str) -> bool:
    try:
        sign.encode(charset)
    except UnicodeEncodeError:
        return sign in _BIDI_MARKS_TEXT_MAY_HOLD
    return True


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "X-04": similar_declaration,
        "X-05": changed_after_registration,
        "X-06": changed_total,
        "X-07": unwanted_characters,
    }
)
