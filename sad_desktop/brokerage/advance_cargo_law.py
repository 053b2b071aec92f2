"""What the law says of advance cargo information on a day: terms, modes of transport, locks."""

import tomllib
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from sad_desktop.brokerage.advance_cargo import FIELDS, Phase
from sad_desktop.resources import resource
from sad_desktop.tariff.profile_file import load_profile
from sad_desktop.tariff.toml_table import TomlTable
from sad_desktop.tariff.working_days import WorkingDays, working_days

_LISTS = frozenset({"invoices", "lines"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The figures in force from a day on; ``file_bytes`` and ``envelope_bytes`` of an envelope."""

    valid_from: date
    digits: int
    validity_months: int
    extension_months: int
    hours_before_shipment: int
    hours_to_answer: int
    appeal_working_days: int
    file_bytes: int
    envelope_bytes: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What of a field is open once an ACID was issued; ``is_own`` for the office's own notes."""

    before: bool
    after: bool
    is_own: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceCargoLaw:
    """One country's law of advance cargo information."""

    terms: tuple[Terms, ...]
    modes: tuple[tuple[date, frozenset[str]], ...]
    working_days: WorkingDays
    locks: Mapping[str, Lock] = field(default_factory=dict)

    def terms_on(self, on: date) -> Terms:
        """Return the figures of a day; the first ones for a day before all of them."""
        in_force = [one for one in self.terms if one.valid_from <= on]
        return in_force[-1] if in_force else self.terms[0]

    def is_asked(self, mode: str, on: date) -> bool:
        """Tell whether an import by a mode of transport needs an ACID on a day (S2-001)."""
        in_force = [modes for start, modes in self.modes if start <= on]
        return bool(in_force) and mode in in_force[-1]

    def is_open(self, name: str, phase: Phase) -> bool:
        """Tell whether a field may be changed in a phase (S2-019, S2-020, S2-023)."""
        lock = self.locks[name]
        match phase:
            case Phase.OPEN:
                return True
            case Phase.BEFORE:
                return lock.before
            case Phase.AFTER:
                return lock.after
            case Phase.WAITING | Phase.CLOSED:
                return lock.is_own


def months_after(start: date, months: int) -> date:
    """Return the day with the same number so many months later, or the last of that month."""
    years, month = divmod(start.month - 1 + months, 12)
    last = monthrange(start.year + years, month + 1)[1]
    return date(start.year + years, month + 1, min(start.day, last))


@cache
def load_law(profile: str) -> AdvanceCargoLaw | None:
    """Return a country's law, None where it asks no advance cargo information; FileRefused."""
    folder = resource("advance_cargo")
    file = folder / f"{profile}.toml"
    if not profile.isalnum() or not file.is_file():
        return None
    return read_law(file.read_bytes(), file.name, working_days(load_profile(profile)[0]))


def read_law(content: bytes, name: str, days: WorkingDays) -> AdvanceCargoLaw:
    """Return the law a file says; raises FileRefused with file, key and reason."""
    table = TomlTable(tomllib.loads(content.decode("utf-8")), name)
    law = AdvanceCargoLaw(
        terms=tuple(_terms(one) for one in table.tables("terms")),
        modes=tuple(_modes(one) for one in table.tables("modes")),
        working_days=days,
        locks=_locks(table),
    )
    table.done()
    return law


def _terms(one: TomlTable) -> Terms:
    terms = Terms(
        valid_from=one.day("valid_from"),
        digits=one.number("digits"),
        validity_months=one.number("validity_months"),
        extension_months=one.number("extension_months"),
        hours_before_shipment=one.number("hours_before_shipment"),
        hours_to_answer=one.number("hours_to_answer"),
        appeal_working_days=one.number("appeal_working_days"),
        file_bytes=one.number("file_bytes"),
        envelope_bytes=one.number("envelope_bytes"),
        source=one.text("source"),
    )
    one.done()
    return terms


def _modes(one: TomlTable) -> tuple[date, frozenset[str]]:
    start, modes = one.day("valid_from"), frozenset(one.texts("modes"))
    one.text("source")
    one.done()
    return start, modes


def _locks(table: TomlTable) -> Mapping[str, Lock]:
    """Return the locks by field; every field stands in exactly one row."""
    locks: dict[str, Lock] = {}
    for row in table.tables("locks"):
        lock = Lock(
            before=row.flag("before"),
            after=row.flag("after"),
            is_own=row.flag("own"),
            source=row.text("source"),
        )
        for name in row.texts("fields"):
            if name in locks or name not in FIELDS.keys() | _LISTS:
                raise row.refused("fields", f"each field once; see {name}")
            locks[name] = lock
        row.done()
    lacking = sorted((FIELDS.keys() | _LISTS) - locks.keys())
    if lacking:
        raise table.refused("locks", f"a row for {lacking[0]}")
    return locks
