"""The general segment of the declaration: what is keyed once for all items."""

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
    multiline,
    quantity,
    rate,
    text,
)
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import Container

_T = Level.TRANSIT
_O = Level.OFFICIAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """The general segment and its items; fields stand in the order of the form's numbers."""

    declaration_type: str = code("1", "Declaration", "نموذج البيان", length=3, lookup="models")
    general_procedure: str = code("1.2", "General procedure", "رمز الوضع العام", length=2)
    transit_document: str = code("1.3", "Transit type", "رمز العبور", length=5)
    office_code: str = code("A", "Customs office", "مكتب الجمارك", length=9, lookup="offices")
    office_name: str = text("A", "Name of the customs office", "اسم مكتب الجمارك", length=70)
    registration_serial: str = code("A", "Registration serial", "حرف التسجيل", length=1, level=_O)
    registration_number: str = code("A", "Registration number", "رقم التسجيل", length=12, level=_O)
    registration_day: date | None = day("A", "Registration date", "تاريخ التسجيل", level=_O)
    manifest: str = code("A", "Manifest", "المانيفست", length=28, lookup="manifests")
    manifest_day: date | None = day("A", "Date of departure", "تاريخ الذهاب")
    exporter_code: str = code(
        "2", "Consignor/Exporter No.", "رقم المصدِّر أو المرسِل", lookup="companies"
    )
    exporter_name: str = multiline(
        "2", "Consignor/Exporter", "المصدِّر أو المرسِل", lookup="suppliers"
    )
    loading_lists: int | None = count("4", "Loading lists", "لوائح التحميل", length=3)
    reference_year: int | None = count("7", "Reference year", "سنة المرجع", length=4)
    reference_number: str = code("7.2", "Reference number", "رقم المرجع", length=13)
    consignee_code: str = code("8", "Consignee No.", "الرقم المالي للمرسَل إليه", lookup="companies")
    consignee_name: str = multiline("8", "Consignee", "المرسَل إليه")
    payer_code: str = code(
        "9",
        "Person responsible for financial settlement No.",
        "الرقم الضريبي للشخص المسؤول عن التسديد المالي",
        lookup="companies",
    )
    payer_name: str = multiline(
        "9",
        "Person responsible for financial settlement",
        "الشخص المسؤول عن التسديد المالي",
        lines=2,
    )
    consignment_country: str = code(
        "10",
        "Country first destination / last consignment",
        "بلد المقصد الأوّل / المصدَر الأخير",
        length=3,
        lookup="countries",
    )
    trading_country: str = code(
        "11", "Trading/production country", "بلد الاتجار", length=3, lookup="countries"
    )
    certificate_of_origin: str = code("13", "C.A.P.", "السياسة الزراعية المشتركة", length=5)
    declarant_code: str = code(
        "14", "Declarant/Representative No.", "رقم المخلّص / المُصرِّح", lookup="companies"
    )
    declarant_name: str = multiline("14", "Declarant/Representative", "المخلّص / المُصرِّح", lines=3)
    export_country_name: str = text(
        "15", "Country of dispatch/export", "بلد الإرسال/التصدير", length=70
    )
    export_country: str = code(
        "15a",
        "Country of dispatch/export code",
        "رمز بلد الإرسال/التصدير",
        length=3,
        lookup="countries",
    )
    export_region: str = code("15b", "Region of dispatch", "رمز منطقة الإرسال", length=9)
    destination_country: str = code(
        "17a", "Country of destination code", "رمز بلد المقصد", length=3, lookup="countries"
    )
    destination_region: str = code("17b", "Region of destination", "رمز منطقة المقصد", length=9)
    destination_country_name: str = text("17", "Country of destination", "بلد المقصد", length=70)
    arrival_identity: str = text(
        "18",
        "Identity of means of transport at departure/on arrival",
        "تعريف وسيلة النقل عند الوصول/المغادرة",
        length=70,
    )
    arrival_nationality: str = code(
        "18.2",
        "Nationality of means of transport at departure/on arrival",
        "جنسيّة وسيلة النقل عند الوصول/المغادرة",
        length=3,
        lookup="countries",
    )
    has_containers: bool = flag("19", "Container (Ctr)", "الحاوية (Ctr)")
    delivery_terms: str = code("20", "Delivery terms", "شروط التسليم", length=3, lookup="incoterms")
    delivery_place: str = text("20.2", "Place of delivery", "مكان التسليم", length=70)
    delivery_situation: str = code("20.3", "Delivery situation", "حالة التسليم", length=3)
    border_identity: str = text(
        "21",
        "Identity of active means of transport crossing the border",
        "تعريف وسيلة النقل الفعّالة عبر الحدود",
        length=70,
    )
    border_nationality: str = code(
        "21.2",
        "Nationality of active means of transport crossing the border",
        "جنسيّة وسيلة النقل الفعّالة عبر الحدود",
        length=3,
        lookup="countries",
    )
    invoice_currency: str = code(
        "22", "Invoice currency", "عملة الفاتورة", length=3, lookup="currencies"
    )
    invoice_amount: Decimal | None = amount(
        "22.2", "Total amount invoiced", "مجموع مبلغ الفاتورة", allows_negative=False
    )
    exchange_rate: Decimal | None = rate("23", "Exchange rate", "معدَّل التحويل")
    transaction_nature_1: str = code(
        "24", "Nature of transaction", "طبيعة العملية", length=2, lookup="transactions"
    )
    transaction_nature_2: str = code(
        "24.2", "Nature of transaction, second digit", "طبيعة العملية، الرقم الثاني", length=2
    )
    border_mode: str = code(
        "25",
        "Mode of transport at the border",
        "طريقة النقل عند الحدود",
        length=3,
        lookup="modes",
    )
    inland_mode: str = code(
        "26", "Inland mode of transport", "طريقة النقل الداخلي", length=3, lookup="modes"
    )
    loading_place: str = code(
        "27", "Place of loading/unloading", "مكان التحميل/التفريغ", length=5, lookup="places"
    )
    loading_place_name: str = text(
        "27.2", "Name of the place of loading/unloading", "اسم مكان التحميل/التفريغ", length=70
    )
    payment_terms: str = code(
        "28", "Terms of payment", "شروط الدفع", length=5, lookup="payment_terms"
    )
    payment_terms_name: str = text(
        "28", "Description of the terms of payment", "وصف شروط الدفع", length=70
    )
    bank_code: str = code("28.2", "Bank", "رمز البنك", length=11, lookup="banks")
    bank_name: str = text("28.2", "Name of the bank", "اسم البنك", length=70)
    bank_branch: str = text("28.3", "Bank branch", "فرع البنك", length=70)
    bank_reference: str = text("28.4", "Bank file reference", "مرجع الملف لدى البنك", length=70)
    border_office: str = code(
        "29", "Office of entry/exit", "مكتب الدخول/الخروج", length=9, lookup="offices"
    )
    border_office_name: str = text(
        "29", "Name of the office of entry/exit", "اسم مكتب الدخول/الخروج", length=70
    )
    goods_location: str = code(
        "30", "Location of goods", "موضع البضائع", length=35, lookup="locations"
    )
    payment_account: str = code(
        "48", "Deferred payment", "دفع مؤجَّل (المحاسبة)", length=17, lookup="accounts"
    )
    warehouse: str = code(
        "49", "Identification of warehouse", "تعريف المستودع", length=17, lookup="warehouses"
    )
    warehouse_days: int | None = count("49.2", "Time limit in days", "المهلة بالأيام", length=4)
    assessment_serial: str = code("B", "Assessment serial", "حرف التصفية", length=1, level=_O)
    assessment_number: str = code("B", "Liquidation number", "رقم التصفية", length=12, level=_O)
    assessment_day: date | None = day("B", "Date of assessment", "تاريخ التصفية", level=_O)
    receipt_serial: str = code("B", "Receipt serial", "حرف الإيصال", length=1, level=_O)
    receipt_number: str = code("B", "Receipt number", "رقم الإيصال", length=20, level=_O)
    receipt_day: date | None = day("B", "Date of receipt", "تاريخ الإيصال", level=_O)
    principal_code: str = code("50", "Principal No.", "رقم الملتزم الرئيسي", level=_T)
    principal_name: str = multiline("50", "Principal", "الملتزم الرئيسي", lines=2, level=_T)
    principal_representative: str = text("50", "Represented by", "ويمثّله", level=_T)
    principal_place: str = text("50", "Place of signature", "مكان التوقيع", length=70, level=_T)
    principal_day: date | None = day("50", "Date of signature", "تاريخ التوقيع", level=_T)
    departure_office: str = text("C", "Office of departure", "مكتب المغادرة", level=_O)
    transit_office_1: str = code("51", "Transit office 1", "مكتب العبور 1", length=11, level=_T)
    transit_office_2: str = code("51", "Transit office 2", "مكتب العبور 2", length=11, level=_T)
    transit_office_3: str = code("51", "Transit office 3", "مكتب العبور 3", length=11, level=_T)
    transit_office_4: str = code("51", "Transit office 4", "مكتب العبور 4", length=11, level=_T)
    transit_office_5: str = code("51", "Transit office 5", "مكتب العبور 5", length=11, level=_T)
    transit_office_6: str = code("51", "Transit office 6", "مكتب العبور 6", length=11, level=_T)
    guarantee_name: str = text("52", "Guarantee", "الضمان", level=_T)
    guarantee_day: date | None = day("52", "Date of the guarantee", "تاريخ الضمان", level=_T)
    guarantee_excluded_name: str = text(
        "52", "Guarantee not valid for", "ضمان غير صالح لـ", level=_T
    )
    guarantee_excluded: str = code(
        "52.2", "Guarantee not valid for, code", "رمز الاستثناء من الضمان", length=5, level=_T
    )
    transit_destination_office: str = code(
        "53", "Office of destination", "مكتب المقصد", length=11, level=_T, lookup="offices"
    )
    transit_destination_country: str = code(
        "53.2",
        "Country of the office of destination",
        "بلد مكتب المقصد",
        length=3,
        level=_T,
        lookup="countries",
    )
    control_result: str = text("D/J", "Result of control", "نتيجة المراقبة", level=_O)
    seals_number: int | None = count("D/J", "Number of seals", "عدد الأختام", level=_O)
    seals_identity: str = text("D/J", "Identity of seals", "تعريف الأختام", level=_O)
    time_limit: str = text("D/J", "Time limit", "المهلة الزمنية", length=20, level=_O)
    control_officer: str = text("D/J", "Officer", "اسم الموظف", length=70, level=_O)
    declaration_place: str = text("54", "Place of declaration", "مكان التصريح", length=70)
    declaration_day: date | None = day("54.2", "Date of declaration", "تاريخ التصريح")
    representative: str = text(
        "54.3", "Declarant/Representative signing", "المُصرِّح أو ممثّله الموقّع", length=70
    )
    transhipments: str = multiline("55", "Transhipments", "المسافنة (إعادة الشحن)", level=_T)
    incidents: str = multiline(
        "56", "Other incidents during carriage", "حوادث أخرى أثناء النقل", level=_T
    )
    apportionment: str = code(
        "VN", "Apportionment method", "طريقة التجزئة", length=1, lookup="apportionments"
    )
    total_gross_mass: Decimal | None = quantity(
        "VN", "Total gross weight (kg)", "مجموع الوزن القائم (كلغ)"
    )
    external_freight: Decimal | None = amount("VN", "External freight", "الشحن الخارجي")
    external_freight_currency: str = code(
        "VN", "External freight, currency", "عملة الشحن الخارجي", length=3, lookup="currencies"
    )
    external_freight_rate: Decimal | None = rate(
        "VN", "External freight, rate", "معدَّل تحويل الشحن الخارجي"
    )
    internal_freight: Decimal | None = amount("VN", "Internal freight", "الشحن الداخلي")
    internal_freight_currency: str = code(
        "VN", "Internal freight, currency", "عملة الشحن الداخلي", length=3, lookup="currencies"
    )
    internal_freight_rate: Decimal | None = rate(
        "VN", "Internal freight, rate", "معدَّل تحويل الشحن الداخلي"
    )
    insurance: Decimal | None = amount("VN", "Insurance", "التأمين")
    insurance_currency: str = code(
        "VN", "Insurance, currency", "عملة التأمين", length=3, lookup="currencies"
    )
    insurance_rate: Decimal | None = rate("VN", "Insurance, rate", "معدَّل تحويل التأمين")
    other_costs: Decimal | None = amount(
        "VN", "Other costs", "المصاريف الأخرى", allows_negative=True
    )
    other_costs_currency: str = code(
        "VN", "Other costs, currency", "عملة المصاريف الأخرى", length=3, lookup="currencies"
    )
    other_costs_rate: Decimal | None = rate("VN", "Other costs, rate", "معدَّل تحويل المصاريف الأخرى")
    deductions: Decimal | None = amount("VN", "Deductions", "الخصومات")
    deductions_currency: str = code(
        "VN", "Deductions, currency", "عملة الخصومات", length=3, lookup="currencies"
    )
    deductions_rate: Decimal | None = rate("VN", "Deductions, rate", "معدَّل تحويل الخصومات")
    comments: str = multiline("VN", "Comments", "تعليقات", length=700)
    acid: str = code(
        "44.8", "ACID", "رقم القيد الجمركي المبدئي (ACID)", length=25, lookup="dossiers"
    )
    additional_information: str = multiline(
        "44.9", "Additional information of the general segment", "معلومات إضافية للجزء العام"
    )
    items: tuple[Item, ...] = ()
    containers: tuple[Container, ...] = ()

    def item(self, key: int) -> Item:
        """Return the item with this key; raises KeyError when there is none."""
        return self.items[self.position(key)]

    def position(self, key: int) -> int:
        """Return the place of an item among the items, from 0; raises KeyError."""
        for index, item in enumerate(self.items):
            if item.key == key:
                return index
        raise KeyError(key)


COSTS = ("external_freight", "internal_freight", "insurance", "other_costs", "deductions")
"""The cost blocks of the valuation note; the last is subtracted (guide 003, valuation note)."""


def reference_of(declaration: Declaration) -> str:
    """Return what people call a declaration by: its year and reference number."""
    number = declaration.reference_number
    year = declaration.reference_year
    return f"{year}/{number}" if number and year is not None else number
