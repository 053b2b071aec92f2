"""Work beside the screen: plain functions in a thread, their outcome back on the GUI thread."""

import itertools
import logging
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from threading import Event
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from sad_desktop.errors import UserError
from sad_desktop.forms.sweeping import Sweeper

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

    What work and callbacks hold is let go on the thread that made this, whatever ends first: a
    worker that dropped the last reference to a widget would destroy it.
    """

    def __init__(self) -> None:
        self._pools = {Pool.DATABASE: QThreadPool(), Pool.CPU: QThreadPool()}
        self._pools[Pool.DATABASE].setMaxThreadCount(1)
        self._jobs = _Jobs()
        self._keys = itertools.count()
        self._is_finished = False
        self._sweeper = Sweeper()
        self._sweeper.start()

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
        job = _Job(work, on_done, on_error, on_progress)
        if self._is_finished:
            return job.cancelled.set  # a timer's last wish: there is nobody left to tell
        key = next(self._keys)
        self._jobs.running[key] = job
        # A function: PySide never lets go of a QRunnable that ends before start() has returned.
        self._pools[pool].start(partial(_run, self._jobs, key))
        return job.cancelled.set

    def is_busy(self) -> bool:
        """Tell whether some work has not reported yet."""
        return bool(self._jobs.running)

    def finish(self) -> None:
        """Cancel what runs and wait for it: the program closes, and nothing is started any more."""
        self._is_finished = True
        for job in self._jobs.running.values():
            job.cancelled.set()
        for pool in self._pools.values():
            pool.waitForDone()  # never clear(): PySide keeps what was taken out of the queue
        self._jobs.running.clear()
        self._sweeper.stop()


class _Job:
    """One piece of work and whom its outcome is told; held by ``_Jobs`` until it has ended."""

    def __init__(
        self,
        work: Work[Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
        on_progress: Progress | None,
    ) -> None:
        self.cancelled = Event()
        self.on_done = on_done
        self.on_error = on_error
        self.on_progress = on_progress
        self._work = work
        self._result: object = None
        self._error: Exception | None = None

    def do(self, progress: Progress) -> None:
        """Work, in a thread, unless it was cancelled before its turn; the outcome stays here."""
        if self.cancelled.is_set():
            return
        try:
            self._result = self._work(progress, self.cancelled.is_set)
        except Exception as failed:  # noqa: BLE001 - carried to the GUI thread, not swallowed
            kind = failed.logged if isinstance(failed, UserError) else type(failed).__name__
            logger.warning("work ended with %s", kind)
            self._error = failed

    def take(self) -> tuple[object, Exception | None]:
        """Return the outcome, the result or why there is none, and keep it no longer."""
        outcome = self._result, self._error
        self._result = self._error = None
        return outcome


class _Jobs(QObject):
    """What runs, and the way back: its signals arrive on the thread that made this object."""

    finished = Signal(int)
    progressed = Signal(int, int, int)

    def __init__(self) -> None:
        super().__init__()
        self.running: dict[int, _Job] = {}
        self.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self.progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    def _on_progressed(self, key: int, done: int, total: int) -> None:
        job = self.running.get(key)
        if job is not None and job.on_progress is not None and not job.cancelled.is_set():
            job.on_progress(done, total)

    def _on_finished(self, key: int) -> None:
        job = self.running.pop(key, None)
        if job is None:
            return  # the program closed meanwhile
        result, error = job.take()
        if error is None:
            if not job.cancelled.is_set():
                job.on_done(result)
            return
        if not job.cancelled.is_set():
            job.on_error(error)
        if not isinstance(error, UserError):
            raise error


def _run(jobs: _Jobs, key: int) -> None:
    """Do one piece of work in a thread; from its end on nothing of it is held here."""
    jobs.running[key].do(partial(jobs.progressed.emit, key))
    jobs.finished.emit(key)
