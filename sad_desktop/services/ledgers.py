"""What an office keeps of goods, importers and guarantees: changed by who may, read from CSV."""

import csv
import io
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sad_desktop.brokerage.guarantees import left_of
from sad_desktop.brokerage.ledgers import (
    ENTRY_TYPES,
    SERVICES,
    Entry,
    Guarantee,
    ImportLicence,
    Ledger,
    Offence,
    entry_fault,
    fields_of,
)
from sad_desktop.brokerage.register import LicenceBalance
from sad_desktop.declaration.fields import FieldDef
from sad_desktop.declaration.values import Unreadable, parse, show
from sad_desktop.errors import FileRefused, UserError
from sad_desktop.services.rights import rights_of
from sad_desktop.services.saved_files import save_whole
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.lookup import normalise
from sad_desktop.text import QT_TRANSLATE_NOOP

logger = logging.getLogger(__name__)

MOST_BYTES = 20_000_000
MOST_PROBLEMS = 200
_ENCODINGS = ("utf-8-sig", "cp1256")
_SEPARATORS = ",;\t|"

# SQLAlchemy is imported inside the methods, where the database is first used: start-up cost.


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a line of a file cannot be taken: its number from 1, the field, a text of the desk.

    ``message`` is a text of the context ``Unreadable`` or ``UserError``.
    """

    line: int
    field: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFile:
    """What a file holds: entries, lines that cannot be taken, headings nobody knows."""

    name: str
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    unknown: tuple[str, ...] = ()


class Ledgers:
    """The ledgers of one country's law; all that reaches the database raises StorageUnavailable.

    What changes one needs the service of that ledger, or raises NotAllowed, NotSignedIn.
    """

    def __init__(self, workspace: Workspace, profile: str) -> None:
        self._workspace = workspace
        self._profile = profile

    def entries(self, ledger: Ledger) -> tuple[Entry, ...]:
        """Return a whole ledger."""
        from sad_desktop.database import ledgers

        return ledgers.entries(self._workspace.database(), ledger, self._profile)

    def store(self, ledger: Ledger, entry: Entry, at: datetime | None = None) -> Entry:
        """Keep an entry; raises UserError for what is missing and for another desk's change."""
        from sad_desktop.database import ledgers

        rights_of(self).demand(SERVICES[ledger])
        fault, field = entry_fault(ledger, entry)
        if fault:
            raise UserError(fault, {"field": fields_of(ledger)[field].en}, texts={"field": "Title"})
        kept = ledgers.store(
            self._workspace.database(),
            ledger,
            self._profile,
            entry,
            user=self._workspace.user,
            at=at or datetime.now(UTC),
        )
        logger.info("stored %s %s, version %s", ledger, kept.id, kept.version)
        return kept

    def remove(self, ledger: Ledger, entry: Entry) -> None:
        """Take an entry out; raises UserError when another desk changed it."""
        from sad_desktop.database import ledgers

        rights_of(self).demand(SERVICES[ledger])
        ledgers.remove(self._workspace.database(), ledger, entry)
        logger.info("removed %s %s", ledger, entry.id)

    def take_file(
        self, ledger: Ledger, file: LedgerFile, *, instead: bool = False, at: datetime | None = None
    ) -> int:
        """Add what a file holds, or put it in the ledger's place; all or nothing.

        Returns how many entries. Raises UserError while a line of the file has a problem.
        """
        from sad_desktop.database import ledgers

        rights_of(self).demand(SERVICES[ledger])
        if file.problems:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "UserError", "Nothing was taken from {name}: {count} lines have a problem."
                ),
                {"name": file.name, "count": len(file.problems)},
            )
        ledgers.add_all(
            self._workspace.database(),
            ledger,
            self._profile,
            file.entries,
            instead=instead,
            user=self._workspace.user,
            at=at or datetime.now(UTC),
        )
        logger.info("took %s entries into %s", len(file.entries), ledger)
        return len(file.entries)

    def free_amounts(self) -> Mapping[int, Decimal | None]:
        """Return what is free of each guarantee by its id, None where it has no limit."""
        from sad_desktop.database import due_date_rows

        taken = due_date_rows.standing(self._workspace.database())
        return {
            one.id: left_of(one, taken.get(one.id, Decimal(0)))
            for one in self.entries(Ledger.GUARANTEES)
            if isinstance(one, Guarantee)
        }

    def offences_of(self, importer: str) -> tuple[Offence, ...]:
        """Return what customs reproached an importer with, open ones first, the latest first."""
        from sad_desktop.database import ledgers

        if not importer:
            return ()
        found = ledgers.with_values(
            self._workspace.database(), Ledger.OFFENCES, self._profile, "importer", {importer}
        )
        own = [one for one in found if isinstance(one, Offence)]
        own.sort(key=lambda one: (one.noted_on is not None, one.noted_on), reverse=True)
        return tuple(sorted(own, key=lambda one: one.is_settled))

    def licences_of(self, numbers: frozenset[str], but: str) -> Mapping[str, LicenceBalance]:
        """Return what licences still cover, without what the declaration ``but`` takes."""
        from sad_desktop.database import ledgers, prices

        if not numbers:
            return {}
        database = self._workspace.database()
        found = ledgers.with_values(database, Ledger.LICENCES, self._profile, "number", numbers)
        used = prices.licences_used(database, self._profile, numbers, but)
        return {
            one.number: _balance(one, used.get(one.number, (Decimal(0), Decimal(0))))
            for one in found
            if isinstance(one, ImportLicence)
        }


