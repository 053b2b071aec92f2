"""Which taxes an item meets and at what rate: the law, the tariff line and the regime together."""

from decimal import Decimal

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.tariff.applicable import Case, LawOfDay, applicable, full_code
from sad_desktop.tariff.book import TariffLine
from sad_desktop.tariff.rate_text import UnreadableRate, read_rate
from sad_desktop.tariff.rates import Rate
from sad_desktop.valuation.duties import PlannedTax
from sad_desktop.valuation.explain import HALF_UP
from sad_desktop.valuation.note import Payment, Remark
from sad_desktop.valuation.value import Terms

_PLAIN = frozenset({"percent", "free"})
TARIFF = "tariff"


class Planner:
    """Finds the taxes of items under one law; asks the book once for each code."""

    def __init__(self, law: LawOfDay, terms: Terms) -> None:
        self._law = law
        self._terms = terms
        self._lines: dict[str, TariffLine | None] = {}
        self._knows_tariff = terms.book.has_list(TARIFF)
        self._payments: dict[tuple[str, str, str], tuple[Payment, str, str]] = {}

    def plan(self, item: Item, remarks: list[Remark]) -> tuple[PlannedTax, ...]:
        """Return the taxes an item meets, in their order."""
        planned = []
        for cases in self._law.item_taxes:
            case = applicable(cases, item)
            if case is None:
                continue
            rate = self._rate(case, item, remarks)
            if rate is not None:
                planned.append(self._planned(case, rate, item))
        self._check_regime(item, remarks)
        return tuple(planned)

    def _planned(self, case: Case, rate: Rate, item: Item) -> PlannedTax:
        payment, reason, reason_ar = self._payment(case, item)
        return planned_tax(case, rate, self._terms, payment, (reason, reason_ar))

    def _rate(self, case: Case, item: Item, remarks: list[Remark]) -> Rate | None:
        rule = case.rule
        if not rule.tariff:
            return rule.rate
        line = self._line(item, remarks)
        text = line.rates.get(rule.tariff, "") if line is not None else ""
        if not text:
            return rule.rate
        place = Place("commodity_code", item.key)
        try:
            rate = read_rate(text)
        except UnreadableRate:
            values = (("tax", case.tax.code), ("v", text))
            remarks.append(Remark(code="rate_unreadable", place=place, values=values))
            return rule.rate
        if rate.is_prohibited:
            remarks.append(Remark(code="T-06", place=place, values=(("v", full_code(item)),)))
            return None
        return rule.rate if rate.is_restricted else rate

    def _line(self, item: Item, remarks: list[Remark]) -> TariffLine | None:
        code = full_code(item)
        if not code or not self._knows_tariff:
            return None
        if code not in self._lines:
            book, on = self._terms.book, self._terms.on
            self._lines[code] = book.line(code, on) or book.line(item.commodity_code, on)
        line = self._lines[code]
        if line is None:
            values = (("v", code), ("date", self._terms.on.isoformat()))
            place = Place("commodity_code", item.key)
            remark = Remark(code="T-01", place=place, values=values)
            if remark not in remarks[-2:]:
                remarks.append(remark)
        return line

    def _payment(self, case: Case, item: Item) -> tuple[Payment, str, str]:
        rule = case.rule
        if rule.payment:
            return Payment(rule.payment), rule.reason_en, rule.reason_ar
        key = (item.procedure, item.extended_code, case.tax.code)
        if key not in self._payments:
            self._payments[key] = next(
                (
                    (Payment(regime.payment), regime.reason_en, regime.reason_ar)
                    for regime in self._law.regimes
                    if regime.covers(*key)
                ),
                (Payment.PAID, "", ""),
            )
        payment, reason, reason_ar = self._payments[key]
        return payment, reason or rule.reason_en, reason_ar or rule.reason_ar

    def _check_regime(self, item: Item, remarks: list[Remark]) -> None:
        if not item.procedure or not self._law.regimes:
            return
        known = any(
            regime.procedures and item.procedure.startswith(regime.procedures)
            for regime in self._law.regimes
        )
        if not known:
            place = Place("procedure", item.key)
            remarks.append(Remark(code="P-01", place=place, values=(("v", item.procedure),)))


def planned_tax(
    case: Case, rate: Rate, terms: Terms, payment: Payment, reasons: tuple[str, str]
) -> PlannedTax:
    """Return a tax with its rate and how it is paid, ready to be worked out."""
    rule = case.rule
    percent: Decimal | None = rate.percent if rate.kind in _PLAIN else None
    return PlannedTax(
        tax=case.tax,
        rule=rule,
        rate=rate,
        percent=percent,
        payment=payment,
        reason=reasons[0],
        reason_ar=reasons[1],
        decimals=terms.decimals if rule.decimals is None else rule.decimals,
        rounding=rule.rounding or HALF_UP,
    )
