"""Write a new ASYCUDA file, or a new item for one, in the order and slots of real files."""

from functools import lru_cache

from sad_desktop.declaration.item import Item
from sad_desktop.xml import mapping
from sad_desktop.xml.blocks import (
    CONTAINERS,
    DOCUMENTS,
    ITEMS,
    PREVIOUS,
    TAX_LINES,
    Pattern,
)
from sad_desktop.xml.layout import Layout
from sad_desktop.xml.leaves import Leaves, is_blank
from sad_desktop.xml.order import FIXED_SLOTS, HEADER_ORDER, ITEM_ORDER
from sad_desktop.xml.statement import Statement

_FIRST_LINE = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
_OURS = Layout()


def new_file(statement: Statement) -> bytes:
    """Return a whole file that says what a draft and its figures say."""
    layout = _OURS
    previous = [leaves for _, _, leaves in statement.previous()]
    rows = {
        CONTAINERS.path: [CONTAINERS.new(leaves, layout) for leaves in statement.containers()],
        PREVIOUS.path: [PREVIOUS.new(leaves, layout) for leaves in previous],
        ITEMS.path: [
            new_item(statement, item, layout) for item in statement.draft.declaration.items
        ],
    }
    root = _root_pattern(layout).pieces(_with_mirrors(statement.header()), rows)
    whole = (_FIRST_LINE, layout.newline, *root, layout.newline)
    return b"".join([piece.encode() for piece in whole])


def new_item(statement: Statement, item: Item, layout: Layout) -> str:
    """Return a new item element, without the white space before it."""
    rows = {
        DOCUMENTS.path: [DOCUMENTS.new(leaves, layout) for leaves in statement.documents(item)],
        TAX_LINES.path: new_tax_lines(statement.taxes(item), layout),
    }
    return _item_pattern(layout).saying(_with_mirrors(statement.item(item)), rows)


def new_tax_lines(taxes: list[Leaves], layout: Layout) -> list[str]:
    """Return the tax lines of an item, with blank ones up to the fixed number."""
    missing = FIXED_SLOTS[TAX_LINES.path] - len(taxes)
    blank = [TAX_LINES.new({}, layout)] * max(missing, 0)
    return [TAX_LINES.new(tax, layout) for tax in taxes] + blank


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
    return Pattern(ITEM_ORDER, "", ITEMS.depth, layout, name=ITEMS.name)
