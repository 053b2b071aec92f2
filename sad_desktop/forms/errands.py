"""Work one form has asked for: given up when the form goes, so that nothing calls back to it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from sad_desktop.forms.tasks import Cancel, Pool, Progress, Starter, T, Work


class Errands:
    """Starts work for one widget; the same as ``Tasks``, but silent once the widget is gone."""

    def __init__(self, tasks: Starter, owner: QObject) -> None:
        self._tasks = tasks
        self._running: set[Cancel] = set()
        # The partial keeps the set alive: the widget's own attributes go before it says so.
        owner.destroyed.connect(partial(_give_up, self._running))

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
        running = self._running
        is_over = False
        cancel: Cancel | None = None

        def end() -> None:
            nonlocal is_over
            is_over = True
            if cancel is not None:
                running.discard(cancel)

        def done(result: T) -> None:
            end()
            on_done(result)

        def failed(error: Exception) -> None:
            end()
            on_error(error)

        cancel = self._tasks.start(work, done, failed, on_progress, pool=pool)
        if not is_over:
            running.add(cancel)
        return cancel


def _give_up(running: set[Cancel], _gone: QObject | None = None) -> None:
    for cancel in tuple(running):
        cancel()
    running.clear()
