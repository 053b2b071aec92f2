"""One bill of lading as it is keyed: parties, packages and mass, goods, containers."""

from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from sad_desktop.brokerage.manifests import BillContainer, BillOfLading
from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.widgets.record_editor import RecordField
from sad_desktop.forms.widgets.record_form import RecordForm, RecordRows

_CONTAINER_TEXTS = tuple(one.name for one in fields(BillContainer))


class BillEditor(QWidget):
    """Keys one bill. ``changed`` whenever something is keyed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bill = BillOfLading()
        self.form = RecordForm(self._rows())
        self.containers = self._make_containers()
        self.form.changed.connect(self.changed)
        self.containers.changed.connect(self.changed)
        group = QGroupBox(self.tr("Containers"))
        QVBoxLayout(group).addWidget(self.containers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        layout.addWidget(group)

    def enter(self) -> None:
        """Put the cursor into the number."""
        self.form.editor("number").setFocus(Qt.FocusReason.OtherFocusReason)

    def show_bill(self, bill: BillOfLading) -> None:
        """Show a bill."""
        self._bill = bill
        self.form.load({one.name: getattr(bill, one.name) for one in fields(bill)})
        self.containers.load(
            [{name: getattr(one, name) for name in _CONTAINER_TEXTS} for one in bill.containers]
        )

    def complaint(self) -> str:
        """Return what stands here and is no value, and go there; "" when all is."""
        return self.form.complaint() or self.containers.complaint()

    def bill(self) -> BillOfLading:
        """Return the bill as keyed; ask for ``complaint`` before."""
        keyed: dict[str, Any] = dict(self.form.values())
        rows: list[dict[str, Any]] = [dict(row) for row in self.containers.values()]
        containers = tuple(BillContainer(**row) for row in rows if row["identity"])
        return replace(self._bill, **keyed, containers=containers)

    def _rows(self) -> tuple[tuple[RecordField, ...], ...]:
        def code(name: str, title: str, length: int, lookup: str = "") -> RecordField:
            return RecordField(name=name, title=title, kind=Kind.CODE, length=length, lookup=lookup)

        def lines(name: str, title: str, count: int = 2) -> RecordField:
            return RecordField(name=name, title=title, kind=Kind.LINES, lines=count, length=1000)

        def figure(name: str, title: str) -> RecordField:
            return RecordField(name=name, title=title, kind=Kind.QUANTITY, length=15)

        return (
            (
                code("number", self.tr("Bill"), 35),
                code("master", self.tr("Master bill"), 35),
            ),
            (
                figure("packages", self.tr("Packages")),
                code("package_kind", self.tr("Kind"), 3, "packages"),
            ),
            (
                figure("gross_mass", self.tr("Gross kg")),
                code("consignee_code", self.tr("Consignee No."), 17, "companies"),
            ),
            (lines("consignee", self.tr("Consignee")), lines("shipper", self.tr("Shipper"))),
            (lines("notify", self.tr("Notify")), lines("marks", self.tr("Marks"))),
            (lines("goods", self.tr("Goods")),),
            (
                code("loading_place", self.tr("Loaded at"), 5, "places"),
                code("unloading_place", self.tr("Unloaded at"), 5, "places"),
            ),
        )

    def _make_containers(self) -> RecordRows:
        def code(name: str, title: str, length: int, width: str) -> RecordField:
            return RecordField(name=name, title=title, kind=Kind.CODE, length=length, width=width)

        return RecordRows(
            (
                code("identity", self.tr("Number"), 17, "MMMM0000000"),
                code("kind", self.tr("Type"), 4, "0000"),
                code("load", self.tr("Full or empty"), 9, "000"),
                RecordField(name="seals", title=self.tr("Seals"), length=200),
            )
        )
