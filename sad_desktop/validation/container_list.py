"""Rules of containers: box 19, their list and box 31 (RULES, section C)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from sad_desktop.brokerage.numbers import plain_number
from sad_desktop.declaration.containers import check_digit, written_digit
from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import show_number
from sad_desktop.tariff.behaviour_item import CONTAINER_BOXES
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule

ZERO = Decimal(0)


def check_digits(case: Case) -> Iterator[Finding]:
    """C-01: container numbers end with their check digit (S3-033, ISO 6346).

    Where the flag ``container_form`` is "iso" a number of another form is refused as well.
    """
    is_strict = case.flag("container_form") == "iso"
    told: set[str] = set()
    for place, identity in _numbers(case):
        plain = plain_number(identity)
        if plain in told:
            continue
        right = check_digit(identity)
        if right is None:
            if is_strict:
                told.add(plain)
                yield case.finding("C-01.form", place, v=identity)
        elif right != written_digit(identity):
            told.add(plain)
            yield case.finding("C-01", place, v=identity, n=right)


def flag_and_list(case: Case) -> Iterator[Finding]:
    """C-02: box 19 is ticked when containers are named, and only then (S3-032)."""
    named = any(True for _ in _numbers(case))
    if named is not case.declaration.has_containers:
        yield case.finding("C-02", Place("has_containers"))


def container_of_bill(case: Case) -> Iterator[Finding]:
    """C-03: the container stands on the item's bill of lading (S3-055)."""
    bills = case.register.bills
    if not bills:
        return
    of_item = {one.item.key: one.item.summary_declaration for one in case.items}
    for one in case.containers:
        number = of_item.get(one.row.item_key, "")
        bill = bills.get(number)
        if bill is None or not bill.containers or not one.row.identity:
            continue
        if plain_number(one.row.identity) not in bill.containers:
            yield case.finding("C-03", one.place("identity"), v=one.row.identity, bl=number)


def named_twice(case: Case) -> Iterator[Finding]:
    """C-04: a container is listed once for an item (AMS)."""
    seen: set[tuple[int, str]] = set()
    for one in case.containers:
        identity, key = one.row.identity, one.row.item_key
        if not identity:
            continue
        own = (key, plain_number(identity))
        if own in seen:
            number = case.numbers.get(key, 0)
            yield case.finding("C-04", one.place("identity"), v=identity, item=number)
        seen.add(own)


def more_than_four(case: Case) -> Iterator[Finding]:
    """C-05: box 31 prints an item's first four containers (S3-053)."""
    for key, rows in case.containers_of.items():
        if len(rows) > len(CONTAINER_BOXES) and key in case.numbers:
            yield case.finding("C-05", Place("container_4", key))


def sums(case: Case) -> Iterator[Finding]:
    """C-06: what containers hold adds up to the item (ASYCUDA)."""
    items = {one.item.key: one.item for one in case.items} if case.containers else {}
    for key, rows in case.containers_of.items():
        if key not in items:
            continue
        for name, parts in (
            ("package_count", [one.row.package_count for one in rows]),
            ("gross_mass", [one.row.package_mass for one in rows]),
        ):
            known = [part for part in parts if part is not None]
            whole: Decimal | None = getattr(items[key], name)
            total = sum(known, ZERO)
            if len(known) == len(parts) and whole is not None and total != whole:
                shown, own = show_number(total), show_number(whole)
                yield case.finding("C-06", Place(name, key), v1=shown, v2=own)
                break


def _numbers(case: Case) -> Iterator[tuple[Place, str]]:
    """Return every container number: those of the list, then those keyed in box 31."""
    for one in case.containers:
        if one.row.identity:
            yield one.place("identity"), one.row.identity
    for own in case.items:
        item = own.item
        if item.container_1 or item.container_2 or item.container_3 or item.container_4:
            if item.key in case.containers_of:
                continue
            for name in CONTAINER_BOXES:
                identity = getattr(item, name)
                if identity:
                    yield own.place(name), identity


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "C-01": check_digits,
        "C-02": flag_and_list,
        "C-03": container_of_bill,
        "C-04": named_twice,
        "C-05": more_than_four,
        "C-06": sums,
    }
)
