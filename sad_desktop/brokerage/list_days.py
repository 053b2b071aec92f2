"""Days as files write them: 2026-11-01, 01/11/2026, 1-Nov-26, 20261101, 2026-11."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from sad_desktop.declaration.values import fold_digits

_LAST_TWO_DIGITS_OF_LAST_CENTURY = 70
_PARTS = re.compile(r"(\d{1,4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,4})")
_NAMED = re.compile(r"(\d{1,2})[-/. ]*([^\W\d_]+)[-/., ]*(\d{4}|\d{2})")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)[-/. ]*(\d{1,2})[-/., ]+(\d{4})")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})")
_TIME = re.compile(r"[t ]\d{1,2}:\d{2}.*$")
_LATIN = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ARABIC = (
    ("يناير", "كانون الثاني"), ("فبراير", "شباط"), ("مارس", "آذار"), ("أبريل", "ابريل", "نيسان"),
    ("مايو", "أيار"), ("يونيو", "حزيران"), ("يوليو", "تموز"), ("أغسطس", "اغسطس", "آب"),
    ("سبتمبر", "أيلول"), ("أكتوبر", "اكتوبر"), ("نوفمبر",), ("ديسمبر",),
)  # fmt: skip
_MONTHS = {
    **{name: number for number, name in enumerate(_LATIN, 1)},
    **{name: number for number, names in enumerate(_ARABIC, 1) for name in names},
}


class UnreadableDay(ValueError):
    """What is written is no day of the calendar."""


def day_reader(samples: Iterable[str]) -> Callable[[str], date | None]:
    """Return what reads the days of one file, with the month first where the file has it so.

    01/02/2026 is the first of February, unless no first number is above 12 and a second one is.
    What it returns raises UnreadableDay, and gives None for nothing written.
    """
    pairs = [
        (int(found[1]), int(found[2]))
        for text in samples
        if (found := _PARTS.fullmatch(fold_digits(text.strip()))) and len(found[1]) < 3
    ]
    is_month_first = any(second > 12 for _, second in pairs) and all(
        first <= 12 for first, _ in pairs
    )
    return lambda text: read_day(text, is_month_first=is_month_first)


def read_day(text: str, *, is_month_first: bool = False) -> date | None:
    """Return the day that is written, None for nothing; raises UnreadableDay."""
    plain = _TIME.sub("", fold_digits(text).strip().casefold())
    if not plain or plain in ("-", "—", "n/a"):
        return None
    if found := _PARTS.fullmatch(plain):
        first, second, last = found.groups()
        if len(first) == 4:
            return _day(first, second, last)
        if is_month_first:
            first, second = second, first
        return _day(last, second, first)
    if found := _DIGITS.fullmatch(plain):
        return _day(*found.groups())
    if found := _MONTH.fullmatch(plain):
        return _day(found[1], found[2], "1")
    if found := _NAMED.fullmatch(plain):
        return _day(found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.fullmatch(plain):
        return _day(found[3], _month(found[1]), found[2])
    raise UnreadableDay(text)


def _month(name: str) -> str:
    return str(_MONTHS.get(name) or _MONTHS.get(name[:3], 0))


def _day(year: str, month: str, day: str) -> date:
    number = int(year)
    if len(year) == 2:
        number += 1900 if number >= _LAST_TWO_DIGITS_OF_LAST_CENTURY else 2000
    try:
        return date(number, int(month), int(day))
    except ValueError as error:
        raise UnreadableDay(f"{year}-{month}-{day}") from error
