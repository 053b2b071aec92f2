"""The tree of an account: amounts, the steps that made them, the numbers that went in."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.notes.account import Account
from sad_desktop.forms.widgets.field_model import KIND, NO_INDEX, alignment_of
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation.explain import SUM
from sad_desktop.valuation.note import Step

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate

KINDS = (Kind.TEXT, Kind.AMOUNT, Kind.CODE, Kind.TEXT, Kind.TEXT)
"""Kinds of the columns: what, result, calculation, rounding, source."""
_DEEPEST_TEXT = 9
MANY = 40
"""So many lines below one are written out with their steps; of more, the amounts only."""

INPUTS = {
    "foreign": QT_TRANSLATE_NOOP("Step", "amount in its currency"),
    "rate": QT_TRANSLATE_NOOP("Step", "rate"),
    "total": QT_TRANSLATE_NOOP("Step", "amount shared out"),
    "part": QT_TRANSLATE_NOOP("Step", "the item's weight in it"),
    "whole": QT_TRANSLATE_NOOP("Step", "weight of all items"),
    "share": QT_TRANSLATE_NOOP("Step", "share"),
    "unit": QT_TRANSLATE_NOOP("Step", "smallest unit"),
    "base": QT_TRANSLATE_NOOP("Step", "tax base"),
    "percent": QT_TRANSLATE_NOOP("Step", "rate in percent"),
    "factor": QT_TRANSLATE_NOOP("Step", "factor"),
    "quantity": QT_TRANSLATE_NOOP("Step", "quantity"),
    "per": QT_TRANSLATE_NOOP("Step", "for each"),
    "amount": QT_TRANSLATE_NOOP("Step", "amount"),
    "value": QT_TRANSLATE_NOOP("Step", "value"),
    "adjustment": QT_TRANSLATE_NOOP("Step", "adjustment (box 45)"),
    "least": QT_TRANSLATE_NOOP("Step", "least amount"),
    "most": QT_TRANSLATE_NOOP("Step", "greatest amount"),
}
"""What the inputs of a formula are called on screen."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the tree; its lines below are made when somebody opens it."""

    cells: tuple[str, str, str, str, str]
    below: Callable[[], tuple["Line", ...]] | None = None
    strong: bool = False


def line_of(account: Account) -> Line:
    """Return the line of an amount, with its steps and parts below."""
    amount = f"{show_number(account.amount, account.decimals)} {account.currency}".strip()
    steps = account.steps()
    last = steps[-1] if steps and abs(steps[-1].result) == abs(account.amount) else None
    cells = (
        account.title,
        amount,
        _worked(last, account.amount) if last else "",
        rounding(last.rounding) if last else "",
        "; ".join(text for text in (_source(last) if last else "", account.remark) if text),
    )
    if not steps:
        return Line(cells, strong=True)
    return Line(cells, lambda: _below(steps, account.parts(), last), strong=True)


def as_text(account: Account) -> str:
    """Return an account as plain text, one line each, the lines below indented."""
    return "\n".join(_written(line_of(account), 0))


def _worked(last: Step, amount: Decimal) -> str:
    """Return the calculation of an amount; one that is taken off is shown as such."""
    worked = calculation(last)
    return worked if last.result == amount else f"−({worked})"


def _below(
    steps: tuple[Step, ...], parts: tuple[Account, ...], last: Step | None
) -> tuple[Line, ...]:
    """Return the steps before the last, what went into the last, and the amounts it used."""
    explained = frozenset(part.stands_for for part in parts)
    former = tuple(step for step in steps if step is not last)
    seen = frozenset(step.result for step in former)
    inputs = _input_lines(last, explained, seen) if last is not None else ()
    lines = (_step_line(step, explained) for step in former)
    return (*lines, *inputs, *(line_of(part) for part in parts))


def _step_line(step: Step, explained: frozenset[str]) -> Line:
    cells = (
        translate("Step", step.label),
        show_number(step.result),
        calculation(step),
        rounding(step.rounding),
        _source(step),
    )
    inputs = _input_lines(step, explained)
    return Line(cells, (lambda: inputs) if inputs else None)


def _input_lines(
    step: Step, explained: frozenset[str], seen: frozenset[Decimal] = frozenset()
) -> tuple[Line, ...]:
    """Return what went into a step but for what another line says already."""
    return tuple(
        Line((translate("Step", INPUTS.get(name, name)), show_number(value), "", "", ""))
        for name, value in step.inputs
        if name not in explained and value not in seen
    )


