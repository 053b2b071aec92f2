"""One voyage as it is keyed: number, vessel, days, office and carrier."""

from dataclasses import fields, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from sad_desktop.brokerage.manifests import Manifest
from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.widgets.record_editor import RecordField
from sad_desktop.forms.widgets.record_form import RecordForm


class ManifestEditor(RecordForm):
    """Keys one voyage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._manifest = Manifest()
        super().__init__(self._rows(), parent)

    def show_manifest(self, manifest: Manifest) -> None:
        """Show a voyage."""
        self._manifest = manifest
        self.load({one.name: getattr(manifest, one.name) for one in fields(manifest)})

    def manifest(self) -> Manifest:
        """Return the voyage as keyed; ask for ``complaint`` before."""
        keyed: dict[str, Any] = dict(self.values())
        return replace(self._manifest, **keyed)

    def _rows(self) -> tuple[tuple[RecordField, ...], ...]:
        def code(name: str, title: str, length: int, lookup: str = "") -> RecordField:
            return RecordField(name=name, title=title, kind=Kind.CODE, length=length, lookup=lookup)

        def day(name: str, title: str) -> RecordField:
            return RecordField(name=name, title=title, kind=Kind.DAY, length=10)

        return (
            (
                code("voyage", self.tr("Voyage"), 28),
                code("office", self.tr("Customs office"), 9, "offices"),
            ),
            (day("departure", self.tr("Departure")), day("arrival", self.tr("Arrival"))),
            (
                RecordField(name="vessel", title=self.tr("Vessel"), length=70),
                code("nationality", self.tr("Flag"), 3, "countries"),
            ),
            (
                code("mode", self.tr("Mode of transport"), 3, "modes"),
                code("carrier_code", self.tr("Carrier's code"), 17),
            ),
            (RecordField(name="carrier", title=self.tr("Carrier"), length=200),),
            (
                code("departure_place", self.tr("From"), 5, "places"),
                code("destination_place", self.tr("To"), 5, "places"),
            ),
        )
