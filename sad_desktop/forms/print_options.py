"""What is printed: kind of paper, language, copies of the form, values only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGroupBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.forms.print_choices import COPIES, EditionBox, WhatBox, copy_title
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.printing.design import Design
from sad_desktop.services.paper import Printing
from sad_desktop.services.print_orders import Order, order_of
from sad_desktop.services.stationery import Placement


class PrintOptions(QWidget):
    """Makes an order. ``changed`` with every choice, ``calibration_requested`` by its button."""

    changed = Signal()
    calibration_requested = Signal()

    def __init__(
        self, order: Order, designs: tuple[Design, ...], parent: QWidget | None = None
    ) -> None:
        """Begin with the choices of an order."""
        super().__init__(parent)
        self._placement = Placement()
        self.what = WhatBox(designs)
        self.edition = EditionBox(Edition(order.printing.edition))
        self.explained = QCheckBox(self.tr("With the steps of every amount"))
        self.values_only = QCheckBox(self.tr("Values only, for pre-printed forms"))
        self.calibrate = QPushButton(self.tr("Where values fall…"))
        self.copies = {number: QCheckBox(copy_title(number)) for number in COPIES}
        self.copies_box = self._copies_box()
        form = QFormLayout()
        form.addRow(self.tr("&Print"), self.what)
        form.addRow(self.tr("&Language"), self.edition)
        form.addRow("", self.explained)
        form.addRow("", self.values_only)
        form.addRow("", self.calibrate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)
        layout.addWidget(self.copies_box)
        layout.addStretch(1)
        self._choose(order)
        self._connect()
        self._enable()

    def order(self) -> Order:
        """Return what is wanted now."""
        return order_of(
            Printing(what=self.what.what, edition=self.edition.edition.value),
            self.what.design,
            copies=tuple(number for number, box in self.copies.items() if box.isChecked()),
            is_explained=self.explained.isChecked(),
            values_at=self._placement if self.values_only.isChecked() else None,
        )

    def _choose(self, order: Order) -> None:
        printing = order.printing
        self.what.choose(printing.what, order.design)
        self.explained.setChecked(printing.explained)
        self.values_only.setChecked(printing.values_only)
        for number, box in self.copies.items():
            box.setChecked(number in printing.copies)

    def place(self, placement: Placement) -> None:
        """Take where values fall on the printer that is chosen."""
        self._placement = placement
        if self.values_only.isChecked():
            self.changed.emit()

    def _copies_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Copies of the form"))
        layout = QVBoxLayout(box)
        layout.setSpacing(2)
        for number, tick in self.copies.items():
            tick.setObjectName(f"copy_{number}")
            layout.addWidget(tick)
        return box

    def _connect(self) -> None:
        for ticked in (self.explained, self.values_only, *self.copies.values()):
            ticked.toggled.connect(self._on_changed)
        self.what.currentIndexChanged.connect(self._on_changed)
        self.edition.currentIndexChanged.connect(self._on_changed)
        self.calibrate.clicked.connect(self.calibration_requested)

    def _on_changed(self, _choice: int = 0) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        has_sheets = self.what.has_sheets()
        self.copies_box.setEnabled(has_sheets)
        self.values_only.setEnabled(has_sheets or self.what.design is not None)
        self.explained.setEnabled(self.what.has_assessment())
        self.calibrate.setEnabled(self.values_only.isEnabled() and self.values_only.isChecked())
