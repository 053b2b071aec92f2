"""An item of the declaration: boxes 31 to 47."""

from dataclasses import dataclass
from decimal import Decimal

from sad_desktop.declaration.fields import (
    Level,
    amount,
    code,
    multiline,
    quantity,
    rate,
    text,
)
from sad_desktop.declaration.rows import Document, ManualTax, PreviousDeclaration

_I = Level.ITEM


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item. ``key`` stays with the item for its life and is unique in its declaration."""

    key: int = 0
    marks_1: str = text("31", "Marks and numbers", "العلامات والأرقام", length=70, level=_I)
    marks_2: str = text(
        "31", "Marks and numbers, line 2", "العلامات والأرقام، السطر 2", length=70, level=_I
    )
    package_count: Decimal | None = quantity("31", "Number of packages", "عدد الطرود", level=_I)
    package_kind: str = code(
        "31", "Kind of packages", "نوع الطرود", length=3, level=_I, lookup="packages"
    )
    package_kind_name: str = text(
        "31", "Name of the kind of packages", "تسمية نوع الطرود", length=70, level=_I
    )
    container_1: str = code("31", "Container 1", "الحاوية 1", length=17, level=_I)
    container_2: str = code("31", "Container 2", "الحاوية 2", length=17, level=_I)
    container_3: str = code("31", "Container 3", "الحاوية 3", length=17, level=_I)
    container_4: str = code("31", "Container 4", "الحاوية 4", length=17, level=_I)
    tariff_description: str = multiline(
        "31", "Description of the tariff line", "تسمية بند التعرفة", lines=2, length=1000, level=_I
    )
    commercial_description: str = multiline(
        "31", "Commercial description", "الوصف التجاري", lines=2, length=1000, level=_I
    )
    commodity_code: str = code(
        "33", "Commodity code", "رمز بند التعرفة", length=12, level=_I, lookup="tariff"
    )
    commodity_precision: str = code(
        "33.2", "Commodity code, precision", "تتمة رمز التعرفة", length=4, level=_I
    )
    commodity_additional_1: str = code(
        "33.3", "First additional code", "الرمز الإضافي الأول", length=4, level=_I
    )
    commodity_additional_2: str = code(
        "33.4", "Second additional code", "الرمز الإضافي الثاني", length=4, level=_I
    )
    commodity_national: str = code("33.5", "National code", "الرمز الوطني", length=20, level=_I)
    specification: str = code(
        "33.6",
        "Specification code",
        "رمز تخصيص إضافي",
        length=8,
        level=_I,
        lookup="specifications",
    )
    origin_country: str = code(
        "34", "Country of origin code", "رمز بلد المنشأ", length=3, level=_I, lookup="countries"
    )
    origin_region: str = code("34b", "Region of origin", "رمز منطقة المنشأ", length=9, level=_I)
    gross_mass: Decimal | None = quantity(
        "35", "Gross mass (kg)", "الوزن القائم (كلغ)", decimals=6, level=_I
    )
    preference: str = code(
        "36",
        "Preference",
        "الأفضلية (المعاملة التفضيلية)",
        length=6,
        level=_I,
        lookup="preferences",
    )
    procedure: str = code(
        "37",
        "Procedure, requested and previous",
        "الوضع المطلوب والوضع السابق",
        length=4,
        level=_I,
        lookup="procedures",
    )
    extended_code: str = code(
        "37.2",
        "Procedure, extended code",
        "الرمز الموسّع أو الرمز المالي",
        length=3,
        level=_I,
        lookup="extended_codes",
    )
    net_mass: Decimal | None = quantity(
        "38", "Net mass (kg)", "الوزن الصافي (كلغ)", decimals=6, level=_I
    )
    quota: str = code("39", "Quota", "كوتا (حصة تعريفية)", length=10, level=_I)
    summary_declaration: str = text(
        "40",
        "Summary declaration/Previous document",
        "البيان الموجز/البيان السابق",
        length=70,
        level=_I,
        lookup="bills",
    )
    summary_declaration_line: str = code(
        "40.2", "Summary declaration, sub-line", "البيان الموجز، السطر الفرعي", length=5, level=_I
    )
    previous_document: str = text(
        "40.3", "Previous document reference", "مرجع المستند السابق", length=70, level=_I
    )
    previous_warehouse: str = code(
        "40.4", "Previous warehouse", "المستودع السابق", length=17, level=_I, lookup="warehouses"
    )
    unit_1: str = code(
        "41", "Supplementary unit 1", "الوحدة الإضافية 1", length=3, level=_I, lookup="units"
    )
    unit_1_name: str = text(
        "41", "Name of supplementary unit 1", "اسم الوحدة الإضافية 1", length=70, level=_I
    )
    unit_1_quantity: Decimal | None = quantity(
        "41.2", "Supplementary unit 1 quantity", "كمية الوحدة الإضافية 1", decimals=4, level=_I
    )
    unit_2: str = code(
        "41.3", "Supplementary unit 2", "الوحدة الإضافية 2", length=3, level=_I, lookup="units"
    )
    unit_2_name: str = text(
        "41.3", "Name of supplementary unit 2", "اسم الوحدة الإضافية 2", length=70, level=_I
    )
    unit_2_quantity: Decimal | None = quantity(
        "41.4", "Supplementary unit 2 quantity", "كمية الوحدة الإضافية 2", decimals=4, level=_I
    )
    unit_3: str = code(
        "41.5", "Supplementary unit 3", "الوحدة الإضافية 3", length=3, level=_I, lookup="units"
    )
    unit_3_name: str = text(
        "41.5", "Name of supplementary unit 3", "اسم الوحدة الإضافية 3", length=70, level=_I
    )
    unit_3_quantity: Decimal | None = quantity(
        "41.6", "Supplementary unit 3 quantity", "كمية الوحدة الإضافية 3", decimals=4, level=_I
    )
    invoice_amount: Decimal | None = amount("42", "Item invoice value", "ثمن السلعة", level=_I)
    valuation_method: str = code(
        "43", "Valuation method", "رمز التقييم", length=2, level=_I, lookup="valuation_methods"
    )
    licence_number: str = code("44", "Licence number", "رقم الرخصة", length=20, level=_I)
    licence_value: Decimal | None = amount(
        "44.2", "Value deducted from the licence", "القيمة المخصومة من الرخصة", level=_I
    )
    licence_quantity: Decimal | None = quantity(
        "44.3", "Quantity deducted from the licence", "الكمية المخصومة من الرخصة", level=_I
    )
    free_text_1: str = text("44.4", "Free text 1", "نص حر 1", length=70, level=_I)
    free_text_2: str = text("44.5", "Free text 2", "نص حر 2", length=120, level=_I)
    additional_information: str = code(
        "44.6", "Additional information (A.I.) code", "رمز المعلومات الإضافية", length=5, level=_I
    )
    adjustment: Decimal | None = rate("45", "Adjustment", "تصحيح", decimals=6, level=_I)
    delivery_terms: str = code(
        "20",
        "Delivery terms of the item",
        "شروط تسليم البند",
        length=3,
        level=_I,
        lookup="incoterms",
    )
    delivery_place: str = text(
        "20.2", "Place of delivery of the item", "مكان تسليم البند", length=70, level=_I
    )
    external_freight: Decimal | None = amount(
        "VN", "External freight of the item", "الشحن الخارجي للبند", level=_I
    )
    internal_freight: Decimal | None = amount(
        "VN", "Internal freight of the item", "الشحن الداخلي للبند", level=_I
    )
    insurance: Decimal | None = amount("VN", "Insurance of the item", "تأمين البند", level=_I)
    other_costs: Decimal | None = amount(
        "VN",
        "Other costs of the item",
        "المصاريف الأخرى للبند",
        allows_negative=True,
        level=_I,
    )
    deductions: Decimal | None = amount("VN", "Deductions of the item", "خصومات البند", level=_I)
    retail_price: Decimal | None = amount(
        "VN", "Retail price of the goods", "سعر بيع البضاعة بالتجزئة", level=_I
    )
    sugar_content: Decimal | None = quantity(
        "VN", "Sugar content (g per 100 ml)", "محتوى السكر (غ لكل 100 مل)", level=_I
    )
    documents: tuple[Document, ...] = ()
    previous_declarations: tuple[PreviousDeclaration, ...] = ()
    manual_taxes: tuple[ManualTax, ...] = ()
