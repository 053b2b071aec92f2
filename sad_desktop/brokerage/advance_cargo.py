"""Advance cargo information: the dossier of a shipment and the ACID customs give it; pure values.

Sources: FEATURES S2-005 to S2-020 and S2-036 to S2-038, guide 002.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sad_desktop.declaration.fields import (
    FieldDef,
    amount,
    code,
    day,
    definitions,
    multiline,
    quantity,
    text,
)
from sad_desktop.declaration.values import fold_digits

_BOX = "ACI"
_DIGITS = re.compile(r"\d+")
_GROUP = 4


class State(StrEnum):
    """How far a dossier has come (S2-007); the value is kept in the database."""

    DRAFT = "draft"
    REQUESTED = "requested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


class Mark(StrEnum):
    """The letter behind an ACID (S2-017): amended, old and not to be used, rejected."""

    NONE = ""
    AMENDED = "M"
    OLD = "O"
    CANCELLED = "C"


class Phase(StrEnum):
    """Which column of the table of locks holds (S2-019, S2-020, S2-023)."""

    OPEN = "open"
    WAITING = "waiting"
    BEFORE = "before"
    AFTER = "after"
    CLOSED = "closed"


EXPORTERS = "exporters"
"""The finder's list of the exporters of earlier dossiers."""
EXPORTER_KINDS = ("producer", "branch", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Acid:
    """One version of the number customs gave: its digits, its letter, the day it was noted."""

    digits: str
    mark: Mark = Mark.NONE
    noted_on: date

    @property
    def text(self) -> str:
        """The number with its letter, as it is written on documents."""
        return self.digits + self.mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A step that was taken: which, when and by whom, its day at customs, what was said."""

    step: str
    at: datetime
    by: str
    on: date
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """The head of an invoice (S2-038); ``expenses`` below zero are a discount (S2-030)."""

    number: str = text(_BOX, "Invoice or order number", "رقم الفاتورة أو أمر الشراء", length=50)
    issued: date | None = day(_BOX, "Invoice date", "تاريخ الفاتورة")
    contract: str = text(_BOX, "Type of contract", "نوع التعاقد", length=35)
    currency: str = code(_BOX, "Currency", "العملة", length=3, lookup="currencies")
    value: Decimal | None = amount(_BOX, "Value", "القيمة")
    expenses: Decimal | None = amount(
        _BOX, "Other charges", "المصروفات الأخرى", allows_negative=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """One line of an invoice; ``invoice`` is its number, which may be left out if there is one."""

    invoice: str = text(_BOX, "Invoice", "الفاتورة", length=50)
    heading: str = code(_BOX, "Tariff heading", "البند الجمركي", length=16, lookup="tariff")
    description: str = text(_BOX, "Description", "وصف الصنف", length=350)
    origin: str = code(_BOX, "Origin", "بلد المنشأ", length=3, lookup="countries")
    gtin: str = code(_BOX, "Standard code (GS1)", "الكود القياسي (GS1)", length=14)
    part_number: str = text(_BOX, "Part number", "رقم القطعة", length=50)
    unit_quantity: Decimal | None = quantity(_BOX, "Quantity", "الكمية", decimals=4)
    unit: str = code(_BOX, "Unit", "الوحدة", length=5, lookup="units")
    gross_mass: Decimal | None = quantity(_BOX, "Gross mass (kg)", "الوزن القائم (كلغ)")
    net_mass: Decimal | None = quantity(_BOX, "Net mass (kg)", "الوزن الصافي (كلغ)")
    price: Decimal | None = amount(_BOX, "Price", "الثمن")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What is filed before a shipment, and what customs answered; ``id`` is 0 until it is kept.

    ``acids`` are the versions of its number, the current one last; ``extended_on`` and
    ``approval`` tell of the one extension; ``shipped_on`` is the day of the shipping agent's
    enquiry, after which most data are closed; ``replaced_by`` a later dossier for the same goods;
    ``history`` every step that was taken.
    """

    id: int = 0
    version: int = 0
    profile: str = ""
    state: State = State.DRAFT
    acids: tuple[Acid, ...] = ()
    requested_at: datetime | None = None
    answered_on: date | None = None
    reason: str = ""
    appealed_on: date | None = None
    shipped_on: date | None = None
    extended_on: date | None = None
    approval: str = ""
    replaced_by: int = 0
    history: tuple[Past, ...] = ()

    importer_code: str = code(
        _BOX, "Importer's tax number", "رقم التسجيل الضريبي للمستورد", lookup="companies"
    )
    importer_name: str = text(_BOX, "Importer", "المستورد", length=350)
    importer_email: str = text(_BOX, "Importer's e-mail", "البريد الإلكتروني للمستورد", length=120)
    exporter_country: str = code(
        _BOX,
        "Country of registration",
        "الدولة المسجل بها المصدِّر",
        length=3,
        lookup="countries",
    )
    exporter_registration: str = text(
        _BOX, "Exporter's registration number", "رقم تسجيل المصدِّر", length=50, lookup=EXPORTERS
    )
    exporter_name: str = text(
        _BOX, "Exporter's trade name", "الاسم التجاري للمصدِّر", length=350, lookup=EXPORTERS
    )
    exporter_kind: str = code(_BOX, "Exporter is", "نوع المصدِّر", length=10)
    exporter_address: str = multiline(_BOX, "Exporter's address", "العنوان التفصيلي للمصدِّر")
    exporter_email: str = text(_BOX, "Exporter's e-mail", "البريد الإلكتروني للمصدِّر", length=120)
    order: str = text(_BOX, "Order or contract", "أمر الشراء أو العقد", length=70)
    export_country: str = code(
        _BOX, "Country of export", "بلد التصدير", length=3, lookup="countries"
    )
    loading_port: str = code(_BOX, "Port of loading", "ميناء الشحن", length=5, lookup="places")
    arrival_port: str = code(_BOX, "Port of arrival", "ميناء الوصول", length=9, lookup="offices")
    ships_on: date | None = day(_BOX, "Day of shipment", "يوم الشحن")
    procedure: str = code(
        _BOX, "Customs procedure", "النظام الجمركي", length=4, lookup="procedures"
    )
    declared_value: Decimal | None = amount(_BOX, "Declared value", "القيمة المُقَر عنها")
    declared_currency: str = code(
        _BOX, "Currency of the declared value", "عملة القيمة المُقَر عنها", length=3,
        lookup="currencies",
    )  # fmt: skip
    declarant_code: str = code(_BOX, "Declarant's number", "رقم مقدِّم البيان", lookup="companies")
    declarant_name: str = text(_BOX, "Declarant", "مقدِّم البيان", length=350)
    agreement: str = code(_BOX, "Agreement", "الاتفاقية", length=6, lookup="preferences")
    exemption: str = text(_BOX, "Kind of exemption", "نوع الإعفاء", length=70)
    options: str = text(
        _BOX, "Optional regimes and additions", "النظم والإضافات الاختيارية", length=350
    )
    specifications: str = text(
        _BOX, "Standard and variable specifications", "المواصفات النمطية والمتغيرة", length=350
    )
    bill: str = text(_BOX, "Bill of lading", "رقم البوليصة", length=50)
    carrier: str = text(_BOX, "Shipping company", "شركة الشحن", length=120)
    voyage: str = text(_BOX, "Voyage", "رقم الرحلة", length=35)
    agent: str = text(_BOX, "Shipping agency", "التوكيل الملاحي", length=120)
    vessel: str = text(_BOX, "Means of transport", "اسم وسيلة النقل", length=70)
    packages: Decimal | None = quantity(_BOX, "Packages", "عدد الطرود")
    gross_mass: Decimal | None = quantity(_BOX, "Gross mass (kg)", "الوزن القائم (كلغ)")
    net_mass: Decimal | None = quantity(_BOX, "Net mass (kg)", "الوزن الصافي (كلغ)")
    remark: str = multiline(_BOX, "Notes of the office", "ملاحظات المكتب", length=700)
    invoices: tuple[Invoice, ...] = ()
    lines: tuple[InvoiceLine, ...] = ()

    @property
    def acid(self) -> Acid | None:
        """The number as it stands now; None while customs gave none."""
        return self.acids[-1] if self.acids else None

    @property
    def phase(self) -> Phase:
        """Which data may be changed now."""
        if self.replaced_by or self.state is State.CANCELLED:
            return Phase.CLOSED
        if self.state is State.REQUESTED:
            return Phase.WAITING
        if self.state is not State.ACCEPTED:
            return Phase.OPEN
        return Phase.BEFORE if self.shipped_on is None else Phase.AFTER

    def lines_of(self, invoice: Invoice) -> tuple[tuple[int, InvoiceLine], ...]:
        """Return the lines of an invoice with their numbers from 1 among all lines."""
        own = {invoice.number.strip()}
        if len(self.invoices) == 1:
            own.add("")
        return tuple((n, one) for n, one in enumerate(self.lines, 1) if one.invoice.strip() in own)


FIELDS: Mapping[str, FieldDef] = {
    **definitions(Dossier),
    **{f"invoices.{name}": one for name, one in definitions(Invoice).items()},
    **{f"lines.{name}": one for name, one in definitions(InvoiceLine).items()},
}
"""Every field that is keyed, those of invoices and lines under the name of their list."""


def plain_acid(written: str) -> tuple[str, str]:
    """Return an ACID as written apart: its digits, and the letter behind them, or what is not.

    Blanks, hyphens and Arabic-Indic digits are understood; the rest comes back untouched, so
    that ``("1234", "X")`` shows what is wrong.
    """
    packed = re.sub(r"[\s\-\u200e\u200f]", "", fold_digits(written)).upper()
    match = _DIGITS.match(packed)
    digits = match[0] if match is not None else ""
    return digits, packed[len(digits) :]


def grouped_acid(written: str) -> str:
    """Return an ACID in groups of four for reading; what is no digit stays behind them."""
    digits, rest = plain_acid(written)
    groups = (digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP))
    return " ".join((*groups, rest)).strip()


def is_gtin(written: str) -> bool:
    """Tell whether a text is a GS1 item number of 8, 12, 13 or 14 digits with its check digit."""
    if not (written.isascii() and written.isdigit() and len(written) in (8, 12, 13, 14)):
        return False
    weighted = (int(sign) * (3 if place % 2 else 1) for place, sign in enumerate(written[::-1]))
    return sum(weighted) % 10 == 0
