"""The question of a follow-up declaration: which procedure, and what leaves of which item."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.follow_up import check_portions
from sad_desktop.declaration.fields import Kind
from sad_desktop.errors import UserError
from sad_desktop.forms.follow_up_model import FollowUpModel
from sad_desktop.forms.language import isolated, translate_error, translate_unreadable
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.table import KeyTable
from sad_desktop.services.follow_up import Offer
from sad_desktop.tariff.book import ListEntry

_GOODS, _FIRST_KEYED = 1, 5


class FollowUpDialog(QDialog):
    """Shows the balance of every item; ``settled`` carries the procedure and the portions."""

    settled = Signal(object, object)

    def __init__(self, offer: Offer, title: str, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(940, 480)
        self._offer = offer
        self._language = language
        self.fault = Sentence("", Tone.WRONG, self)
        self.procedure = self._make_procedure()
        self.model = FollowUpModel(self._columns(), self._complain, self)
        self.table = self._make_table()
        self._lay_out(title)
        self._show_holdings()
        self.procedure.currentIndexChanged.connect(lambda _index: self._show_holdings())
        self.procedure.setFocus()

    def chosen(self) -> ListEntry:
        """Return the procedure chosen."""
        return self._offer.procedures[self.procedure.currentIndex()]

    def _make_procedure(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Procedure"))
        for entry in self._offer.procedures:
            name = entry.ar if self._language == "ar" else entry.en
            model = entry.facts["models"].split()[0]
            box.addItem(f"{isolated(entry.code)}  {name}  ({isolated(model)})")
        return box

    def _make_table(self) -> KeyTable:
        table = KeyTable(self.tr("What is left, and what leaves"), parent=self)
        table.setModel(self.model)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_GOODS, QHeaderView.ResizeMode.Stretch)
        header.show()
        return table

    def _lay_out(self, title: str) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Procedure"), self.procedure)
        buttons = QDialogButtonBox(self)
        self.all_button = buttons.addButton(
            self.tr("Take all that is left"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.all_button.setAutoDefault(False)
        self.all_button.clicked.connect(lambda _checked: self.model.take_all())
        self.take = buttons.addButton(title, QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setAutoDefault(False)
        back = buttons.addButton(self.tr("Go back"), QDialogButtonBox.ButtonRole.RejectRole)
        back.setAutoDefault(False)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(
            Sentence(
                self.tr(
                    "Key what leaves of each item in the last columns; the other measures, the "
                    "value and the amounts go along in proportion. No more leaves than is left."
                ),
                parent=self,
            )
        )
        column.addWidget(self.table, 1)
        column.addWidget(self.fault)
        column.addWidget(buttons)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Item"), kind=Kind.COUNT),
            Column(title=self.tr("Goods"), kind=Kind.TEXT),
            Column(title=self.tr("Packages left"), kind=Kind.QUANTITY),
            Column(title=self.tr("Net mass left"), kind=Kind.QUANTITY),
            Column(title=self.tr("Quantity left"), kind=Kind.QUANTITY),
            Column(title=self.tr("Packages"), kind=Kind.QUANTITY),
            Column(title=self.tr("Net mass"), kind=Kind.QUANTITY),
            Column(title=self.tr("Quantity"), kind=Kind.QUANTITY),
        )

    def _show_holdings(self) -> None:
        self.model.show_holdings(self._offer.holdings_for(self.chosen().code))
        self._complain("")
        self.table.setCurrentIndex(self.model.index(0, _FIRST_KEYED))

    def _complain(self, reason: str) -> None:
        self.fault.say(translate_unreadable(reason) if reason else "", Tone.WRONG)

    def _on_accepted(self) -> None:
        portions = self.model.portions()
        try:
            check_portions(portions)
        except UserError as error:
            self.fault.say(translate_error(error), Tone.WRONG)
            self.table.setFocus()
            return
        self.settled.emit(self.chosen(), portions)
        self.accept()
