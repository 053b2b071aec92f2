"""Import and export many declarations: a bad one is told of, the rest goes on."""

import csv
import hashlib
import io
import logging
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sad_desktop.brokerage.conflict import Conflict
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.model import reference_of
from sad_desktop.declaration.status import Status
from sad_desktop.errors import ReadOnly, ServerUnreachable, StorageUnavailable, UserError
from sad_desktop.services.assessment import assess_draft
from sad_desktop.services.desk import Desk
from sad_desktop.services.exchange import (
    content_of,
    kept_of,
    losses_of,
    read_content,
    save_content,
    save_file,
)
from sad_desktop.services.print_batch import Source, file_name
from sad_desktop.services.rights import needs
from sad_desktop.services.workspace import Workspace
from sad_desktop.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from sad_desktop.xml.kept import Kept
    from sad_desktop.xml.losses import Loss

logger = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_Job = TypeVar("_Job", Path, Source)
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
_OUR_FILES = uuid.UUID("6f0b7d54-9b0e-5d0c-8b8e-3f1f5a3c1c10")
_MOST_OF_A_NAME = 10_000


class Result(StrEnum):
    """What became of a declaration."""

    DONE = "done"
    ALREADY_THERE = "already_there"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one declaration of a batch.

    ``path`` is the file that was read or written; ``kept`` what an imported file says beyond the
    fields, ``losses`` what an exported one could not take whole.
    """

    name: str
    result: Result
    path: Path | None = None
    declaration_id: str = ""
    reference: str = ""
    item_count: int = 0
    kept: "tuple[Kept, ...]" = ()
    losses: "tuple[Loss, ...]" = ()
    error: UserError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of a batch of ``wanted`` declarations; the rest was not begun.

    ``stopped_by`` is what made going on useless: a full disk, a server that does not answer.
    """

    outcomes: tuple[Outcome, ...] = ()
    wanted: int = 0
    stopped_by: UserError | None = None

    def count(self, result: Result) -> int:
        """Return of how many declarations this became."""
        return sum(outcome.result is result for outcome in self.outcomes)


@needs(Service.DECLARE)
def import_files(
    workspace: Workspace,
    files: Sequence[Path],
    progress: Progress = lambda _done, _total: None,
    is_cancelled: IsCancelled = lambda: False,
) -> Report:
    """Store the declaration of each file in the library.

    A file that was imported before, byte by byte, is not stored twice, whatever has become of
    the declaration since.
    """
    return _run(
        files,
        lambda path: _imported(workspace, path),
        lambda path, error: Outcome(name=path.name, path=path, result=Result.REFUSED, error=error),
        (ReadOnly, StorageUnavailable),
        (progress, is_cancelled),
    )


def export_all(
    sources: Sequence[Source],
    desk: Desk,
    folder: "IntoFolder",
    progress: Progress = lambda _done, _total: None,
    is_cancelled: IsCancelled = lambda: False,
) -> Report:
    """Write each declaration to a file of its own, its figures computed by the law of its day."""
    return _run(
        sources,
        lambda source: _exported(source, desk, folder),
        lambda source, error: Outcome(name=source.name, result=Result.REFUSED, error=error),
        (ServerUnreachable,),
        (progress, is_cancelled),
    )


class IntoFolder:
    """Names the files of a batch; files that are there already are kept unless they may go."""

    def __init__(self, folder: Path, suffix: str = ".xml", *, replaces: bool = False) -> None:
        self._folder = folder
        self._suffix = suffix
        self._replaces = replaces
        self._taken: set[str] = set()

    def path(self, name: str) -> Path:
        """Return where a declaration of this name goes; raises StorageUnavailable."""
        if not self._folder.is_dir():
            raise StorageUnavailable(
                QT_TRANSLATE_NOOP("UserError", "There is no folder {folder}; choose another."),
                {"folder": self._folder},
            )
        stem = file_name(name)
        for number in range(1, _MOST_OF_A_NAME):
            wanted = stem + ("" if number == 1 else f"-{number}") + self._suffix
            path = self._folder / wanted
            if wanted.casefold() in self._taken or (path.exists() and not self._replaces):
                continue
            self._taken.add(wanted.casefold())
            return path
        raise ValueError(stem)


def save_report(header: Sequence[str], rows: Sequence[Sequence[str]], path: Path) -> None:
    """Write a report as a table for spreadsheets; raises StorageUnavailable.

    No cell is taken for a formula there: texts come from files of others.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    save_content(written.getvalue().encode("utf-8-sig"), path)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell


def _run(
    jobs: Sequence[_Job],
    work: Callable[[_Job], Outcome],
    refused: Callable[[_Job, UserError], Outcome],
    stopping: tuple[type[UserError], ...],
    watch: tuple[Progress, IsCancelled],
) -> Report:
    """Do the work for each job; an error of a ``stopping`` kind would meet all the others too."""
    progress, is_cancelled = watch
    outcomes: list[Outcome] = []
    stopped_by: UserError | None = None
    for job in jobs:
        if is_cancelled():
            break
        try:
            outcomes.append(work(job))
        except UserError as error:
            if isinstance(error, stopping):
                stopped_by = error
                break
            outcomes.append(refused(job, error))
        progress(len(outcomes), len(jobs))
    report = Report(outcomes=tuple(outcomes), wanted=len(jobs), stopped_by=stopped_by)
    logger.info(
        "batch: %s of %s, %s refused", len(outcomes), len(jobs), report.count(Result.REFUSED)
    )
    return report


def _imported(workspace: Workspace, path: Path) -> Outcome:
    content = content_of(path)
    draft = read_content(content, path.name)
    declaration_id = str(uuid.uuid5(_OUR_FILES, hashlib.sha256(content).hexdigest()))
    result = Result.DONE
    try:
        workspace.store(declaration_id, replace(draft, status=Status.STORED), 0)
    except Conflict:
        result = Result.ALREADY_THERE
    finally:
        workspace.forget(declaration_id)
    return Outcome(
        name=path.name,
        result=result,
        path=path,
        declaration_id=declaration_id,
        reference=reference_of(draft.declaration),
        item_count=len(draft.declaration.items),
        kept=kept_of(draft.source),
    )


def _file_stem(source: Source, draft: Draft) -> str:
    """Return how a file is called: as before, by its reference, or as the file it came from."""
    if source.path is not None:
        return source.name
    came_from = Path(draft.source.name).stem if draft.source is not None else ""
    return reference_of(draft.declaration) or came_from or source.name


def _exported(source: Source, desk: Desk, folder: IntoFolder) -> Outcome:
    draft = source.read()
    path = folder.path(_file_stem(source, draft))
    ours = desk.by_law_of(draft)
    note = assess_draft(draft, ours.book, ours.on)
    save_file(draft, ours.figures(draft, note), path)
    return Outcome(
        name=source.name,
        result=Result.DONE,
        path=path,
        reference=reference_of(draft.declaration),
        item_count=len(draft.declaration.items),
        losses=losses_of(draft, path),
    )
