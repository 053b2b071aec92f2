"""From values to plain JSON and back without losing a digit: decimals and days travel as text."""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from sad_desktop.declaration.draft import Draft, Place, Rows, Source
from sad_desktop.declaration.figures import Figures
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status

Plain = None | bool | int | str | list[Any] | dict[str, Any]
"""What JSON can hold without a fraction: floats never occur."""

_Made = TypeVar("_Made")


class Unfit(ValueError):
    """Plain JSON that is no value of the expected kind."""


def to_plain(value: object) -> Any:
    """Return a value as plain JSON; of a dataclass only the fields that differ from empty."""
    if value is None or isinstance(value, str | bool | int):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(one) for one in value]
    plain: dict[str, Any] = {}
    kind: Any = type(value)
    for name, default in _defaults(kind):
        held = getattr(value, name)
        if held is not default and held != default:
            plain[name] = held if held.__class__ is str else to_plain(held)
    return plain


def from_plain(kind: type[_Made], plain: object) -> _Made:
    """Return the dataclass value that ``to_plain`` wrote; raises Unfit."""
    wanted: Any = kind
    made: _Made = _reader(wanted)(plain)
    return made


def plain_draft(draft: Draft) -> dict[str, Any]:
    """Return a draft as plain JSON, all but the content of its source."""
    source = draft.source
    return {
        "declaration": to_plain(draft.declaration),
        "rejected": plain_rejected(draft.rejected),
        "filled": plain_places(draft.filled),
        "status": draft.status.value,
        "profile": draft.profile,
        "source": None
        if source is None
        else {"dialect": source.dialect, "name": source.name, "keys": list(source.keys)},
        "declared": None if draft.declared is None else to_plain(draft.declared),
    }


def draft_from(plain: object, content: bytes | None) -> Draft:
    """Return the draft ``plain_draft`` wrote with its source's content; raises Unfit."""
    if not isinstance(plain, dict):
        raise Unfit(plain)
    try:
        source, declared = plain["source"], plain["declared"]
        return Draft(
            declaration=from_plain(Declaration, plain["declaration"]),
            rejected=rejected_from(plain["rejected"]),
            filled=places_from(plain["filled"]),
            status=_enum(Status, plain["status"]),
            profile=_text(plain["profile"]),
            source=None if source is None or content is None else _source(source, content),
            declared=None if declared is None else from_plain(Figures, declared),
        )
    except KeyError as error:
        raise Unfit(error.args[0]) from error


def _source(plain: Any, content: bytes) -> Source:
    return Source(
        dialect=_text(plain["dialect"]),
        name=_text(plain["name"]),
        content=content,
        keys=tuple(_number(key) for key in _list(plain["keys"])),
    )


def plain_rejected(rejected: Mapping[Place, str]) -> list[Any]:
    """Return texts that are no value as rows of field, item, list, row and text."""
    return [[*plain_place(place), typed] for place, typed in rejected.items()]


def rejected_from(plain: object) -> dict[Place, str]:
    """Return what ``plain_rejected`` wrote; raises Unfit."""
    pairs = [_list(row) for row in _list(plain)]
    return {place_from(pair[:-1]): _text(pair[-1] if pair else None) for pair in pairs}


def plain_places(places: frozenset[Place]) -> list[Any]:
    """Return places as rows of field, item, list and row, in a fixed order."""
    return sorted(plain_place(place) for place in places)


def places_from(plain: object) -> frozenset[Place]:
    """Return what ``plain_places`` wrote; raises Unfit."""
    return frozenset(place_from(row) for row in _list(plain))


def plain_place(place: Place) -> list[Any]:
    """Return a place as field, item, list and row."""
    return [place.field, place.item, place.rows.value if place.rows else "", place.row]


def place_from(plain: object) -> Place:
    """Return the place ``plain_place`` wrote, one that exists; raises Unfit."""
    row = _list(plain)
    if len(row) != 4:
        raise Unfit(row)
    name, item, rows, number = row
    try:
        place = Place(_text(name), _number(item), Rows(rows) if rows else None, _number(number))
        place.definition()
    except (ValueError, KeyError) as error:
        raise Unfit(row) from error
    return place


@cache
def _defaults(kind: Any) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


@cache
def _reader(kind: Any) -> Callable[[object], Any]:
    """Return the function that reads one kind of value; kinds are the hints of the dataclasses."""
    if kind in _READERS:
        return _READERS[kind]
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        (some,) = (one for one in arguments if one is not types.NoneType)
        read = _reader(some)
        return lambda plain: None if plain is None else read(plain)
    if origin is Sequence or (origin is tuple and arguments[-1] is Ellipsis):
        read = _reader(arguments[0])
        return lambda plain: tuple([read(one) for one in _list(plain)])
    if origin is tuple:
        readers = [_reader(one) for one in arguments]
        return lambda plain: _pair(readers, plain)
    if issubclass(kind, Enum):
        return lambda plain: _enum(kind, plain)
    hints = typing.get_type_hints(kind)
    fields = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}
    return lambda plain: _dataclass(kind, fields, plain)


def _dataclass(kind: Any, fields: Mapping[str, Callable[[object], Any]], plain: object) -> Any:
    if not isinstance(plain, dict):
        raise Unfit(plain)
    try:
        return kind(**{name: fields[name](held) for name, held in plain.items()})
    except (KeyError, TypeError) as error:
        raise Unfit(kind.__name__) from error


def _pair(readers: list[Callable[[object], Any]], plain: object) -> tuple[Any, ...]:
    row = _list(plain)
    if len(row) != len(readers):
        raise Unfit(row)
    return tuple(read(one) for read, one in zip(readers, row, strict=True))


def _enum(kind: Any, plain: object) -> Any:
    try:
        return kind(plain)
    except ValueError as error:
        raise Unfit(plain) from error


def _list(plain: object) -> list[Any]:
    if not isinstance(plain, list):
        raise Unfit(plain)
    return plain


def _text(plain: object) -> str:
    if not isinstance(plain, str):
        raise Unfit(plain)
    return plain


def _number(plain: object) -> int:
    if not isinstance(plain, int) or isinstance(plain, bool):
        raise Unfit(plain)
    return plain


def _flag(plain: object) -> bool:
    if not isinstance(plain, bool):
        raise Unfit(plain)
    return plain


def _decimal(plain: object) -> Decimal:
    try:
        return Decimal(_text(plain))
    except InvalidOperation as error:
        raise Unfit(plain) from error


def _moment(plain: object) -> datetime:
    try:
        return datetime.fromisoformat(_text(plain))
    except ValueError as error:
        raise Unfit(plain) from error


def _day(plain: object) -> date:
    try:
        return date.fromisoformat(_text(plain))
    except ValueError as error:
        raise Unfit(plain) from error


_READERS: Mapping[Any, Callable[[object], Any]] = types.MappingProxyType(
    {str: _text, int: _number, bool: _flag, Decimal: _decimal, date: _day, datetime: _moment}
)
