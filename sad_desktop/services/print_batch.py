"""Print many declarations one after the other: a bad one is reported, the rest goes on."""

import logging
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sad_desktop.declaration.draft import Draft
from sad_desktop.errors import StorageUnavailable, UserError
from sad_desktop.services.assessment import assess_draft
from sad_desktop.services.desk import Desk
from sad_desktop.services.exchange import open_file
from sad_desktop.services.paper import Printed, save_pdf
from sad_desktop.services.print_orders import Order, Subject, carry_out
from sad_desktop.services.workspace import Workspace
from sad_desktop.text import QT_TRANSLATE_NOOP

logger = logging.getLogger(__name__)

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_NAME = 80
_MOST_OF_A_NAME = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One declaration of a batch: how it is called, what reads it, the file it stands in."""

    name: str
    read: Callable[[], Draft]
    path: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one declaration: where it was printed, or why it was not.

    ``overflow_count`` is the number of texts continued on the annex.
    """

    name: str
    target: str = ""
    page_count: int = 0
    overflow_count: int = 0
    error: UserError | None = None


Deliver = Callable[[str, Printed], str]
"""Brings one declaration's paper, by its name, to its place and says where that is."""


def from_file(path: Path) -> Source:
    """Return a declaration that stands in a file."""
    return Source(name=path.stem, read=lambda: open_file(path), path=path)


def from_store(
    workspace: Workspace,
    declaration_id: str,
    name: str,
    is_open: Callable[[str], bool] = lambda _declaration_id: False,
) -> Source:
    """Return a declaration of the office's database.

    ``is_open`` tells whether somebody works on it: the version that work began with is then kept
    for conflicts.
    """

    def read() -> Draft:
        draft = workspace.load(declaration_id).draft
        if not is_open(declaration_id):
            workspace.forget(declaration_id)
        return draft

    return Source(name=name or declaration_id, read=read)


def print_batch(
    sources: Sequence[Source],
    desk: Desk,
    order: Order,
    deliver: Deliver,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Outcome, ...]:
    """Print declarations in their order; what was not begun when cancelled is left out."""
    outcomes: list[Outcome] = []
    for source in sources:
        if is_cancelled():
            break
        outcomes.append(_print_one(source, desk, order, deliver))
        progress(len(outcomes), len(sources))
    failed = sum(outcome.error is not None for outcome in outcomes)
    logger.info("printed %s declarations, %s not", len(outcomes) - failed, failed)
    return tuple(outcomes)


def subject_of(draft: Draft, desk: Desk) -> Subject:
    """Return what a draft's paper is made of by the law of a desk."""
    note = assess_draft(draft, desk.book, desk.on)
    return Subject(
        draft=draft, note=note, figures=desk.figures(draft, note), profile=desk.book.profile
    )


class IntoFolder:
    """Delivers each declaration as a PDF file of its name; no file of the batch takes another's."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken: set[str] = set()

    def __call__(self, name: str, printed: Printed) -> str:
        """Write one file and return its name; raises StorageUnavailable."""
        if not self._folder.is_dir():
            raise StorageUnavailable(
                QT_TRANSLATE_NOOP("UserError", "There is no folder {folder}; choose another."),
                {"folder": self._folder},
            )
        file = self._folder / self._free(file_name(name))
        save_pdf(printed.content, file)
        return file.name

    def _free(self, stem: str) -> str:
        for number in range(1, _MOST_OF_A_NAME):
            wanted = f"{stem}.pdf" if number == 1 else f"{stem}-{number}.pdf"
            if wanted.casefold() not in self._taken:
                self._taken.add(wanted.casefold())
                return wanted
        raise ValueError(stem)


def file_name(name: str) -> str:
    """Return a declaration's name as every file system takes it, without an ending."""
    plain = _FORBIDDEN.sub("-", name).strip(" .-")
    return plain[:_LONGEST_NAME].strip(" .-") or "declaration"


def printed_names(outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    """Return the names of the declarations that are on paper."""
    return tuple(outcome.name for outcome in outcomes if outcome.error is None)


def _print_one(source: Source, desk: Desk, order: Order, deliver: Deliver) -> Outcome:
    try:
        printed = carry_out(subject_of(source.read(), desk), order)
        target = deliver(source.name, printed)
    except UserError as error:
        return Outcome(name=source.name, error=error)
    return Outcome(
        name=source.name,
        target=target,
        page_count=printed.page_count,
        overflow_count=len(printed.overflows),
    )
