"""The commands that read and write many files: import and export."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from sad_desktop.services.assessment import assess_draft
from sad_desktop.services.desk import Desk
from sad_desktop.services.exchange import open_file, save_file
from sad_desktop.services.exchange_batch import (
    IntoFolder,
    Report,
    Result,
    export_all,
    import_files,
)
from sad_desktop.services.files_below import files_below
from sad_desktop.services.print_batch import from_file
from sad_desktop.services.workspace import Workspace

DONE, SOME_REFUSED, NONE_DONE = 0, 1, 2


def export_files(files: Sequence[Path], output: Path, desk: Desk, *, as_json: bool) -> int:
    """Write one file to the file that is named; several, or those of folders, into a folder.

    Raises FileRefused and StorageUnavailable where it is one file.
    """
    if len(files) > 1 or files[0].is_dir() or output.is_dir():
        sources = [from_file(path) for path in files_below(files)]
        return _told(export_all(sources, desk, IntoFolder(output, replaces=True)), as_json)
    draft = open_file(files[0])
    note = assess_draft(draft, desk.book, desk.on)
    save_file(draft, desk.figures(draft, note), output)
    print(output, file=sys.stderr)
    return DONE


def import_below(files: Sequence[Path], workspace: Workspace, *, as_json: bool) -> int:
    """Store the declarations of files and folders in the library; raises AlreadyRunning."""
    try:
        workspace.take_folder()
        return _told(import_files(workspace, files_below(files)), as_json)
    finally:
        workspace.close()


def _told(report: Report, as_json: bool) -> int:
    """Print what became of a batch, one declaration a line, errors to standard error."""
    for outcome in report.outcomes:
        if outcome.error is not None:
            print(f"{outcome.name}: {outcome.error}", file=sys.stderr)
    if report.stopped_by is not None:
        print(report.stopped_by, file=sys.stderr)
    rows = [
        {
            "name": outcome.name,
            "result": str(outcome.result),
            "reference": outcome.reference,
            "items": outcome.item_count,
            "kept": [kept.path for kept in outcome.kept],
            "cut": [f"{loss.place.field} #{loss.number}" for loss in outcome.losses],
        }
        for outcome in report.outcomes
    ]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
    else:
        lines = (f"{row['result']} {row['name']} {row['reference']}".rstrip() for row in rows)
        print("\n".join(lines))
    refused = report.wanted - report.count(Result.DONE) - report.count(Result.ALREADY_THERE)
    if not refused:
        return DONE
    return NONE_DONE if refused == report.wanted else SOME_REFUSED
