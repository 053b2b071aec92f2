"""Lists that are read and picked from by whole rows: findings, finders, the library, the rooms."""

from PySide6.QtWidgets import QHeaderView, QTableView

from sad_desktop.forms.widgets.directed import DirectedDelegate

_ROOM = 8
"""Pixels a row of one line is higher than its letters."""


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
