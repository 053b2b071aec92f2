"""What an import would do: rows with remarks, and entries that are new, changed or ended."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QTableView, QTabWidget, QWidget

from sad_desktop.brokerage.list_rows import Standing
from sad_desktop.brokerage.reference_lists import Comparison
from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.list_editor import remark_words
from sad_desktop.forms.lists_model import rates_of
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import dress_rows, fit_columns, keep_one_line
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.services.list_imports import Prepared
from sad_desktop.tariff.book import ListEntry
from sad_desktop.text import QT_TRANSLATE_NOOP

MOST_SHOWN = 1_000
_STANDINGS = {
    Standing.FAULT: QT_TRANSLATE_NOOP("ListResults", "fault"),
    Standing.PASSED: QT_TRANSLATE_NOOP("ListResults", "passed over"),
    Standing.NOTE: QT_TRANSLATE_NOOP("ListResults", "note"),
}


class ListResults(QObject):
    """The two tables of results, put into a tab widget behind the columns."""

    def __init__(self, tabs: QTabWidget, language: str) -> None:
        super().__init__(tabs)
        self._language = language
        self.remarks = TextModel(
            (
                Column(title=self.tr("Row"), kind=Kind.COUNT),
                Column(title=self.tr("Is"), kind=Kind.TEXT),
                Column(title=self.tr("Reason"), kind=Kind.TEXT),
            ),
            tabs,
        )
        self.changes = TextModel(
            (
                Column(title=self.tr("Code"), kind=Kind.CODE),
                Column(title=self.tr("Is"), kind=Kind.TEXT),
                Column(title=self.tr("Until now"), kind=Kind.TEXT),
                Column(title=self.tr("From now on"), kind=Kind.TEXT),
            ),
            tabs,
        )
        self._tabs = tabs
        self._remarks_page = self._add(self.remarks, ("000000", self.tr("passed over"), ""))
        self._changes_page = self._add(
            self.changes, ("0000.00.00.0000", self.tr("changed"), "", "")
        )
        self.clear()

    def clear(self) -> None:
        """Show nothing: the file is being read."""
        self.remarks.show_rows([])
        self.changes.show_rows([])
        self._title(0, 0)

    def show_prepared(self, prepared: Prepared) -> None:
        """Show what was prepared."""
        rank = list(Standing)
        told = sorted(
            prepared.reading.remarks, key=lambda one: (rank.index(one.standing), one.number)
        )
        self.remarks.show_rows(
            [
                Row((str(one.number), self._standing(one.standing), remark_words(one)))
                for one in told[:MOST_SHOWN]
            ]
        )
        rows = [row for one in prepared.comparisons.values() for row in self._compared(one)]
        self.changes.show_rows(rows[:MOST_SHOWN])
        self._title(len(told), len(rows))

    def _title(self, remarks: int, changes: int) -> None:
        for page, sentence, count in (
            (self._remarks_page, self.tr("Rows with remarks: {count}"), remarks),
            (self._changes_page, self.tr("Changes: {count}"), changes),
        ):
            self._tabs.setTabText(self._tabs.indexOf(page), sentence.format(count=f"{count:,}"))

    def _standing(self, standing: Standing) -> str:
        return QCoreApplication.translate("ListResults", _STANDINGS[standing])

    def _compared(self, comparison: Comparison) -> Iterator[Row]:
        for entry in comparison.ended:
            yield Row((entry.code, self.tr("ended"), self._said(entry), ""))
        for before, after in comparison.changed:
            yield Row((after.code, self.tr("changed"), self._said(before), self._said(after)))
        for entry in comparison.added:
            yield Row((entry.code, self.tr("new"), "", self._said(entry)))

    def _said(self, entry: ListEntry) -> str:
        rate = entry.facts.get("rate", "")
        per = entry.facts.get("per", "1")
        money = f"{rate} / {per}" if rate and per != "1" else rate
        codes = entry.facts.get("codes", "")
        own = (rates_of(entry), money, codes, entry.name(self._language))
        return "  ".join(part for part in own if part)

    def _add(self, model: TextModel, samples: tuple[str, ...]) -> QWidget:
        view = QTableView()
        view.setModel(model)
        dress_rows(view)
        keep_one_line(view)
        fit_columns(view, samples)
        self._tabs.addTab(view, "")
        return view
