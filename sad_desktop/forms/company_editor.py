"""One company as it is keyed: codes, names, addresses, roles, licences, accounts, notes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGroupBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sad_desktop.brokerage.companies import Account, AccountKind, Company, Licence, Role
from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.widgets.record_editor import RecordField
from sad_desktop.forms.widgets.record_form import RecordForm, RecordRows
from sad_desktop.text import QT_TRANSLATE_NOOP

ROLE_TITLES: Mapping[Role, str] = {
    Role.CONSIGNEE: QT_TRANSLATE_NOOP("Role", "Consignee"),
    Role.EXPORTER: QT_TRANSLATE_NOOP("Role", "Exporter"),
    Role.DECLARANT: QT_TRANSLATE_NOOP("Role", "Declarant"),
    Role.PAYER: QT_TRANSLATE_NOOP("Role", "Payer"),
    Role.SUPPLIER: QT_TRANSLATE_NOOP("Role", "Supplier abroad"),
}
_TEXTS = (
    *("code", "country", "en", "ar", "address_en", "address_ar", "phone", "email"),
    "notes",
)


class CompanyEditor(QScrollArea):
    """Keys one company. ``changed`` whenever something is keyed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = Company()
        self.form = self._make_form()
        self.roles = {role: QCheckBox(title_of(role)) for role in Role}
        self.licences = self._make_licences()
        self.accounts = self._make_accounts()
        self.notes = RecordForm(
            ((RecordField(name="notes", title=self.tr("Notes"), kind=Kind.LINES, lines=2),),)
        )
        for part in (self.form, self.licences, self.accounts, self.notes):
            part.changed.connect(self.changed)
        self._lay_out()

    def load(self, company: Company) -> None:
        """Show a company."""
        self._company = company
        self.form.load({name: getattr(company, name) for name in _TEXTS if name != "notes"})
        self.notes.load({"notes": company.notes})
        for role, box in self.roles.items():
            box.blockSignals(True)
            box.setChecked(role in company.roles)
            box.blockSignals(False)
        self.licences.load(
            [
                {"name": one.name, "number": one.number, "valid_until": one.valid_until}
                for one in company.licences
            ]
        )
        self.accounts.load(
            [
                {"code": one.code, "kind": str(one.kind), "left": one.left}
                for one in company.accounts
            ]
        )

    def complaint(self) -> str:
        """Return what stands here and is no value, and go there; "" when all is."""
        parts = (self.form, self.licences, self.accounts, self.notes)
        return next((said for part in parts if (said := part.complaint())), "")

    def company(self) -> Company:
        """Return the company as keyed; ask for ``complaint`` before."""
        texts = {**self.form.values(), **self.notes.values()}
        return replace(
            self._company,
            **{name: str(text) for name, text in texts.items()},  # type: ignore[arg-type]
            roles=frozenset(role for role, box in self.roles.items() if box.isChecked()),
            licences=tuple(_licence(row) for row in self.licences.values()),
            accounts=tuple(_account(row) for row in self.accounts.values()),
        )

    def _make_form(self) -> RecordForm:
        def code(name: str, title: str, length: int, lookup: str = "") -> RecordField:
            return RecordField(name=name, title=title, kind=Kind.CODE, length=length, lookup=lookup)

        def lines(name: str, title: str) -> RecordField:
            return RecordField(name=name, title=title, kind=Kind.LINES, lines=3)

        return RecordForm(
            (
                (
                    code("code", self.tr("Code (TIN)"), 17),
                    code("country", self.tr("Country"), 3, "countries"),
                ),
                (RecordField(name="en", title=self.tr("English name")),),
                (RecordField(name="ar", title=self.tr("Arabic name")),),
                (
                    lines("address_en", self.tr("English address")),
                    lines("address_ar", self.tr("Arabic address")),
                ),
                (
                    RecordField(name="phone", title=self.tr("Telephone")),
                    RecordField(name="email", title=self.tr("E-mail")),
                ),
            )
        )

    def _make_licences(self) -> RecordRows:
        return RecordRows(
            (
                RecordField(name="name", title=self.tr("Licence or registration")),
                RecordField(name="number", title=self.tr("Number")),
                RecordField(
                    name="valid_until",
                    title=self.tr("In force until"),
                    kind=Kind.DAY,
                    length=10,
                    width="00/00/0000",
                ),
            )
        )

    def _make_accounts(self) -> RecordRows:
        kinds = {
            str(AccountKind.PREPAID): self.tr("Prepaid"),
            str(AccountKind.CREDIT): self.tr("Credit"),
        }
        return RecordRows(
            (
                RecordField(name="code", title=self.tr("Account"), kind=Kind.CODE, length=17),
                RecordField(name="kind", title=self.tr("Kind"), choices=kinds),
                RecordField(
                    name="left",
                    title=self.tr("Left on it"),
                    kind=Kind.AMOUNT,
                    length=18,
                    width="000,000,000.000",
                ),
            )
        )

    def _lay_out(self) -> None:
        roles = QHBoxLayout()
        for box in self.roles.values():
            box.toggled.connect(self.changed)
            roles.addWidget(box)
        roles.addStretch(1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.addWidget(self.form)
        column.addLayout(roles)
        for title, rows in (
            (self.tr("Licences"), self.licences),
            (self.tr("Accounts at customs"), self.accounts),
        ):
            group = QGroupBox(title)
            QVBoxLayout(group).addWidget(rows)
            column.addWidget(group)
        column.addWidget(self.notes)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def title_of(role: Role) -> str:
    """Return what a role is called, in the desk's language."""
    return QCoreApplication.translate("Role", ROLE_TITLES[role])


def _licence(row: Mapping[str, object]) -> Licence:
    until = row["valid_until"]
    return Licence(
        name=str(row["name"]),
        number=str(row["number"]),
        valid_until=until if isinstance(until, date) else None,
    )


def _account(row: Mapping[str, object]) -> Account:
    left = row["left"]
    return Account(
        code=str(row["code"]),
        kind=AccountKind(str(row["kind"]).lower()),
        left=left if isinstance(left, Decimal) else None,
    )
