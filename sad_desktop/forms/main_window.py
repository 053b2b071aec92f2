"""The window: what is painted first; the workplace is put into it once it is there.

Start-up cost: nothing imported here may import the declaration, the law or the database. The
first paint needs Qt's widgets only; the rest is loaded beside it.
"""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStackedWidget, QToolBar, QWidget

from sad_desktop.errors import UserError
from sad_desktop.forms.commands_bar import (
    WITHOUT_DECLARATION,
    build_actions,
    enable,
    fill_menus,
    fill_toolbar,
)
from sad_desktop.forms.language import translate_error
from sad_desktop.forms.preferences import Preferences
from sad_desktop.forms.questions import Questions
from sad_desktop.forms.welcome import Welcome

if TYPE_CHECKING:
    # start-up cost: each event's type is made when it is first named
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from sad_desktop.forms.document import Document
    from sad_desktop.forms.document_tab import DocumentTab
    from sad_desktop.forms.workplace import Workplace

logger = logging.getLogger(__name__)


class MainWindow(QMainWindow):
    """The desk: menus, toolbar, docks, and a workplace in the middle."""

    def __init__(self, preferences: Preferences, questions: Questions) -> None:
        super().__init__()
        self._questions = questions
        self._waiting: list[str] = []
        self.workplace: Workplace | None = None
        self.setWindowTitle("SAD Desktop")
        self.setAcceptDrops(True)
        self.centre = QStackedWidget()
        self.welcome = Welcome()
        self.welcome.new_requested.connect(self._on_new)
        self.welcome.open_requested.connect(self._on_open)
        self.centre.addWidget(self.welcome)
        self.setCentralWidget(self.centre)
        self.library_dock, self.assessment_dock, self.findings_dock = self._make_docks()
        self.actions_by_key = build_actions(self, self.run, preferences.keys)
        self._fill_bars(preferences)
        side = [self.library_dock, self.assessment_dock]
        self.resizeDocks(side, [270, 260], Qt.Orientation.Horizontal)
        self.resizeDocks([self.findings_dock], [170], Qt.Orientation.Vertical)
        enable(
            self.actions_by_key, dict.fromkeys(self.actions_by_key.keys() - WITHOUT_DECLARATION, "")
        )

    @property
    def docks(self) -> tuple[QDockWidget, QDockWidget, QDockWidget]:
        """The library, the running assessment and the findings."""
        return self.library_dock, self.assessment_dock, self.findings_dock

    def furnish(self, workplace: "Workplace") -> None:
        """Put the workplace in; what was pressed meanwhile is done now."""
        self.workplace = workplace
        waiting, self._waiting = self._waiting, []
        for name in waiting:
            self.run(name)

    def run(self, name: str) -> None:
        """Do what a key asks for; before the workplace is there it is remembered."""
        if name == "quit":
            self.close()
        elif self.workplace is None:
            self._waiting.append(name)
        else:
            self.workplace.run(name)

    def current_tab(self) -> "DocumentTab | None":
        """Return the open declaration that is shown."""
        return self.workplace.current_tab() if self.workplace else None

    def tab_of(self, document: "Document") -> "DocumentTab | None":
        """Return the tab of a document."""
        return self.workplace.tab_of(document) if self.workplace else None

    def fail(self, error: UserError) -> None:
        """Say why something could not be done; nothing was lost."""
        logger.warning("told: %s", error.logged)
        self._questions.tell(self, translate_error(error))

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Ask about each unsaved declaration, then close."""
        if self.workplace is None or self.workplace.close_all():
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take files that are dragged over the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Take the files and folders that are dropped."""
        if self.workplace is None:
            return
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            self.workplace.take_dropped(paths)

    def _make_docks(self) -> tuple[QDockWidget, QDockWidget, QDockWidget]:
        leading, trailing, bottom = (
            Qt.DockWidgetArea.LeftDockWidgetArea,
            Qt.DockWidgetArea.RightDockWidgetArea,
            Qt.DockWidgetArea.BottomDockWidgetArea,
        )
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            leading, trailing = trailing, leading  # Qt mirrors all but dock areas
        return (
            self._dock("library", self.tr("Document library"), leading),
            self._dock("assessment", self.tr("Running assessment"), trailing),
            self._dock("findings", self.tr("Findings"), bottom),
        )

    def _dock(self, name: str, title: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(QWidget())
        self.addDockWidget(area, dock)
        return dock

    def _fill_bars(self, preferences: Preferences) -> None:
        menus = fill_menus(self.menuBar(), self.actions_by_key)
        preferences.fill_menu(menus["Vie&w"], self.docks)
        bar = QToolBar(self.tr("Declaration toolbar"))
        bar.setObjectName("toolbar")
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        fill_toolbar(bar, self.actions_by_key)
        self.addToolBar(bar)

    def _on_new(self) -> None:
        self.run("new")

    def _on_open(self) -> None:
        self.run("load_xml")
