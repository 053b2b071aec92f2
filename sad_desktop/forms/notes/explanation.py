"""Where an amount comes from: its steps as a tree that follows the declaration."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.forms.document import Document
from sad_desktop.forms.notes.account import Account, AccountOf
from sad_desktop.forms.notes.account_tree import MANY, AccountModel, as_text
from sad_desktop.forms.widgets.cells import CellDelegate

_SIZE = (1120, 440)
_WIDEST = 380
_FITTED = 60
"""Columns are fitted to so many lines, not to the thousands there may be."""


class ExplanationDialog(QDialog):
    """A window beside the declaration that shows one amount and keeps up with it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Explanation of an amount"))
        self.setModal(False)
        self.resize(*_SIZE)
        self._document: Document | None = None
        self._find: AccountOf | None = None
        self.account: Account | None = None
        self.model = AccountModel(
            (
                self.tr("Amount or step"),
                self.tr("Result"),
                self.tr("Calculation"),
                self.tr("Rounding"),
                self.tr("Source"),
            ),
            self,
        )
        self.tree = self._made_tree()
        self._gone = QLabel(self.tr("The declaration no longer has this amount."), self)
        self._gone.hide()
        copy = QPushButton(self.tr("&Copy as text"), self)
        copy.setAccessibleName(self.tr("Copy the explanation as text"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._gone)
        column.addWidget(self.tree)
        column.addWidget(buttons)

    def explain(self, document: Document, find: AccountOf) -> None:
        """Show where an amount of a document comes from."""
        if self._document is not None:
            self._document.assessed.disconnect(self._on_document_assessed)
        self._document, self._find = document, find
        document.assessed.connect(self._on_document_assessed)
        self._on_document_assessed()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self) -> None:
        """Put the explanation on the clipboard as text."""
        if self.account is not None:
            QGuiApplication.clipboard().setText(as_text(self.account))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with the platform's key."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)

    def _made_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setModel(self.model)
        tree.setAccessibleName(self.tr("Steps of the amount"))
        tree.setAlternatingRowColors(True)
        tree.setUniformRowHeights(True)
        tree.setItemDelegate(CellDelegate(tree))
        tree.expanded.connect(self._fit_columns)
        header = tree.header()
        header.setStretchLastSection(True)
        header.setResizeContentsPrecision(_FITTED)
        header.setMaximumSectionSize(_WIDEST)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        return tree

    def _on_document_assessed(self) -> None:
        if self._document is None or self._find is None:
            return
        self.account = self._find(self._document.note, self._document.desk.language)
        self._gone.setVisible(self.account is None)
        self.model.show_account(self.account)
        root = self.model.index(0, 0)
        self.tree.expandToDepth(0 if self.model.rowCount(root) > MANY else 1)
        self._fit_columns()
        self.tree.setCurrentIndex(self.model.index(0, 0))

    def _fit_columns(self) -> None:
        for column in range(self.model.columnCount()):
            self.tree.resizeColumnToContents(column)


def explain(asker: QWidget, document: Document, find: AccountOf) -> ExplanationDialog:
    """Show where an amount comes from, in the one explanation window beside the declaration."""
    window = asker.window()
    dialog = window.findChild(ExplanationDialog)
    if not isinstance(dialog, ExplanationDialog):
        dialog = ExplanationDialog(window)
    dialog.explain(document, find)
    dialog.show()
    dialog.activateWindow()
    return dialog
