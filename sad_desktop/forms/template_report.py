"""What becomes of a template when it is used: what it has outlived, and what is cleared in it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from sad_desktop.brokerage.templates import PUT_IN
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import Value, show
from sad_desktop.forms.language import isolated, translate_finding
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import dress_rows, keep_one_line
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.services.templates import Foreseen, Outlived

BOX, ITEM, FIELD, VALUE, REMARK = range(5)
_NARROWEST = 24
translate = QCoreApplication.translate


class _Rows(Sequence[Row]):
    """Rows that are there, and below them one for each field, made when it is looked at."""

    def __init__(
        self, rows: Sequence[Row], places: Sequence[Place], made: Callable[[Place], Row]
    ) -> None:
        self._rows = rows
        self._places = places
        self._made = made

    def __len__(self) -> int:
        return len(self._rows) + len(self._places)

    def __getitem__(self, number: Any) -> Any:
        if number < len(self._rows):
            return self._rows[number]
        return self._made(self._places[number - len(self._rows)])


class TemplateReport(QTableView):
    """A table in sections: codes and rates outlived, changed last time, cleared on use."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.text_model = TextModel(self._columns(), self)
        self.setModel(self.text_model)
        dress_rows(self)
        keep_one_line(self)
        self.setAccessibleName(self.tr("What becomes of the template"))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(_NARROWEST)
        for column, sample in ((BOX, "44.4MM"), (ITEM, "9999MM")):
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance(sample))
        for column in (FIELD, VALUE, REMARK):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_report(
        self, pattern: Draft, foreseen: Foreseen, outlived: Outlived | None = None
    ) -> None:
        """Show what using a pattern does; without ``outlived`` only what is cleared."""
        cleared, asked = foreseen
        rows = list(self._aged(pattern, outlived)) if outlived is not None else []
        rows.append(_headline(self.tr("Cleared for the new shipment"), len(cleared)))
        wanted = frozenset(asked)
        self.clearSpans()
        self.text_model.show_rows(())
        self.text_model.show_rows(
            _Rows(rows, cleared, lambda place: self._cleared_row(pattern, place, wanted))
        )
        for number, row in enumerate(rows):
            if row.strong:
                self.setSpan(number, 0, 1, REMARK + 1)
            elif row.head:
                self.setSpan(number, FIELD, 1, REMARK + 1 - FIELD)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Box"), kind=Kind.CODE),
            Column(title=self.tr("Item"), kind=Kind.CODE),
            Column(title=self.tr("Field"), kind=Kind.TEXT),
            Column(title=self.tr("In the template"), kind=Kind.TEXT),
            Column(title=self.tr("What becomes of it"), kind=Kind.TEXT),
        )

    def _cleared_row(self, pattern: Draft, place: Place, asked: Collection[Place]) -> Row:
        return self._row(pattern, place, _text_of(pattern, place), self._fate(place, asked))

    def _fate(self, place: Place, asked: Collection[Place]) -> str:
        if place.field in PUT_IN:
            return self.tr("put in anew")
        return self.tr("asked for next") if place in asked else self.tr("cleared")

    def _aged(self, pattern: Draft, outlived: Outlived) -> Iterator[Row]:
        warning = colours(QGuiApplication.palette()).warning
        for title, findings in (
            (self.tr("No longer in force"), outlived.lapsed),
            (self.tr("Rates that changed since the template was saved"), outlived.rates),
        ):
            if findings:
                yield _headline(title, len(findings), warning)
            for finding in findings:
                told, place = translate_finding(finding), finding.place
                cells = (place.definition().box, number_of(pattern, place), told, "", "")
                yield Row(cells, hint=told, head=finding.code)
        if outlived.differing:
            title = self.tr("Changed in the last declaration made from it")
            yield _headline(title, len(outlived.differing))
            for one in outlived.differing:
                now = self.tr("last time: {value}").format(
                    value=isolated(_shown(one.place, one.theirs))
                )
                yield self._row(pattern, one.place, _shown(one.place, one.mine), now)

    def _row(self, pattern: Draft, place: Place, value: str, remark: str) -> Row:
        definition = place.definition()
        return Row(
            (
                definition.box,
                number_of(pattern, place),
                definition.title(self._language),
                value,
                remark,
            ),
            hint=remark,
        )


def aged_sentence(outlived: Outlived) -> str:
    """Return what a clerk must know of a template's age before it is used; "" for nothing."""
    if not outlived.lapsed and not outlived.rates:
        return ""
    said = translate(
        "TemplateReport",
        "No longer in force in this template: {codes}. Rates changed since it was saved: {rates}. "
        "Correct them in the new declaration, then save the template again.",
    )
    return said.format(codes=len(outlived.lapsed), rates=len(outlived.rates))


def number_of(draft: Draft, place: Place) -> str:
    """Return the number of the item a field belongs to; "" for the general segment."""
    key = place.item
    if place.rows is not None and not key:
        rows = draft.declaration.containers
        key = rows[place.row].item_key if place.row < len(rows) else 0
    try:
        return str(draft.declaration.position(key) + 1) if key else ""
    except KeyError:
        return ""


def _headline(title: str, count: int, colour: str = "") -> Row:
    text = f"{title} ({count})"
    return Row((text, "", "", "", ""), strong=True, colours={0: colour} if colour else {})


def _text_of(draft: Draft, place: Place) -> str:
    rejected = draft.rejected.get(place)
    if rejected is not None:
        return rejected
    try:
        return _shown(place, draft.value(place))
    except (AttributeError, IndexError, KeyError):
        return ""  # a computed box, or a row that is not there


def _shown(place: Place, value: Value) -> str:
    return show(place.definition(), value).replace("\n", " / ")
