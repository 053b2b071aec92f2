"""How long verification takes against the assessment of the same, measured in the same run.

Prints ratios: they hold on any machine. Goals: 999 items at most once the assessment, 999 items
at most 11 times 99 items, one field at most a twentieth of all.
"""

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.table import record
from sad_desktop.declaration.draft import Place
from sad_desktop.tariff.profile_file import read_profile
from sad_desktop.validation.case import Case
from sad_desktop.validation.check import RULES, check
from sad_desktop.validation.field_faults import field_faults
from sad_desktop.valuation.assess import assess
from tests.clean_declaration import DAY, Given, clean

PROFILE = Path(__file__).resolve().parent.parent / "tests" / "profiles" / "six_taxes.toml"
ROUNDS = 15
SLOWEST = 8


def of_items(count: int) -> Given:
    """Return the clean declaration with so many items, each with its own description."""
    given = clean()
    own = given.draft.declaration.items
    items = tuple(
        replace(own[key % 7], key=key, commercial_description=f"Gas cookers, model {key}, steel")
        for key in range(1, count + 1)
    )
    prices = sum(item.invoice_amount for item in items)
    return given.header(items=items, containers=(), has_containers=False, invoice_amount=prices)


def best(work: Callable[[], object]) -> float:
    """Return the shortest of some runs, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return min(times)


def main() -> None:
    six_taxes = read_profile(PROFILE.read_bytes(), PROFILE.name)
    for name, many in (("bh", of_items(999)), ("six taxes", of_items(999))):
        if name != "bh":
            own = many.book.profile
            law = replace(own, tax_law=six_taxes.tax_law)
            many = replace(many, book=replace(many.book, profile=law))
        declaration = many.draft.declaration
        note = assess(declaration, many.book, DAY)
        assessing = best(lambda d=declaration, b=many.book: assess(d, b, DAY))
        found = check(many.draft, note, many.book, DAY)
        checking = best(lambda m=many, n=note: check(m.draft, n, m.book, DAY))
        print(f"assessment, 999 items, {name:9} {assessing:9.2f} ms")
        print(f"verify, the same, {len(found):2} findings {checking:9.2f} ms"
              f"   {checking / assessing:.2f} x (goal 1)")  # fmt: skip
        record(f"verify 999 items ({name})", "the assessment", checking / assessing, 1)
    few = of_items(99)
    note = assess(few.draft.declaration, few.book, DAY)
    less = best(lambda: check(few.draft, note, few.book, DAY))
    print(
        f"verify, 99 items               {less:9.2f} ms   {checking / less:.2f} x to 999 (goal 11)"
    )
    place = Place("commodity_code", 500)
    one = best(lambda: field_faults(many.draft, place, many.book, DAY))
    record("verify 999 items", "99 items", checking / less, 11)
    record("verify one field of 999 items", "all of it", one / checking, 0.05)
    print(f"one field of item 500          {one:9.2f} ms   {one / checking:.3f} x all (goal 0.05)")
    slowest(many)


def slowest(given: Given) -> None:
    """Print the rules that take longest, for whoever makes them faster."""
    note = assess(given.draft.declaration, given.book, DAY)
    case = Case(draft=given.draft, note=note, book=given.book, on=DAY)
    list(case.items)
    taken = sorted(((best(lambda r=rule: list(r(case))), name) for name, rule in RULES.items()))
    shown = ", ".join(f"{name} {time:.2f}" for time, name in reversed(taken[-SLOWEST:]))
    print(f"slowest rules, ms: {shown}")


main()
