"""What an office keeps about goods and importers: prices, offences, licences, guarantees."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.fields import (
    FieldDef,
    amount,
    code,
    day,
    definitions,
    flag,
    quantity,
    text,
)
from sad_desktop.text import QT_TRANSLATE_NOOP


class Ledger(StrEnum):
    """Which of them; the value names its table, its room and its command."""

    PRICES = "usual_prices"
    OFFENCES = "offences"
    LICENCES = "licences"
    GUARANTEES = "guarantees"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a ledger; ``id`` and ``version`` are 0 until it is stored."""

    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualPrice(Entry):
    """The usual value of one unit in national currency (S3-087).

    ``commodity_code`` may be the beginning of codes; no origin means every one.
    """

    commodity_code: str = code(
        "33", "Commodity code or its beginning", "رمز بند التعرفة أو أوّله", length=16
    )
    origin: str = code("34", "Origin; empty for all", "المنشأ؛ فارغ لكل منشأ", length=3)
    unit: str = code("41", "Unit; empty for a kilogram", "الوحدة؛ فارغة للكيلوغرام", length=5)
    least: Decimal | None = amount("42", "Least value", "أدنى قيمة")
    most: Decimal | None = amount("42", "Greatest value", "أعلى قيمة")
    valid_from: date | None = day("42", "Valid from", "صالح من")
    valid_until: date | None = day("42", "Valid until", "صالح حتى")
    source: str = text("42", "Source", "المصدر", length=100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offence(Entry):
    """What customs reproached an importer with (S3-088); open until it is settled."""

    importer: str = code("8", "Importer's code", "رمز المستورد", length=17)
    noted_on: date | None = day("8", "Day", "التاريخ")
    declaration: str = text("8", "Declaration", "البيان", length=40)
    what: str = text("8", "What was found", "ما وُجد", length=300)
    decision: str = text("8", "Decision or fine", "القرار أو الغرامة", length=200)
    is_settled: bool = flag("8", "Settled", "سُوّيت")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportLicence(Entry):
    """A licence for goods and what it grants in all; empty where it sets no limit (D-07, D-08)."""

    number: str = code("44", "Licence number", "رقم الرخصة", length=20)
    importer: str = code("8", "Importer's code", "رمز المستورد", length=17)
    value: Decimal | None = amount("44", "Value granted", "القيمة الممنوحة")
    quantity: Decimal | None = quantity("44", "Quantity granted", "الكمية الممنوحة")
    valid_until: date | None = day("44", "Valid until", "صالحة حتى")
    note: str = text("44", "Note", "ملاحظة", length=200)


class GuaranteeKind(StrEnum):
    """What a guarantee is (guide 004, 0301); the value is kept."""

    CASH = "cash"
    BANK = "bank"
    UNDERTAKING = "undertaking"
    GENERAL = "general"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarantee(Entry):
    """What stands for duties that are not paid, in national currency.

    A general one is charged by many declarations. No amount: no limit, as a government body's
    undertaking. No importer: it stands for every importer of the office.
    """

    kind: str = code("52", "Kind", "النوع", length=12)
    number: str = code("52", "Guarantee number", "رقم الضمان", length=35)
    issuer: str = text("52", "Bank or issuer", "المصرف أو الجهة الضامنة", length=70)
    importer: str = code("52", "Importer's code; empty for all", "رمز المستورد؛ فارغ للجميع")
    amount: Decimal | None = amount("52", "Amount", "المبلغ")
    issued_on: date | None = day("52", "Issued", "تاريخ الإصدار")
    valid_until: date | None = day("52", "Valid until", "صالح حتى")
    note: str = text("52", "Note", "ملاحظة", length=200)
    is_returned: bool = flag("52", "Returned", "أُعيد")


ENTRY_TYPES: Mapping[Ledger, type[Entry]] = MappingProxyType(
    {
        Ledger.PRICES: UsualPrice,
        Ledger.OFFENCES: Offence,
        Ledger.LICENCES: ImportLicence,
        Ledger.GUARANTEES: Guarantee,
    }
)

CHOICES: Mapping[tuple[Ledger, str], Mapping[str, str]] = MappingProxyType(
    {
        (Ledger.GUARANTEES, "kind"): MappingProxyType(
            {
                GuaranteeKind.GENERAL: QT_TRANSLATE_NOOP("GuaranteeKind", "General guarantee"),
                GuaranteeKind.BANK: QT_TRANSLATE_NOOP("GuaranteeKind", "Bank guarantee"),
                GuaranteeKind.CASH: QT_TRANSLATE_NOOP("GuaranteeKind", "Cash guarantee"),
                GuaranteeKind.UNDERTAKING: QT_TRANSLATE_NOOP(
                    "GuaranteeKind", "Written undertaking"
                ),
            }
        )
    }
)
"""Fields keyed by choosing: what is kept, and a text of the context ``GuaranteeKind``."""

SERVICES: Mapping[Ledger, Service] = MappingProxyType(
    {
        Ledger.PRICES: Service.LISTS,
        Ledger.OFFENCES: Service.COMPANIES,
        Ledger.LICENCES: Service.COMPANIES,
        Ledger.GUARANTEES: Service.PAY,
    }
)
"""What changing each ledger needs."""

_REQUIRED: Mapping[Ledger, tuple[str, ...]] = MappingProxyType(
    {
        Ledger.PRICES: ("commodity_code", "least", "most"),
        Ledger.OFFENCES: ("importer", "noted_on", "what"),
        Ledger.LICENCES: ("number",),
        Ledger.GUARANTEES: ("kind", "number"),
    }
)
EMPTY = QT_TRANSLATE_NOOP("UserError", "Key “{field}”.")
NO_KIND = QT_TRANSLATE_NOOP("UserError", "“{field}” is general, bank, cash or undertaking.")
NO_AMOUNT = QT_TRANSLATE_NOOP("UserError", "“{field}”: only an undertaking has no limit.")
TURNED = QT_TRANSLATE_NOOP("UserError", "“{field}” is less than what stands before it.")


def fields_of(ledger: Ledger) -> Mapping[str, FieldDef]:
    """Return the fields of a ledger's entries by name, in the order they are keyed."""
    model: type = ENTRY_TYPES[ledger]
    return definitions(model)


def title_of_field(en: str, language: str) -> str:
    """Return the title of a field of any ledger by its English one."""
    found = (field for ledger in Ledger for field in fields_of(ledger).values() if field.en == en)
    field = next(found, None)
    return en if field is None else field.title(language)


def entry_fault(ledger: Ledger, entry: Entry) -> tuple[str, str]:
    """Return what keeps an entry from being stored and its field; two "" for nothing."""
    for name in _REQUIRED[ledger]:
        if getattr(entry, name) in ("", None):
            return EMPTY, name
    if isinstance(entry, Guarantee):
        return _guarantee_fault(entry)
    if isinstance(entry, UsualPrice):
        least, most = entry.least, entry.most
        if least is not None and most is not None and most < least:
            return TURNED, "most"
        first, last = entry.valid_from, entry.valid_until
        if first is not None and last is not None and last < first:
            return TURNED, "valid_until"
    return "", ""


def _guarantee_fault(one: Guarantee) -> tuple[str, str]:
    if one.kind not in frozenset(GuaranteeKind):
        return NO_KIND, "kind"
    if one.amount is None and one.kind != GuaranteeKind.UNDERTAKING:
        return NO_AMOUNT, "amount"
    if one.issued_on and one.valid_until and one.valid_until < one.issued_on:
        return TURNED, "valid_until"
    return "", ""
