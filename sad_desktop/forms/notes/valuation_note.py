"""The valuation note of the general segment (S3-090 to S3-102)."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.document import Document
from sad_desktop.forms.editors import FieldEdit, LinesEdit
from sad_desktop.forms.notes import accounts
from sad_desktop.forms.notes.account import AccountOf
from sad_desktop.forms.notes.cost_row import AMOUNT, NATIONAL, RATE, RESIDUAL, CostFields, CostRow
from sad_desktop.forms.notes.explanation import explain
from sad_desktop.forms.widgets.amount_button import AmountButton
from sad_desktop.forms.widgets.field_state import is_keyed, is_used
from sad_desktop.forms.widgets.form_edit import FormEdit, is_being_typed
from sad_desktop.forms.widgets.key_choice import KeyChoice
from sad_desktop.forms.widgets.view import DocumentView
from sad_desktop.tariff.behaviour import Flow
from sad_desktop.valuation.value import BY_VALUE, BY_WEIGHT, INVOICE, NONE

_ORDER = ("external_freight", "insurance", "internal_freight", "other_costs", "deductions")
_INVOICE = CostFields(
    block=INVOICE, amount="invoice_amount", currency="invoice_currency", rate="exchange_rate"
)
_APPORTIONMENT = Place("apportionment")
_MASS = Place("total_gross_mass")
_COMMENTS = Place("comments")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


class ValuationNoteTab(DocumentView):
    """The amounts that make the customs value, each in its currency and at home."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setAccessibleName(self.tr("Valuation note"))
        self._body = QWidget(self)
        self.rows = self._made_rows()
        self.total_costs = AmountButton(self.tr("Total costs"), self._body, strong=True)
        self.cif = AmountButton(self.tr("CIF value"), self._body, strong=True)
        self.total_costs.clicked.connect(lambda: self._explain(accounts.total_costs))
        self.cif.clicked.connect(lambda: self._explain(accounts.cif))
        self.invoice_type = QLabel(self._body)
        self.method = KeyChoice(
            (
                (BY_VALUE, self.tr("By value")),
                (BY_WEIGHT, self.tr("By weight (freight)")),
                (NONE, self.tr("No apportionment, totals computed")),
            ),
            self._body,
            place=_APPORTIONMENT,
        )
        self.method.setAccessibleName(self.tr("Apportionment method"))
        self.mass = FormEdit(document, _MASS, self.tr("Total gross weight (kg)"), self._body)
        self.mass_label = QLabel(self.tr("Total gross weight (kg)"), self._body)
        self.comments = LinesEdit(document, _COMMENTS, self._body)
        self.comments.setAccessibleName(self.tr("Comments"))
        self._national = QLabel(self._body)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the note again."""
        document, note = self.document, self.document.note
        self._name_rows()
        self._national.setText(note.currency)
        for row in self.rows:
            cost = note.invoice if row.block == INVOICE else note.costs[row.block]
            row.refresh(cost, note.residuals.get(row.block, Decimal(0)), note.decimals)
        self.total_costs.show_amount(show_number(note.total_costs, note.decimals))
        self.cif.show_amount(show_number(note.cif, note.decimals))
        self.invoice_type.setText(self._terms() or "–")
        self.method.choose(document.draft.declaration.apportionment or BY_VALUE)
        self.method.setEnabled(is_keyed(document, _APPORTIONMENT))
        self.mass.setVisible(is_used(document, _MASS))
        self.mass_label.setVisible(is_used(document, _MASS))
        self.mass.show_state()
        self.comments.setReadOnly(not is_keyed(document, _COMMENTS))
        if not is_being_typed(document, self.comments):
            self.comments.refresh()

    def stops(self) -> list[QWidget]:
        """Return what is keyed now, in tab order."""
        return [stop for stop in self._order() if self._is_open(stop)]

    def go_to(self, place: Place) -> None:
        """Put the cursor on a field of the note."""
        for stop in self._order():
            if self._place_of(stop) == place:
                stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _order(self) -> list[QWidget]:
        editors = [editor for row in self.rows for editor in row.editors()]
        return [*editors, self.method, self.mass, self.comments]

    def _place_of(self, stop: QWidget) -> Place | None:
        if isinstance(stop, FieldEdit | LinesEdit):
            return stop.place()
        return _APPORTIONMENT

    def _is_open(self, stop: QWidget) -> bool:
        place = self._place_of(stop)
        return place is not None and is_keyed(self.document, place)

    def _made_rows(self) -> tuple[CostRow, ...]:
        names = (self.tr("amount"), self.tr("currency"), self.tr("rate"))
        blocks = [
            CostFields(block=name, amount=name, currency=f"{name}_currency", rate=f"{name}_rate")
            for name in _ORDER
        ]
        return tuple(
            CostRow(self.document, fields, names, self._body) for fields in (_INVOICE, *blocks)
        )

    def _name_rows(self) -> None:
        flow = self.document.desk.circumstances(self.document.draft).flow
        inner = (
            self.tr("Internal freight (loading place to border)")
            if flow is Flow.EXPORT
            else self.tr("Internal freight (border to unloading place)")
        )
        titles = {
            INVOICE: self.tr("Invoice value"),
            "external_freight": self.tr("External freight (import)"),
            "insurance": self.tr("Insurance (import)"),
            "internal_freight": inner,
            "other_costs": self.tr("Other costs"),
            "deductions": self.tr("Deductions"),
        }
        for row in self.rows:
            row.rename(titles[row.block])

    def _terms(self) -> str:
        declaration = self.document.draft.declaration
        code, desk = declaration.delivery_terms, self.document.desk
        entry = desk.book.entry("incoterms", code, desk.on) if code else None
        name = entry.name(desk.language) if entry is not None else ""
        return "  ".join(part for part in (code, name, declaration.delivery_place) if part)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to what it holds
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._body)
        outer.addWidget(scroll)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(self._made_grid())
        lower = QHBoxLayout()
        lower.addWidget(self._made_method_box())
        lower.addWidget(self._made_comments_box(), 1)
        column.addSpacing(8)
        column.addLayout(lower)
        column.addStretch(1)

    def _made_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        heads = ("", self.tr("Amount"), self.tr("Currency"), self.tr("Rate"))
        for number, head in enumerate(heads):
            label = QLabel(head, self._body)
            label.setContentsMargins(4, 0, 4, 0)
            if number in (AMOUNT, RATE):
                label.setAlignment(_RIGHT)
            grid.addWidget(label, 0, number)
        self._national.setAlignment(_RIGHT)
        self._national.setContentsMargins(4, 0, 4, 0)
        self._national.setAccessibleName(self.tr("National currency"))
        grid.addWidget(self._national, 0, NATIONAL)
        for number, row in enumerate(self.rows, 1):
            row.lay_into(grid, number)
        line = QFrame(self._body)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Sunken)
        below = len(self.rows) + 1
        grid.addWidget(line, below, 0, 1, RESIDUAL + 1)
        grid.addWidget(QLabel(self.tr("Total costs"), self._body), below + 1, 0)
        grid.addWidget(self.total_costs, below + 1, NATIONAL)
        grid.addWidget(QLabel(self.tr("CIF value"), self._body), below + 2, 0)
        grid.addWidget(self.cif, below + 2, NATIONAL)
        grid.addWidget(QLabel(self.tr("Invoice type (box 20)"), self._body), below + 3, 0)
        leading = Qt.AlignmentFlag.AlignLeft
        grid.addWidget(self.invoice_type, below + 3, AMOUNT, 1, NATIONAL, leading)
        grid.setColumnStretch(RESIDUAL + 1, 1)
        return grid

    def _made_method_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Apportionment method"), self._body)
        column = QVBoxLayout(box)
        column.addWidget(self.method)
        line = QHBoxLayout()
        line.addWidget(self.mass_label)
        line.addWidget(self.mass)
        column.addLayout(line)
        column.addStretch(1)
        return box

    def _made_comments_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Comments for the customs officers"), self._body)
        column = QVBoxLayout(box)
        self.comments.setFixedHeight(self.fontMetrics().lineSpacing() * 5 + 12)
        column.addWidget(self.comments)
        return box

    def _connect(self) -> None:
        metrics = self.fontMetrics()
        for row in self.rows:
            row.asked.connect(self._explain)
            for editor, sample in zip(row.editors(), ("0" * 16, "MMMM", "0" * 13), strict=True):
                editor.setFixedWidth(metrics.horizontalAdvance(sample) + 16)
        self.mass.setFixedWidth(metrics.horizontalAdvance("0" * 14) + 16)
        editors: list[FieldEdit | LinesEdit] = [e for row in self.rows for e in row.editors()]
        for bound in (*editors, self.mass, self.comments):
            bound.step.connect(lambda step, bound=bound: self._step(bound, step))
            self.pass_on(bound)
        self.method.step.connect(lambda step: self._step(self.method, step))
        self.method.chosen.connect(lambda code: self.document.enter(_APPORTIONMENT, code))

    def _step(self, widget: QWidget, step: int) -> None:
        """Go to the next keyed stop; what was just committed may have closed the one left."""
        order = self._order()
        stops = set(self.stops())
        ahead = order[order.index(widget) + 1 :] if step > 0 else order[: order.index(widget)][::-1]
        reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        for stop in ahead:
            if stop in stops:
                stop.setFocus(reason)
                return
        self.focusNextPrevChild(step > 0)

    def _explain(self, find: AccountOf) -> None:
        explain(self, self.document, find)
