"""Unit values beside what is usual, with the earlier declarations behind it (S3-087)."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.prices import PriceCase, bounds
from sad_desktop.brokerage.register import PriceSource
from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import show_number
from sad_desktop.errors import UserError
from sad_desktop.forms.asking import Asking
from sad_desktop.forms.document import Document
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.tasks import Starter
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import fit_columns, list_of_rows
from sad_desktop.forms.widgets.search_line import choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.services.prices import ComparedPrice, compared
from sad_desktop.services.workspace import Workspace

_SIZE = 1_000, 560
_AMOUNT = "999,999.000"


class PriceCheck(QDialog):
    """Every item of a declaration beside its usual value; the cases of the one under the cursor.

    Signals: ``jump_requested`` with the place of a price, ``open_requested`` with the id of an
    earlier declaration.
    """

    jump_requested = Signal(Place)
    open_requested = Signal(str)

    def __init__(
        self, document: Document, workspace: Workspace, tasks: Starter, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Valuation price range"))
        self._document = document
        self._workspace = workspace
        self._asking = Asking(tasks, self._fail)
        self._rows: tuple[ComparedPrice, ...] = ()
        self.message = Sentence()
        self.items = self._make_view(self._item_columns(), self.tr("Items"), _ITEM_SAMPLES)
        self.items_model = self._model_of(self.items)
        self.cases = self._make_view(
            self._case_columns(), self.tr("Earlier declarations"), _CASE_SAMPLES
        )
        self.cases_model = self._model_of(self.cases)
        self.items.selectionModel().currentRowChanged.connect(lambda *_: self._show_cases())
        self.items.activated.connect(lambda index: self._jump(index.row()))
        self.cases.activated.connect(lambda index: self._open(index.row()))
        self.cases_title = QLabel()
        layout = QVBoxLayout(self)
        layout.addWidget(self.message)
        layout.addWidget(self._make_split(), 1)
        layout.addWidget(self._make_buttons())
        self.resize(*_SIZE)
        document.assessed.connect(self.refresh)
        document.destroyed.connect(self.reject)
        self.items.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Compare again: the declaration, or what the office knows, is another."""
        document = self._document
        arguments = (document.document_id, document.draft, document.note, document.desk.on)
        self._asking.ask(partial(compared, self._workspace, *arguments), self._on_compared)

    def done(self, result: int) -> None:
        """Want no answers any more."""
        self._asking.give_up()
        super().done(result)

    def _item_columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Item"), kind=Kind.COUNT),
            Column(title=self.tr("Commodity code"), kind=Kind.CODE),
            Column(title=self.tr("Origin"), kind=Kind.CODE),
            Column(title=self.tr("Goods"), kind=Kind.TEXT),
            Column(title=self.tr("Unit"), kind=Kind.TEXT),
            Column(title=self.tr("Value of a unit"), kind=Kind.AMOUNT),
            Column(title=self.tr("Least"), kind=Kind.AMOUNT),
            Column(title=self.tr("Greatest"), kind=Kind.AMOUNT),
            Column(title=self.tr("Known from"), kind=Kind.TEXT),
        )

    def _case_columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Declaration"), kind=Kind.TEXT),
            Column(title=self.tr("Assessed"), kind=Kind.DAY),
            Column(title=self.tr("Importer"), kind=Kind.CODE),
            Column(title=self.tr("Item"), kind=Kind.COUNT),
            Column(title=self.tr("Quantity"), kind=Kind.QUANTITY),
            Column(title=self.tr("Value"), kind=Kind.AMOUNT),
            Column(title=self.tr("Value of a unit"), kind=Kind.AMOUNT),
        )

    def _make_view(
        self, columns: tuple[Column, ...], name: str, samples: tuple[str, ...]
    ) -> QTableView:
        view = list_of_rows(TextModel(columns, self), name)
        fit_columns(view, samples)
        return view

    def _model_of(self, view: QTableView) -> TextModel:
        model = view.model()
        assert isinstance(model, TextModel)  # noqa: S101 - made so above
        return model

    def _make_split(self) -> QSplitter:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cases_title)
        column.addWidget(self.cases, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.items)
        split.addWidget(below)
        split.setChildrenCollapsible(False)
        return split

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole.ActionRole
        runs: tuple[tuple[str, Callable[[], None]], ...] = (
            (self.tr("Go to the price"), lambda: self._jump(self.items.currentIndex().row())),
            (
                self.tr("Open the earlier declaration"),
                lambda: self._open(self.cases.currentIndex().row()),
            ),
        )
        for text, run in runs:
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(run)
            buttons.addButton(button, role)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        return buttons

    def _on_compared(self, rows: tuple[ComparedPrice, ...]) -> None:
        self._rows = rows
        present = self.items.currentIndex().row()
        self.items_model.show_rows([self._row(one) for one in rows])
        choose_row(self.items, max(present, 0))
        self._show_cases()
        known = sum(one.usual is not None for one in rows)
        outside = sum(self._is_outside(one) for one in rows)
        if not rows:
            self.message.say(self.tr("Key commodity codes first."))
        elif not known:
            self.message.say(self.tr("Nothing is known yet of what is usual for these goods."))
        elif outside:
            said = self.tr("%n item(s) lie outside the usual range.", "", outside)
            self.message.say(said, Tone.WARNING)
        else:
            self.message.say(self.tr("Every value that can be compared lies in its range."))

    def _row(self, one: ComparedPrice) -> Row:
        least, most = self._bounds(one)
        worth = "" if one.unit_value is None else self._money(one.unit_value)
        ours = colours(QGuiApplication.palette())
        cells = (
            str(one.number),
            one.goods[0],
            one.goods[1],
            one.description.replace("\n", " "),
            one.unit or self.tr("kg"),
            worth,
            least,
            most,
            self._source(one),
        )
        return Row(cells, colours={5: ours.warning} if self._is_outside(one) else {})

    def _source(self, one: ComparedPrice) -> str:
        if one.usual is None:
            return self.tr("not known")
        if one.usual.source is PriceSource.TABLE:
            return self.tr("table of the office")
        if one.usual.source is PriceSource.IMPORTER:
            return self.tr("%n declaration(s) of the importer", "", one.usual.count)
        return self.tr("%n declaration(s) of the office", "", one.usual.count)

    def _margin(self) -> Decimal:
        return Decimal(self._document.desk.book.profile.flags.get("price_margin", "0.2"))

    def _bounds(self, one: ComparedPrice) -> tuple[str, str]:
        if one.usual is None:
            return "", ""
        least, most = bounds(one.usual, self._margin())
        return self._money(least), self._money(most)

    def _is_outside(self, one: ComparedPrice) -> bool:
        if one.usual is None or one.unit_value is None:
            return False
        least, most = bounds(one.usual, self._margin())
        return not least <= one.unit_value <= most

    def _money(self, value: Decimal) -> str:
        decimals = self._document.note.decimals
        return show_number(value.quantize(Decimal(1).scaleb(-decimals)), decimals)

    def _current(self) -> ComparedPrice | None:
        row = self.items.currentIndex().row()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _show_cases(self) -> None:
        current = self._current()
        cases = current.cases if current is not None else ()
        self.cases_model.show_rows([self._case_row(case) for case in cases])
        if current is not None:
            said = self.tr("Assessed earlier: {code} from {origin}")
            values = {"code": isolated(current.goods[0]), "origin": isolated(current.goods[1])}
            self.cases_title.setText(said.format(**values))

    def _case_row(self, case: PriceCase) -> Row:
        cells = (
            case.declaration.title,
            case.on.strftime("%d/%m/%Y"),
            case.importer,
            str(case.item_number),
            show_number(case.quantity),
            self._money(case.value),
            self._money(case.unit_value),
        )
        return Row(cells, opens=case.declaration.id)

    def _jump(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.jump_requested.emit(Place("invoice_amount", self._rows[row].key))

    def _open(self, row: int) -> None:
        if 0 <= row < self.cases_model.rowCount():
            self.open_requested.emit(str(self.cases_model.row(row).opens))

    def _fail(self, error: UserError) -> None:
        self.message.say(translate_error(error), Tone.WRONG)


_ITEM_SAMPLES = (
    *("999", "000000000000M", "MM", "", "MMMM", _AMOUNT, _AMOUNT, _AMOUNT),
    "M" * 16,
)
_CASE_SAMPLES = ("2026/000000MM", "00/00/0000", "000000000MM", "9999", _AMOUNT, _AMOUNT, "")
