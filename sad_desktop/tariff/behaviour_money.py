"""Which boxes of money are keyed: 12, 20, 22 to 24, 28, 48, 49, B and the valuation note."""

from collections.abc import Mapping
from types import MappingProxyType

from sad_desktop.declaration.model import COSTS
from sad_desktop.tariff.behaviour_circumstances import (
    BY_WEIGHT,
    PREVIOUS,
    REQUESTED,
    BoxState,
    Circumstances,
    Flow,
    HeaderRule,
    computed,
    not_used,
    optional,
    required,
)
from sad_desktop.text import QT_TRANSLATE_NOOP

IMPORT_COSTS = frozenset({"external_freight", "insurance"})
"""Cost blocks of the valuation note that stand on imports only (S3-092, S3-093)."""


def value_details(_: Circumstances) -> BoxState:
    """BOXES 12: the costs that make up the value, from the valuation note."""
    return computed(QT_TRANSLATE_NOOP("Reason", "Box 12: the costs of the valuation note."))


def delivery_terms(_: Circumstances) -> BoxState:
    """S3-034: the Incoterm; it says which costs the price already holds."""
    return required(
        QT_TRANSLATE_NOOP(
            "Reason", "Box 20: the terms of delivery; they say which costs the price includes."
        )
    )


def delivery_place(_: Circumstances) -> BoxState:
    """S3-034: the place the terms name."""
    return required(QT_TRANSLATE_NOOP("Reason", "Box 20: the place the terms of delivery name."))


def invoice_currency(_: Circumstances) -> BoxState:
    """S3-036: the currency of the invoice; the rate of box 23 follows."""
    return required(
        QT_TRANSLATE_NOOP("Reason", "Box 22: the currency of the invoice; the rate follows.")
    )


def invoice_amount(_: Circumstances) -> BoxState:
    """S3-036: the total of the invoice, the sum of the items."""
    return required(
        QT_TRANSLATE_NOOP("Reason", "Box 22: the total of the invoice, the sum of all items.")
    )


def exchange_rate(around: Circumstances) -> BoxState:
    """S3-037: the rate of the day; fixed where the country fixes it, one for home money."""
    declaration = around.declaration
    if declaration.exchange_rate is not None:
        if declaration.invoice_currency == around.profile.currency != "":
            return computed(
                QT_TRANSLATE_NOOP("Reason", "Box 23: national currency has the rate 1.")
            )
        if around.flag("exchange_rate") == "fixed" and _has_rate(
            around, declaration.invoice_currency
        ):
            return computed(
                QT_TRANSLATE_NOOP("Reason", "Box 23: the rate of the day is fixed by customs.")
            )
    return required(
        QT_TRANSLATE_NOOP("Reason", "Box 23: the rate of the day is filled in by the currency.")
    )


def transaction_nature(_: Circumstances) -> BoxState:
    """S3-038: two digits, optional."""
    return optional()


def payment_terms_name(around: Circumstances) -> BoxState:
    """S3-041: the text of the terms' code."""
    declaration = around.declaration
    if around.names("payment_terms", declaration.payment_terms, declaration.payment_terms_name):
        return computed(QT_TRANSLATE_NOOP("Reason", "Box 28: the text follows from the code."))
    return optional()


def bank_name(around: Circumstances) -> BoxState:
    """S3-041, H-19: the name of the bank's code; code and name are filled both or neither."""
    declaration = around.declaration
    if around.names("banks", declaration.bank_code, declaration.bank_name):
        return computed(QT_TRANSLATE_NOOP("Reason", "Box 28: the name follows from the code."))
    return required() if declaration.bank_code else optional()


def payment_account(_: Circumstances) -> BoxState:
    """S3-043: a prepaid or credit account, or nothing for cash."""
    return optional(
        QT_TRANSLATE_NOOP("Reason", "Box 48: a prepaid or credit account; empty pays cash.")
    )


def payment_mode(_: Circumstances) -> BoxState:
    """S3-044: cash, prepaid or credit, as box 48 says."""
    return computed(QT_TRANSLATE_NOOP("Reason", "The method of payment follows from box 48."))


