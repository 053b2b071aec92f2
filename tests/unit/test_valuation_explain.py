"""The steps behind an amount: complete, in order, and each one arithmetic that can be redone."""

from decimal import Decimal

import pytest

from sad_desktop.declaration.model import COSTS
from sad_desktop.valuation import explain
from sad_desktop.valuation.assess import assess
from sad_desktop.valuation.explain import FORMULAS, ROUNDINGS, rework
from sad_desktop.valuation.item_value import TITLES
from sad_desktop.valuation.note import Step
from sad_desktop.valuation.value import INVOICE
from tests.builders import A_DAY, a_book, a_declaration, a_line, an_item

THREE = tuple(an_item(key, invoice_amount=Decimal(100)) for key in (1, 2, 3))
FREIGHT = {"external_freight": Decimal(100), "external_freight_currency": "BHD"}


def steps_of(declaration, key=1, profile="bh"):
    note = assess(declaration, a_book(profile), A_DAY)
    return note.item(key).value, note.item(key).value.steps()


def last(steps, label):
    """Return the last step of a block: the named one, or the unit added to it."""
    place = max(i for i, step in enumerate(steps) if step.label == label)
    following = steps[place + 1 : place + 2]
    is_unit = following and following[0].formula == explain.UNIT_LEFT_OVER
    return following[0] if is_unit else steps[place]


@pytest.mark.parametrize("profile", ["bh", "asycuda"])
@pytest.mark.parametrize("mode", ["0", "1", "2"])
def test_every_block_of_an_item_ends_in_its_own_figure(profile, mode):
    costs = {name: Decimal(f"10.{place}7") for place, name in enumerate(COSTS)}
    own = tuple(
        an_item(key, invoice_amount=Decimal(33 * key), gross_mass=Decimal(7 * key),
                **(costs if mode == "2" else {}))
        for key in (1, 2, 3)
    )  # fmt: skip
    declaration = a_declaration(
        *own,
        apportionment=mode,
        **{name: cost * 3 for name, cost in costs.items()},
        **{f"{name}_currency": "USD" for name in COSTS},
        **{f"{name}_rate": Decimal("0.3761") for name in COSTS},
    )
    for key in (1, 2, 3):
        value, steps = steps_of(declaration, key, profile)
        assert last(steps, TITLES[INVOICE]).result == value.invoice.national
        for name in COSTS:
            assert value.costs[name].national
            assert last(steps, TITLES[name]).result == value.costs[name].national
        assert steps[-1].result == value.statistical_value
        assert steps[-2].result == value.cif
        assert steps[-3].result == value.total_costs
        assert [rework(step) for step in steps] == [step.result for step in steps]


def test_a_share_is_cut_down_and_the_unit_left_over_is_a_step_of_its_own():
    _, steps = steps_of(a_declaration(*THREE, **FREIGHT))
    place = max(i for i, step in enumerate(steps) if step.label == TITLES["external_freight"])
    cut, extra = steps[place], steps[place + 1]
    assert cut.result == Decimal("33.333")
    assert extra.formula == explain.UNIT_LEFT_OVER
    assert dict(extra.inputs) == {"share": Decimal("33.333"), "unit": Decimal("0.001")}
    assert extra.result == Decimal("33.334")


def test_an_item_without_extra_unit_has_no_such_step():
    _, steps = steps_of(a_declaration(*THREE, **FREIGHT), key=2)
    assert not [step for step in steps if step.formula == explain.UNIT_LEFT_OVER]


def test_without_apportionment_an_item_is_explained_by_what_it_keyed():
    items = [an_item(key, invoice_amount=Decimal(100), external_freight=Decimal(key))
             for key in (1, 2, 3)]  # fmt: skip
    _, steps = steps_of(
        a_declaration(*items, apportionment="2", external_freight_currency="BHD"), key=3
    )
    (step,) = [step for step in steps if step.label == TITLES["external_freight"]]
    assert dict(step.inputs) == {"foreign": 3, "rate": 1}
    assert step.source == "keyed at the item"
    assert step.result == 3


def test_a_pinned_figure_is_explained_as_keyed():
    items = (an_item(1, external_freight=Decimal(40)), an_item(2))
    _, steps = steps_of(a_declaration(*items, **FREIGHT))
    (step,) = [step for step in steps if step.label == TITLES["external_freight"]]
    assert step.source == "keyed at the item"
    assert step.result == 40
    _, rest = steps_of(a_declaration(*items, **FREIGHT), key=2)
    step = last(rest, TITLES["external_freight"])
    assert dict(step.inputs)["total"] == 60


@pytest.mark.parametrize(
    "text",
    ["5%", "20 per KGM", "5% + 2 per KGM", "5% min 1 per KGM max 3 per KGM",
     "sugar from 0: 5%; from 5: 1 per KGM", "BHD 7"],
)  # fmt: skip
def test_a_tax_is_explained_from_its_base_to_its_amount(text):
    book = a_book(lines=[a_line("1", DTY=text)])
    declaration = a_declaration(an_item(commodity_code="1", sugar_content=Decimal(6)))
    line = assess(declaration, book, A_DAY).items[0].taxes[0]
    steps = line.steps()
    assert steps[-1].result == line.amount > 0
    assert [rework(step) for step in steps] == [step.result for step in steps]
    assert all(step.source for step in steps)


def test_every_formula_does_what_it_says():
    worked = {
        explain.AT_RATE: ((2, 3), 6),
        explain.SHARE: ((10, 2, 5), 4),
        explain.UNIT_LEFT_OVER: ((3, 1), 4),
        explain.SUM: ((1, 2, -4), -1),
        explain.PERCENT: ((200, 5), 10),
        explain.FACTOR: ((200, Decimal("0.5")), 100),
        explain.PER_UNIT: ((10000, 1000, 200, Decimal("0.1")), 200),
        explain.PRODUCT: ((7, 2), 14),
        explain.GREATER: ((7, 2), 7),
        explain.SMALLER: ((7, 2), 2),
        explain.GIVEN: ((9,), 9),
        explain.ROUNDED: ((9,), 9),
        explain.QUOTIENT: ((10, 4), Decimal("2.5")),
    }
    assert worked.keys() == FORMULAS.keys()
    for formula, (inputs, result) in worked.items():
        named = tuple((str(i), Decimal(value)) for i, value in enumerate(inputs))
        step = Step(label="", formula=formula, inputs=named, result=Decimal(result))
        assert rework(step) == result


@pytest.mark.parametrize(
    ("rounding", "result"),
    [(explain.HALF_UP, "1.3"), (explain.DOWN, "1.2"), (explain.UP, "1.3")],
)
def test_roundings_go_the_way_they_are_called(rounding, result):
    step = Step(
        label="", formula=explain.GIVEN, inputs=(("amount", Decimal("1.25")),),
        result=Decimal(0), rounding=explain.to(rounding, 1),
    )  # fmt: skip
    assert rework(step) == Decimal(result)
    assert rounding in ROUNDINGS
