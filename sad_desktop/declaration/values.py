"""From what is typed to a value, and back: the one way in and out of every field."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from sad_desktop.declaration.fields import NUMBERS, FieldDef, Kind
from sad_desktop.text import QT_TRANSLATE_NOOP

Value = str | Decimal | int | bool | date | None
"""What a field can hold; an empty number or day is None, an empty text is ""."""

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_SEPARATORS = str.maketrans(
    {"٫": ".", "٬": ",", "،": ",", "−": "-", "\u200e": None, "\u200f": None, "\u061c": None}
)
_BLANKS = re.compile(r"[\s\u00a0\u202f'’]+")
_NUMBER = re.compile(r"-?(\d+(\.\d*)?|\.\d+)")
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d*)?")
_DAY_PARTS = re.compile(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})")
_DAY_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_YES = frozenset({"1", "x", "y", "yes", "true", "نعم", "✓"})
_NO = frozenset({"", "0", "n", "no", "false", "لا"})


class Unreadable(ValueError):
    """What was typed is no value of its field; the message is a text of context Unreadable."""


def parse(definition: FieldDef, typed: str) -> Value:
    """Return the value of what was typed; raises Unreadable and never guesses.

    Arabic-Indic and Persian digits, Arabic separators and thousands separators are understood.
    """
    if definition.kind is Kind.LINES:
        return _parse_lines(definition, typed)
    stripped = typed.strip()
    if definition.kind is Kind.TEXT:
        return _checked_text(definition, stripped.replace("\r", "").replace("\n", " "))
    if definition.kind is Kind.CODE:
        return _checked_text(definition, fold_digits(stripped).upper())
    if definition.kind is Kind.FLAG:
        return _parse_flag(stripped)
    if not stripped:
        return None
    if definition.kind is Kind.DAY:
        return _parse_day(stripped)
    number = _parse_number(stripped)
    return _checked_number(definition, number)


def show(definition: FieldDef, value: Value) -> str:
    """Return a value as it stands in its box; ``parse`` of it gives the value again."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else ""
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, Decimal):
        return show_number(value, definition.shown_decimals)
    return str(value)


def show_number(value: Decimal, decimals: int = 0) -> str:
    """Return a number in Latin digits with thousands commas and at least so many decimals."""
    plain = f"{value.normalize():f}" if value.is_finite() else str(value)
    whole, _, fraction = plain.partition(".")
    fraction = fraction.ljust(decimals, "0")
    sign = "-" if whole.startswith("-") else ""
    grouped = f"{int(whole.lstrip('-') or '0'):,}"
    return f"{sign}{grouped}.{fraction}" if fraction else f"{sign}{grouped}"


def fold_digits(typed: str) -> str:
    """Return the text with Arabic-Indic and Persian digits as Latin ones."""
    return typed.translate(_DIGITS)


def is_empty(value: Value) -> bool:
    """Tell whether a box with this value is blank; zero and an unticked flag are values."""
    return value is None or value == ""


def _parse_lines(definition: FieldDef, typed: str) -> str:
    lines = typed.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _checked_text(definition, "\n".join(line.strip() for line in lines).strip("\n"))


def _checked_text(definition: FieldDef, typed: str) -> str:
    if _CONTROLS.search(typed):
        raise Unreadable(
            QT_TRANSLATE_NOOP("Unreadable", "The text holds a control character; remove it.")
        )
    if len(typed) > definition.length:
        raise Unreadable(QT_TRANSLATE_NOOP("Unreadable", "The text is too long for this box."))
    return typed


def _parse_flag(typed: str) -> bool:
    folded = fold_digits(typed).lower()
    if folded in _YES:
        return True
    if folded in _NO:
        return False
    raise Unreadable(QT_TRANSLATE_NOOP("Unreadable", "Type 1 for yes or 0 for no."))


def _parse_number(typed: str) -> Decimal:
    plain = _BLANKS.sub("", fold_digits(typed).translate(_SEPARATORS))
    plain = plain.removeprefix("+")
    if plain.endswith("-"):
        plain = "-" + plain[:-1]
    plain = _latin_separators(plain)
    if not _NUMBER.fullmatch(plain):
        raise Unreadable(QT_TRANSLATE_NOOP("Unreadable", "This is not a number."))
    try:
        return Decimal(plain)
    except InvalidOperation as error:
        raise Unreadable(QT_TRANSLATE_NOOP("Unreadable", "This is not a number.")) from error


def _latin_separators(plain: str) -> str:
    """Return digits with a point before the decimals only; a lone comma may be either."""
    if _GROUPED.fullmatch(plain):
        return plain.replace(",", "")
    if "," not in plain:
        return plain
    whole, _, fraction = plain.rpartition(",")
    if "," not in whole and "." not in whole and len(fraction) != 3:
        return f"{whole}.{fraction}"
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+", whole):
        return f"{whole.replace('.', '')}.{fraction}"
    return plain


def _checked_number(definition: FieldDef, number: Decimal) -> Decimal | int:
    if number < 0 and not definition.allows_negative:
        raise Unreadable(QT_TRANSLATE_NOOP("Unreadable", "The value cannot be negative."))
    _, digits, exponent = number.normalize().as_tuple()
    assert isinstance(exponent, int)  # noqa: S101 - the pattern admits finite numbers only
    if -exponent > definition.decimals:
        raise Unreadable(QT_TRANSLATE_NOOP("Unreadable", "The number has too many decimals."))
    if len(digits) + max(exponent, 0) > definition.length:
        raise Unreadable(QT_TRANSLATE_NOOP("Unreadable", "The number is too long for this box."))
    return number if definition.kind in NUMBERS else int(number)


def _parse_day(typed: str) -> date:
    plain = fold_digits(typed).translate(_SEPARATORS).strip()
    if match := _DAY_PARTS.fullmatch(plain):
        first, month, last = match.groups()
        if len(first) == 4:
            return _day(first, month, last)
        return _day(last, month, first)
    if match := _DAY_DIGITS.fullmatch(plain):
        return _day(match[3], match[2], match[1])
    raise Unreadable(QT_TRANSLATE_NOOP("Unreadable", "Type the day as day/month/year."))


def _day(year: str, month: str, day_of_month: str) -> date:
    if len(year) == 2:
        year = "20" + year
    try:
        return date(int(year), int(month), int(day_of_month))
    except ValueError as error:
        raise Unreadable(
            QT_TRANSLATE_NOOP("Unreadable", "There is no such day in the calendar.")
        ) from error
