"""One payment request as it stands: everything it tells, its classes, and what may be done."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.payments import Action, PaymentRequest, refusal
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.language import translate_error
from sad_desktop.forms.payment_words import facts, state_colour, state_word
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import list_of_rows
from sad_desktop.forms.widgets.text_model import Row, TextModel

_NARROWEST = 340
_TITLE, _VALUE = 0, 1
_CLASS, _AMOUNT = 0, 1


class PaymentDetail(QWidget):
    """Shows a request and offers what may be done with it.

    Signals: ``asked`` with an Action, ``opened`` for its declaration, ``printed`` for paper,
    ``left`` when the clerk goes back to the list.
    """

    asked = Signal(object)
    opened = Signal()
    printed = Signal()
    left = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._request: PaymentRequest | None = None
        self.state = QLabel()
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts = TextModel(
            (
                Column(title=self.tr("What"), kind=Kind.TEXT),
                Column(title=self.tr("Value"), kind=Kind.TEXT),
            ),
            self,
        )
        self.facts_view = list_of_rows(self.facts, self.tr("What the request tells"))
        self.facts_view.horizontalHeader().hide()
        _stretch(self.facts_view, _VALUE, fitted=_TITLE)
        self.model = TextModel(
            (
                Column(title=self.tr("Class of the amount"), kind=Kind.TEXT),
                Column(title=self.tr("Amount"), kind=Kind.AMOUNT),
            ),
            self,
        )
        self.view = list_of_rows(self.model, self.tr("Amount by class"))
        _stretch(self.view, _CLASS, fitted=_AMOUNT)
        self.buttons = {
            Action.PAY: self._button(self.tr("Pay…")),
            Action.REJECT: self._button(self.tr("Reject…")),
            Action.VOID: self._button(self.tr("Void the receipt…")),
        }
        for action, button in self.buttons.items():
            button.clicked.connect(lambda _checked, one=action: self.asked.emit(one))
        self.print_button = self._button(self.tr("Print…"))
        self.open_button = self._button(self.tr("Open the declaration"))
        self.back = self._button(self.tr("Back"))
        self.print_button.clicked.connect(lambda _checked: self.printed.emit())
        self.open_button.clicked.connect(lambda _checked: self.opened.emit())
        self.back.clicked.connect(lambda _checked: self.left.emit())
        self._lay_out()

    def show_request(
        self, request: PaymentRequest | None, closed: Mapping[Action, str] | None = None
    ) -> None:
        """Show a request; ``closed`` are the actions that were not granted, with the reason."""
        self._request = request
        self.setEnabled(request is not None)
        if request is None:
            self.state.setText("")
            self.facts.show_rows(())
            self.model.show_rows(())
            return
        self._show_state(request)
        self.facts.show_rows([Row(fact) for fact in facts(request, self._language) if fact[1]])
        lines = [
            Row((line.name(self._language), show_number(line.amount, request.decimals)))
            for line in request.lines
        ]
        total = show_number(request.amount, request.decimals)
        self.model.show_rows([*lines, Row((self.tr("Total"), total), strong=True)])
        self._fit_table(len(lines) + 1)
        self._close_buttons(request, closed or {})

    def enter(self) -> None:
        """Put the cursor on what is done next."""
        order = (*self.buttons.values(), self.print_button)
        first = next((one for one in order if one.isEnabled()), self.back)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_state(self, request: PaymentRequest) -> None:
        self.state.setText(state_word(request))
        palette = QPalette()
        shade = state_colour(request, colours(QGuiApplication.palette()))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(shade))
        self.state.setPalette(palette)

    def _close_buttons(self, request: PaymentRequest, closed: Mapping[Action, str]) -> None:
        for action, button in self.buttons.items():
            refused = refusal(action, request)
            reason = closed.get(action, "") if refused is None else translate_error(refused)
            button.setEnabled(not reason)
            button.setToolTip(reason)
            button.setAccessibleDescription(reason)

    def _fit_table(self, rows: int) -> None:
        height = self.view.verticalHeader().defaultSectionSize() * rows
        head = self.view.horizontalHeader().sizeHint().height()
        self.view.setFixedHeight(height + head + 2 * self.view.frameWidth() + 2)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(True)  # Enter presses it, as Space does
        return button

    def _lay_out(self) -> None:
        font = self.state.font()
        font.setPointSize(font.pointSize() + 3)
        font.setBold(True)
        self.state.setFont(font)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 0, 0, 0)
        outer.addWidget(self.state)
        outer.addWidget(self.facts_view, 1)
        outer.addWidget(self.view)
        for row in (
            tuple(self.buttons.values()),
            (self.print_button, self.open_button, self.back),
        ):
            line = QHBoxLayout()
            for widget in row:
                line.addWidget(widget)
            line.addStretch(1)
            outer.addLayout(line)
        self.setMinimumWidth(_NARROWEST)


def _stretch(view: QTableView, stretched: int, *, fitted: int) -> None:
    header = view.horizontalHeader()
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(fitted, QHeaderView.ResizeMode.ResizeToContents)
