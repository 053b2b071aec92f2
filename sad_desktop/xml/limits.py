"""How long a text may be in the system a file is written for, from the dialect's own table."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.resources import resource

ASYCUDA_LIMITS = "asycuda"
"""The dialect declarations are written in for customs."""

_GENERAL, _ITEM = "general", "item"


@dataclass(frozen=True, slots=True)
class Limit:
    """The greatest number of characters of a text, and the document that says so."""

    length: int
    source: str


Limits = Mapping[tuple[str, str], Limit]
"""By part of the declaration (general, item, or the name of a list) and field."""


@cache
def limits_of(dialect: str) -> Limits:
    """Return the limits of a dialect; raises ResourceMissing for one without a table."""
    table = tomllib.loads(resource(f"dialects/{dialect}.toml").read_text(encoding="utf-8"))
    sources = table["sources"]
    return MappingProxyType(
        {
            (part, field): Limit(row["length"], sources[row["source"]])
            for part in (_GENERAL, _ITEM, *map(str, Rows))
            for field, row in table.get(part, {}).items()
        }
    )


def limit_at(place: Place, limits: Limits) -> Limit | None:
    """Return the limit of a field; None where none is known."""
    return limits.get((_part_of(place), place.field))


def _part_of(place: Place) -> str:
    if place.rows is not None:
        return str(place.rows)
    return _ITEM if place.item else _GENERAL
