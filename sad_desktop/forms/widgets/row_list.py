"""Lists that are read and picked from by whole rows: findings, finders, the library, the rooms."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from sad_desktop.forms.widgets.directed import DirectedDelegate

_ROOM = 8
"""Pixels a row of one line is higher than its letters."""
_MARGIN = 14
"""Pixels a column is wider than its longest text."""
_NARROWEST = 40


def list_of_rows(model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> QTableView:
    """Return a list of rows of one line, of which one is picked; ``name`` is for screen readers."""
    view = QTableView(parent)
    view.setModel(model)
    dress_rows(view)
    keep_one_line(view)
    view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    view.setAccessibleName(name)
    return view


def dress_rows(view: QTableView) -> None:
    """Give a table the looks and keys of a list: rows are chosen whole, Tab leaves it.

    Each text runs in its own direction on the side of its column.
    """
    view.setItemDelegate(DirectedDelegate(view))
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.verticalHeader().hide()
    view.horizontalHeader().setHighlightSections(False)


def keep_one_line(view: QTableView) -> None:
    """Make every row one line high, which thousands of rows need to be quick."""
    view.setWordWrap(False)
    rows = view.verticalHeader()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(view.fontMetrics().height() + _ROOM)


def fit_columns(view: QTableView, samples: Sequence[str]) -> None:
    """Make columns as wide as their titles and samples; those with none share what is left."""
    header, model = view.horizontalHeader(), view.model()
    header.setMinimumSectionSize(_NARROWEST)
    for column, sample in enumerate(samples):
        if not sample:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            continue
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        title = str(model.headerData(column, Qt.Orientation.Horizontal))
        wide = max(view.fontMetrics().horizontalAdvance(text) for text in (title, sample))
        view.setColumnWidth(column, wide + _MARGIN)
