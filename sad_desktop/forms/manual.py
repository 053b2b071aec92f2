"""The manual as a room: contents and search at the side, the page beside them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.errors import UserError
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.manual_reader import ManualReader
from sad_desktop.forms.manual_voice import voice_of
from sad_desktop.forms.rooms import Room, Surroundings
from sad_desktop.forms.widgets.sentence import Sentence
from sad_desktop.forms.widgets.split import side_by_side
from sad_desktop.manual.blocks import Chapter
from sad_desktop.manual.book import read_manual
from sad_desktop.manual.search import Index

_TARGET = Qt.ItemDataRole.UserRole
_SIDE = 300


def make_manual(around: Surroundings) -> "ManualRoom":
    """Return the room with the manual in the desk's language; raises ResourceMissing."""
    preferences = around.preferences
    flags = around.desk().book.profile.flags
    voice = voice_of(str(preferences.language), preferences.keys, flags)
    return ManualRoom(read_manual(voice), around)


class ManualRoom(Room):
    """Contents or search results at the side; Enter shows one, Alt+Left goes back."""

    def __init__(self, chapters: Sequence[Chapter], around: Surroundings) -> None:
        super().__init__()
        self._chapters = chapters
        self._around = around
        self._errands = Errands(around.office.tasks, self)
        self._index = Index(chapters)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the manual"))
        self.search.setAccessibleName(self.tr("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_typed)
        self.search.installEventFilter(self)
        self.contents = self._make_contents()
        self.said = Sentence()
        self.said.hide()
        self.reader = ManualReader(chapters)
        self.reader.turned.connect(self._on_turned)
        self.back_button = QPushButton(self.tr("&Back"))
        self.forward_button = QPushButton(self.tr("&Forward"))
        self.pdf_button = QPushButton(self.tr("Save as &PDF"))
        self._lay_out()
        self._show_contents()
        self.reader.open(chapters[0].name)

    def enter(self) -> None:
        """Put the cursor into the search line."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_target(self, target: str) -> None:
        """Show a section by "chapter#anchor", and let the keys scroll it."""
        self.search.clear()
        self.reader.open(target)
        self.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down and Enter of the search line reach the results; Esc empties it."""
        if watched is not self.search or event.type() is not QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)  # noqa: S101 - a key press is one
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_current()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.contents.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.search.text():
                return True
            self.contents.keyPressEvent(event)
            return True
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return True
        return False

    def _make_contents(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("Contents of the manual"))
        tree.setHeaderHidden(True)
        tree.setColumnCount(1)
        tree.setUniformRowHeights(True)
        tree.itemActivated.connect(lambda *_: self._open_current())
        tree.itemClicked.connect(lambda *_: self._open_current())
        return tree

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 8, 4, 8)
        column.addWidget(self.search)
        column.addWidget(self.said)
        column.addWidget(self.contents, 1)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 8, 8, 4)
        self.back_button.setShortcut("Alt+Left")
        self.forward_button.setShortcut("Alt+Right")
        self.back_button.clicked.connect(self.reader.backward)
        self.forward_button.clicked.connect(self.reader.forward)
        self.pdf_button.clicked.connect(self._on_pdf)
        for button, can in (
            (self.back_button, self.reader.backwardAvailable),
            (self.forward_button, self.reader.forwardAvailable),
        ):
            button.setEnabled(False)
            can.connect(button.setEnabled)
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.pdf_button)
        page = QWidget()
        beside = QVBoxLayout(page)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addLayout(bar)
        beside.addWidget(self.reader, 1)
        splitter = side_by_side(side, page)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_SIDE, 3 * _SIDE])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        for first, second in (
            (self.search, self.contents),
            (self.contents, self.reader),
            (self.reader, self.back_button),
        ):
            self.setTabOrder(first, second)

    def _show_contents(self) -> None:
        """List the chapters with their sections."""
        self.contents.clear()
        self.contents.setRootIsDecorated(True)
        for number, chapter in enumerate(self._chapters, start=1):
            item = QTreeWidgetItem([f"{number}  {chapter.title}"])
            item.setData(0, _TARGET, chapter.name)
            for section in chapter.sections:
                if section.title:
                    child = QTreeWidgetItem([section.title])
                    child.setData(0, _TARGET, f"{chapter.name}#{section.anchor}")
                    child.setToolTip(0, section.title)
                    item.addChild(child)
            self.contents.addTopLevelItem(item)

    def _on_typed(self, typed: str) -> None:
        hits = self._index.search(typed)
        if not typed.strip():
            self.said.hide()
            self._show_contents()
            self._on_turned(self.reader.target())
            return
        self.contents.clear()
        self.contents.setRootIsDecorated(False)
        for hit in hits:
            item = QTreeWidgetItem([hit.title])
            item.setData(0, _TARGET, hit.target)
            item.setToolTip(0, hit.excerpt)
            self.contents.addTopLevelItem(item)
        first = self.contents.topLevelItem(0)
        if first is not None:
            self.contents.setCurrentItem(first)
            self.said.say(self.tr("%n place(s) found.", "", len(hits)))
        else:
            self.said.say(self.tr("The manual says nothing of that; try another word."))
        self.said.show()

    def _open_current(self) -> None:
        item = self.contents.currentItem()
        if item is not None:
            self.reader.open(item.data(0, _TARGET))

    def _on_turned(self, target: str) -> None:
        """Let the contents follow the page, where they are shown."""
        if self.search.text().strip():
            return
        item = self._item_of(target) or self._item_of(target.partition("#")[0])
        if item is not None:
            self.contents.setCurrentItem(item)
            item.setExpanded(True)

    def _item_of(self, target: str) -> QTreeWidgetItem | None:
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        start = self.contents.model().index(0, 0)
        found = self.contents.model().match(start, _TARGET, target, 1, flags)
        return self.contents.itemFromIndex(found[0]) if found else None

    def _on_pdf(self) -> None:
        """Save the whole manual as a PDF file."""
        path = self._around.questions.save_path(self, self.tr("SAD Desktop manual.pdf"))
        if path is not None:
            self._save(path)

    def _save(self, path: Path) -> None:
        from sad_desktop.services.manual import save_manual  # start-up cost: it loads reportlab

        language = str(self._around.preferences.language)
        chapters = self._chapters
        self._errands.start(
            lambda _progress, _cancelled: save_manual(chapters, language, path),
            lambda _done: self._around.say(self.tr("Saved as {name}.").format(name=path.name)),
            self._on_failure,
        )

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._around.fail(error)
