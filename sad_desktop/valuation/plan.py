"""Which taxes an item meets and at what rate: the law, the tariff line and the regime together."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.tariff.applicable import FACT_FIELDS, Case, LawOfDay, applicable, full_code
from sad_desktop.tariff.book import TariffLine
from sad_desktop.tariff.rate_text import UnreadableRate, read_rate
from sad_desktop.tariff.rates import Rate
from sad_desktop.valuation.duties import VALUES
from sad_desktop.valuation.note import Payment, Remark
from sad_desktop.valuation.planned import Plan, PlannedTax, plan_of, planned_tax
from sad_desktop.valuation.value import Terms

TARIFF = "tariff"
_OF_ALL = ("commodity_code", "commodity_precision", "procedure", "extended_code")
_Met = tuple[str, str, tuple[tuple[str, str], ...]]
"""What is to be told of an item: code, field, values."""


@dataclass(frozen=True, slots=True)
class _Answer:
    plan: Plan
    met: tuple[_Met, ...]


class Planner:
    """Finds the taxes of items under one law; items alike in what the law asks share a plan."""

    def __init__(self, law: LawOfDay, terms: Terms) -> None:
        self.law = law
        self._terms = terms
        self._knows_tariff = terms.book.has_list(TARIFF)
        self._procedures = tuple(
            beginning for regime in law.regimes for beginning in regime.procedures
        )
        facts = {
            condition.fact
            for cases in law.item_taxes
            for case in cases
            for condition in case.conditions
        }
        self._key = attrgetter(*_OF_ALL, *(FACT_FIELDS[fact] for fact in sorted(facts)))
        self._answers: dict[object, _Answer] = {}
        self._plans: dict[tuple[int, ...], Plan] = {}
        self._taxes: dict[tuple[int, str, Payment, str], PlannedTax] = {}
        self._payments: dict[tuple[int, str, str], tuple[Payment, str, str]] = {}

    def plan(self, item: Item, remarks: list[Remark]) -> Plan:
        """Return the taxes an item meets, in their order."""
        key = self._key(item)
        answer = self._answers.get(key)
        if answer is None:
            answer = self._answers[key] = self._answer(item)
        for code, field, values in answer.met:
            remarks.append(Remark(code=code, place=Place(field, item.key), values=values))
        return answer.plan

    def _answer(self, item: Item) -> _Answer:
        met: dict[_Met, None] = dict.fromkeys(self._unknown_regime(item))
        planned = []
        line = self._line(item, met)
        for cases in self.law.item_taxes:
            case = applicable(cases, item)
            if case is None:
                continue
            rate = self._rate(case, line, item, met)
            if rate is not None:
                planned.append(self._planned(case, rate, item))
        return _Answer(self._plan_of(tuple(planned)), tuple(met))

    def _plan_of(self, taxes: tuple[PlannedTax, ...]) -> Plan:
        key = tuple(map(id, taxes))
        plan = self._plans.get(key)
        if plan is None:
            plan = self._plans[key] = plan_of(taxes, VALUES)
        return plan

    def _planned(self, case: Case, rate: Rate, item: Item) -> PlannedTax:
        payment, reason_en, reason_ar = self._payment(case, item)
        key = (id(case), rate.text, payment, reason_en)
        known = self._taxes.get(key)
        if known is None:
            reasons = (reason_en, reason_ar)
            known = self._taxes[key] = planned_tax(case, rate, self._terms, payment, reasons)
        return known

    def _line(self, item: Item, met: dict[_Met, None]) -> TariffLine | None:
        code = full_code(item)
        if not code or not self._knows_tariff:
            return None
        book, on = self._terms.book, self._terms.on
        line = book.line(code, on) or book.line(item.commodity_code, on)
        if line is None:
            met["T-01", "commodity_code", (("v", code), ("date", on.isoformat()))] = None
        elif line.prohibited:
            met["T-06", "commodity_code", (("v", code),)] = None
        return line

    def _rate(
        self, case: Case, line: TariffLine | None, item: Item, met: dict[_Met, None]
    ) -> Rate | None:
        rule = case.rule
        text = line.rates.get(rule.tariff, "") if line is not None and rule.tariff else ""
        if not text:
            return rule.rate
        try:
            rate = read_rate(text)
        except UnreadableRate:
            met["rate_unreadable", "commodity_code", (("tax", case.tax.code), ("v", text))] = None
            return rule.rate
        if rate.is_prohibited:
            met["T-06", "commodity_code", (("v", full_code(item)),)] = None
            return None
        return rule.rate if rate.is_restricted else rate

    def _payment(self, case: Case, item: Item) -> tuple[Payment, str, str]:
        """Return how a tax is paid: as its rule says, else as the regime of box 37 says."""
        key = (id(case), item.procedure, item.extended_code)
        known = self._payments.get(key)
        if known is None:
            known = self._payments[key] = self._paid_as(case, item)
        return known

    def _paid_as(self, case: Case, item: Item) -> tuple[Payment, str, str]:
        rule = case.rule
        if rule.payment:
            return Payment(rule.payment), rule.reason_en, rule.reason_ar
        for regime in self.law.regimes:
            if regime.covers(item.procedure, item.extended_code, case.tax.code):
                return (
                    Payment(regime.payment),
                    regime.reason_en or rule.reason_en,
                    regime.reason_ar or rule.reason_ar,
                )
        return Payment.PAID, rule.reason_en, rule.reason_ar

    def _unknown_regime(self, item: Item) -> Iterator[_Met]:
        if not item.procedure or not self._procedures:
            return
        if not item.procedure.startswith(self._procedures):
            yield "P-01", "procedure", (("v", item.procedure),)
