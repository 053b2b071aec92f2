"""The part of the status bar that tells what is due soon, and leads there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QToolButton

from sad_desktop.forms.errands import Errands
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.status_line import StatusLine
from sad_desktop.forms.tasks import Pool

_WITHIN = 30
"""Days ahead a due date is told, where the country's law names no alerts."""


class DueReminder(QObject):
    """Asks the office beside the screen whenever something was stored."""

    def __init__(
        self, opened: OpenedDeclarations, status: StatusLine, show: Callable[[str], object]
    ) -> None:
        super().__init__(status)
        self._opened = opened
        self._errands = Errands(opened.office.tasks, self)
        self.button = QToolButton()
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(lambda _checked: show("due_dates"))
        self.button.hide()
        status.insertPermanentWidget(1, self.button)  # after the hint
        opened.register.asked.connect(self.refresh)
        if opened.register.is_office_open:
            self.refresh()

    def refresh(self) -> None:
        """Ask again."""
        self._errands.start(
            lambda _progress, _cancelled: self._ask(),
            self._show,
            lambda _error: self.button.hide(),  # who stores something is told why
            pool=Pool.DATABASE,
        )

    def _ask(self) -> tuple[int, int]:
        from sad_desktop.services.due_dates import DueDates  # start-up cost

        desk = self._opened.desk()
        dates = DueDates(self._opened.office.workspace, desk.book.profile)
        law = dates.law
        days = max(law.alerts, default=_WITHIN) if law is not None else _WITHIN
        return dates.due_within(days, desk.on)

    def _show(self, due: tuple[int, int]) -> None:
        near, over = due
        said = self.tr("%n due within 30 days", "", near)
        if over:
            said = self.tr("{due}, {over} expired").format(due=said, over=over)
        self.button.setText(said)
        self.button.setAccessibleName(said)
        self.button.setToolTip(self.tr("Guarantees and due dates"))
        self.button.setVisible(near > 0)
