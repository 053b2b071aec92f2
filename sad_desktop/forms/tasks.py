"""Work beside the screen: plain functions in a thread, their outcome back on the GUI thread."""

import logging
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from threading import Event
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from sad_desktop.errors import UserError

logger = logging.getLogger(__name__)

T = TypeVar("T")
Progress = Callable[[int, int], None]
"""Reports how much is done, of how much."""
IsCancelled = Callable[[], bool]
Work = Callable[[Progress, IsCancelled], T]
Cancel = Callable[[], None]


class Pool(StrEnum):
    """Where work runs: one thread owns the database, the rest share the processors."""

    DATABASE = "database"
    CPU = "cpu"


class Starter(Protocol):
    """What a form needs to start work; ``Tasks`` in the program, an immediate one in tests."""

    def start(
        self,
        work: Work[T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
        on_progress: Progress | None = None,
        *,
        pool: Pool = Pool.CPU,
    ) -> Cancel:
        """Start work and return what cancels it."""
        ...


class Tasks:
    """Runs work in two thread pools and calls back on the thread that made it.

    ``on_error`` is told of every exception, so that a form can take its progress line away;
    one that is not a UserError is then raised on the GUI thread, where the crash path waits.
    After ``cancel()`` nothing is reported any more, except such a bug.
    """

    def __init__(self) -> None:
        self._pools = {Pool.DATABASE: QThreadPool(), Pool.CPU: QThreadPool()}
        self._pools[Pool.DATABASE].setMaxThreadCount(1)
        self._running: set[_Report] = set()
        self._is_finished = False

    def start(
        self,
        work: Work[T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
        on_progress: Progress | None = None,
        *,
        pool: Pool = Pool.CPU,
    ) -> Cancel:
        """Start work and return what cancels it."""
        report = _Report(on_done, on_error, on_progress, self._running.discard)
        if self._is_finished:
            return report.cancel  # a timer's last wish: there is nobody left to tell
        self._running.add(report)
        # A function: PySide never lets go of a QRunnable that ends before start() has returned.
        self._pools[pool].start(partial(_run, work, report))
        return report.cancel

    def is_busy(self) -> bool:
        """Tell whether some work has not reported yet."""
        return bool(self._running)

    def finish(self) -> None:
        """Cancel what runs and wait for it: the program closes, and nothing is started any more."""
        self._is_finished = True
        for report in tuple(self._running):
            report.cancel()
        for pool in self._pools.values():
            pool.clear()
            pool.waitForDone()
        self._running.clear()


class _Report(QObject):
    """The way back from a worker: its signals arrive on the thread that made this object."""

    finished = Signal(object, object)
    progressed = Signal(int, int)

    def __init__(
        self,
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
        on_progress: Progress | None,
        forget: Callable[["_Report"], None],
    ) -> None:
        super().__init__()
        self.cancelled = Event()
        self._on_done = on_done
        self._on_error = on_error
        self._on_progress = on_progress
        self._forget = forget
        self.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self.progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop, and report nothing more."""
        self.cancelled.set()

    def _on_progressed(self, done: int, total: int) -> None:
        if self._on_progress is not None and not self.cancelled.is_set():
            self._on_progress(done, total)

    def _on_finished(self, result: object, error: Exception | None) -> None:
        self._forget(self)
        if error is None:
            if not self.cancelled.is_set():
                self._on_done(result)
            return
        if not self.cancelled.is_set():
            self._on_error(error)
        if not isinstance(error, UserError):
            raise error


def _run(work: Work[Any], report: _Report) -> None:
    """Do one piece of work in a thread, unless it was cancelled before its turn."""
    result: object = None
    error: Exception | None = None
    if not report.cancelled.is_set():
        try:
            result = work(report.progressed.emit, report.cancelled.is_set)
        except Exception as failed:  # noqa: BLE001 - carried to the GUI thread, not swallowed
            kind = failed.logged if isinstance(failed, UserError) else type(failed).__name__
            logger.warning("work ended with %s", kind)
            error = failed
    report.finished.emit(result, error)
