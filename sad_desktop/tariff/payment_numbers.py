"""How a country writes the numbers of payment requests and receipts, each pattern since a day."""

from dataclasses import dataclass
from datetime import date
from string import Formatter

from sad_desktop.tariff.toml_table import TomlTable

PLACES = frozenset({"number", "serial", "office", "port", "year", "yy"})
_COUNTRY_LETTERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentNumbers:
    """Patterns of numbers in force from a day on.

    ``{number}`` is the office's next one, ``{serial}`` the letter before it, ``{office}`` the code
    of the customs office and ``{port}`` the same without its country, ``{year}`` and ``{yy}`` the
    year with four and two digits. ``declaration`` writes the temporary number of a declaration;
    "" where it has none of its own.
    """

    valid_from: date = date.min
    request: str = "PR/{number}/{yy}"
    receipt: str = "{serial} {number}"
    declaration: str = ""
    source: str = ""


def read_payment_numbers(table: TomlTable) -> tuple[PaymentNumbers, ...]:
    """Return the patterns of a profile in the order of their days; raises FileRefused."""
    found = []
    for one in table.tables("payment_numbers"):
        found.append(
            PaymentNumbers(
                valid_from=one.day("valid_from"),
                request=_pattern(one, "request"),
                receipt=_pattern(one, "receipt"),
                declaration=_pattern(one, "declaration", ""),
                source=one.text("source"),
            )
        )
        one.done()
    days = [one.valid_from for one in found]
    if days != sorted(set(days)):
        raise table.refused("payment_numbers", "the days stand in their order, each once")
    return tuple(found)


def written(pattern: str, number: str, *, office: str, year: int, serial: str = "") -> str:
    """Return a number as a pattern writes it: ``CR/57709/KWI19``."""
    return pattern.format_map(
        {
            "number": number,
            "serial": serial,
            "office": office,
            "port": office[_COUNTRY_LETTERS:],
            "year": f"{year:04}",
            "yy": f"{year % 100:02}",
        }
    ).strip()


def _pattern(table: TomlTable, key: str, default: str | None = None) -> str:
    pattern = table.text(key, default)
    try:
        places = {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}
    except ValueError as error:
        raise table.refused(key, f"no pattern: {error}") from error
    if places - PLACES:
        raise table.refused(key, "its places are " + ", ".join(sorted(PLACES)))
    if pattern and "number" not in places:
        raise table.refused(key, "it has no place for the {number}")
    return pattern
