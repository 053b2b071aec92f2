"""Somebody stored a newer version: who, when, which fields, and three ways on that lose nothing."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.conflict import Conflict, Difference, Side
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.values import Value, show
from sad_desktop.forms.language import isolated
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.row_list import dress_rows
from sad_desktop.forms.widgets.sentence import Sentence

_BOX, _ITEM, _FIELD, _THEIRS, _MINE, _BY = range(6)


class Way(StrEnum):
    """How to go on. None of them stores anything over the other version.

    COPY stores mine as a declaration of its own; THEIRS puts their version into my tab as one
    action that undo takes back; COMPARE opens theirs in another tab and leaves mine as it is.
    """

    COPY = "copy"
    THEIRS = "theirs"
    COMPARE = "compare"


class ConflictDialog(QDialog):
    """Tells a conflict. ``chosen`` carries the way; Esc leaves mine open and not stored."""

    chosen = Signal(Way)

    def __init__(
        self, conflict: Conflict, mine: Draft, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._conflict = conflict
        self._mine = mine
        self._language = language
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Stored by somebody else"))
        self.resize(820, 560)
        self.table = self._make_table()
        self.ways = {way: QPushButton(title) for way, title, _ in self._way_words()}
        self._lay_out()
        for way, button in self.ways.items():
            button.clicked.connect(lambda _checked, way=way: self._choose(way))
        self.ways[Way.COPY].setDefault(True)
        self.ways[Way.COPY].setFocus()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        self.later_button = buttons.addButton(
            self.tr("&Not now"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.later_button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._headline())
        layout.addWidget(Sentence(self._count_sentence()))
        layout.addWidget(self.table, 1)
        layout.addLayout(self._way_rows())
        layout.addWidget(buttons)

    def _way_words(self) -> tuple[tuple[Way, str, str], ...]:
        return (
            (
                Way.COPY,
                self.tr("Keep mine as a copy"),
                self.tr("Mine is stored as a declaration of its own, beside theirs."),
            ),
            (
                Way.THEIRS,
                self.tr("Open theirs"),
                self.tr("Their version comes into this tab; undo brings mine back."),
            ),
            (
                Way.COMPARE,
                self.tr("Compare"),
                self.tr("Theirs opens in a tab beside mine; nothing is stored."),
            ),
        )

    def _way_rows(self) -> QGridLayout:
        rows = QGridLayout()
        rows.setHorizontalSpacing(12)
        rows.setColumnStretch(1, 1)
        for row, (way, _title, description) in enumerate(self._way_words()):
            self.ways[way].setAccessibleDescription(description)
            rows.addWidget(self.ways[way], row, 0)
            rows.addWidget(Sentence(description), row, 1)
        return rows

    def _headline(self) -> QLabel:
        stored = self._conflict.theirs
        moment = stored.stored_at.astimezone()
        sentence = self.tr("{who} stored this declaration on {day} at {time}, after you opened it.")
        headline = QLabel(
            sentence.format(
                who=isolated(stored.stored_by),
                day=isolated(moment.strftime("%d/%m/%Y")),
                time=isolated(moment.strftime("%H:%M")),
            )
        )
        headline.setWordWrap(True)
        font = headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        headline.setFont(font)
        return headline

    def _count_sentence(self) -> str:
        differences = self._conflict.differences
        both = sum(one.side is Side.BOTH for one in differences)
        sentence = self.tr(
            "Nothing was overwritten: both versions are there. Fields that differ: {count}, of "
            "which changed by both: {both}."
        )
        return sentence.format(count=len(differences), both=both)

    def _make_table(self) -> QTableWidget:
        differences = self._conflict.differences
        table = QTableWidget(len(differences), _BY + 1)
        dress_rows(table)
        table.setAccessibleName(self.tr("Fields that differ"))
        table.setHorizontalHeaderLabels(
            [
                self.tr("Box"),
                self.tr("Item"),
                self.tr("Field"),
                self.tr("Theirs"),
                self.tr("Mine"),
                self.tr("Changed by"),
            ]
        )
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for row, difference in enumerate(differences):
            for column, text in enumerate(self._texts(difference)):
                table.setItem(row, column, self._cell(text, difference, column))
        for column, sample in ((_BOX, "44.44MM"), (_ITEM, "9999MM"), (_BY, "MMMMMMMM")):
            table.setColumnWidth(column, self.fontMetrics().horizontalAdvance(sample))
        for column in (_FIELD, _THEIRS, _MINE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        return table

    def _texts(self, difference: Difference) -> tuple[str, ...]:
        place = difference.place
        definition = place.definition()
        return (
            definition.box,
            self._item_number(place),
            definition.title(self._language),
            _shown(place, difference.theirs),
            _shown(place, difference.mine),
            self._side_word(difference.side),
        )

    def _cell(self, text: str, difference: Difference, column: int) -> QTableWidgetItem:
        cell = QTableWidgetItem(text)
        cell.setToolTip(text)
        if column == _BY and difference.side is Side.BOTH:
            cell.setForeground(QBrush(QColor(colours(self.palette()).warning)))
            font = self.font()
            font.setBold(True)
            cell.setFont(font)
        return cell

    def _item_number(self, place: Place) -> str:
        key = place.item
        if not key:
            return ""
        for draft in (self._mine, self._conflict.theirs.draft):
            try:
                return str(draft.declaration.position(key) + 1)
            except KeyError:
                continue
        return ""

    def _side_word(self, side: Side) -> str:
        if side is Side.THEIRS:
            return self.tr("them")
        if side is Side.MINE:
            return self.tr("me")
        return self.tr("both")

    def _choose(self, way: Way) -> None:
        self.accept()
        self.chosen.emit(way)


def _shown(place: Place, value: Value) -> str:
    return show(place.definition(), value).replace("\n", " / ") or "—"
