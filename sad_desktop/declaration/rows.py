"""Rows that hang on a declaration: containers, documents, previous declarations, manual taxes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sad_desktop.declaration.fields import (
    Level,
    amount,
    code,
    count,
    day,
    flag,
    quantity,
    rate,
    text,
)

_I = Level.ITEM


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """One container of one item (box 19 and 31); ``item_key`` names the item, 0 none."""

    item_key: int = 0
    identity: str = code("19", "Container number", "رقم الحاوية", length=17)
    container_type: str = code("19", "Container type", "نوع الحاوية", length=5)
    fullness: str = code("19", "Empty/full indicator", "مؤشر فارغة/ممتلئة", length=5)
    gross_mass: Decimal | None = quantity(
        "19", "Gross mass of the container (kg)", "الوزن القائم للحاوية (كلغ)"
    )
    goods: str = text("19", "Goods in the container", "البضائع في الحاوية", length=700)
    package_kind: str = code("19", "Kind of packages", "نوع الطرود", length=3, lookup="packages")
    package_count: Decimal | None = quantity("19", "Packages in it", "عدد الطرود فيها")
    package_mass: Decimal | None = quantity("19", "Mass in it (kg)", "الوزن فيها (كلغ)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document produced with an item; the header's stand on item 1 (box 44).

    ``digital_document`` is the SHA-256, in hexadecimal, of the file attached (S3-119), "" for none.
    """

    document_code: str = code(
        "44", "Document code", "رمز المستند", length=5, level=_I, lookup="documents"
    )
    name: str = text("44", "Document name/description", "اسم المستند أو وصفه", length=70, level=_I)
    reference: str = text("44", "Document reference", "مرجع المستند", length=50, level=_I)
    issued: date | None = day("44", "Date of creation", "تاريخ الإنشاء", level=_I)
    valid_until: date | None = day("44", "Valid until", "صالح حتى", level=_I)
    from_rule: bool = flag("44", "Demanded by a rule", "مطلوب بموجب قاعدة", level=_I)
    digital_document: str = text("44", "Digital document", "مستند رقمي", length=64, level=_I)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousDeclaration:
    """Goods of an earlier declaration that this item writes off (box 40)."""

    office: str = code("40", "Office", "المكتب", length=9, level=_I, lookup="offices")
    year: int | None = count("40", "Year of registration", "سنة التسجيل", length=4, level=_I)
    serial: str = code("40", "Registration serial", "حرف التسجيل", length=1, level=_I)
    number: str = code("40", "Registration number", "رقم التسجيل", length=12, level=_I)
    item_number: int | None = count("40", "Item of it", "رقم البند فيه", length=4, level=_I)
    commodity_code: str = code("40", "Commodity code", "رمز بند التعرفة", length=12, level=_I)
    precision: str = code("40", "Commodity code, precision", "تتمة رمز التعرفة", length=4, level=_I)
    origin_country: str = code(
        "40", "Country of origin", "بلد المنشأ", length=3, level=_I, lookup="countries"
    )
    package_count: Decimal | None = quantity("40", "Packages there", "الطرود فيه", level=_I)
    net_mass: Decimal | None = quantity("40", "Mass there (kg)", "الوزن فيه (كلغ)", level=_I)
    supplementary_quantity: Decimal | None = quantity(
        "40", "Supplementary quantity there", "الكمية الإضافية فيه", decimals=4, level=_I
    )
    reference_value: Decimal | None = amount("40", "Value there", "القيمة فيه", level=_I)
    packages_written_off: Decimal | None = quantity(
        "40", "Packages written off", "الطرود المشطوبة", level=_I
    )
    mass_written_off: Decimal | None = quantity(
        "40", "Mass written off (kg)", "الوزن المشطوب (كلغ)", level=_I
    )
    quantity_written_off: Decimal | None = quantity(
        "40", "Supplementary quantity written off", "الكمية الإضافية المشطوبة", decimals=4, level=_I
    )
    value_written_off: Decimal | None = amount(
        "40", "Value written off", "القيمة المشطوبة", level=_I
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualTax:
    """A tax line keyed by hand, or one that replaces the computed line of its code (box 47)."""

    tax_code: str = code("47", "Type", "نوع الرسم", length=5, level=_I)
    base: Decimal | None = amount("47", "Tax base", "وعاء الرسم", level=_I)
    tax_rate: Decimal | None = rate("47", "Rate", "المعدّل", level=_I)
    tax_amount: Decimal | None = amount("47", "Amount", "المبلغ", level=_I)
    mode_of_payment: str = code("47", "Method of payment (MP)", "طريقة الدفع", length=2, level=_I)
    reason: str = text("47", "Reason", "السبب", length=120, level=_I)