def _source(step: Step) -> str:
    return translate("Step", step.source) if step.source else ""


def calculation(step: Step) -> str:
    """Return the formula with its numbers in it."""
    numbers = {name: show_number(value) for name, value in step.inputs}
    if step.formula == SUM:
        return " + ".join(numbers.values()).replace("+ -", "− ")
    return translate("Step", step.formula).format_map(_Numbers(numbers))


def rounding(rounding: str) -> str:
    """Return how a result was rounded, in words."""
    rule, _, decimals = rounding.rpartition(" ")
    if not rule:
        return translate("Step", rounding) if rounding else ""
    said = translate("Step", "{rule} (decimals: {decimals})")
    return said.format(rule=translate("Step", rule), decimals=decimals)


class _Numbers(dict[str, str]):
    """Numbers of a formula; a name without a number stays readable."""

    def __missing__(self, name: str) -> str:
        return name


def _written(line: Line, indent: int, depth: int | None = None) -> list[str]:
    """Return a line and those below it; ``depth`` is how deep it counts as, for stopping."""
    depth = indent if depth is None else depth
    label, result, formula, rounded, source = line.cells
    facts = "; ".join(text for text in (rounded, source) if text)
    worked = f" = {formula}" if formula else ""
    own = f"{'    ' * indent}{label}: {result}{worked}" + (f" ({facts})" if facts else "")
    if line.below is None or depth >= _DEEPEST_TEXT:
        return [own]
    below = line.below()
    deeper = depth + 1 if len(below) <= MANY else _DEEPEST_TEXT
    return [own, *(text for child in below for text in _written(child, indent + 1, deeper))]


class AccountModel(QAbstractItemModel):
    """An account as a tree for Qt; lines are numbered, their parents known by number."""

    def __init__(self, titles: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._lines: list[Line] = []
        self._parents: list[int] = []
        self._rows: list[int] = []
        self._below: dict[int, list[int]] = {-1: []}

    def show_account(self, account: Account | None) -> None:
        """Show another account, or none."""
        self.beginResetModel()
        self._lines, self._parents, self._rows = [], [], []
        self._below = {-1: []}
        if account is not None:
            self._below[-1] = self._number((line_of(account),), -1)
        self.endResetModel()

    def line(self, index: Index) -> Line:
        """Return the line at an index."""
        return self._lines[index.internalId()]

    def index(self, row: int, column: int, parent: Index = NO_INDEX) -> QModelIndex:
        """Return the index of a line below another."""
        below = self._lines_below(parent)
        if not 0 <= row < len(below) or not 0 <= column < len(KINDS):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the line above."""
        if not index.isValid():
            return QModelIndex()
        number = self._parents[index.internalId()]
        return QModelIndex() if number < 0 else self.createIndex(self._rows[number], 0, number)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many lines stand below a line."""
        return 0 if parent.column() > 0 else len(self._lines_below(parent))

    def hasChildren(self, parent: Index = NO_INDEX) -> bool:  # noqa: N802 - Qt's name
        """Tell whether a line can be opened, without making the lines below it."""
        if not parent.isValid():
            return bool(self._below[-1])
        return parent.column() == 0 and self.line(parent).below is not None

    def columnCount(self, parent: Index = NO_INDEX) -> int:  # noqa: ARG002 - the same everywhere
        """Return the number of columns."""
        return len(KINDS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the titles, aligned as their columns."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(KINDS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(KINDS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a line says in a column."""
        if not index.isValid():
            return None
        line, column = self.line(index), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.cells[column]
        if role == KIND:
            return KINDS[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(KINDS[column])
        if role == Qt.ItemDataRole.FontRole and line.strong and column <= 1:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def _lines_below(self, parent: Index) -> list[int]:
        number = parent.internalId() if parent.isValid() else -1
        if number not in self._below:
            below = self._lines[number].below
            self._below[number] = self._number(below() if below else (), number)
        return self._below[number]

    def _number(self, lines: tuple[Line, ...], parent: int) -> list[int]:
        first = len(self._lines)
        self._lines.extend(lines)
        self._parents.extend([parent] * len(lines))
        self._rows.extend(range(len(lines)))
        return list(range(first, first + len(lines)))
