"""The bills of one voyage against what declarations have used of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from sad_desktop.brokerage.manifests import BillBalance, Quantity, Reconciliation, Use
from sad_desktop.brokerage.numbers import plain_number
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import fold_digits, show_number
from sad_desktop.forms.language import isolated
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import fit_columns, list_of_rows
from sad_desktop.forms.widgets.search_line import SearchLine, choose_row
from sad_desktop.forms.widgets.sentence import Sentence
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.tariff.lookup import normalise
from sad_desktop.text import QT_TRANSLATE_NOOP

USE_TITLES: Mapping[Use, str] = {
    Use.OPEN: QT_TRANSLATE_NOOP("Use", "Open"),
    Use.PARTLY: QT_TRANSLATE_NOOP("Use", "Partly used"),
    Use.USED: QT_TRANSLATE_NOOP("Use", "Used up"),
    Use.OVER: QT_TRANSLATE_NOOP("Use", "Over-used"),
}
NUMBER, CONSIGNEE, PACKAGES, LEFT, MASS, MASS_LEFT, USE = range(7)


class BillsModel(TextModel):
    """Bills with their balances; a row is written when it is looked at."""

    def __init__(self, columns: tuple[Column, ...], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._balances: Sequence[BillBalance] = ()

    def show_balances(self, balances: Sequence[BillBalance]) -> None:
        """Show other bills."""
        self._balances = balances
        self.recount(len(balances))

    def balance(self, number: int) -> BillBalance:
        """Return the bill of a row."""
        return self._balances[number]

    def row(self, number: int) -> Row:
        """Return a row."""
        balance = self._balances[number]
        bill = balance.bill
        cells = (
            bill.number,
            bill.consignee.partition("\n")[0] or bill.consignee_code,
            *map(
                _shown,
                (bill.packages, balance.packages_left, bill.gross_mass, balance.mass_left),
            ),
            title_of(balance.use),
        )
        goods = " ".join(bill.goods.split())
        return Row(cells, colours=_inks().get(balance.use, {}), hint=goods)


class BillsList(QWidget):
    """Bills of a voyage, by number or by use. ``opened`` carries the id of the bill chosen."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._every: tuple[BillBalance, ...] = ()
        self.line = SearchLine()
        self.line.setPlaceholderText(self.tr("Number of a bill, or consignee"))
        self.line.setAccessibleName(self.tr("Search bills"))
        self.use = QComboBox()
        self.use.setAccessibleName(self.tr("Bills that are"))
        self.model = BillsModel(self._columns(), self)
        self.view = self._make_view()
        self.line.set_results(self.view)
        self.sums = Sentence()
        self._offer_uses(None)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.sums)
        self.line.textChanged.connect(self._list)
        self.line.taken.connect(self._open_current)
        self.use.currentIndexChanged.connect(self._list)
        self.view.activated.connect(self._open_current)

    def show_reconciliation(self, found: Reconciliation) -> None:
        """Show a voyage's bills; the cursor stays on the bill it was on."""
        current = self.current()
        self._every = found.balances
        self._offer_uses(found)
        self._list()
        ids = [self.model.balance(row).bill.id for row in range(self.model.rowCount())]
        if current is not None and current.bill.id in ids:
            choose_row(self.view, ids.index(current.bill.id))
        self.sums.say(self._sums(found) if found.balances else self.tr("No bill is kept yet."))

    def current(self) -> BillBalance | None:
        """Return the bill under the cursor."""
        row = self.view.currentIndex().row()
        return self.model.balance(row) if 0 <= row < self.model.rowCount() else None

    def _open_current(self) -> None:
        balance = self.current()
        if balance is not None:
            self.opened.emit(balance.bill.id)

    def _list(self) -> None:
        use, plain = self.use.currentData(), plain_number(fold_digits(self.line.text()))
        words = normalise(self.line.text()).split()
        self.model.show_balances(
            [
                one
                for one in self._every
                if (not use or str(one.use) == use) and (not words or _is_meant(one, plain, words))
            ]
        )
        choose_row(self.view, 0)

    def _offer_uses(self, found: Reconciliation | None) -> None:
        """Offer every use with the number of its bills; what was chosen stays."""
        chosen = max(self.use.currentIndex(), 0)
        self.use.blockSignals(True)
        self.use.clear()
        self.use.addItem(self._counted(self.tr("All bills"), len(self._every)), "")
        for use in Use:
            count = found.count(use) if found is not None else 0
            self.use.addItem(self._counted(title_of(use), count), str(use))
        self.use.setCurrentIndex(chosen)
        self.use.blockSignals(False)

    def _counted(self, title: str, count: int) -> str:
        return self.tr("{title}: {count}").format(title=title, count=count)

    def _sums(self, found: Reconciliation) -> str:
        said = self.tr("Stated {stated}. Used {used}. Left {left}.")
        return said.format(
            stated=self._quantity(found.stated),
            used=self._quantity(found.used),
            left=self._quantity(found.left),
        )

    def _quantity(self, quantity: Quantity) -> str:
        said = self.tr("{packages} packages, {mass} kg")
        return said.format(
            packages=isolated(_shown(quantity.packages)), mass=isolated(_shown(quantity.mass))
        )

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Bill"), kind=Kind.CODE, sample="MSCU7700123"),
            Column(title=self.tr("Consignee"), kind=Kind.TEXT),
            Column(title=self.tr("Packages"), kind=Kind.QUANTITY, sample="000,000"),
            Column(title=self.tr("Left"), kind=Kind.QUANTITY, sample="000,000"),
            Column(title=self.tr("Gross kg"), kind=Kind.QUANTITY, sample="000,000.000"),
            Column(title=self.tr("kg left"), kind=Kind.QUANTITY, sample="000,000.000"),
            Column(title=self.tr("Use"), kind=Kind.TEXT, sample=title_of(Use.PARTLY)),
        )

    def _make_view(self) -> QTableView:
        view = list_of_rows(self.model, self.tr("Bills of the voyage"))
        fit_columns(view, [column.sample for column in self.model.columns])
        return view


def title_of(use: Use) -> str:
    """Return how a bill is used, in the desk's language."""
    return QCoreApplication.translate("Use", USE_TITLES[use])


def _is_meant(balance: BillBalance, plain: str, words: Sequence[str]) -> bool:
    consignee = normalise(balance.bill.consignee)
    return bool(plain and plain_number(balance.bill.number).startswith(plain)) or all(
        word in consignee for word in words
    )


def _shown(figure: Any) -> str:
    return "" if figure is None else show_number(figure)


def _inks() -> Mapping[Use, Mapping[int, str]]:
    ours = colours(QGuiApplication.palette())
    return {
        Use.USED: dict.fromkeys(range(USE + 1), ours.computed),
        Use.OVER: dict.fromkeys((LEFT, MASS_LEFT, USE), ours.invalid),
        Use.PARTLY: {USE: ours.filled},
    }
