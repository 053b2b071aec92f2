"""Which column of a file is what: remembered from the last import of a file of the same shape."""

from sqlalchemy import Engine, delete, insert, select

from sad_desktop.database.engine import Turn, reading, take_turn, writing
from sad_desktop.database.schema import import_layouts


def remembered(engine: Engine, list_name: str, shape: str) -> str:
    """Return the layout of a file of this shape, "" where none was kept."""
    wanted = select(import_layouts.c.columns).where(
        import_layouts.c.list_name == list_name, import_layouts.c.shape == shape
    )
    with reading(engine) as connection:
        return str(connection.scalar(wanted) or "")


def remember(engine: Engine, list_name: str, shape: str, layout: str) -> None:
    """Keep the layout of a file for the next one of its shape."""
    own = (import_layouts.c.list_name == list_name, import_layouts.c.shape == shape)
    with writing(engine) as connection:
        take_turn(connection, Turn.LISTS)
        connection.execute(delete(import_layouts).where(*own))
        connection.execute(
            insert(import_layouts),
            {"list_name": list_name, "shape": shape, "columns": layout},
        )
