"""What can be done with the voyage or bill that is shown."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


class ManifestButtons(QWidget):
    """The buttons below a voyage or bill; deleting asks once more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save = QPushButton(self.tr("&Save"))
        self.give_up = QPushButton(self.tr("&Give up changes"))
        self.new_bill = QPushButton(self.tr("New &bill"))
        self.new_voyage = QPushButton(self.tr("&New voyage"))
        self.bring_in = QPushButton(self.tr("&Import…"))
        self.ask_delete = QPushButton(self.tr("&Delete…"))
        self.delete = QPushButton(self.tr("Delete for g&ood"))
        self.no = QPushButton(self.tr("No"))
        self.back = QPushButton(self.tr("Back to the vo&yage"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (
            self.save,
            self.give_up,
            self.new_bill,
            self.new_voyage,
            self.bring_in,
            self.ask_delete,
            self.delete,
            self.no,
            self.back,
        ):
            row.addWidget(button)
        row.addStretch(1)
        self.show_question(is_asking=False)

    def show_question(self, *, is_asking: bool) -> None:
        """Ask whether something is really to be deleted, or stop asking."""
        self.ask_delete.setVisible(not is_asking)
        self.delete.setVisible(is_asking)
        self.no.setVisible(is_asking)

    def show_state(
        self, *, is_changed: bool, is_bill: bool, is_kept: bool, has_voyage: bool
    ) -> None:
        """Offer what can be done now."""
        self.save.setEnabled(is_changed)
        self.give_up.setEnabled(is_changed)
        self.new_bill.setEnabled(has_voyage and not is_changed)
        self.ask_delete.setEnabled(is_kept and not is_changed)
        self.bring_in.setEnabled(not is_changed)
        self.bring_in.setVisible(not is_bill)
        self.back.setVisible(is_bill)
