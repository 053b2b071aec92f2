"""Parts side by side whose border the clerk may move."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

_SHIFT = 1
"""Pixels by which Qt 6.11 lays the parts too far right in a window read from right to left."""


def side_by_side(*parts: QWidget) -> QSplitter:
    """Return a splitter with the parts in reading order; none of them can be folded away."""
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setContentsMargins(0, 0, _SHIFT, 0)
    for part in parts:
        split.addWidget(part)
    split.setChildrenCollapsible(False)
    return split
