"""The voyages the office keeps: found by number or vessel, office and days."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from sad_desktop.brokerage.manifests import Manifest, ManifestQuery, ManifestSummary
from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.lookup_criteria import CriteriaRow
from sad_desktop.forms.manifest_criteria import manifest_criteria, manifest_query
from sad_desktop.forms.widgets.empty_note import EmptyNote
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import fit_columns, list_of_rows
from sad_desktop.forms.widgets.search_line import SearchLine, choose_row
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.services.desk import Desk

_VESSEL = 1


class ManifestsList(QWidget):
    """Voyages, the latest first.

    Signals: ``asked`` when others are to be listed, ``chosen`` with the Manifest under the
    cursor, ``entered`` when Enter takes it.
    """

    asked = Signal()
    chosen = Signal(object)
    entered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[ManifestSummary, ...] = ()
        self.line = SearchLine()
        self.line.setPlaceholderText(self.tr("Voyage or vessel"))
        self.line.setAccessibleName(self.tr("Search voyages"))
        self.criteria = CriteriaRow(manifest_criteria(desk))
        self.model = TextModel(self._columns(), self)
        self.view = self._make_view()
        self.empty = EmptyNote(self.view, self._why_empty)
        self.line.set_results(self.view)
        self.line.textChanged.connect(self.asked)
        self.criteria.changed.connect(self.asked)
        self.line.taken.connect(self.entered)
        self.view.activated.connect(self.entered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(self.criteria)
        layout.addWidget(self.view, 1)

    def query(self) -> tuple[str, ManifestQuery]:
        """Return what is typed and the criteria."""
        return self.line.text(), manifest_query(self.criteria.values())

    def show_voyages(self, found: Sequence[ManifestSummary], current: int) -> None:
        """Show voyages, the cursor on one of them, by its id, without telling that it moved."""
        self._shown = tuple(found)
        self.view.selectionModel().blockSignals(True)
        self.model.show_rows([_row(one) for one in found])
        self.empty.refresh()
        self.select(current)
        self.view.selectionModel().blockSignals(False)
        self.view.viewport().update()

    def select(self, manifest_id: int) -> None:
        """Put the cursor on a voyage where it is listed, without telling that it moved."""
        ids = [one.manifest.id for one in self._shown]
        was = self.view.selectionModel().blockSignals(True)
        if manifest_id in ids:
            choose_row(self.view, ids.index(manifest_id))
        else:
            self.view.selectionModel().clear()
        self.view.selectionModel().blockSignals(was)
        self.view.viewport().update()

    def current(self) -> Manifest | None:
        """Return the voyage under the cursor."""
        row = self.view.currentIndex().row()
        return self._shown[row].manifest if 0 <= row < len(self._shown) else None

    def _why_empty(self) -> str:
        if self.query() != ("", ManifestQuery()):
            return self.tr("No voyage is like this. Try fewer letters, or empty the dates.")
        return self.tr(
            "No voyage is kept yet. Key the first one beside this list and save it, or import "
            "the file of a carrier."
        )

    def _on_moved(self) -> None:
        manifest = self.current()
        if manifest is not None:
            self.chosen.emit(manifest)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Voyage"), kind=Kind.CODE, sample="MSC0000/26"),
            Column(title=self.tr("Vessel"), kind=Kind.TEXT),
            Column(title=self.tr("Arrival"), kind=Kind.DAY, sample="00/00/0000"),
            Column(title=self.tr("Office"), kind=Kind.CODE, sample="BHKBS"),
            Column(title=self.tr("Bills"), kind=Kind.COUNT, sample="0,000"),
        )

    def _make_view(self) -> QTableView:
        view = list_of_rows(self.model, self.tr("Voyages"))
        fit_columns(view, [column.sample for column in self.model.columns])
        view.selectionModel().currentRowChanged.connect(lambda *_: self._on_moved())
        return view


def _row(found: ManifestSummary) -> Row:
    manifest = found.manifest
    return Row(
        (
            manifest.voyage,
            manifest.vessel,
            _shown(manifest.arrival or manifest.departure),
            manifest.office,
            f"{found.bill_count:,}",
        )
    )


def _shown(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day is not None else ""
