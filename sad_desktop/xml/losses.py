"""What does not arrive as it was keyed when a draft is written for customs."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sad_desktop.declaration.draft import Draft, Place, Rows
from sad_desktop.declaration.fields import Kind, definitions
from sad_desktop.declaration.values import show
from sad_desktop.xml import mapping
from sad_desktop.xml.limits import Limits, limit_at
from sad_desktop.xml.spelling import NOT_XML

_TEXTUAL = frozenset({Kind.TEXT, Kind.LINES, Kind.CODE})
_ITEM_LISTS = (Rows.DOCUMENTS, Rows.PREVIOUS)


class Reason(StrEnum):
    """Why a text does not arrive whole."""

    NO_ELEMENT = "no_element"
    TOO_LONG = "too_long"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A field that does not arrive whole: ``cut`` is what is missing of ``text`` at its end.

    ``number`` is that of the item, from 1, 0 for the general segment; ``source`` the document
    that gives the length.
    """

    place: Place
    number: int
    reason: Reason
    text: str
    cut: str = ""
    length: int = 0
    source: str = ""


def losses(draft: Draft, limits: Limits) -> tuple[Loss, ...]:
    """Return the fields an ASYCUDA file cannot hold, or not in full length, in their order."""
    return tuple(_all_losses(draft, limits))


def _all_losses(draft: Draft, limits: Limits) -> Iterator[Loss]:
    declaration = draft.declaration
    yield from _of_holder(draft, declaration, Place(""), 0, limits)
    for row, container in enumerate(declaration.containers):
        yield from _of_holder(draft, container, Place("", 0, Rows.CONTAINERS, row), 0, limits)
    has_costs = declaration.apportionment == mapping.NO_APPORTIONMENT
    for number, item in enumerate(declaration.items, 1):
        place = Place("", item.key)
        yield from _of_holder(draft, item, place, number, limits, has_costs=has_costs)
        for kind in _ITEM_LISTS:
            for row, one in enumerate(getattr(item, kind)):
                yield from _of_holder(draft, one, Place("", item.key, kind, row), number, limits)


def _of_holder(
    draft: Draft,
    holder: object,
    at: Place,
    number: int,
    limits: Limits,
    *,
    has_costs: bool = True,
) -> Iterator[Loss]:
    model: type = type(holder)
    not_carried = _not_carried(model)
    for name in (*not_carried, *(() if has_costs else sorted(mapping.ITEM_COSTS))):
        place = Place(name, at.item, at.rows, at.row)
        text = _text(draft, holder, place)
        if text:
            yield Loss(place=place, number=number, reason=Reason.NO_ELEMENT, text=text, cut=text)
    for name in _texts(model):
        value = getattr(holder, name)
        place = Place(name, at.item, at.rows, at.row)
        text = draft.rejected.get(place, value) if draft.rejected else value
        if not text or name in not_carried:
            continue
        limit = limit_at(place, limits)
        if limit is not None and len(text) > limit.length:
            yield Loss(
                place=place,
                number=number,
                reason=Reason.TOO_LONG,
                text=text,
                cut=text[limit.length :],
                length=limit.length,
                source=limit.source,
            )
        if not text.isprintable() and NOT_XML.search(text):
            yield Loss(place=place, number=number, reason=Reason.LETTERS, text=text)


def _text(draft: Draft, holder: object, place: Place) -> str:
    rejected = draft.rejected.get(place)
    if rejected is not None:
        return rejected
    value = getattr(holder, place.field)
    if value is None or value is False or value == "":
        return ""
    model: type = type(holder)
    return show(definitions(model)[place.field], value)


@cache
def _not_carried(model: type) -> tuple[str, ...]:
    before = f"{model.__name__}."
    return tuple(
        name.removeprefix(before) for name in mapping.NOT_CARRIED if name.startswith(before)
    )


@cache
def _texts(model: type) -> tuple[str, ...]:
    """Return the fields of a model that hold texts or codes."""
    return tuple(
        name for name, definition in definitions(model).items() if definition.kind in _TEXTUAL
    )
