"""Which documents tariff line, model and procedure demand of a declaration (S3-076)."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.tariff.applicable import full_code
from sad_desktop.tariff.book import TariffLine

Fact = Callable[[str, str, str], str]
"""Returns a fact of a list's entry in force by list, code and name; "" when it has none."""


class Demand(NamedTuple):
    """A document an item must have, and the model, procedure or tariff line that says so."""

    key: int
    code: str
    rule: str


def demands(
    declaration: Declaration, line_of: Callable[[Item], TariffLine | None], fact: Fact
) -> Iterator[Demand]:
    """Yield what is demanded, item by item; the model demands of item 1, for the whole.

    Models and procedures demand by the fact ``documents`` of their lists.
    """
    model = declaration.declaration_type + declaration.general_procedure
    for number, item in enumerate(declaration.items):
        if not number:
            for code in fact("models", model, "documents").split():
                yield Demand(item.key, code, model)
        for code in fact("procedures", item.procedure, "documents").split():
            yield Demand(item.key, code, item.procedure)
        line = line_of(item)
        if line is not None and line.documents:
            rule = line.restricted_by or full_code(item)
            for code in line.documents:
                yield Demand(item.key, code, rule)


def unmet(declaration: Declaration, wanted: Iterator[Demand]) -> Iterator[Demand]:
    """Yield the demands no document answers; what is attached to item 1 counts for all."""
    if not declaration.items:
        return
    at_first = frozenset(row.document_code for row in declaration.items[0].documents)
    items = {item.key: item for item in declaration.items}
    told: set[tuple[int, str]] = set()
    for demand in wanted:
        own = (demand.key, demand.code)
        if own in told or demand.code in at_first:
            continue
        told.add(own)
        if all(row.document_code != demand.code for row in items[demand.key].documents):
            yield demand
