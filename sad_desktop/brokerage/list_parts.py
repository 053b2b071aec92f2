"""What a list consists of: its title, the parts of an entry, and how files head their columns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sad_desktop.brokerage.list_tables import folded_heading
from sad_desktop.tariff.lines import HEADINGS, RATE, RATES, TARIFF
from sad_desktop.text import QT_TRANSLATE_NOOP

CORRELATION = "successors"
"""The list of the tariff lines that follow an ended one: fact ``codes``, apart by blanks."""
NAME, CURRENCY = "name", "currency:"
"""A column of names in a language its letters tell; the beginning of a column of one currency."""

LIST_TITLES: Mapping[str, str] = MappingProxyType(
    {
        TARIFF: QT_TRANSLATE_NOOP("List", "Tariff"),
        RATES: QT_TRANSLATE_NOOP("List", "Exchange rates"),
        HEADINGS: QT_TRANSLATE_NOOP("List", "Chapters and headings"),
        "sections": QT_TRANSLATE_NOOP("List", "Sections of the tariff"),
        CORRELATION: QT_TRANSLATE_NOOP("List", "Successors of ended tariff lines"),
        "specifications": QT_TRANSLATE_NOOP("List", "Specification codes"),
        "preferences": QT_TRANSLATE_NOOP("List", "Preferences"),
        "countries": QT_TRANSLATE_NOOP("List", "Countries"),
        "currencies": QT_TRANSLATE_NOOP("List", "Currencies"),
        "offices": QT_TRANSLATE_NOOP("List", "Customs offices"),
        "places": QT_TRANSLATE_NOOP("List", "Ports and places"),
        "locations": QT_TRANSLATE_NOOP("List", "Locations of goods"),
        "warehouses": QT_TRANSLATE_NOOP("List", "Warehouses"),
        "models": QT_TRANSLATE_NOOP("List", "Declaration models"),
        "procedures": QT_TRANSLATE_NOOP("List", "Procedures"),
        "extended_codes": QT_TRANSLATE_NOOP("List", "Extended procedure codes"),
        "modes": QT_TRANSLATE_NOOP("List", "Modes of transport"),
        "units": QT_TRANSLATE_NOOP("List", "Units of measure"),
        "packages": QT_TRANSLATE_NOOP("List", "Kinds of packages"),
        "documents": QT_TRANSLATE_NOOP("List", "Attached documents"),
        "incoterms": QT_TRANSLATE_NOOP("List", "Delivery terms"),
        "payment_terms": QT_TRANSLATE_NOOP("List", "Payment terms"),
        "transactions": QT_TRANSLATE_NOOP("List", "Nature of transaction"),
        "valuation_methods": QT_TRANSLATE_NOOP("List", "Valuation methods"),
        "apportionments": QT_TRANSLATE_NOOP("List", "Apportionment of costs"),
        "banks": QT_TRANSLATE_NOOP("List", "Banks"),
        "accounts": QT_TRANSLATE_NOOP("List", "Accounts at customs"),
        "receipt_classes": QT_TRANSLATE_NOOP("List", "Classes of amounts on receipts"),
    }
)
"""The lists an office keeps, in the order they are offered. Companies have a room of their own."""

_FACT_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "also": QT_TRANSLATE_NOOP("ListPart", "Also found by"),
        "alpha3": QT_TRANSLATE_NOOP("ListPart", "Three letters"),
        "article": QT_TRANSLATE_NOOP("ListPart", "Article"),
        "bulk": QT_TRANSLATE_NOOP("ListPart", "Bulk"),
        "codes": QT_TRANSLATE_NOOP("ListPart", "Successors"),
        "company": QT_TRANSLATE_NOOP("ListPart", "Company"),
        "contains": QT_TRANSLATE_NOOP("ListPart", "Costs in the price"),
        "days": QT_TRANSLATE_NOOP("ListPart", "Days"),
        "decimals": QT_TRANSLATE_NOOP("ListPart", "Decimals"),
        "documents": QT_TRANSLATE_NOOP("ListPart", "Documents demanded"),
        "edition": QT_TRANSLATE_NOOP("ListPart", "Edition"),
        "exempt": QT_TRANSLATE_NOOP("ListPart", "Exempt taxes"),
        "factor": QT_TRANSLATE_NOOP("ListPart", "Factor"),
        "flow": QT_TRANSLATE_NOOP("ListPart", "Import or export"),
        "guarantee": QT_TRANSLATE_NOOP("ListPart", "Guarantee"),
        "kind": QT_TRANSLATE_NOOP("ListPart", "Kind"),
        "kinds": QT_TRANSLATE_NOOP("ListPart", "Kinds"),
        "lines": QT_TRANSLATE_NOOP("ListPart", "Tariff lines"),
        "models": QT_TRANSLATE_NOOP("ListPart", "Models"),
        "modes": QT_TRANSLATE_NOOP("ListPart", "Modes of transport"),
        "notes": QT_TRANSLATE_NOOP("ListPart", "Notes"),
        "numeric": QT_TRANSLATE_NOOP("ListPart", "Number"),
        "of": QT_TRANSLATE_NOOP("ListPart", "Multiple of"),
        "office": QT_TRANSLATE_NOOP("ListPart", "Customs office"),
        "origins": QT_TRANSLATE_NOOP("ListPart", "Origins"),
        "per": QT_TRANSLATE_NOOP("ListPart", "For so many units"),
        "previous": QT_TRANSLATE_NOOP("ListPart", "Previous procedures"),
        "procedure": QT_TRANSLATE_NOOP("ListPart", "Procedure"),
        "procedures": QT_TRANSLATE_NOOP("ListPart", "Procedures"),
        "prohibited": QT_TRANSLATE_NOOP("ListPart", "Prohibited"),
        "rate": QT_TRANSLATE_NOOP("ListPart", "Rate"),
        "restricted_by": QT_TRANSLATE_NOOP("ListPart", "Restricted by"),
        "section": QT_TRANSLATE_NOOP("ListPart", "Section"),
        "same_as": QT_TRANSLATE_NOOP("ListPart", "Same as"),
        "sea_only": QT_TRANSLATE_NOOP("ListPart", "By sea only"),
        "specifications": QT_TRANSLATE_NOOP("ListPart", "Specification codes"),
        "suspends": QT_TRANSLATE_NOOP("ListPart", "Suspends"),
        "takes": QT_TRANSLATE_NOOP("ListPart", "Amounts taken in"),
        "units": QT_TRANSLATE_NOOP("ListPart", "Units"),
        "warehouse": QT_TRANSLATE_NOOP("ListPart", "Warehouse"),
    }
)
_OWN: Mapping[str, str] = MappingProxyType(
    {
        "code": QT_TRANSLATE_NOOP("ListPart", "Code"),
        "en": QT_TRANSLATE_NOOP("ListPart", "English name"),
        "ar": QT_TRANSLATE_NOOP("ListPart", "Arabic name"),
        "valid_from": QT_TRANSLATE_NOOP("ListPart", "In force from"),
        "valid_to": QT_TRANSLATE_NOOP("ListPart", "Ended on"),
        "source": QT_TRANSLATE_NOOP("ListPart", "Source"),
    }
)
_RATE_OF = QT_TRANSLATE_NOOP("ListPart", "Rate of {tax}")
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "code": "code/codes/value/hs code/hs/tl/hs12/hs10/hs8/code12/tariff/tariff code/tariff line"
        "/tariff item/commodity/commodity code/heading/id/number/alpha 2/"
        "الرمز/رمز/رمز البند/البند/البند الجمركي/رمز السلعة/رمز النظام المنسق/رقم البند/الكود/كود",
        "en": "en/english/desc en/description en/name en/english name/english description"
        "/description english/description in english/name english"
        "/الوصف بالانجليزية/الوصف انجليزي/الاسم بالانجليزية/البيان بالانجليزية",
        "ar": "ar/arabic/desc ar/description ar/name ar/arabic name/arabic description"
        "/description arabic/description in arabic/name arabic"
        "/الوصف بالعربية/الوصف عربي/الاسم بالعربية/البيان بالعربية/الوصف العربي",
        NAME: "description/name/desc/comment/tl desc/text/label/goods/designation/item/title"
        "/الوصف/الاسم/البيان/الصنف/وصف السلعة/اسم",
        "valid_from": "valid from/effective date/effective from/start date/from/date/day/since"
        "/period/from date/تاريخ السريان/تاريخ النفاذ/من تاريخ/التاريخ/تاريخ/من",
        "valid_to": "valid to/valid until/end date/until/expiry/expiry date/to/الى/الى تاريخ/حتى"
        "/تاريخ الانتهاء",
        "source": "source/المصدر",
        "units": "unit/units/uom/unit 1/unit 2/unit 3/supplementary unit/supplementary units"
        "/unit of measure/الوحدة/وحدة القياس/وحدة/الوحدات",
        "specifications": "specification/specifications/specification code/رمز التوصيف",
        "documents": "documents/required documents/permits/permit/document codes"
        "/المستندات/المستندات المطلوبة/التصاريح/الاجراءات",
        "prohibited": "prohibited/banned/ممنوع/محظور",
        "restricted_by": "restricted/restricted by/authority/restriction/مقيد/الجهة المقيدة/الجهة",
        "notes": "notes/note/remarks/ملاحظات",
        "rate": "rate/exchange rate/value/price/mid/buy/selling/sell/السعر/سعر الصرف/سعر/المعدل",
        "per": "per/unit/units/amount/quantity/scale/لكل/عدد الوحدات/الوحدة/وحدة",
        "codes": "successor/successors/new code/new/to/12 digits/code12/الرمز الجديد/البند الجديد",
        "modes": "modes/mode/type/type 1 sea 2 rail 3 land 4 air",
    }
)
_TAX_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "DTY": "duty/duty rate/customs duty/import duty/rate of duty/base rate/rate/mfn/tariff rate"
        "/الرسم/الرسوم/الرسم الجمركي/فئة الرسم/معدل الرسم/نسبة الرسم/الرسوم الجمركية/التعرفة",
        "EXC": "excise/excise rate/excise tax/الضريبة الانتقائية/انتقائية",
        "VAT": "vat/vat rate/value added tax/ضريبة القيمة المضافة/القيمة المضافة",
    }
)
_CURRENCY_WORDS = "currency/currency code/iso/iso code/code/ccy/cur/العملة/رمز العملة/عملة/الرمز"
_FORMER_WORDS = "former/former code/old/old code/from/8 digits/code8/الرمز القديم/البند القديم/code"
_HEADING_WORDS = "chapter/heading/subheading/hs2/hs4/hs6/code/hs code/الفصل/البند/الرمز"
_TARIFF = ("units", "specifications", "documents", "prohibited", "restricted_by", "notes")
SEVERAL = frozenset({"units", "specifications", "documents", "codes", NAME})
"""Parts that may stand in several columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing an entry says, and the folded words files head its column with.

    ``title`` is a text of the context ``ListPart``, its ``{tax}`` filled with ``tax``.
    """

    name: str
    title: str
    words: frozenset[str]
    is_needed: bool = False
    tax: str = ""


def parts_of(
    list_name: str, facts: Iterable[str] = (), taxes: Iterable[str] = ()
) -> tuple[Part, ...]:
    """Return the parts of a list's entries; further ``facts`` as the list has them already."""
    dated = (_part("valid_from"), _part("valid_to"), _part("source"))
    if list_name == RATES:
        code = _part("code", words=_CURRENCY_WORDS, is_needed=True)
        return (code, _part("rate", is_needed=True), _part("per"), _part("valid_from"),
                _part("source"))  # fmt: skip
    if list_name == CORRELATION:
        code = _part("code", words=_FORMER_WORDS, is_needed=True)
        return code, _part("codes", is_needed=True), *dated
    words = _HEADING_WORDS if list_name == HEADINGS else ""
    named = (_part("code", words=words, is_needed=True), _part("en"), _part("ar"))
    if list_name == TARIFF:
        rates = tuple(_rate(tax) for tax in taxes)
        return *named, *rates, *(_part(name) for name in _TARIFF), *dated
    return *named, *(_part(name) for name in facts), *dated


def known_words(parts: Iterable[Part]) -> frozenset[str]:
    """Return every word a column may be headed with, of names in any language too."""
    return frozenset(_folded(_WORDS[NAME])).union(*(part.words for part in parts))


def name_words() -> frozenset[str]:
    """Return the words that head names in a language they do not tell."""
    return _folded(_WORDS[NAME])


def _part(name: str, *, words: str = "", is_needed: bool = False) -> Part:
    own = words or _WORDS.get(name, "")
    title = _OWN.get(name) or _FACT_TITLES.get(name) or name
    return Part(name=name, title=title, words=_folded(f"{own}/{name}"), is_needed=is_needed)


def _rate(tax: str) -> Part:
    words = f"{_TAX_WORDS.get(tax, '')}/{tax}/{tax} rate/{RATE}{tax}"
    return Part(name=f"{RATE}{tax}", title=_RATE_OF, words=_folded(words), tax=tax)


def _folded(words: str) -> frozenset[str]:
    return frozenset(folded for word in words.split("/") if (folded := folded_heading(word)))
