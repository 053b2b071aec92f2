"""The entries of a list as the room shows them, and what became of one of them."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from sad_desktop.brokerage.list_parts import LIST_TITLES
from sad_desktop.brokerage.reference_lists import Past, Work
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.tariff.book import ListEntry
from sad_desktop.tariff.lines import RATE, RATES, TARIFF, entry_as_rate
from sad_desktop.text import QT_TRANSLATE_NOOP

CODE, NAME, MORE, FROM, UNTIL = range(5)
_ROOM = 16
LIST_NAME = Qt.ItemDataRole.UserRole
_WORKS = {
    Work.ADDED: QT_TRANSLATE_NOOP("ListsModel", "added"),
    Work.EDITED: QT_TRANSLATE_NOOP("ListsModel", "changed"),
    Work.ENDED: QT_TRANSLATE_NOOP("ListsModel", "ended"),
    Work.IMPORTED: QT_TRANSLATE_NOOP("ListsModel", "imported"),
}


class ListsModel(TextModel):
    """Code, name, what counts most, and the days; ``currency_name`` names what a rate is of."""

    def __init__(
        self,
        list_name: str,
        language: str,
        currency_name: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        self._list = list_name
        self._language = language
        self._currency_name = currency_name
        super().__init__(self._columns(), parent)
        self.entries: tuple[ListEntry, ...] = ()

    def show_entries(self, entries: Sequence[ListEntry]) -> None:
        """Show other entries."""
        self.entries = tuple(entries)
        self.show_rows([self._row(entry) for entry in self.entries])

    def row_of(self, code: str) -> int:
        """Return the row of a code, -1 when it is not shown."""
        codes = [entry.code for entry in self.entries]
        return codes.index(code) if code in codes else -1

    def samples(self) -> tuple[str, ...]:
        """Return texts the columns must be wide enough for; "" takes the room left."""
        code = "0000.00.00.0000" if self._list == TARIFF else "WWWWWW"
        more = "0,000.0000000000" if self._list == RATES else ""
        return (code, "", more, "00/00/0000", "00/00/0000")

    def _columns(self) -> tuple[Column, ...]:
        more, kind = self._other_name(), Kind.TEXT
        if self._list == TARIFF:
            more = self.tr("Rates")
        elif self._list == RATES:
            more, kind = self.tr("Rate for one"), Kind.RATE
        return (
            Column(title=self.tr("Code"), kind=Kind.CODE),
            Column(title=self.tr("Name"), kind=Kind.TEXT),
            Column(title=more, kind=kind),
            Column(title=self.tr("From"), kind=Kind.DAY),
            Column(title=self.tr("Until"), kind=Kind.DAY),
        )

    def _other_name(self) -> str:
        return self.tr("Arabic name") if self._language == "en" else self.tr("English name")

    def _row(self, entry: ListEntry) -> Row:
        days = (
            day.strftime("%d/%m/%Y") if day else "" for day in (entry.valid_from, entry.valid_to)
        )
        name = entry.name(self._language)
        if self._list == RATES:
            name = self._currency_name(entry.code)
        return Row((entry.code, name, self._more(entry), *days))

    def _more(self, entry: ListEntry) -> str:
        if self._list == RATES:
            return show_number(entry_as_rate(entry).for_one)
        if self._list == TARIFF:
            return rates_of(entry)
        return entry.ar if self._language == "en" else entry.en


class PastModel(TextModel):
    """What the office made of a code, newest first, and where the list began."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            tuple(
                Column(title=title, kind=kind)
                for title, kind in (
                    (self.tr("When"), Kind.DAY),
                    (self.tr("Who"), Kind.TEXT),
                    (self.tr("What"), Kind.TEXT),
                    (self.tr("The code since then"), Kind.TEXT),
                )
            ),
            parent,
        )

    def show_past(self, past: Iterable[Past], language: str) -> None:
        """Show what became of a code."""
        self.show_rows([self._row(one, language) for one in past])

    def _row(self, past: Past, language: str) -> Row:
        periods = "; ".join(_period(one, language) for one in past.periods)
        edition = past.edition
        if edition is None:
            return Row(("", "", self.tr("shipped"), periods))
        what = QCoreApplication.translate("ListsModel", _WORKS[edition.work])
        if edition.source:
            what = f"{what}: {edition.source}"
        when = edition.at.astimezone().strftime("%d/%m/%Y %H:%M")
        return Row((when, edition.by, what, periods))


def list_of_lists() -> QListWidget:
    """Return the lists of an office to choose from; ``LIST_NAME`` is the role of their names."""
    names = QListWidget()
    for name, title in LIST_TITLES.items():
        item = QListWidgetItem(QCoreApplication.translate("List", title))
        item.setData(LIST_NAME, name)
        names.addItem(item)
    names.setCurrentRow(0)
    names.setMinimumWidth(names.sizeHintForColumn(0) + 2 * names.frameWidth() + _ROOM)
    return names


def rates_of(entry: ListEntry) -> str:
    """Return the rates of a tariff line in one line."""
    rates = ((key, rate) for key, rate in entry.facts.items() if key.startswith(RATE))
    return "  ".join(f"{key.removeprefix(RATE)} {rate}" for key, rate in rates)


def _period(entry: ListEntry, language: str) -> str:
    start = entry.valid_from.strftime("%d/%m/%Y") if entry.valid_from else ""
    end = entry.valid_to.strftime("%d/%m/%Y") if entry.valid_to else ""
    said = entry.name(language) or entry.facts.get("rate", "") or entry.facts.get("codes", "")
    rates = rates_of(entry)
    return " ".join(
        part for part in (f"{start}–{end}" if start or end else "", said, rates) if part
    )
