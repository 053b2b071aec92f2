"""What is done to the entry of a list that is shown: saved, given up, begun anew, ended."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sad_desktop.tariff.book import ListEntry


class EntryButtons(QWidget):
    """The row of buttons under an entry, each closed while there is nothing for it to do."""

    def __init__(self) -> None:
        super().__init__()
        self.save = QPushButton(self.tr("&Save"))
        self.give_up = QPushButton(self.tr("&Give up changes"))
        self.new = QPushButton(self.tr("&New entry"))
        self.end = QPushButton(self.tr("End t&oday"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.save, self.give_up, self.new, self.end):
            row.addWidget(button)
        row.addStretch(1)

    def enable(self, entry: ListEntry, on: date, *, is_changed: bool) -> None:
        """Open what can be done to an entry; one without a code is not stored yet."""
        self.save.setEnabled(is_changed)
        self.give_up.setEnabled(is_changed)
        self.end.setEnabled(bool(entry.code) and not is_changed)
        in_force = not entry.code or entry.is_in_force(on)
        self.end.setText(self.tr("End t&oday") if in_force else self.tr("In f&orce again"))
