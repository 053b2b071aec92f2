"""Whole lists for the lists' room: made ready, searched and exported beside the screen."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from sad_desktop.errors import UserError
from sad_desktop.forms.asking import Asking
from sad_desktop.forms.tasks import Starter
from sad_desktop.forms.widgets.progress import ProgressLine
from sad_desktop.services.list_exports import export
from sad_desktop.services.reference_lists import ReferenceLists
from sad_desktop.tariff.book import ListEntry
from sad_desktop.tariff.lookup import searchable


class WholeLists:
    """Answers what needs every entry of a list; of several questions the newest is answered."""

    def __init__(
        self,
        lists: ReferenceLists,
        tasks: Starter,
        fail: Callable[[UserError], None],
        progress: ProgressLine,
    ) -> None:
        self._lists = lists
        self._asking = Asking(tasks, self._on_failure)
        self._fail = fail
        self._progress = progress

    def when_ready(self, title: str, then: Callable[[], None]) -> None:
        """Go on at once, or when the desk's copy of the lists is made; ``title`` says that."""
        if self._lists.is_ready:
            self.give_up()
            then()
            return
        self._ask(title, self._lists.refresh, lambda _is_changed: then())

    def find_ended_too(
        self,
        title: str,
        list_name: str,
        typed: str,
        on: date,
        limit: int,
        then: Callable[[tuple[ListEntry, ...]], None],
    ) -> None:
        """Search a list with what is not in force on a day, each code in its nearest period."""

        def find() -> tuple[ListEntry, ...]:
            entries = (
                next((one for one in periods if one.is_in_force(on)), periods[-1])
                for periods in self._lists.entries(list_name).values()
            )
            return searchable(entries).find(typed, limit)

        self._ask(title, find, then)

    def write(self, title: str, list_name: str, path: Path, then: Callable[[Path], None]) -> None:
        """Write a list to a CSV file."""

        def work() -> Path:
            export(self._lists.entries(list_name), path)
            return path

        self._ask(title, work, then)

    def give_up(self) -> None:
        """Want no answer any more."""
        self._asking.give_up()
        self._progress.end()

    def _ask(self, title: str, question: Callable[[], object], then: Callable[..., None]) -> None:
        self._progress.begin(title, self.give_up)

        def answered(answer: object) -> None:
            self._progress.end()
            then(answer)

        self._asking.ask(question, answered)

    def _on_failure(self, error: UserError) -> None:
        self._progress.end()
        self._fail(error)
