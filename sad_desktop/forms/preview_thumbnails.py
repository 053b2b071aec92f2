"""Small pictures of the pages, drawn as they come into sight; one click goes to a page."""

from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from sad_desktop.forms.preview_pages import PdfPages
from sad_desktop.forms.tasks import Starter

_WIDTH, _HEIGHT = 96, 124
_EDGE = "#98a2a8"
_Index = QModelIndex | QPersistentModelIndex


class ThumbnailModel(QAbstractListModel):
    """The pages of a file; each is drawn when first looked at, the last asked for first."""

    def __init__(self, tasks: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pages: PdfPages | None = None
        self._pictures: dict[int, QPixmap] = {}
        self._fresh: set[int] = set()
        self._wanted: list[int] = []
        self._drawing = False
        self._blank = QPixmap(round(_HEIGHT / 2**0.5), _HEIGHT)
        self._blank.fill(QColor("#ffffff"))
        self._blank = _framed(self._blank)

    def show_pages(self, pages: PdfPages) -> None:
        """Show the pages of a file; pictures of the former stay until theirs are drawn."""
        before, after = self.rowCount(), len(pages)
        self._pages = pages
        self._fresh.clear()
        self._wanted.clear()
        if after != before:
            self.beginResetModel()
            self._pictures = {row: one for row, one in self._pictures.items() if row < after}
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0), self.index(after - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of pages."""
        return 0 if self._pages is None or parent.isValid() else len(self._pages)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a page's number or its picture."""
        row = index.row()
        if self._pages is None or not 0 <= row < len(self._pages):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(row + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {page}").format(page=row + 1)
        if role == Qt.ItemDataRole.DecorationRole:
            self._want(row)
            return self._pictures.get(row, self._blank)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

    def _want(self, row: int) -> None:
        if row in self._fresh:
            return
        if row in self._wanted:
            self._wanted.remove(row)
        self._wanted.append(row)
        self._draw_next()

    def _draw_next(self) -> None:
        if self._drawing or not self._wanted or self._pages is None:
            return
        pages, row = self._pages, self._wanted.pop()
        width, height = pages.sizes[row]
        scale = min(_WIDTH / width, _HEIGHT / height)
        self._drawing = True
        self._tasks.start(
            lambda _progress, _cancelled: pages.picture(row, scale),
            partial(self._on_drawn, row, pages),
            self._on_failed,
        )

    def _on_drawn(self, row: int, pages: PdfPages, image: QImage) -> None:
        self._drawing = False
        if pages is self._pages and not image.isNull():
            self._pictures[row] = _framed(QPixmap.fromImage(image))
            self._fresh.add(row)
            self.dataChanged.emit(self.index(row), self.index(row))
        self._draw_next()

    def _on_failed(self, _error: Exception) -> None:
        self._drawing = False  # the large page says why it cannot be drawn


def _framed(picture: QPixmap) -> QPixmap:
    """Draw the edge of the paper: white pages lie on a white list."""
    painter = QPainter(picture)
    painter.setPen(QColor(_EDGE))
    painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return picture


class Thumbnails(QListView):
    """The pages at the side. ``page_chosen`` with a page from 0."""

    page_chosen = Signal(int)

    def __init__(self, tasks: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_told = False
        self.pages_model = ThumbnailModel(tasks, self)
        self.setModel(self.pages_model)
        self.setAccessibleName(self.tr("Pages"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_WIDTH, _HEIGHT))
        self.setGridSize(QSize(_WIDTH + 26, _HEIGHT + 30))
        self.setFixedWidth(_WIDTH + 52)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_pages(self, pages: PdfPages) -> None:
        """Show the pages of a file; the page chosen stays chosen."""
        chosen = self.currentIndex().row()
        self._is_told = True
        self.pages_model.show_pages(pages)
        self.setCurrentIndex(self.pages_model.index(min(max(chosen, 0), len(pages) - 1)))
        self._is_told = False

    def follow(self, page: int) -> None:
        """Choose the page the large view shows."""
        self._is_told = True
        self.setCurrentIndex(self.pages_model.index(page))
        self._is_told = False

    def _on_current(self, current: QModelIndex, _former: QModelIndex) -> None:
        if current.isValid() and not self._is_told:
            self.page_chosen.emit(current.row())
