"""The tree of the library: declarations by status, with how many there are, and the rooms."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from sad_desktop.declaration.status import Status
from sad_desktop.forms.keys import SHELVED_ROOMS, title_of

_STATUS = Qt.ItemDataRole.UserRole
_ROOM = Qt.ItemDataRole.UserRole + 1


class Shelves(QTreeWidget):
    """Declarations by status, then the rooms of the office.

    Signals: ``chosen`` when another node is; ``new_requested`` by Enter or a double click on
    declarations, ``room_requested`` with the room's command on a room.
    """

    chosen = Signal()
    new_requested = Signal()
    room_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Document library"))
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._root = QTreeWidgetItem([self.tr("Declarations")])
        self._root.setToolTip(0, self.tr("Double click or Enter begins a new declaration"))
        self.addTopLevelItem(self._root)
        self._by_status = {status: self._make(status, title) for status, title in self._titles()}
        self._root.setExpanded(True)
        for name in SHELVED_ROOMS:
            room = QTreeWidgetItem([title_of(name)])
            room.setData(0, _ROOM, name)
            self.addTopLevelItem(room)
        self.setCurrentItem(self._root)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit())
        self.itemActivated.connect(self._on_item_activated)

    def status(self) -> Status | None:
        """Return the status chosen; None for all declarations."""
        item = self.currentItem()
        return item.data(0, _STATUS) if item is not None else None

    def choose(self, status: Status | None) -> None:
        """Choose a status, or all declarations."""
        self.setCurrentItem(self._root if status is None else self._by_status[status])

    def show_counts(self, counts: Mapping[Status, int]) -> None:
        """Show how many declarations stand at each status."""
        _show_count(self._root, sum(counts.values()))
        for status, item in self._by_status.items():
            _show_count(item, counts.get(status, 0))
        has_stored = bool(counts.get(Status.STORED))
        self._hide(Status.STORED, is_hidden=not has_stored)
        self._hide(Status.AMENDED, is_hidden=not counts.get(Status.AMENDED))
        self._hide(Status.DRAFT, is_hidden=has_stored and not counts.get(Status.DRAFT))

    def rows_height(self) -> int:
        """Return the height that shows every row."""
        return self.sizeHintForRow(0) * self._rows() + 4

    def _rows(self) -> int:
        return len(self._by_status) + len(SHELVED_ROOMS)

    def _make(self, status: Status, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([title])
        item.setData(0, _STATUS, status)
        self._root.addChild(item)
        return item

    def _hide(self, status: Status, *, is_hidden: bool) -> None:
        """Hide a node nobody needs now, unless it is the one chosen."""
        item = self._by_status[status]
        item.setHidden(is_hidden and self.currentItem() is not item)

    def _titles(self) -> tuple[tuple[Status, str], ...]:
        return (
            (Status.DRAFT, self.tr("Drafts")),
            (Status.STORED, self.tr("Stored")),
            (Status.REGISTERED, self.tr("Registered")),
            (Status.ASSESSED, self.tr("Assessed")),
            (Status.PAID, self.tr("Paid")),
            (Status.RELEASED, self.tr("Released")),
            (Status.AMENDED, self.tr("Being amended")),
            (Status.CANCELLED, self.tr("Cancelled")),
        )

    def _on_item_activated(self, item: QTreeWidgetItem) -> None:
        room = item.data(0, _ROOM)
        if room:
            self.room_requested.emit(room)
        elif item is self._root or item.data(0, _STATUS) in (Status.DRAFT, Status.STORED):
            self.new_requested.emit()


def _show_count(item: QTreeWidgetItem, number: int) -> None:
    item.setText(1, f"{number:,}" if number else "")
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
