"""One dossier of advance cargo information as it is keyed, page by page, locked by its phase."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QTabWidget, QVBoxLayout, QWidget

from sad_desktop.brokerage.advance_cargo import FIELDS, Dossier, Invoice
from sad_desktop.brokerage.advance_cargo_law import AdvanceCargoLaw
from sad_desktop.declaration.fields import definitions
from sad_desktop.forms.dossier_lines import DossierLines
from sad_desktop.forms.dossier_words import field_title, kind_choices, locked_words
from sad_desktop.forms.widgets.record_editor import RecordEditor, RecordField
from sad_desktop.forms.widgets.record_form import RecordForm, RecordRows

_PARTIES: tuple[tuple[str, ...], ...] = (
    ("importer_code", "importer_email"),
    ("importer_name",),
    ("exporter_registration", "exporter_country"),
    ("exporter_name",),
    ("exporter_kind", "exporter_email"),
    ("exporter_address",),
    ("declarant_code", "order"),
    ("declarant_name",),
    ("remark",),
)
_SHIPMENT: tuple[tuple[str, ...], ...] = (
    ("export_country", "ships_on"),
    ("loading_port", "arrival_port"),
    ("declared_value", "declared_currency"),
    ("procedure", "agreement"),
    ("exemption",),
    ("options",),
    ("specifications",),
    ("bill", "voyage"),
    ("carrier",),
    ("agent",),
    ("vessel",),
    ("gross_mass", "net_mass"),
    ("packages",),
)
_INVOICE = ("number", "issued", "contract", "currency", "value", "expenses")
_WIDTHS = {
    "issued": "00/00/0000",
    "currency": "MMMM",
    "value": "0,000,000.00",
    "expenses": "-00,000.00",
}


class DossierEditor(QTabWidget):
    """Keys one dossier. ``changed`` whenever something is keyed; ``finder_requested`` on F3."""

    changed = Signal()
    finder_requested = Signal(RecordEditor)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier = Dossier()
        self.parties = RecordForm(_rows(_PARTIES))
        self.shipment = RecordForm(_rows(_SHIPMENT))
        self.invoices = RecordRows([_field(f"invoices.{name}", name) for name in _INVOICE])
        self.lines = DossierLines()
        for form in (self.parties, self.shipment, self.lines.form):
            form.finder_requested.connect(self.finder_requested)
        for part in (self.parties, self.shipment, self.invoices, self.lines):
            part.changed.connect(self.changed)
        pages = (
            (_scrolled(self.parties), self.tr("&1 Parties"), self.tr("Parties")),
            (_scrolled(self.shipment), self.tr("&2 Shipment"), self.tr("Shipment")),
            (_scrolled(self.invoices), self.tr("&3 Invoices"), self.tr("Invoices")),
            (self.lines, self.tr("&4 Lines"), self.tr("Lines")),
        )
        for page, title, name in pages:
            self.addTab(page, title)
            page.setAccessibleName(name)

    def load(self, dossier: Dossier, law: AdvanceCargoLaw) -> None:
        """Show a dossier; what its phase locks cannot be keyed and says why."""
        self._dossier = dossier
        reasons = _reasons(dossier, law)
        for form, rows in ((self.parties, _PARTIES), (self.shipment, _SHIPMENT)):
            form.load({name: getattr(dossier, name) for row in rows for name in row})
            form.lock(reasons)
        names = tuple(definitions(Invoice))
        self.invoices.load(
            [{name: getattr(one, name) for name in names} for one in dossier.invoices]
        )
        self.invoices.lock(_below("invoices", reasons), reasons.get("invoices", ""))
        self.lines.load(dossier.lines)
        self.lines.lock(_below("lines", reasons), reasons.get("lines", ""))

    def complaint(self) -> str:
        """Return what stands here and is no value, and go there; "" when all is."""
        parts = (self.parties, self.shipment, self.invoices, self.lines)
        asks: tuple[Callable[[], str], ...] = tuple(part.complaint for part in parts)
        for page, ask in enumerate(asks):
            if said := ask():
                self.setCurrentIndex(page)
                ask()  # the page is shown now: the cursor goes there
                return said
        return ""

    def dossier(self) -> Dossier:
        """Return the dossier as keyed; ask for ``complaint`` before."""
        texts = {**self.parties.values(), **self.shipment.values()}
        texts["exporter_kind"] = str(texts["exporter_kind"]).lower()
        return replace(
            self._dossier,
            **texts,  # type: ignore[arg-type]
            invoices=tuple(Invoice(**row) for row in self.invoices.values()),  # type: ignore[arg-type]
            lines=self.lines.lines(),
        )

    def enter(self) -> None:
        """Put the cursor where keying begins."""
        self.setCurrentIndex(0)
        self.parties.editor("importer_code").setFocus()


def _rows(names: Sequence[Sequence[str]]) -> list[list[RecordField]]:
    return [[_field(name, name) for name in row] for row in names]


def _field(path: str, name: str) -> RecordField:
    known = FIELDS[path]
    return RecordField(
        name=name,
        title=field_title(path),
        kind=known.kind,
        length=known.length,
        decimals=known.decimals,
        shown_decimals=known.shown_decimals,
        lines=known.lines,
        choices=kind_choices() if name == "exporter_kind" else None,
        lookup=known.lookup,
        allows_negative=known.allows_negative,
        width=_WIDTHS.get(name, ""),
    )


def _reasons(dossier: Dossier, law: AdvanceCargoLaw) -> Mapping[str, str]:
    """Return why fields are locked, by their names."""
    said = locked_words(dossier.phase)
    return {name: said for name in law.locks if not law.is_open(name, dossier.phase)}


def _below(rows: str, reasons: Mapping[str, str]) -> Mapping[str, str]:
    """Return the reasons of the fields of a list, by their own names."""
    begin = f"{rows}."
    return {name.removeprefix(begin): said for name, said in reasons.items() if begin in name}


def _scrolled(part: QWidget) -> QScrollArea:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.addWidget(part)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    return area