def read_file(ledger: Ledger, path: Path) -> LedgerFile:
    """Read a CSV file whose first line names the fields; every line is an entry or a problem.

    Fields are named as the program names them, in English or Arabic, or by their short names.
    Raises FileRefused for a file that cannot be read, is too large or names no field.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _refused(path, QT_TRANSLATE_NOOP("UserError", "{name} is too large to be read."))
        content = path.read_bytes()
    except OSError as error:
        raise _refused(path, QT_TRANSLATE_NOOP("UserError", "{name} cannot be read.")) from error
    lines = _lines(path, content)
    known = {
        normalise(word): field
        for field in fields_of(ledger).values()
        for word in (field.name, field.en, field.ar)
    }
    headings = next(lines, [])
    columns = [known.get(normalise(heading)) for heading in headings]
    if not any(columns):
        raise _refused(
            path,
            QT_TRANSLATE_NOOP(
                "UserError", "The first line of {name} names none of the columns of this list."
            ),
        )
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, cells in enumerate(lines, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        found = _entry(ledger, columns, cells, number)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            entries.append(found)
    unknown = [head for head, column in zip(headings, columns, strict=True) if column is None]
    return LedgerFile(
        name=path.name,
        entries=tuple(entries),
        problems=tuple(problems),
        unknown=tuple(filter(None, unknown)),
    )


def write_file(ledger: Ledger, entries: tuple[Entry, ...], path: Path, language: str) -> None:
    """Write a ledger as CSV that ``read_file`` reads again; raises UserError."""
    written = io.StringIO()
    writer = csv.writer(written)
    fields = fields_of(ledger).values()
    writer.writerow([field.title(language) for field in fields])
    for entry in entries:
        writer.writerow([_plain(field, getattr(entry, field.name)) for field in fields])
    try:
        save_whole(written.getvalue().encode("utf-8-sig"), path)
    except OSError as error:
        raise _refused(path, QT_TRANSLATE_NOOP("UserError", "{name} cannot be written.")) from error


def entry_from(ledger: Ledger, texts: Mapping[str, str], former: Entry | None = None) -> Entry:
    """Return an entry of what was keyed; raises UserError naming the field not understood."""
    values: dict[str, Any] = {}
    for name, field in fields_of(ledger).items():
        if name in texts:
            try:
                values[name] = parse(field, texts[name])
            except Unreadable as error:
                raise UserError(
                    QT_TRANSLATE_NOOP("UserError", "“{field}”: {reason}"),
                    {"field": field.en, "reason": str(error)},
                    texts={"field": "Title", "reason": "Unreadable"},
                ) from error
    return replace(former, **values) if former is not None else ENTRY_TYPES[ledger](**values)


def _entry(
    ledger: Ledger, columns: list[FieldDef | None], cells: list[str], number: int
) -> Entry | Problem:
    values: dict[str, Any] = {}
    for field, cell in zip(columns, cells, strict=False):
        if field is None:
            continue
        try:
            values[field.name] = parse(field, cell)
        except Unreadable as error:
            return Problem(number, field.name, str(error))
    entry = ENTRY_TYPES[ledger](**values)
    fault, name = entry_fault(ledger, entry)
    return Problem(number, name, fault) if fault else entry


def _lines(path: Path, content: bytes) -> Iterator[list[str]]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    refused = _refused(path, QT_TRANSLATE_NOOP("UserError", "{name} is no table of texts (CSV)."))
    if not content.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\x00" in content:
        raise refused
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        first = text.partition("\n")[0]
        separator = max(_SEPARATORS, key=first.count)
        try:
            return iter(list(csv.reader(io.StringIO(text, newline=""), delimiter=separator)))
        except csv.Error as error:
            raise refused from error
    raise refused


def _plain(field: FieldDef, value: Any) -> str:
    return show(field, value).replace(",", "") if isinstance(value, Decimal) else show(field, value)


def _balance(licence: ImportLicence, used: tuple[Decimal, Decimal]) -> LicenceBalance:
    return LicenceBalance(
        value_left=None if licence.value is None else licence.value - used[0],
        quantity_left=None if licence.quantity is None else licence.quantity - used[1],
        valid_until=licence.valid_until,
    )


def _refused(path: Path, message: str) -> FileRefused:
    return FileRefused(message, {"name": path.name})
