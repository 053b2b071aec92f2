"""The tables of what past declarations taught, and of the files it was taken from."""

from sqlalchemy import Column, Integer, String, Table, Text

from sad_desktop.database.columns import Day, Moment
from sad_desktop.database.schema import metadata


def _part_of_key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


sightings = Table(
    "sightings",
    metadata,
    _part_of_key("profile"),
    _part_of_key("shelf"),
    _part_of_key("key"),
    _part_of_key("value"),
    Column("count", Integer, nullable=False),
    Column("first", Day),
    Column("last", Day),
    Column("roles", Text, nullable=False),
)
"""What was seen, how often and on which days; ``key`` is a JSON list."""

harvested_files = Table(
    "harvested_files",
    metadata,
    _part_of_key("profile"),
    Column("digest", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("harvested_at", Moment, nullable=False),
    Column("harvested_by", Text, nullable=False),
)
"""Files that were harvested; the same file is not counted twice."""
