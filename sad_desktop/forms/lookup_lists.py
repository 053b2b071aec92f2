"""What a finder knows of a list: who answers, what it shows more, by what it is narrowed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from sad_desktop.declaration.values import show_number
from sad_desktop.forms.tasks import Starter
from sad_desktop.tariff.book import ListEntry, LookupQuery, TariffBook
from sad_desktop.tariff.lines import HEADING_DIGITS, HEADINGS, RATE, TARIFF


@dataclass(frozen=True, slots=True)
class Column:
    """A further column of a list: its title, and what it shows of an entry.

    Amounts stand absolutely right, so that their digits stand below each other.
    """

    title: str
    show: Callable[[ListEntry], str]
    is_amount: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of the criteria row: the name it has in ``LookupQuery.criteria`` and its title.

    ``choices`` maps what is sent to what is shown; without them the text is typed.
    """

    name: str
    title: str
    choices: Mapping[str, str] | None = None


def nothing_above(_entry: ListEntry) -> tuple[str, ...]:
    """Return nothing: the list has no headings."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """A list as a finder searches it.

    ``search`` answers at every keystroke, within milliseconds; where ``tasks`` is given it asks
    the office beside the screen and may raise UserError. Titles left empty are the usual ones; a
    list with one name has no column for the other language's.
    """

    search: Callable[[LookupQuery], tuple[ListEntry, ...]]
    above: Callable[[ListEntry], tuple[str, ...]] = nothing_above
    columns: tuple[Column, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    code_title: str = ""
    name_title: str = ""
    has_one_name: bool = False
    tasks: Starter | None = None


def list_of_book(book: TariffBook, list_name: str, on: date, language: str) -> Searched:
    """Return a list of the tariff book with the columns it has in the finder."""
    above: Callable[[ListEntry], tuple[str, ...]] = nothing_above

    def rate_of(entry: ListEntry) -> str:
        rate = book.exchange_rate(entry.code, on)
        return show_number(rate.for_one) if rate is not None else ""

    columns: tuple[Column, ...] = ()
    if list_name == TARIFF:
        above = partial(_above, book, on, language)
        columns = (
            Column(QCoreApplication.translate("Finder", "Units"), _units),
            Column(QCoreApplication.translate("Finder", "Rates"), _rates),
        )
    elif list_name == "currencies":
        title = QCoreApplication.translate("Finder", "Rate of the day")
        columns = (Column(title, rate_of, is_amount=True),)
    return Searched(search=book.search, columns=columns, above=above)


def _above(book: TariffBook, on: date, language: str, line: ListEntry) -> tuple[str, ...]:
    """Return section, chapter, heading and subheading of a line, each with its code."""
    found = [book.entry(HEADINGS, line.code[:digits], on) for digits in HEADING_DIGITS]
    known = [one for one in found if one is not None]
    section = book.entry("sections", known[0].facts.get("section", ""), on) if known else None
    named = [f"{one.code} {one.name(language)}" for one in known]
    if section is not None:
        titled = QCoreApplication.translate("Finder", "Section {number} {title}")
        number = section.code.lstrip("0")
        named.insert(0, titled.format(number=number, title=section.name(language)))
    return tuple(named)


def _units(entry: ListEntry) -> str:
    return entry.facts.get("units", "")


def _rates(entry: ListEntry) -> str:
    rates = ((key, rate) for key, rate in entry.facts.items() if key.startswith(RATE))
    return "  ".join(f"{key.removeprefix(RATE)} {rate}" for key, rate in rates)
