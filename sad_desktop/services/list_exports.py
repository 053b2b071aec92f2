"""Writing a list to a CSV file that the import reads again."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from sad_desktop.brokerage.reference_lists import Periods
from sad_desktop.errors import UserError
from sad_desktop.services.saved_files import save_whole
from sad_desktop.tariff.book import ListEntry
from sad_desktop.text import QT_TRANSLATE_NOOP

_OWN = ("code", "en", "ar")
_DATED = ("valid_from", "valid_to", "source")
_FORMULA = ("=", "+", "-", "@")


def as_csv(entries: Mapping[str, Periods]) -> bytes:
    """Return a list with all its periods, in UTF-8 with the mark spreadsheets need."""
    facts = dict.fromkeys(
        fact for periods in entries.values() for one in periods for fact in one.facts
    )
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow((*_OWN, *facts, *_DATED))
    for periods in entries.values():
        for one in periods:
            writer.writerow([_cell(cell) for cell in _row(one, tuple(facts))])
    return text.getvalue().encode("utf-8-sig")


def export(entries: Mapping[str, Periods], path: Path) -> None:
    """Write a list to a file, whole or not at all; raises UserError."""
    try:
        save_whole(as_csv(entries), path)
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError", "The list cannot be written to {path}; choose another folder or name."
            ),
            {"path": path},
        ) from error


def _row(entry: ListEntry, facts: tuple[str, ...]) -> tuple[str, ...]:
    days = (one.isoformat() if one else "" for one in (entry.valid_from, entry.valid_to))
    own = (entry.facts.get(fact, "") for fact in facts)
    return (entry.code, entry.en, entry.ar, *own, *days, entry.source)


def _cell(text: str) -> str:
    """Return a cell no spreadsheet takes for a formula."""
    return f" {text}" if text.startswith(_FORMULA) else text
