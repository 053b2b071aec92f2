"""Cases a customs officer can read: what is keyed, and what it must come to.

Each file holds ``[[scenario]]`` tables. ``why`` works the expected figures out by hand; the
values in ``declaration`` and ``items`` are what a clerk types; ``expect`` names figures of the
note, and only those named are compared, but the taxes of an item always all of them.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Document, ManualTax
from sad_desktop.declaration.values import parse
from sad_desktop.tariff.book import ExchangeRate, ListEntry, TariffLine
from sad_desktop.tariff.profile import Profile
from sad_desktop.tariff.profile_file import load_profile, read_profile
from sad_desktop.valuation.assess import assess
from sad_desktop.valuation.explain import rework
from sad_desktop.valuation.figures import figures
from sad_desktop.valuation.note import AssessmentNote, ItemNote, Payment, TaxLine
from tests.builders import A_DAY, LONG_AGO, MemoryBook, a_book

HERE = Path(__file__).parent
PROFILES = HERE.parent / "profiles"
Table = dict[str, Any]
_ROWS = {"documents": Document, "manual_taxes": ManualTax}
_COST_NAMES = ("external_freight", "internal_freight", "insurance", "other_costs", "deductions")


def scenarios() -> Iterator[Any]:
    for path in sorted(HERE.glob("*.toml")):
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        given = read.get("given", {})
        for scenario in read["scenario"]:
            yield pytest.param({**given, **scenario}, id=f"{path.stem}: {scenario['name']}")


@pytest.mark.parametrize("scenario", list(scenarios()))
def test_scenario(scenario: Table) -> None:
    book = book_of(scenario)
    declaration = declaration_of(scenario)
    note = assess(declaration, book, scenario.get("on", A_DAY))
    expected = scenario["expect"]
    assert expected, "a scenario that expects nothing proves nothing"
    assert found(note, declaration, expected) == expected
    every_step_can_be_worked_out_again(note)


def test_there_are_enough_scenarios() -> None:
    assert len(list(scenarios())) >= 60


def every_step_can_be_worked_out_again(note: AssessmentNote) -> None:
    for item in note.items:
        steps = item.value.steps()
        assert steps[-1].result == item.value.statistical_value
        for line in item.taxes:
            assert line.steps()[-1].result == line.amount
            steps += line.steps()
        for step in steps:
            assert rework(step) == step.result, step
    for line in note.global_taxes:
        for step in line.steps():
            assert rework(step) == step.result, step


def book_of(scenario: Table) -> MemoryBook:
    rates = [
        ExchangeRate(
            currency=one["currency"],
            rate=Decimal(one["rate"]),
            per=one.get("per", 1),
            valid_from=one.get("valid_from", LONG_AGO),
            source=one.get("source", "scenario"),
        )
        for one in scenario.get("rates", ())
    ]
    lines = [
        TariffLine(
            code=one["code"], en=one["code"], ar=one["code"], rates=one.get("rates", {}),
            prohibited=one.get("prohibited", False),
        )
        for one in scenario.get("tariff", ())
    ]  # fmt: skip
    accounts = [
        ListEntry(code=one["code"], en=one["code"], ar=one["code"], facts={"kind": one["kind"]})
        for one in scenario.get("accounts", ())
    ]
    entries = {"accounts": accounts} if accounts else {}
    return a_book(profile_of(scenario), lines=lines, rates=rates, entries=entries)


def profile_of(scenario: Table) -> Profile:
    code = scenario.get("profile", "bh")
    own = PROFILES / f"{code}.toml"
    profile = read_profile(own.read_bytes(), own.name) if own.exists() else load_profile(code)[0]
    flags = {**profile.flags, **scenario.get("flags", {})}
    return Profile(**{**{f: getattr(profile, f) for f in profile.__slots__}, "flags": flags})


def declaration_of(scenario: Table) -> Declaration:
    items = []
    shared = scenario.get("item", {})
    written = scenario.get("items", [{}] * scenario.get("count", 1))
    for key, one in enumerate(written, 1):
        items.append(filled(Item, {**shared, **one}, key=one.get("key", key)))
    header = {**scenario.get("declaration", {}), **scenario.get("changes", {})}
    return filled(Declaration, header, items=tuple(items))


def filled(model: type, typed: Table, **values: Any) -> Any:
    known = definitions(model)
    for name, text in typed.items():
        if name == "key":
            continue
        if name in _ROWS:
            values[name] = tuple(filled(_ROWS[name], row) for row in text)
        elif isinstance(text, date):
            values[name] = text
        else:
            values[name] = parse(known[name], text)
    return model(**values)


def found(note: AssessmentNote, declaration: Declaration, expected: Table) -> Table:
    header = figures(declaration, note, "en").header
    whole: Table = {
        "invoice": plain(note.invoice.national),
        "invoice_foreign": plain(note.invoice.foreign),
        "total_costs": plain(note.total_costs),
        "cif": plain(note.cif),
        "item_taxes": plain(note.item_taxes),
        "fees": plain(note.fees),
        "guarantee": plain(note.guarantee),
        "total": plain(note.total),
        "payment_mode": note.payment_mode,
        "taxes": {code: plain(amount) for code, amount in note.taxes_by_code.items()},
        "general": {line.code: shown(line) for line in note.global_taxes},
        "residuals": {name: plain(amount) for name, amount in note.residuals.items()},
        "remarks": [
            f"{remark.code} {remark.place.field} {remark.place.item}" for remark in note.remarks
        ],
        "forms": header.form_total,
        "packages": plain(header.package_count or Decimal(0)),
        "mass": plain(header.total_mass or Decimal(0)),
        "origin": header.origin_name,
        **{name: plain(note.costs[name].national) for name in _COST_NAMES},
    }
    shown_items = [of_item(item) for item in note.items]
    result = {name: whole[name] for name in expected if name != "items"}
    if "items" in expected:
        result["items"] = [
            {name: one[name] for name in wanted}
            for one, wanted in zip(shown_items, expected["items"], strict=True)
        ]
    return result


def of_item(note: ItemNote) -> Table:
    value = note.value
    return {
        "invoice": plain(value.invoice.national),
        "total_costs": plain(value.total_costs),
        "cif": plain(value.cif),
        "statistical_value": plain(value.statistical_value),
        "taxes_total": plain(note.taxes_total),
        "guarantee": plain(note.guarantee),
        "taxes": {line.code: shown(line) for line in note.taxes},
        "bases": {line.code: plain(line.base) for line in note.taxes},
        "reasons": {line.code: line.reason for line in note.taxes if line.reason},
        **{name: plain(value.costs[name].national) for name in _COST_NAMES},
        **{f"{name}_foreign": plain(value.costs[name].foreign) for name in _COST_NAMES},
    }


def shown(line: TaxLine) -> str:
    """Return an amount; with its mode of payment where it is not simply paid."""
    mode = "" if line.mode_of_payment is Payment.PAID else f" MP {line.mode_of_payment}"
    return plain(line.amount) + mode


def plain(amount: Decimal) -> str:
    return f"{amount:f}"
