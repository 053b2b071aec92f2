"""What if: the same goods under another regime, preference, Incoterm or adjustment."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sad_desktop.forms.document import Document
from sad_desktop.forms.notes.account import Account
from sad_desktop.forms.notes.comparison_model import NAME_ROW, ComparisonModel
from sad_desktop.forms.notes.explanation import explain
from sad_desktop.forms.widgets.table import KeyTable
from sad_desktop.forms.widgets.view import DocumentView
from sad_desktop.valuation.note import AssessmentNote

_FIRST_SETTING = 1


class ComparisonTab(DocumentView):
    """Variants of the declaration beside it; they are tried here and never stored."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setAccessibleName(self.tr("Comparison of variants"))
        self.model = ComparisonModel(document, self)
        self.table = KeyTable(self.tr("Variants side by side"), parent=self)
        self.table.setModel(self.model)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setDefaultSectionSize(
            self.fontMetrics().horizontalAdvance("m" * 12)
        )
        heads = self.table.verticalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)
        heads.show()
        self.table.opened.connect(self._on_table_opened)
        self.add_action = self._made_action(self.tr("Add variant"), Qt.Key.Key_Insert)
        self.remove_action = self._made_action(self.tr("Remove variant"), Qt.Key.Key_Delete)
        self.add_action.triggered.connect(self._on_add_triggered)
        self.remove_action.triggered.connect(self._on_remove_triggered)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        hint = QLabel(
            self.tr(
                "Key in a column only what would be different. Ins adds a variant, Del on its name "
                "takes it out. Nothing here changes the declaration."
            ),
            self,
        )
        hint.setWordWrap(True)
        hint.setContentsMargins(8, 6, 8, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hint)
        column.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Assess the variants again, keeping the current cell; the first look makes one."""
        index = self.table.currentIndex()
        row, column = index.row(), index.column()
        if len(self.model.sketches) == 1 and not index.isValid():
            self.model.add()
            row, column = _FIRST_SETTING, 1
        else:
            self.model.refresh()
        self._stand_on(row, column)

    def _stand_on(self, row: int, column: int) -> None:
        self.table.stand_on(max(row, NAME_ROW), min(max(column, 0), self.model.columnCount() - 1))

    def _made_action(self, text: str, key: Qt.Key) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.table.addAction(action)
        return action

    def _on_add_triggered(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.model.add()
        self._stand_on(_FIRST_SETTING, self.model.columnCount() - 1)

    def _on_remove_triggered(self) -> None:
        index = self.table.currentIndex()
        row, column = index.row(), index.column()
        if row == NAME_ROW:
            self.model.remove(column)
        else:
            self.model.setData(index, "")
        self._stand_on(row, column)

    def _on_table_opened(self, index: QModelIndex) -> None:
        row, column = index.row(), index.column()
        if self.model.is_setting(row):
            return
        if self.model.account(row, column, self.document.desk.language) is not None:
            explain(self, self.document, partial(self._account, row, column))

    def _account(
        self, row: int, column: int, _note: AssessmentNote, language: str
    ) -> Account | None:
        """Return an amount of a variant: not the note's in front, but the case's own."""
        return self.model.account(row, column, language)
