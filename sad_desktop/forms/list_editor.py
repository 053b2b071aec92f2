"""One entry of a list as it is keyed: code, names, what the list says more, its days."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sad_desktop.brokerage.list_parts import Part
from sad_desktop.brokerage.list_rows import Remark, RowFault
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import Value
from sad_desktop.forms.language import isolated
from sad_desktop.forms.widgets.record_editor import RecordField
from sad_desktop.forms.widgets.record_form import RecordForm
from sad_desktop.tariff.book import ListEntry
from sad_desktop.tariff.lines import TARIFF

_CODE, _NAMES, _DAYS, _SOURCE = "code", ("en", "ar"), ("valid_from", "valid_to"), "source"
_LOOKUPS = {"office": "offices", "procedure": "procedures", "company": "companies"}
_LONGEST_NAME = 4_000
_LONGEST_FACT = 1_000


class ListEditor(QWidget):
    """Keys one entry. ``changed`` whenever something is keyed."""

    changed = Signal()

    def __init__(
        self, list_name: str, parts: Iterable[Part], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._list = list_name
        self._parts = {part.name: part for part in parts}
        self._entry = ListEntry(code="", en="", ar="")
        own = (_CODE, *_NAMES, *_DAYS, _SOURCE)
        self._facts = tuple(name for name in self._parts if name not in own)
        self.form = RecordForm(self._rows())
        self.form.changed.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form)
        layout.addStretch(1)

    def load(self, entry: ListEntry) -> None:
        """Show an entry; the code of one that is kept is not keyed."""
        self._entry = entry
        values: dict[str, Value] = {name: entry.facts.get(name, "") for name in self._facts}
        for name in (_CODE, *_NAMES, *_DAYS, _SOURCE):
            if name in self._parts:
                values[name] = getattr(entry, name)
        self.form.load(values)
        code = self.form.editor(_CODE)
        if isinstance(code, QLineEdit):
            code.setReadOnly(bool(entry.code))

    def complaint(self) -> str:
        """Return what stands here and is no value, and go there; "" when all is."""
        return self.form.complaint()

    def entry(self) -> ListEntry:
        """Return the entry as keyed; ask for ``complaint`` before."""
        values = self.form.values()
        texts = {name: " ".join(str(value or "").split()) for name, value in values.items()}
        days = {name: day for name in _DAYS if isinstance(day := values.get(name), date)}
        facts = {name: texts[name] for name in self._facts if texts[name]}
        kept = {name: fact for name, fact in self._entry.facts.items() if name not in self._facts}
        return replace(
            self._entry,
            code=texts[_CODE],
            en=texts.get("en", ""),
            ar=texts.get("ar", ""),
            facts={**kept, **facts},
            valid_from=days.get("valid_from"),
            valid_to=days.get("valid_to"),
            source=texts[_SOURCE],
        )

    def enter(self) -> None:
        """Put the cursor where keying begins."""
        first = next((name for name in _NAMES if name in self._parts), self._facts[0])
        name = first if self._entry.code else _CODE
        self.form.editor(name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self) -> list[tuple[RecordField, ...]]:
        rows: list[tuple[RecordField, ...]] = [(self._field(_CODE),)]
        rows += [(self._field(name),) for name in _NAMES if name in self._parts]
        facts = [self._field(name) for name in self._facts]
        rows += [tuple(facts[at : at + 2]) for at in range(0, len(facts), 2)]
        days = tuple(self._field(name) for name in _DAYS if name in self._parts)
        return [*rows, days, (self._field(_SOURCE),)]

    def _field(self, name: str) -> RecordField:
        title = part_title(self._parts[name])
        if name == _CODE:
            return RecordField(name=name, title=title, kind=Kind.CODE, length=35)
        if name in _DAYS:
            return RecordField(name=name, title=title, kind=Kind.DAY, length=10)
        if name in _NAMES and self._list == TARIFF:
            return RecordField(
                name=name, title=title, kind=Kind.LINES, length=_LONGEST_NAME, lines=3
            )
        length = _LONGEST_NAME if name in _NAMES else _LONGEST_FACT
        return RecordField(name=name, title=title, length=length, lookup=_LOOKUPS.get(name, ""))


def part_title(part: Part) -> str:
    """Return what a part of an entry is called, in the desk's language."""
    title = QCoreApplication.translate("ListPart", part.title)
    return title.format(tax=isolated(part.tax)) if part.tax else title


def remark_words(remark: Remark | RowFault) -> str:
    """Return what is said of a row, in the desk's language."""
    sentence = QCoreApplication.translate("ListImport", remark.message)
    return sentence.format_map({name: isolated(text) for name, text in remark.values.items()})
