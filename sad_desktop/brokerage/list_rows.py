"""From the rows of a file to entries of a list: each row is imported, or listed with its reason."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sad_desktop.brokerage.list_days import UnreadableDay, day_reader
from sad_desktop.brokerage.list_layouts import Layout
from sad_desktop.brokerage.list_parts import CORRELATION
from sad_desktop.brokerage.list_tables import Line, Table, folded_heading
from sad_desktop.declaration.values import fold_digits
from sad_desktop.tariff.book import ListEntry
from sad_desktop.tariff.lines import HEADING_DIGITS, HEADINGS, RATE, RATES, TARIFF
from sad_desktop.tariff.rate_text import UnreadableRate, read_rate
from sad_desktop.text import QT_TRANSLATE_NOOP

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]
_EVERY = 500
LONGEST_CODE = 35
LONGEST_NAME = 4_000
_BETWEEN = re.compile(r"[\s.\-/]")
_DASHES = re.compile(r"^[\s\-–—ـ:]+(?=\S)|[\s…]+$")
_DOTS = re.compile(r"…+|\.{4,}")
_NUMBER = re.compile(r"\d+(\.\d+)?")
_YES = frozenset({"yes", "y", "1", "true", "x", "نعم", "ممنوع", "محظور", "prohibited", "banned"})
_NO = frozenset({"", "no", "n", "0", "false", "لا", "-"})
_LEAST_DIGITS, _MOST_DIGITS = 7, 12


class Standing(StrEnum):
    """What became of a row: a fault is to be mended, a passed one is no entry.

    A row with a note is imported.
    """

    FAULT = "fault"
    PASSED = "passed"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What is said of a row; ``message`` is a text of the context ``ListImport``."""

    number: int
    standing: Standing
    message: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the remark in English."""
        return self.message.format_map(dict(self.values))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The entries of a file, by list, and what is said of its rows.

    Every row of the file is either counted in ``imported`` or stands in ``remarks`` as a fault
    or as passed over.
    """

    entries: Mapping[str, tuple[ListEntry, ...]]
    remarks: tuple[Remark, ...] = ()
    imported: int = 0

    def of(self, standing: Standing) -> tuple[Remark, ...]:
        """Return the remarks of one standing."""
        return tuple(remark for remark in self.remarks if remark.standing is standing)


class RowFault(ValueError):
    """A row that is no entry; carries the message and its values."""

    def __init__(self, message: str, **values: str) -> None:
        super().__init__(message)
        self.message = message
        self.values = values


class RowPassed(RowFault):
    """A row that is not meant as an entry."""


class ReadingStopped(Exception):
    """The user ended the reading."""


def read_rows(
    list_name: str,
    table: Table,
    layout: Layout,
    *,
    source: str,
    starts: date | None,
    progress: Progress = lambda _done, _total: None,
    is_cancelled: IsCancelled = lambda: False,
) -> Reading:
    """Return the entries of a file; ``starts`` is the first day of rows that say none.

    Raises ReadingStopped.
    """
    reader = _RowReader(list_name, table, layout, source, starts)
    for line in watched_lines(table, progress, is_cancelled):
        reader.take(line)
    return reader.reading()


def watched_lines(table: Table, progress: Progress, is_cancelled: IsCancelled) -> Iterator[Line]:
    """Yield the lines of a table, telling how far it is; raises ReadingStopped."""
    for done, line in enumerate(table.lines):
        if done % _EVERY == 0:
            if is_cancelled():
                raise ReadingStopped
            progress(done, len(table.lines))
        yield line


