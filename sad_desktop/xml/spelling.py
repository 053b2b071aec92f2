"""How ASYCUDA files spell values: Java's numbers, days as month/day/year, true and false."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation

from sad_desktop.declaration.fields import NUMBERS, FieldDef, Kind
from sad_desktop.declaration.values import Unreadable, Value, parse
from sad_desktop.text import QT_TRANSLATE_NOOP

_LONGEST_NUMBER = 28
_GREATEST_EXPONENT = 40
_PLAIN = re.compile(r"([0-9]+)(?:\.([0-9]+))?")
_JAVA = re.compile(r"[+-]?[0-9]+(?:\.[0-9]*)?[eE][+-]?[0-9]{1,3}")
_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}|[0-9]{2})")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_FIRST_TWO_DIGIT_YEAR = 1980
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters no XML file can hold."""
_TRUE = frozenset({"true", "1"})
_FALSE = frozenset({"false", "0"})

Reading = Callable[[str], Value]
"""From an element's text, stripped and not empty, to a value; raises Unreadable."""


def reading_of(definition: FieldDef) -> Reading:
    """Return the function that reads one field's texts; codes keep their spelling."""
    if definition.kind in (Kind.TEXT, Kind.CODE, Kind.LINES):
        return _text_reading(definition)
    if definition.kind is Kind.DAY:
        return read_day
    if definition.kind is Kind.FLAG:
        return read_flag
    return _number_reading(definition)


def read_day(text: str) -> date:
    """Return the day of M/d/yy, M/d/yyyy or yyyy-MM-dd; two digits mean 1980 to 2079."""
    if match := _DAY.fullmatch(text):
        month, day, year = (int(part) for part in match.groups())
        if len(match[3]) == 2:
            century = _FIRST_TWO_DIGIT_YEAR // 100 * 100
            year += century if century + year >= _FIRST_TWO_DIGIT_YEAR else century + 100
    elif match := _ISO_DAY.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    else:
        raise Unreadable(QT_TRANSLATE_NOOP("Unreadable", "Type the day as day/month/year."))
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Unreadable(
            QT_TRANSLATE_NOOP("Unreadable", "There is no such day in the calendar.")
        ) from error


def read_flag(text: str) -> bool:
    """Return true and 1 as yes, false and 0 as no."""
    folded = text.lower()
    if folded in _TRUE:
        return True
    if folded in _FALSE:
        return False
    raise Unreadable(QT_TRANSLATE_NOOP("Unreadable", "Type 1 for yes or 0 for no."))


def read_figure(text: str) -> Decimal | None:
    """Return a computed amount as the file gives it, with all its digits; None if it is none."""
    if len(text) > _LONGEST_NUMBER:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < _GREATEST_EXPONENT else None


def read_count(text: str) -> int | None:
    """Return a computed whole number; None when the text is none."""
    number = read_figure(text)
    return int(number) if number is not None and number == number.to_integral_value() else None


def read_label(text: str) -> str:
    """Return a computed text on one line."""
    return _joined(text)


def spell(value: Value) -> str:
    """Return a value as a file spells it; blank values give an empty text."""
    if type(value) is Decimal:
        text = str(value)
        return f"{value:f}" if "E" in text else text
    if type(value) is str:
        return value if value.isprintable() else NOT_XML.sub("", value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return spell_day(value) if isinstance(value, date) else str(value)


def spell_day(day: date) -> str:
    """Return a day as M/d/yy, with the whole year where two digits would mislead."""
    is_near = _FIRST_TWO_DIGIT_YEAR <= day.year < _FIRST_TWO_DIGIT_YEAR + 100
    return f"{day.month}/{day.day}/" + (f"{day.year % 100:02}" if is_near else f"{day.year:04}")


def _text_reading(definition: FieldDef) -> Reading:
    is_multiline = definition.kind is Kind.LINES
    as_text = definition if is_multiline else replace(definition, kind=Kind.TEXT)
    longest = definition.length

    def read(text: str) -> Value:
        if len(text) <= longest and text.isprintable():
            return text
        return parse(as_text, text if is_multiline else _joined(text))

    return read


def _number_reading(definition: FieldDef) -> Reading:
    most_digits, most_decimals = definition.length, definition.decimals
    is_counted = definition.kind not in NUMBERS

    def read(text: str) -> Value:
        match = _PLAIN.fullmatch(text)
        if match is not None:
            whole, fraction = match.groups("")
            if len(fraction) <= most_decimals and len(whole) + len(fraction) <= most_digits:
                return int(whole) if is_counted else Decimal(text)
        return _read_odd_number(definition, text)

    return read


def _read_odd_number(definition: FieldDef, text: str) -> Value:
    if len(text) > _LONGEST_NUMBER:
        raise Unreadable(QT_TRANSLATE_NOOP("Unreadable", "The number is too long for this box."))
    if _JAVA.fullmatch(text):
        number = read_figure(text)
        if number is None:
            raise Unreadable(
                QT_TRANSLATE_NOOP("Unreadable", "The number is too long for this box.")
            )
        return parse(definition, f"{number:f}")
    return parse(definition, text)


def _joined(text: str) -> str:
    return " ".join(line for line in (part.strip() for part in text.split("\n")) if line)
