"""The order of the keys: which cell Tab goes to, by the form's numbers."""

import re
from collections.abc import Iterable

from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.printing.sheet import Cell, Sheet, Subject

_NUMBER = re.compile(r"\d+")
_AFTER_BOX_1 = 1.5
_AT_THE_END = 99.0


def keyed_cells(sheet: Sheet) -> tuple[Cell, ...]:
    """Return the cells of a sheet that hold fields, in the order of the form's numbers.

    The continuation sheet repeats fields of the general segment; they are keyed on the first.
    """
    cells = (cell for cell in sheet.cells if cell.subject is Subject.FIELD)
    keyed = (cell for cell in cells if cell.slot or sheet.name == "main")
    return tuple(sorted(keyed, key=_order))


def box_number(box: str) -> float:
    """Return where a box stands among the numbered ones."""
    if box.startswith("A"):
        return _AFTER_BOX_1
    found = _NUMBER.match(box)
    return float(found[0]) if found else _AT_THE_END


def neighbour(cells: Iterable[str], current: str, step: int) -> str | None:
    """Return the key before or after another; None beyond the first or last."""
    keys = list(cells)
    if current not in keys:
        return keys[0] if keys and step > 0 else (keys[-1] if keys else None)
    index = keys.index(current) + step
    return keys[index] if 0 <= index < len(keys) else None


def _order(cell: Cell) -> tuple[int, float, int]:
    owner: type = Item if cell.slot else Declaration
    fields = list(definitions(owner))
    definition = definitions(owner)[cell.name]
    return (max(cell.slot, 1), box_number(definition.box), fields.index(cell.name))
