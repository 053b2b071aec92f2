"""The taxes and regimes of a profile file, checked completely before any of them counts."""

from collections.abc import Mapping

from sad_desktop.tariff.applicable import ARRIVAL, FLAG, HEADER_FACTS, ITEM_FACTS
from sad_desktop.tariff.rate_text import UnreadableRate, read_rate
from sad_desktop.tariff.rates import Rate
from sad_desktop.tariff.regimes import Regime
from sad_desktop.tariff.tax_law import Component, Condition, Tax, TaxLaw, TaxLevel, TaxRule
from sad_desktop.tariff.toml_table import TomlTable

Lists = Mapping[str, frozenset[str]]

PAYMENTS = {"regime": "", "paid": "1", "guaranteed": "0", "exempt": "E"}
ROUNDINGS = ("", "half up", "down", "up")
KINDS = ("", "duty", "excise", "vat", "fee", "deposit", "anti-dumping", "countervailing")
BEGINNINGS = frozenset({"commodity", "procedure"})
"""Facts whose codes are given by their beginning; a star at the end does it for the others."""

ITEM_PARTS = ("cif", "statistical_value", "invoice", "costs", "retail_price")
GENERAL_PARTS = ("cif", "statistical_value", "invoice", "costs", "item_taxes")


def read_tax_law(table: TomlTable) -> TaxLaw:
    """Read lists, regimes and taxes from the tables of a profile."""
    lists = _lists(table.table("lists"))
    return TaxLaw(
        known_from=table.optional_day("known_from"),
        lists=lists,
        regimes=tuple(_regime(one) for one in table.tables("regimes")),
        taxes=_taxes(table, lists),
    )


def _lists(table: TomlTable) -> Lists:
    lists = {}
    for name in table.names():
        one = table.table(name)
        lists[name] = frozenset(one.texts("codes", None))
        one.text("source")
        one.done()
    return lists


def _regime(table: TomlTable) -> Regime:
    regime = Regime(
        name=table.text("name"),
        valid_from=table.day("valid_from"),
        source=table.text("source"),
        procedures=table.texts("procedures"),
        extended_codes=table.texts("extended_codes"),
        taxes=frozenset(table.texts("taxes")),
        payment=_choice(table, "payment", {k: v for k, v in PAYMENTS.items() if v}, "paid"),
        reason_en=table.text("reason_en", ""),
        reason_ar=table.text("reason_ar", ""),
        is_closed=table.flag("closed"),
    )
    table.done()
    if regime.payment == "E" and not (regime.reason_en and regime.reason_ar):
        raise table.refused("reason_en", "an exemption gives its reason in both languages")
    return regime


def _taxes(table: TomlTable, lists: Lists) -> tuple[Tax, ...]:
    taxes: list[Tax] = []
    for one in table.tables("taxes"):
        tax = _tax(one, lists, taxes)
        if any(tax.code == other.code for other in taxes):
            raise one.refused("code", f"{tax.code} stands twice")
        taxes.append(tax)
    return tuple(sorted(taxes, key=lambda tax: tax.order))


def _tax(table: TomlTable, lists: Lists, before: list[Tax]) -> Tax:
    level = TaxLevel(_choice(table, "level", {str(one): str(one) for one in TaxLevel}, "item"))
    order = table.number("order", 0)
    parts = ITEM_PARTS if level is TaxLevel.ITEM else GENERAL_PARTS
    known = frozenset(parts) | {
        tax.code
        for tax in before
        if tax.order <= order and (level is TaxLevel.GENERAL or tax.level is level)
    }
    base = _base(table, known)
    rules = tuple(_rule(one, lists, known, base) for one in table.tables("rules"))
    tax = Tax(
        code=table.text("code"),
        en=table.text("en"),
        ar=table.text("ar"),
        level=level,
        order=order,
        rules=rules,
    )
    table.done()
    if not rules:
        raise table.refused("rules", "a tax has one rule at least")
    return tax


def _rule(
    table: TomlTable, lists: Lists, known: frozenset[str], base: tuple[Component, ...]
) -> TaxRule:
    own_base = _base(table, known)
    is_closed = table.flag("closed")
    rule = TaxRule(
        name=table.text("name"),
        valid_from=table.day("valid_from"),
        source=table.text("source"),
        conditions=_conditions(table.table("when"), lists),
        base=own_base or base,
        rate=_rate(table),
        tariff=table.text("tariff", ""),
        payment=_choice(table, "payment", PAYMENTS, "regime"),
        reason_en=table.text("reason_en", ""),
        reason_ar=table.text("reason_ar", ""),
        decimals=table.optional_number("decimals"),
        rounding=_choice(table, "rounding", {one: one for one in ROUNDINGS}, ""),
        kind=_choice(table, "kind", {one: one for one in KINDS}, ""),
        is_closed=is_closed,
    )
    table.done()
    if rule.rate is None and not rule.tariff and not is_closed:
        raise table.refused("rate", "a rule in force has a rate or takes the tariff's")
    if rule.payment == "E" and not (rule.reason_en and rule.reason_ar):
        raise table.refused("reason_en", "an exemption gives its reason in both languages")
    if rule.rate is not None and rule.rate.percent and not rule.base:
        raise table.refused("base", "a percentage needs a base")
    if rule.decimals is not None and not 0 <= rule.decimals <= 6:
        raise table.refused("decimals", "between 0 and 6")
    return rule


def _rate(table: TomlTable) -> Rate | None:
    text = table.text("rate", "")
    if not text:
        return None
    try:
        return read_rate(text)
    except UnreadableRate as error:
        raise table.refused("rate", f"{text} is no rate") from error


def _base(table: TomlTable, known: frozenset[str]) -> tuple[Component, ...]:
    components = []
    for written in table.texts("base"):
        name = written.removeprefix("-")
        if name not in known:
            raise table.refused("base", f"{name} is no part of a value and no earlier tax")
        components.append(Component(name=name, is_subtracted=written.startswith("-")))
    return tuple(components)


def _conditions(table: TomlTable, lists: Lists) -> tuple[Condition, ...]:
    conditions = []
    for key in table.names():
        is_negated = key.startswith("not_")
        fact = key.removeprefix("not_")
        if fact.startswith(FLAG):
            pass
        elif fact not in ITEM_FACTS and fact not in HEADER_FACTS and fact != ARRIVAL:
            raise table.refused(key, "no such fact of a declaration")
        conditions.append(_condition(table, key, fact, lists, is_negated=is_negated))
    return tuple(conditions)


def _condition(
    table: TomlTable, key: str, fact: str, lists: Lists, *, is_negated: bool
) -> Condition:
    codes: list[str] = []
    for written in table.texts(key, None):
        if not written.startswith("@"):
            codes.append(written)
            continue
        if written[1:] not in lists:
            raise table.refused(key, f"there is no list {written[1:]}")
        codes.extend(sorted(lists[written[1:]]))
    if not codes:
        raise table.refused(key, "an empty list is never met")
    if fact in BEGINNINGS:
        prefixes = tuple(code.rstrip("*") for code in codes)
        accepted: tuple[str, ...] = ()
    else:
        prefixes = tuple(code[:-1] for code in codes if code.endswith("*"))
        accepted = tuple(code for code in codes if not code.endswith("*"))
    return Condition(
        fact=fact, accepted=frozenset(accepted), prefixes=prefixes, is_negated=is_negated
    )


def _choice(table: TomlTable, key: str, choices: Mapping[str, str], default: str) -> str:
    written = table.text(key, default)
    if written not in choices:
        raise table.refused(key, "one of " + ", ".join(one for one in choices if one))
    return choices[written]
