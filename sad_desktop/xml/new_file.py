"""Write a new ASYCUDA file, or a new item for one, in the order and slots of real files."""

from functools import lru_cache

from sad_desktop.declaration.item import Item
from sad_desktop.xml import mapping
from sad_desktop.xml.blocks import Pattern, contents
from sad_desktop.xml.layout import Layout
from sad_desktop.xml.leaves import Leaves, is_blank
from sad_desktop.xml.order import FIXED_SLOTS, HEADER_ORDER, ITEM_ORDER, ROW_ORDER
from sad_desktop.xml.statement import Statement

_FIRST_LINE = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
_ITEM_DEPTH = 1
_DOCUMENT_DEPTH = 2
_TAX_DEPTH = 3


def new_file(statement: Statement) -> bytes:
    """Return a whole file that says what a draft and its figures say."""
    layout = Layout()
    items = statement.draft.declaration.items
    rows = {
        mapping.CONTAINER_ELEMENT: _rows(mapping.CONTAINER_ELEMENT, statement.containers(), layout),
        mapping.PREVIOUS_ELEMENT: _rows(
            mapping.PREVIOUS_ELEMENT, [leaves for _, _, leaves in statement.previous()], layout
        ),
        mapping.ITEM_ELEMENT: [new_item(statement, item, layout) for item in items],
    }
    header = contents(_with_mirrors(statement.header()), layout)
    root = _root_pattern(layout).filled(header, rows)
    return f"{_FIRST_LINE}{layout.newline}{root}{layout.newline}".encode()


def new_item(statement: Statement, item: Item, layout: Layout) -> str:
    """Return a new item element, without the white space before it."""
    rows = {
        mapping.DOCUMENT_ELEMENT: [
            _document_pattern(layout).filled(contents(leaves, layout, mapping.DOCUMENT_ELEMENT), {})
            for leaves in statement.documents(item)
        ],
        mapping.TAX_PATH: new_tax_lines(statement.taxes(item), layout),
    }
    texts = contents(_with_mirrors(statement.item(item)), layout)
    return _item_pattern(layout).filled(texts, rows)


def new_tax_lines(taxes: list[Leaves], layout: Layout) -> list[str]:
    """Return the tax lines of an item, with blank ones up to the fixed number."""
    pattern = _tax_pattern(layout)
    lines = [pattern.filled(contents(tax, layout, mapping.TAX_PATH), {}) for tax in taxes]
    missing = FIXED_SLOTS[mapping.TAX_PATH] - len(lines)
    return lines + [pattern.filled({}, {})] * max(missing, 0)


def _rows(name: str, all_leaves: list[Leaves], layout: Layout) -> list[str]:
    pattern = Pattern(ROW_ORDER, name, 1, layout)
    return [pattern.filled(contents(leaves, layout, name), {}) for leaves in all_leaves]


def _with_mirrors(leaves: Leaves) -> Leaves:
    """Let elements that say the same once more say it where no figure does."""
    for path, others in mapping.MIRRORS.items():
        for other in others:
            if path in leaves and is_blank(leaves.get(other)):
                leaves[other] = leaves[path]
    return leaves


@lru_cache(maxsize=16)
def _root_pattern(layout: Layout) -> Pattern:
    return Pattern(HEADER_ORDER, "", 0, layout, name=mapping.ROOT)


@lru_cache(maxsize=16)
def _item_pattern(layout: Layout) -> Pattern:
    return Pattern(ITEM_ORDER, "", _ITEM_DEPTH, layout, name=mapping.ITEM_ELEMENT)


@lru_cache(maxsize=16)
def _document_pattern(layout: Layout) -> Pattern:
    return Pattern(ITEM_ORDER, mapping.DOCUMENT_ELEMENT, _DOCUMENT_DEPTH, layout)


@lru_cache(maxsize=16)
def _tax_pattern(layout: Layout) -> Pattern:
    return Pattern(ITEM_ORDER, mapping.TAX_PATH, _TAX_DEPTH, layout)
