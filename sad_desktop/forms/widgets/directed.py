"""Cells whose text runs in its own direction: a reference stays 2026/T12 in an Arabic table."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sad_desktop.forms.editors import direction_of


class DirectedDelegate(QStyledItemDelegate):
    """Draws each text in the direction of its first letter, left to right where it has none.

    The side a cell is aligned to stays that of the table.
    """

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Fix the side first, then turn the text."""
        super().initStyleOption(option, index)
        has_tick = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator in option.features
        if has_tick or not option.icon.isNull():
            return  # tick and icon would change sides with the text
        side = QStyle.visualAlignment(option.direction, option.displayAlignment)
        option.displayAlignment = side | Qt.AlignmentFlag.AlignAbsolute
        option.direction = direction_of(option.text) or Qt.LayoutDirection.LeftToRight
