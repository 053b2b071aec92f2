"""How the preview shows the form: which copies, the values alone, the steps of the amounts."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from sad_desktop.forms.print_choices import COPIES, EditionBox, WhatBox, copy_title
from sad_desktop.services.paper import Printing
from sad_desktop.services.print_orders import Order, order_of
from sad_desktop.services.stationery import Placement


class FormButton(QToolButton):
    """Opens the choices the print dialog has, too. ``changed`` with every choice.

    ``placement`` says where values fall on the printer that would print them.
    """

    changed = Signal()

    def __init__(
        self,
        what: WhatBox,
        edition: EditionBox,
        placement: Callable[[], Placement],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._what = what
        self._edition = edition
        self._placement = placement
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(self.tr("Copies of the form, values only, steps"))
        self.setToolTip(self.accessibleName())
        menu = QMenu(self)
        self.values_only = self._tick(menu, self.tr("Values only, for pre-printed forms"))
        self.explained = self._tick(menu, self.tr("With the steps of every amount"))
        menu.addSeparator()
        self.copies = {number: self._tick(menu, copy_title(number)) for number in COPIES}
        self.setMenu(menu)
        what.currentIndexChanged.connect(self._show_choices)
        self._show_choices()

    def order(self) -> Order:
        """Return what is to be shown now."""
        return order_of(
            Printing(what=self._what.what, edition=self._edition.edition.value),
            self._what.design,
            copies=self._ticked(),
            is_explained=self.explained.isChecked(),
            values_at=self._placement() if self.values_only.isChecked() else None,
        )

    def _tick(self, menu: QMenu, title: str) -> QAction:
        action = menu.addAction(title)
        action.setCheckable(True)
        action.toggled.connect(partial(self._on_ticked, action))
        return action

    def _on_ticked(self, _action: QAction, _checked: bool) -> None:
        self._show_choices()
        self.changed.emit()

    def _ticked(self) -> tuple[int, ...]:
        return tuple(number for number, action in self.copies.items() if action.isChecked())

    def _show_choices(self, _choice: int = 0) -> None:
        """Close what does not apply to the paper shown, and name the copies on the button."""
        has_sheets = self._what.has_sheets()
        self.values_only.setEnabled(has_sheets or self._what.design is not None)
        self.explained.setEnabled(self._what.has_assessment())
        for action in self.copies.values():
            action.setEnabled(has_sheets)
        shown = ", ".join(map(str, self._ticked())) if has_sheets else ""
        self.setText(self.tr("Copies: {copies}").format(copies=shown) if shown else self.tr("Form"))