class _RowReader:
    """Takes row after row."""

    def __init__(
        self, list_name: str, table: Table, layout: Layout, source: str, starts: date | None
    ) -> None:
        self._list = list_name
        self._headings = frozenset(map(folded_heading, table.headings)) - {""}
        self._layout = layout
        self._source = source
        self._starts = starts
        columns = (*layout.columns_of("valid_from"), *layout.columns_of("valid_to"))
        self._day = day_reader(line.cell(at) for line in table.lines for at in columns)
        self._seen: dict[tuple[str, str, date | None], tuple[int, ListEntry]] = {}
        self._entries: dict[str, list[ListEntry]] = {list_name: []}
        self._remarks: list[Remark] = []
        self._imported = 0

    def take(self, line: Line) -> None:
        """Make an entry of a row, or say why it is none."""
        try:
            list_name, entry = self._read(line)
            self._refuse_twice(line, list_name, entry)
        except RowFault as fault:
            standing = Standing.PASSED if isinstance(fault, RowPassed) else Standing.FAULT
            self._remarks.append(
                Remark(
                    number=line.number,
                    standing=standing,
                    message=fault.message,
                    values=fault.values,
                )
            )
            return
        self._entries.setdefault(list_name, []).append(entry)
        self._imported += 1

    def reading(self) -> Reading:
        """Return what was read."""
        entries = {name: tuple(own) for name, own in self._entries.items()}
        if self._list == CORRELATION:
            entries = {CORRELATION: _joined(entries[CORRELATION])}
        return Reading(entries=entries, remarks=tuple(self._remarks), imported=self._imported)

    def _read(self, line: Line) -> tuple[str, ListEntry]:
        cells = {
            part: tuple(cell for at in self._layout.columns_of(part) if (cell := line.cell(at)))
            for part in dict.fromkeys(self._layout.columns.values())
        }
        self._pass_headings(line)
        code = self._code(cells)
        list_name = self._list
        if list_name == TARIFF and len(code) in HEADING_DIGITS:
            list_name = HEADINGS
        start, end = self._days(cells)
        entry = ListEntry(
            code=code,
            en=_name(cells.get("en", ())),
            ar=_name(cells.get("ar", ())),
            facts={} if list_name == HEADINGS else dict(self._facts(cells)),
            valid_from=start or self._starts,
            valid_to=end,
            source=" ".join(cells.get("source", ())) or self._source,
        )
        if not (entry.en or entry.ar) and self._list != CORRELATION:
            raise RowFault(QT_TRANSLATE_NOOP("ListImport", "{code} has no name."), code=code)
        if entry.valid_from and end and end <= entry.valid_from:
            raise RowFault(
                QT_TRANSLATE_NOOP("ListImport", "{code} ends before it is in force."), code=code
            )
        return list_name, entry

    def _pass_headings(self, line: Line) -> None:
        filled = [folded_heading(cell) for cell in line.cells if cell]
        if self._headings and all(cell in self._headings for cell in filled):
            raise RowPassed(QT_TRANSLATE_NOOP("ListImport", "The headings again."))
        if len(filled) == 1 and len(self._layout.columns) > 1 and not _has_digit(filled[0]):
            raise RowPassed(QT_TRANSLATE_NOOP("ListImport", "A title between the rows."))

    def _code(self, cells: Mapping[str, tuple[str, ...]]) -> str:
        typed = " ".join(cells.get("code", ()))
        if not typed:
            raise RowFault(QT_TRANSLATE_NOOP("ListImport", "There is no code."))
        code = fold_digits(typed).strip("'’ ").upper()
        if self._list in (TARIFF, CORRELATION):
            return tariff_code(code, typed)
        if len(code) > LONGEST_CODE:
            raise RowFault(
                QT_TRANSLATE_NOOP("ListImport", "{code} is too long for a code."),
                code=f"{code[:LONGEST_CODE]}…",
            )
        return code

    def _days(self, cells: Mapping[str, tuple[str, ...]]) -> tuple[date | None, date | None]:
        days: list[date | None] = []
        for part in ("valid_from", "valid_to"):
            written = " ".join(cells.get(part, ()))
            try:
                days.append(self._day(written))
            except UnreadableDay as error:
                raise RowFault(
                    QT_TRANSLATE_NOOP("ListImport", "{written} is no day."), written=written
                ) from error
        return days[0], days[1]

    def _facts(self, cells: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
        for part, texts in cells.items():
            if part in ("code", "en", "ar", "valid_from", "valid_to", "source") or not texts:
                continue
            if part == "codes":
                yield part, " ".join(tariff_code(fold_digits(one), one) for one in texts)
            elif self._list != TARIFF:
                yield part, " ".join(texts)
            elif fact := _tariff_fact(part, texts):
                yield part, fact

    def _refuse_twice(self, line: Line, list_name: str, entry: ListEntry) -> None:
        key = (list_name, entry.code, entry.valid_from)
        if self._list == CORRELATION:
            return
        former = self._seen.setdefault(key, (line.number, entry))
        if former[0] == line.number:
            return
        if former[1] == entry:
            raise RowPassed(
                QT_TRANSLATE_NOOP("ListImport", "The same as row {row}."), row=str(former[0])
            )
        raise RowFault(
            QT_TRANSLATE_NOOP("ListImport", "{code} stands in row {row} already, otherwise."),
            code=entry.code,
            row=str(former[0]),
        )


def checked(list_name: str, entry: ListEntry) -> ListEntry:
    """Return an entry somebody keyed, tidied; raises RowFault for one no list can have."""
    code = entry.code.strip()
    if not code:
        raise RowFault(QT_TRANSLATE_NOOP("ListImport", "There is no code."))
    if list_name in (TARIFF, CORRELATION, HEADINGS):
        code = tariff_code(code, code)
    if not (entry.en or entry.ar) and list_name not in (RATES, CORRELATION):
        raise RowFault(QT_TRANSLATE_NOOP("ListImport", "{code} has no name."), code=code)
    if entry.valid_to and entry.valid_from and entry.valid_to < entry.valid_from:
        raise RowFault(
            QT_TRANSLATE_NOOP("ListImport", "{code} ends before it is in force."), code=code
        )
    facts = {name: fact.strip() for name, fact in entry.facts.items() if fact.strip()}
    if list_name == TARIFF:
        facts = {
            name: rate_of(fact) if name.startswith(RATE) else fact for name, fact in facts.items()
        }
    if list_name == RATES and (entry.valid_from is None or not _is_above_zero(facts)):
        raise RowFault(
            QT_TRANSLATE_NOOP("ListImport", "A rate needs a number above zero and its first day.")
        )
    return replace(entry, code=code, facts=facts)


def _is_above_zero(facts: Mapping[str, str]) -> bool:
    rate, per = facts.get("rate", ""), facts.get("per", "1")
    return bool(_NUMBER.fullmatch(rate) and Decimal(rate) and per.isdecimal() and int(per))


def tariff_code(code: str, typed: str) -> str:
    """Return the digits of a code; raises RowFault.

    An odd number of digits has lost the zero before it: spreadsheets take it away.
    """
    digits = _BETWEEN.sub("", code)
    if not (digits.isascii() and digits.isdecimal()):
        raise RowFault(
            QT_TRANSLATE_NOOP("ListImport", "{code} is no tariff code."), code=typed[:LONGEST_CODE]
        )
    if len(digits) % 2:
        digits = f"0{digits}"
    if len(digits) > _MOST_DIGITS:
        raise RowFault(
            QT_TRANSLATE_NOOP("ListImport", "{code} is no tariff code."), code=typed[:LONGEST_CODE]
        )
    return digits


def _tariff_fact(part: str, texts: Sequence[str]) -> str:
    if part == "prohibited":
        folded = texts[0].casefold()
        if folded in _NO:
            return ""
        if folded in _YES:
            return "yes"
        raise RowFault(
            QT_TRANSLATE_NOOP("ListImport", "{written} is neither yes nor no."), written=texts[0]
        )
    if not part.startswith(RATE):
        return " ".join(texts)
    return rate_of(texts[0])


def rate_of(written: str) -> str:
    """Return the rate of a tax as the tariff keeps it; raises RowFault.

    A number without a sign is a percentage, but not one between 0 and 1: it may be a fraction.
    """
    plain = fold_digits(written).replace("٫", ".").strip()
    if _NUMBER.fullmatch(plain):
        if plain.startswith("0.") and plain.strip("0."):
            raise RowFault(
                QT_TRANSLATE_NOOP(
                    "ListImport", "{written} may be a percentage or a fraction: write its sign."
                ),
                written=written,
            )
        written = f"{plain}%"
    try:
        read_rate(written)
    except (UnreadableRate, ArithmeticError) as error:
        raise RowFault(
            QT_TRANSLATE_NOOP("ListImport", "The rate {written} is not understood."),
            written=written,
        ) from error
    return written


def _name(texts: Sequence[str]) -> str:
    """Return a description without the dashes of its level, the stretching and the dots."""
    joined = _DOTS.sub("", " ".join(texts)).replace("ـ", "")
    tidy = " ".join(_DASHES.sub("", joined).split())
    if len(tidy) > LONGEST_NAME:
        raise RowFault(QT_TRANSLATE_NOOP("ListImport", "The name is too long."))
    return tidy


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _joined(entries: Iterable[ListEntry]) -> tuple[ListEntry, ...]:
    """Return one entry for each former code, with all its successors."""
    codes: dict[tuple[str, date | None], dict[str, None]] = {}
    first: dict[tuple[str, date | None], ListEntry] = {}
    for entry in entries:
        key = (entry.code, entry.valid_from)
        first.setdefault(key, entry)
        codes.setdefault(key, {}).update(dict.fromkeys(entry.facts.get("codes", "").split()))
    return tuple(
        ListEntry(
            code=one.code,
            en=one.en,
            ar=one.ar,
            facts={"codes": " ".join(codes[key])},
            valid_from=one.valid_from,
            valid_to=one.valid_to,
            source=one.source,
        )
        for key, one in first.items()
    )
