"""Reading the shipped lists: CSV files in folders, each entry in both languages and dated."""

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from zlib import crc32

from sad_desktop.errors import ResourceMissing
from sad_desktop.resources import resource
from sad_desktop.tariff.book import ExchangeRate, ListEntry, TariffLine

_ROOT = "codelists"
_FILE = ".csv"
_NOTE = "#"
_OWN_COLUMNS = frozenset({"code", "en", "ar", "valid_from", "valid_to", "source"})
_RATE = "rate:"


@dataclass(frozen=True, slots=True)
class ListFile:
    """One file as read: its notes (``source``, ``dated``, ``sample``) and its rows by column."""

    notes: Mapping[str, str]
    rows: tuple[Mapping[str, str], ...]

    @property
    def source(self) -> str:
        """Where the file's entries come from, for those that do not say it themselves."""
        return self.notes.get("source", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which lists hold in a country: folders from the most general on, and suggested lists.

    A suggested list helps to find a code; a code it does not hold is not wrong for that.
    """

    folders: tuple[str, ...] = ()
    suggested: frozenset[str] = frozenset()


def edition(profile_code: str) -> Edition:
    """Return which lists hold in a country; none for a country we do not ship."""
    text = resource(f"{_ROOT}/editions.toml").read_text(encoding="utf-8")
    own = tomllib.loads(text).get(profile_code, {})
    return Edition(
        folders=tuple(own.get("folders", ())), suggested=frozenset(own.get("suggested", ()))
    )


def read_list(folder: str, name: str) -> ListFile | None:
    """Return a list of a folder, None when that folder does not have it.

    Lines before the header that begin with # are notes, ``# source: ...``.
    """
    try:
        content = resource(f"{_ROOT}/{folder}/{name}{_FILE}").read_text(encoding="utf-8")
    except ResourceMissing:
        return None
    lines = content.splitlines()
    notes = dict(_notes(lines))
    start = next((i for i, line in enumerate(lines) if not line.startswith(_NOTE)), len(lines))
    rows = csv.DictReader(io.StringIO("\n".join(lines[start:])))
    return ListFile(notes, tuple(rows))


def list_names(folders: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the lists that stand in some folders."""
    names = {
        file.name.removesuffix(_FILE)
        for folder in folders
        for file in resource(f"{_ROOT}/{folder}").iterdir()
        if file.name.endswith(_FILE)
    }
    return tuple(sorted(names))


def fingerprint(profile_code: str) -> str:
    """Return what changes when any shipped list of a country changes."""
    sums = (
        crc32(resource(f"{_ROOT}/{folder}/{name}{_FILE}").read_bytes())
        for folder in edition(profile_code).folders
        for name in list_names([folder])
    )
    return f"{profile_code} {crc32(repr(tuple(sums)).encode()):08x}"


def entries(file: ListFile) -> Iterator[ListEntry]:
    """Return the entries of a code list; other columns than its own become facts."""
    for row in file.rows:
        yield ListEntry(
            code=row["code"],
            en=row["en"],
            ar=row["ar"],
            facts={key: value for key, value in row.items() if key not in _OWN_COLUMNS and value},
            valid_from=_day(row.get("valid_from")),
            valid_to=_day(row.get("valid_to")),
            source=row.get("source") or file.source,
        )


def tariff_lines(file: ListFile) -> Iterator[TariffLine]:
    """Return the lines of a tariff; a column ``rate:VAT`` holds the rates of tax VAT."""
    for row in file.rows:
        yield TariffLine(
            code=row["code"],
            en=row["en"],
            ar=row["ar"],
            units=tuple(row["units"].split()),
            rates={
                column.removeprefix(_RATE): value
                for column, value in row.items()
                if column.startswith(_RATE) and value
            },
            specifications=tuple(row["specifications"].split()),
            documents=tuple(row["documents"].split()),
            prohibited=row["prohibited"] == "yes",
            restricted_by=row["restricted_by"],
            notes=row.get("notes") or "",
            valid_from=_day(row.get("valid_from")),
            valid_to=_day(row.get("valid_to")),
            source=row.get("source") or file.source,
        )


def exchange_rates(file: ListFile) -> Iterator[ExchangeRate]:
    """Return the rates of a table of exchange."""
    for row in file.rows:
        yield ExchangeRate(
            currency=row["currency"],
            rate=Decimal(row["rate"]),
            per=int(row["per"]),
            valid_from=date.fromisoformat(row["valid_from"]),
            source=row.get("source") or file.source,
        )


def _notes(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if not line.startswith(_NOTE):
            return
        name, _, value = line[len(_NOTE) :].partition(":")
        yield name.strip(), value.strip()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
