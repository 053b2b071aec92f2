"""The command line's history: the office's chain exported and verified."""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sad_desktop.errors import UserError
from sad_desktop.paths import paths_of
from sad_desktop.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from sad_desktop.services.workspace import Workspace

# Everything else is imported by the command that needs it: the window must not wait for it.

_HOLDS, _BROKEN = 0, 1


def add_history(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    general: argparse.ArgumentParser,
) -> None:
    """Add ``history export`` and ``history verify`` to the commands."""
    command = commands.add_parser("history", help="export or verify the office's history")
    actions = command.add_subparsers(title="actions", metavar="ACTION", required=True)
    export = actions.add_parser("export", parents=[general], help="write the whole history")
    export.add_argument("-o", "--output", type=Path, required=True, help="a .json or .csv file")
    export.set_defaults(run=_export)
    verify = actions.add_parser(
        "verify", parents=[general], help="check every seal, of the office or of an exported file"
    )
    verify.add_argument("file", type=Path, nargs="?")
    verify.set_defaults(run=_verify)


def _export(options: argparse.Namespace) -> int:
    from sad_desktop.services.history import export_history

    workspace = _workspace(options)
    if workspace is None:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError",
                "There is no office in {folder}. Name its folder with --data-dir.",
            ),
            {"folder": paths_of(options.data_dir).root},
        )
    try:
        count = export_history(workspace, options.output, datetime.now(UTC))
    finally:
        workspace.close()
    print(json.dumps({"entries": count}) if options.json else options.output)
    return _HOLDS


def _verify(options: argparse.Namespace) -> int:
    """Judge the office's history; of a file also whether the office's holds all it tells."""
    from sad_desktop.brokerage.history import Verdict
    from sad_desktop.services.history import judge_file
    from sad_desktop.services.life import Life

    workspace = _workspace(options)
    try:
        if options.file is not None:
            verdict = judge_file(options.file, workspace)
        else:
            verdict = Life(workspace).verdict() if workspace is not None else Verdict(count=0)
    finally:
        if workspace is not None:
            workspace.close()
    shown = {"holds": verdict.holds, "entries": verdict.count, "broken_at": verdict.broken_at}
    if options.json:
        print(json.dumps(shown))
    elif verdict.holds:
        print(f"{verdict.count} entries, none altered, removed or put in")
    else:
        print(f"altered at entry {verdict.broken_at} or just before it", file=sys.stderr)
    return _HOLDS if verdict.holds else _BROKEN


def _workspace(options: argparse.Namespace) -> "Workspace | None":
    """Return the office to be read, None where there is none."""
    from sad_desktop.services.office import office_of
    from sad_desktop.services.server import address
    from sad_desktop.settings import load_settings

    paths = paths_of(options.data_dir)
    settings = load_settings(paths.settings)
    if not address(settings.database_url) and not paths.database.is_file():
        return None
    return office_of(paths, settings)
