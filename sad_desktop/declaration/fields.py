"""What a field is: the one place that says its kind, box, length and official titles."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any


class Kind(StrEnum):
    """How a value is typed, shown and stored."""

    TEXT = "text"
    LINES = "lines"
    CODE = "code"
    AMOUNT = "amount"
    QUANTITY = "quantity"
    RATE = "rate"
    COUNT = "count"
    DAY = "day"
    FLAG = "flag"


NUMBERS = frozenset({Kind.AMOUNT, Kind.QUANTITY, Kind.RATE})


class Level(StrEnum):
    """Which part of the form a field belongs to (BOXES.md, column Lvl)."""

    HEADER = "H"
    ITEM = "I"
    TRANSIT = "T"
    OFFICIAL = "O"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDef:
    """One field: its meaning, never its place on paper, in XML or on the screen.

    ``length`` is the greatest number of characters (texts, codes) or digits (numbers);
    ``decimals`` the greatest number of decimal places kept; ``shown_decimals`` the least
    number shown. ``box`` is the box and subdivision of the form ("33.2").
    """

    name: str
    kind: Kind
    box: str
    en: str
    ar: str
    length: int
    decimals: int = 0
    shown_decimals: int = 0
    lookup: str = ""
    level: Level = Level.HEADER
    lines: int = 1
    allows_negative: bool = False

    def title(self, language: str) -> str:
        """Return the official title in ``en`` or ``ar``."""
        return self.ar if language == "ar" else self.en


def _declare(default: object, kind: Kind, box: str, en: str, ar: str, **facts: Any) -> Any:
    length = facts.pop("length")
    blueprint = FieldDef(name="", kind=kind, box=box, en=en, ar=ar, length=length, **facts)
    return dataclasses.field(default=default, metadata={"definition": blueprint})


def text(box: str, en: str, ar: str, *, length: int = 70, **facts: Any) -> Any:
    """Declare one line of free text."""
    return _declare("", Kind.TEXT, box, en, ar, length=length, **facts)


def multiline(
    box: str, en: str, ar: str, *, lines: int = 4, length: int = 350, **facts: Any
) -> Any:
    """Declare free text of several lines; ``lines`` is what the box shows."""
    return _declare("", Kind.LINES, box, en, ar, lines=lines, length=length, **facts)


def code(box: str, en: str, ar: str, *, length: int = 17, **facts: Any) -> Any:
    """Declare a code, usually with the name of the list it is looked up in."""
    return _declare("", Kind.CODE, box, en, ar, length=length, **facts)


def amount(box: str, en: str, ar: str, *, decimals: int = 3, **facts: Any) -> Any:
    """Declare an amount of money in its own currency."""
    facts.setdefault("shown_decimals", 2)
    facts.setdefault("length", 18)
    return _declare(None, Kind.AMOUNT, box, en, ar, decimals=decimals, **facts)


def quantity(box: str, en: str, ar: str, *, decimals: int = 3, **facts: Any) -> Any:
    """Declare a mass in kg or a quantity in the field's unit."""
    facts.setdefault("length", 15)
    return _declare(None, Kind.QUANTITY, box, en, ar, decimals=decimals, **facts)


def rate(box: str, en: str, ar: str, *, decimals: int = 10, **facts: Any) -> Any:
    """Declare a factor or an exchange rate."""
    facts.setdefault("length", 18)
    return _declare(None, Kind.RATE, box, en, ar, decimals=decimals, **facts)


def count(box: str, en: str, ar: str, *, length: int = 5, **facts: Any) -> Any:
    """Declare a whole number."""
    return _declare(None, Kind.COUNT, box, en, ar, length=length, **facts)


def day(box: str, en: str, ar: str, **facts: Any) -> Any:
    """Declare a calendar day."""
    return _declare(None, Kind.DAY, box, en, ar, length=10, **facts)


def flag(box: str, en: str, ar: str, **facts: Any) -> Any:
    """Declare a yes or no."""
    return _declare(False, Kind.FLAG, box, en, ar, length=1, **facts)


@cache
def definitions(model: type) -> Mapping[str, FieldDef]:
    """Return the fields a dataclass declares, by name, in the order of the form."""
    return MappingProxyType(
        {
            field.name: dataclasses.replace(field.metadata["definition"], name=field.name)
            for field in dataclasses.fields(model)
            if "definition" in field.metadata
        }
    )
