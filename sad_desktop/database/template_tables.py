"""The tables of templates and of the declarations made from them."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from sad_desktop.database.columns import Moment
from sad_desktop.database.schema import ID_LENGTH, metadata


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


templates = Table(
    "templates",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("version", Integer, nullable=False),
    _text("name"),
    _text("importer_code"),
    _text("importer_name"),
    _text("declaration_model"),
    _text("goods"),
    Column("item_count", Integer, nullable=False),
    Column("keeps_amounts", Boolean, nullable=False),
    Column("keeps_masses", Boolean, nullable=False),
    Column("keeps_taxes", Boolean, nullable=False),
    Column("saved_at", Moment, nullable=False),
    _text("saved_by"),
    _text("draft"),
    _text("rates"),
    Column("ended_at", Moment),
)
"""``draft`` is the declaration as JSON, ``rates`` those of its lines on the day it was saved."""

template_uses = Table(
    "template_uses",
    metadata,
    Column("declaration_id", String(ID_LENGTH), primary_key=True),
    Column(
        "template_id",
        String(ID_LENGTH),
        ForeignKey("templates.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("used_at", Moment, nullable=False),
    _text("used_by"),
    Index(None, "template_id", "used_at"),
)
"""Which declaration was begun from which template; it may never have been stored."""
