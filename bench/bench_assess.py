"""How long an assessment takes against the bare arithmetic it needs, measured in the same run.

Prints ratios: they hold on any machine. Goals: a full assessment at most 3 times the bare
Decimal operations, 999 items at most 11 times 99 items, one changed item at most half of all.
A changed price changes the share of every item in the costs, so that nearly all is done again.
"""

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.table import record
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.tariff.profile_file import read_profile
from sad_desktop.valuation.assess import Assessor, assess
from sad_desktop.valuation.money import CONTEXT, QUOTIENTS
from tests.builders import a_book, a_line

DAY = date(2026, 11, 2)
COST_NAMES = ("external_freight", "insurance", "other_costs")
PROFILE = Path(__file__).resolve().parent.parent / "tests" / "profiles" / "six_taxes.toml"
ROUNDS = 15


def declaration(count: int) -> Declaration:
    """Return a declaration of so many items of different prices, codes and masses."""
    items = tuple(
        Item(
            key=key,
            commodity_code=f"8703{key % 250:04d}",
            origin_country=("TR", "DE", "CN", "SA")[key % 4],
            procedure="4000",
            gross_mass=Decimal(key % 97 + 1),
            net_mass=Decimal(key % 97 + 1),
            invoice_amount=Decimal(100_00 + key * 37 % 9999).scaleb(-2),
        )
        for key in range(1, count + 1)
    )
    costs = {name: Decimal("1234.56") for name in COST_NAMES}
    currencies = {f"{name}_currency": "USD" for name in COST_NAMES}
    rates = {f"{name}_rate": Decimal("0.376") for name in COST_NAMES}
    return Declaration(
        declaration_type="IM",
        general_procedure="4",
        invoice_currency="USD",
        invoice_amount=sum(item.invoice_amount for item in items),
        exchange_rate=Decimal("0.376"),
        items=items,
        **costs,
        **currencies,
        **rates,
    )


def bare(kept: Declaration) -> Decimal:
    """Do the arithmetic of an assessment and nothing else: no values, no law, no remarks.

    What it needs: each block in national currency, the shares of the items by largest
    remainder in both currencies, CIF and statistical value, six taxes each on the sum of the
    value and the taxes before it, and the totals per item, per tax and in all.
    """
    with localcontext(CONTEXT):
        return _bare(kept)


def _bare(kept: Declaration) -> Decimal:
    unit, rate, one = Decimal("0.001"), Decimal("0.376"), Decimal(1)
    factors = [Decimal(p).scaleb(-2) for p in ("5", "1", "2", "3", "4", "10")]
    prices = [item.invoice_amount for item in kept.items]
    invoice = sum(prices)
    weights = [int(price.scaleb(2)) for price in prices]
    alphas = [QUOTIENTS.divide(price, invoice) for price in prices]
    values = shared((invoice * rate).quantize(unit, ROUND_HALF_UP), 3, weights)
    costs = []
    for name in COST_NAMES:
        amount = getattr(kept, name)
        shared(amount, 2, weights)
        costs.append(shared((amount * rate).quantize(unit, ROUND_HALF_UP), 3, weights))
    by_tax = [Decimal(0)] * len(factors)
    total = Decimal(0)
    for place in range(len(prices)):
        cost = Decimal(0)
        for column in costs:
            cost += column[place]
        cif = values[place] + cost
        (cif * one).quantize(unit, ROUND_HALF_UP)
        amounts = []
        paid = Decimal(0)
        for factor in factors:
            base = cif
            for amount in amounts:
                base += amount
            amount = (base * factor).quantize(unit, ROUND_HALF_UP)
            amounts.append(amount)
            paid += amount
        for tax, amount in enumerate(amounts):
            by_tax[tax] += amount
        total += paid
    return total + sum(alphas) - sum(alphas)


def shared(total: Decimal, decimals: int, weights: list[int]) -> list[Decimal]:
    """Share a total out by largest remainder."""
    units, whole = int(total.scaleb(decimals)), sum(weights)
    parts = [units * weight // whole for weight in weights]
    rests = [units * weight % whole for weight in weights]
    order = sorted(range(len(weights)), key=rests.__getitem__, reverse=True)
    for place in order[: units - sum(parts)]:
        parts[place] += 1
    return [Decimal(part).scaleb(-decimals) for part in parts]


def fastest(*works: Callable[[], object]) -> list[float]:
    """Return the shortest of some runs of each, in seconds; the works take turns."""
    best = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for place, work in enumerate(works):
            gc.collect()
            start = perf_counter()
            work()
            best[place] = min(best[place], perf_counter() - start)
    return best


def main() -> None:
    """Print the ratios."""
    profile = read_profile(PROFILE.read_bytes(), PROFILE.name)
    book = a_book(profile, lines=[a_line(f"8703{n:04d}", DTY="5%") for n in range(250)])
    small, large = declaration(99), declaration(999)
    least, full, few, origin, price = fastest(
        lambda: bare(large),
        lambda: assess(large, book, DAY),
        lambda: assess(small, book, DAY),
        one_change(book, large, {"origin_country": "FR"}),
        one_change(book, large, {"invoice_amount": Decimal("77.77")}),
    )
    say("bare arithmetic, 999 items x 6 taxes", least)
    say("assessment, 999 items x 6 taxes", full, full / least, "x bare", 3)
    say("assessment, 99 items x 6 taxes", few, full / few, "x to 999 items", 11)
    say("again after another origin of one item", origin, origin / full, "x full", 0.5)
    say(
        "again after another price of one item", price, price / full, "x full, shares of all change"
    )


def say(
    what: str, seconds: float, ratio: float = 0, of: str = "", goal: float | None = None
) -> None:
    """Print one line; a ratio with a goal says whether it was reached."""
    verdict = "" if goal is None else f"(goal {goal}) {'ok' if ratio <= goal else 'MISSED'}"
    if of:
        record(what, of.removeprefix("x "), ratio, goal)
    shown = f"{ratio:.2f} {of} {verdict}" if of else ""
    sys.stdout.write(f"{what:40s}{seconds * 1000:8.2f} ms   {shown}\n")


def one_change(book: object, kept: Declaration, changes: dict[str, object]) -> Callable[[], object]:
    """Return what assesses again after one item changed, there and back in turn."""
    items = list(kept.items)
    items[500] = replace(items[500], **changes)
    total = sum(item.invoice_amount for item in items)
    states = [replace(kept, items=tuple(items), invoice_amount=total), kept]
    assessor = Assessor(book, DAY)
    assessor.assess(kept)

    def work() -> None:
        assessor.assess(states[0])
        states.reverse()

    return work


if __name__ == "__main__":
    main()
