"""Questions to the office beside the screen: of several, only the newest is answered."""

from collections.abc import Callable
from typing import TypeVar

from sad_desktop.errors import UserError
from sad_desktop.forms.tasks import Cancel, Pool, Starter

T = TypeVar("T")


class Asking:
    """Asks for one part of the screen. ``fail`` is told when the office cannot be asked."""

    def __init__(self, tasks: Starter, fail: Callable[[UserError], None]) -> None:
        self._tasks = tasks
        self._fail = fail
        self._cancel: Cancel | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the newest question is not answered yet."""
        return self._cancel is not None

    def ask(self, question: Callable[[], T], on_answer: Callable[[T], None]) -> None:
        """Ask; what was asked before and is not answered yet is given up."""
        self.give_up()

        def answered(answer: T) -> None:
            self._cancel = None
            on_answer(answer)

        self._cancel = self._tasks.start(
            lambda _progress, _cancelled: question(), answered, self._on_failure, pool=Pool.DATABASE
        )

    def give_up(self) -> None:
        """Want no answer any more."""
        if self._cancel is not None:
            self._cancel()
            self._cancel = None

    def _on_failure(self, error: Exception) -> None:
        self._cancel = None
        if isinstance(error, UserError):
            self._fail(error)
