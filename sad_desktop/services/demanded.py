"""Documents that law demands stand in their lists by themselves, open until they are keyed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from sad_desktop.declaration.draft import Draft, Rows
from sad_desktop.declaration.edits import ReplaceLists
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import lists
from sad_desktop.declaration.rows import Document
from sad_desktop.tariff.book import TariffBook, TariffLine
from sad_desktop.tariff.demanded import demands, unmet

DEMANDING = frozenset(
    {"declaration_type", "general_procedure", "procedure", "commodity_code", "commodity_precision"}
)
"""Fields a demand follows from."""


def demanded_rows(
    draft: Draft, book: TariffBook, on: date, language: str = "en"
) -> Iterator[ReplaceLists]:
    """Yield the edit that adds what is demanded now and takes back what no longer is.

    Only rows the program put in and nobody filled are taken back.
    """

    @cache
    def fact(list_name: str, code: str, name: str) -> str:
        entry = book.entry(list_name, code, on) if code else None
        return entry.facts.get(name, "") if entry is not None else ""

    @cache
    def line(code: str, precision: str) -> TariffLine | None:
        found = book.line(code + precision, on) if code else None
        return found or (book.line(code, on) if precision and code else None)

    def line_of(item: Item) -> TariffLine | None:
        return line(item.commodity_code, item.commodity_precision)

    def named(code: str) -> str:
        entry = book.entry("documents", code, on)
        return entry.name(language) if entry is not None else ""

    declaration = draft.declaration
    wanted = tuple(demands(declaration, line_of, fact))
    still = {(one.key, one.code) for one in wanted}
    touched = {place.item for place in draft.rejected if place.rows is Rows.DOCUMENTS}
    kept = {
        item.key: tuple(
            row
            for row in item.documents
            if item.key in touched or not _is_open(row) or (item.key, row.document_code) in still
        )
        for item in declaration.items
    }
    items = tuple(
        replace(item, documents=kept[item.key])
        if len(kept[item.key]) != len(item.documents)
        else item
        for item in declaration.items
    )
    added: dict[int, list[Document]] = defaultdict(list)
    for one in unmet(replace(declaration, items=items), iter(wanted)):
        added[one.key].append(
            Document(document_code=one.code, name=named(one.code), from_rule=True)
        )
    after = tuple(
        replace(item, documents=(*item.documents, *added[item.key])) if item.key in added else item
        for item in items
    )
    if any(new is not old for new, old in zip(after, declaration.items, strict=True)):
        before = lists(draft)
        yield ReplaceLists(before, replace(before, items=after))


def _is_open(row: Document) -> bool:
    """Tell whether the program put a row in and nobody keyed anything."""
    return row.from_rule and not (row.reference or row.issued or row.valid_until)
