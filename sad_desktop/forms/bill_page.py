"""One bill of lading: keyed, its balance, and every declaration that has used it."""

from datetime import UTC

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QTableView, QVBoxLayout, QWidget

from sad_desktop.brokerage.manifests import BillBalance, BillOfLading, Use, WriteOff
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.bill_editor import BillEditor
from sad_desktop.forms.language import isolated
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import fit_columns, list_of_rows
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.text_model import Row, TextModel

_ROWS_SEEN = 5


class BillPage(QScrollArea):
    """A bill with its balance and history.

    Signals: ``changed`` whenever something is keyed, ``declaration_requested`` with the id of a
    declaration in the history.
    """

    changed = Signal()
    declaration_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = BillEditor()
        self.editor.changed.connect(self.changed)
        self.balance = Sentence()
        self.history = TextModel(self._columns(), self)
        self.view = self._make_view()
        inner = QWidget()
        column = QVBoxLayout(inner)
        for part in (self.editor, self.balance, self.view):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_new(self, bill: BillOfLading) -> None:
        """Key a bill that is not kept yet."""
        self.editor.show_bill(bill)
        self.balance.say("")
        self._show_history(())

    def show_bill(self, balance: BillBalance, history: tuple[WriteOff, ...]) -> None:
        """Show a bill as it is kept."""
        self.editor.show_bill(balance.bill)
        self._say_balance(balance)
        self._show_history(history)

    def _say_balance(self, balance: BillBalance) -> None:
        packages, mass = balance.packages_left, balance.mass_left
        if balance.use is Use.OPEN:
            self.balance.say(self.tr("No declaration has used this bill yet."))
            return
        said = self.tr("Left: {packages} packages, {mass} kg.")
        if balance.use is Use.OVER:
            said = self.tr(
                "Declarations have used more than the bill states. Left: {packages} packages, "
                "{mass} kg."
            )
        shown = said.format(
            packages=isolated("–" if packages is None else show_number(packages)),
            mass=isolated("–" if mass is None else show_number(mass)),
        )
        self.balance.say(shown, Tone.WRONG if balance.use is Use.OVER else Tone.PLAIN)

    def _show_history(self, history: tuple[WriteOff, ...]) -> None:
        self.history.show_rows([self._row(line) for line in reversed(history)])
        self.view.setVisible(bool(history))

    def _row(self, line: WriteOff) -> Row:
        moment = line.at.replace(tzinfo=line.at.tzinfo or UTC).astimezone()
        quantity = line.quantity
        return Row(
            (
                moment.strftime("%d/%m/%Y %H:%M"),
                line.called or self.tr("draft without reference"),
                show_number(quantity.packages),
                show_number(quantity.mass),
                line.user,
            ),
            opens=line.declaration_id,
        )

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("When"), kind=Kind.DAY, sample="00/00/0000 00:00"),
            Column(title=self.tr("Declaration"), kind=Kind.TEXT),
            Column(title=self.tr("Packages"), kind=Kind.QUANTITY, sample="000,000"),
            Column(title=self.tr("Gross kg"), kind=Kind.QUANTITY, sample="000,000.000"),
            Column(title=self.tr("User"), kind=Kind.TEXT, sample="MMMMMMMMMM"),
        )

    def _make_view(self) -> QTableView:
        view = list_of_rows(self.history, self.tr("Used and given back, newest first"))
        fit_columns(view, [column.sample for column in self.history.columns])
        view.setFixedHeight(view.verticalHeader().defaultSectionSize() * (_ROWS_SEEN + 1) + 8)
        view.activated.connect(self._open_current)
        return view

    def _open_current(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.declaration_requested.emit(str(self.history.row(index.row()).opens))