def totals(_: Circumstances) -> BoxState:
    """S3-047 to S3-049: guarantee, fees and total come from the assessment."""
    return computed(QT_TRANSLATE_NOOP("Reason", "The assessment works this amount out."))


def warehouse(around: Circumstances) -> BoxState:
    """S3-050: the warehouse and the days, for goods that go into one or come out of one."""
    if around.has_fact("warehouse") or around.warehouses(REQUESTED):
        return required(
            QT_TRANSLATE_NOOP(
                "Reason", "Box 49: the warehouse the goods go to and the days they may stay."
            )
        )
    if around.warehouses(PREVIOUS):
        return optional(QT_TRANSLATE_NOOP("Reason", "Box 49: the warehouse the goods come out of."))
    return not_used(QT_TRANSLATE_NOOP("Reason", "Box 49 is keyed for warehouse procedures only."))


def apportionment(_: Circumstances) -> BoxState:
    """S3-102: by value, by weight, or none."""
    return required(QT_TRANSLATE_NOOP("Reason", "How the costs are divided among the items."))


def total_gross_mass(around: Circumstances) -> BoxState:
    """S3-097: keyed when costs are divided by weight."""
    if around.declaration.apportionment == BY_WEIGHT:
        return required(
            QT_TRANSLATE_NOOP("Reason", "Freight is divided by weight: key the total gross mass.")
        )
    return not_used(
        QT_TRANSLATE_NOOP("Reason", "The total weight is keyed when costs are divided by weight.")
    )


def note_totals(_: Circumstances) -> BoxState:
    """S3-098, S3-100: what the valuation note adds up."""
    return computed(QT_TRANSLATE_NOOP("Reason", "The valuation note adds this up."))


def cost_rules(block: str) -> Mapping[str, HeaderRule]:
    """Return the rules of one cost block: amount, currency and rate (S3-092 to S3-096)."""

    def amount(around: Circumstances) -> BoxState:
        """S3-092, S3-093: external freight and insurance stand on imports only."""
        if around.flow is Flow.EXPORT and block in IMPORT_COSTS:
            return not_used(
                QT_TRANSLATE_NOOP("Reason", "External freight and insurance: on import only.")
            )
        return optional()

    def currency(around: Circumstances) -> BoxState:
        """S3-090: a cost needs its currency; files write zero for one that is not there."""
        state = amount(around)
        if state.is_keyed and getattr(around.declaration, block):
            return required(QT_TRANSLATE_NOOP("Reason", "The amount needs its currency."))
        return state

    def rate(around: Circumstances) -> BoxState:
        """S3-090: a cost in a currency needs its rate; home money has the rate 1."""
        state = currency(around)
        own = getattr(around.declaration, f"{block}_currency")
        if not state.is_keyed or not own:
            return amount(around)
        if own == around.profile.currency and getattr(around.declaration, f"{block}_rate"):
            return computed(QT_TRANSLATE_NOOP("Reason", "National currency has the rate 1."))
        return required(QT_TRANSLATE_NOOP("Reason", "The rate of the day is filled in."))

    return {block: amount, f"{block}_currency": currency, f"{block}_rate": rate}


def _has_rate(around: Circumstances, currency: str) -> bool:
    return bool(currency) and around.book.exchange_rate(currency, around.on) is not None


RULES: Mapping[str, HeaderRule] = MappingProxyType(
    {
        "value_details": value_details,
        "delivery_terms": delivery_terms,
        "delivery_place": delivery_place,
        "invoice_currency": invoice_currency,
        "invoice_amount": invoice_amount,
        "exchange_rate": exchange_rate,
        "transaction_nature_1": transaction_nature,
        "transaction_nature_2": transaction_nature,
        "payment_terms_name": payment_terms_name,
        "bank_name": bank_name,
        "payment_account": payment_account,
        "payment_mode": payment_mode,
        "guarantee": totals,
        "fees": totals,
        "total_taxes": totals,
        "warehouse": warehouse,
        "warehouse_days": warehouse,
        "apportionment": apportionment,
        "total_gross_mass": total_gross_mass,
        "total_costs": note_totals,
        "cif": note_totals,
        "total_invoice": note_totals,
        "total_mass": note_totals,
        **{name: rule for block in COSTS for name, rule in cost_rules(block).items()},
    }
)
