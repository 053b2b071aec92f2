"""How the office signs in: what a password must hold, when users are locked, when desks are."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.users import SignInRules

_LONGEST = 64
_SHORTEST = 6
_MOST_ATTEMPTS = 20
_MOST_MINUTES = 24 * 60


class RulesDialog(QDialog):
    """``chosen`` carries the SignInRules."""

    chosen = Signal(object)

    def __init__(self, rules: SignInRules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self.setWindowTitle(self.tr("Passwords and locks"))
        self.numbers = {
            name: _number(title, least, most, getattr(rules, name))
            for name, title, least, most in self._number_rows()
        }
        self.ticks = {name: QCheckBox(title) for name, title in self._tick_rows()}
        for name, box in self.ticks.items():
            box.setChecked(getattr(rules, name))
        self.buttons = QDialogButtonBox()
        self.ok_button = self.buttons.addButton(
            self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        for number in self.numbers.values():
            form.addRow(number.accessibleName(), number)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        for box in self.ticks.values():
            layout.addWidget(box)
        layout.addWidget(self.buttons)

    def rules(self) -> SignInRules:
        """Return the rules as chosen."""
        numbers: dict[str, Any] = {name: number.value() for name, number in self.numbers.items()}
        ticks: dict[str, Any] = {name: box.isChecked() for name, box in self.ticks.items()}
        return replace(self._rules, **numbers, **ticks)

    def _number_rows(self) -> tuple[tuple[str, str, int, int], ...]:
        return (
            ("least_length", self.tr("Least length of a password"), _SHORTEST, _LONGEST),
            ("attempts", self.tr("Wrong passwords that lock a user"), 1, _MOST_ATTEMPTS),
            ("lock_minutes", self.tr("Minutes a user stays locked"), 1, _MOST_MINUTES),
            (
                "idle_minutes",
                self.tr("Minutes until an untouched desk is locked (0: never)"),
                0,
                _MOST_MINUTES,
            ),
        )

    def _tick_rows(self) -> tuple[tuple[str, str], ...]:
        return (
            ("needs_upper", self.tr("A capital letter is needed")),
            ("needs_lower", self.tr("A small letter is needed")),
            ("needs_digit", self.tr("A digit is needed")),
            ("needs_symbol", self.tr("A sign that is no letter or digit is needed")),
            ("is_on", self.tr("Users sign in; without it everybody may do everything")),
        )

    def _on_accepted(self) -> None:
        self.chosen.emit(self.rules())
        self.accept()


def _number(title: str, least: int, most: int, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setAccessibleName(title)
    box.setRange(least, most)
    box.setValue(value)
    return box
