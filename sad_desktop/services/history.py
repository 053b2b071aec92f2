"""The history outside the office: written to a file, and a file of it judged."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sad_desktop.brokerage.history import BEGINNING, Verdict, as_plain, seal_of_plain
from sad_desktop.errors import FileRefused
from sad_desktop.services.exchange import content_of, save_content
from sad_desktop.services.workspace import Workspace
from sad_desktop.text import QT_TRANSLATE_NOOP

# SQLAlchemy is imported inside the functions, where the database is first used: start-up cost.

KIND = "sad-desktop history"
_TABLE = ".csv"
_COLUMNS = (
    *("sequence", "at", "by", "operation", "before", "after", "version", "reference"),
    *("remark", "changed", "changes", "content", "previous", "seal", "declaration"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_history(
    workspace: Workspace, path: Path, now: datetime, declaration_id: str = ""
) -> int:
    """Write a declaration's history, or the office's whole one; returns how many entries.

    A file ending in .csv is a table to be read; any other is JSON with which every seal can be
    computed again. Raises StorageUnavailable.
    """
    from sad_desktop.database import history
    from sad_desktop.database.engine import reading

    database = workspace.database()
    if declaration_id:
        entries = history.entries_of(database, declaration_id)
    else:
        with reading(database) as connection:
            entries = tuple(history.all_entries(connection))
    rows = [{**as_plain(entry), "seal": entry.seal} for entry in entries]
    if path.suffix.lower() == _TABLE:
        save_content(_table(rows), path)
        return len(rows)
    whole = {
        "kind": KIND,
        "format": 1,
        "written_at": now.isoformat(timespec="seconds"),
        "declaration": declaration_id,
        "entries": rows,
    }
    written = json.dumps(whole, ensure_ascii=False, indent=1)
    save_content(written.encode("utf-8", "surrogatepass"), path)
    return len(rows)


def judge_file(path: Path, workspace: Workspace | None = None) -> Verdict:
    """Judge an exported history: every seal right, and nothing missing where it is the whole.

    With the office given, every entry must stand in its history as well. Raises FileRefused,
    StorageUnavailable.
    """
    is_whole, entries = _read(path)
    previous, count = BEGINNING, 0
    for entry in entries:
        count += 1
        plain = {name: value for name, value in entry.items() if name != "seal"}
        fits = not is_whole or (plain.get("sequence"), plain.get("previous")) == (count, previous)
        if not fits or entry["seal"] != seal_of_plain(plain):
            return Verdict(count=count, broken_at=_number(entry))
        previous = entry["seal"]
    if workspace is not None:
        return Verdict(count=count, broken_at=_first_unknown(entries, workspace))
    return Verdict(count=count)


def _first_unknown(entries: Iterable[Mapping[str, Any]], workspace: Workspace) -> int | None:
    """Return the first entry of a file that the office's history does not hold as it is."""
    from sad_desktop.database import history

    given = {_number(entry): entry["seal"] for entry in entries}
    known = history.seals(workspace.database(), given)
    return next((one for one, seal in sorted(given.items()) if known.get(one) != seal), None)


def _read(path: Path) -> tuple[bool, tuple[dict[str, Any], ...]]:
    try:
        whole = json.loads(content_of(path))
        is_ours = isinstance(whole, dict) and whole.get("kind") == KIND
        entries = tuple(whole["entries"]) if is_ours else ()
        is_ours &= all(isinstance(one, dict) and "seal" in one and _number(one) for one in entries)
    except (ValueError, TypeError, KeyError, RecursionError):
        is_ours = False
    if not is_ours:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "UserError",
                "{path} is no history of this program. Choose a file it exported as JSON.",
            ),
            {"path": path},
        )
    return not whole.get("declaration"), entries


def _number(entry: Mapping[str, Any]) -> int:
    number = entry.get("sequence")
    if not isinstance(number, int) or not 0 < number < 1 << 62:
        raise ValueError(number)
    return number


def _table(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return rows as a table a spreadsheet opens: with a mark of UTF-8, and without formulas."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for row in rows:
        shown = {**row, "changes": "; ".join(map(_change, row["changes"]))}
        writer.writerow([_harmless(shown[name]) for name in _COLUMNS])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def _change(change: list[Any]) -> str:
    name, _key, rows, row, number, before, after = change
    place = f"{rows} {row + 1} {name}" if rows else name
    item = f"item {number} " if number else ""
    return f"{item}{place}: {before or '-'} > {after or '-'}"


def _harmless(value: object) -> object:
    """Return a text a spreadsheet takes as a text, whatever it begins with."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
