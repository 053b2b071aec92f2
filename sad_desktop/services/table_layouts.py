"""What the columns of a file were the last time, for the next file of the same shape."""

from collections.abc import Iterable
from zlib import crc32

from sad_desktop.brokerage.list_layouts import Layout, layout_of
from sad_desktop.brokerage.list_parts import Part
from sad_desktop.brokerage.list_tables import Table
from sad_desktop.services.workspace import Workspace

_LONGEST_SHAPE = 500

# SQLAlchemy is imported inside the functions, where the database is first used: start-up cost.


def remembered_layout(
    workspace: Workspace, list_name: str, table: Table, parts: Iterable[Part]
) -> Layout | None:
    """Return what the columns of such a file were; None for a new shape, or parts that went."""
    from sad_desktop.database import list_layouts

    kept = list_layouts.remembered(workspace.database(), list_name, _shape(table))
    return layout_of(kept, table, parts) if kept else None


def remember_layout(workspace: Workspace, list_name: str, table: Table, layout: Layout) -> None:
    """Keep what the columns of a file are for the next one of its shape."""
    from sad_desktop.database import list_layouts

    list_layouts.remember(workspace.database(), list_name, _shape(table), layout.as_text())


def _shape(table: Table) -> str:
    shape = table.shape
    if len(shape) <= _LONGEST_SHAPE:
        return shape
    return f"{shape[:_LONGEST_SHAPE]}#{crc32(shape.encode()):08x}"
