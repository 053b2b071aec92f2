"""The criteria row of a finder: what narrows a list beside the words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from sad_desktop.forms.lookup_lists import Criterion

_FEWEST_LETTERS = 8
"""Of a choice that are seen where the row is narrow."""


class CriteriaRow(QWidget):
    """One editor per criterion, beside its title; ``changed`` whenever one of them changes."""

    changed = Signal()

    def __init__(self, criteria: Sequence[Criterion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editors: dict[str, QLineEdit | QComboBox] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for criterion in criteria:
            editor = self._editor(criterion)
            editor.setAccessibleName(criterion.title)
            label = QLabel(criterion.title)
            label.setBuddy(editor)
            row.addWidget(label)
            row.addWidget(editor, 1)
            self._editors[criterion.name] = editor

    def values(self) -> Mapping[str, str]:
        """Return what is asked for; criteria left empty are left out."""
        texts = {
            name: str(editor.currentData() or "")
            if isinstance(editor, QComboBox)
            else editor.text().strip()
            for name, editor in self._editors.items()
        }
        return {name: text for name, text in texts.items() if text}

    def editor(self, name: str) -> QLineEdit | QComboBox:
        """Return the editor of a criterion."""
        return self._editors[name]

    def _editor(self, criterion: Criterion) -> QLineEdit | QComboBox:
        if criterion.choices is None:
            line = QLineEdit()
            line.setClearButtonEnabled(True)
            line.textChanged.connect(self.changed)
            return line
        choice = QComboBox()
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(_FEWEST_LETTERS)
        choice.addItem("", "")
        for value, shown in criterion.choices.items():
            choice.addItem(shown, value)
        choice.currentIndexChanged.connect(self.changed)
        return choice
