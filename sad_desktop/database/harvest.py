"""Keep what past declarations taught: counted together with what was known, all or nothing."""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, text

from sad_desktop.brokerage.companies import Role
from sad_desktop.brokerage.harvest import Harvest, Key, Seen, Shelf, Sighting
from sad_desktop.database.engine import reading, writing
from sad_desktop.database.harvest_tables import harvested_files, sightings
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP


class HarvestedMeanwhile(UserError):
    """A file to be harvested was harvested since it was read."""


def load(
    engine: Engine, profile: str, shelves: Collection[Shelf] = (), *, begins: str = ""
) -> tuple[Seen, ...]:
    """Return what was seen under a country's law: of some shelves, or of all.

    ``begins`` is what the keys begin with, as they are written.
    """
    with reading(engine) as connection:
        return _load(connection, profile, shelves, begins)


def known_files(engine: Engine, profile: str) -> frozenset[str]:
    """Return the digests of the files that were harvested."""
    wanted = select(harvested_files.c.digest).where(harvested_files.c.profile == profile)
    with reading(engine) as connection:
        return frozenset(connection.scalars(wanted))


def store(
    engine: Engine,
    profile: str,
    lines: Iterable[Seen],
    files: Mapping[str, str],
    *,
    user: str,
    at: datetime,
    is_again: bool = False,
) -> None:
    """Add what was seen to what is kept; ``files`` are names by digest.

    Raises HarvestedMeanwhile when one of the files is kept already, unless it is to count again.
    """
    with writing(engine) as connection:
        if connection.dialect.name != "sqlite":
            connection.execute(text("LOCK TABLE sightings IN EXCLUSIVE MODE"))
        if not is_again:
            _refuse_known(connection, profile, files)
        whole = Harvest()
        whole.join(_load(connection, profile, ()))
        whole.join(lines)
        connection.execute(delete(sightings).where(sightings.c.profile == profile))
        rows = [row for line in whole.lines() for row in _rows(line, profile)]
        if rows:
            connection.execute(insert(sightings), rows)
        _note_files(connection, profile, files, {"harvested_by": user, "harvested_at": at})


def _refuse_known(connection: Connection, profile: str, files: Mapping[str, str]) -> None:
    its = harvested_files.c.profile == profile
    known = set(connection.scalars(select(harvested_files.c.digest).where(its)))
    for digest, name in files.items():
        if digest in known:
            raise HarvestedMeanwhile(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "Somebody learned from {name} meanwhile. Clear these lines and add the files "
                    "again: then nothing counts twice.",
                ),
                {"name": name},
            )


def _note_files(
    connection: Connection, profile: str, files: Mapping[str, str], marks: Mapping[str, Any]
) -> None:
    its = harvested_files.c.profile == profile
    known = set(connection.scalars(select(harvested_files.c.digest).where(its)))
    moment = marks["harvested_at"].astimezone(UTC)
    rows = [
        {**marks, "harvested_at": moment, "profile": profile, "digest": digest, "name": name}
        for digest, name in files.items()
        if digest not in known
    ]
    if rows:
        connection.execute(insert(harvested_files), rows)


def _load(
    connection: Connection, profile: str, shelves: Collection[Shelf], begins: str = ""
) -> tuple[Seen, ...]:
    columns = sightings.c
    wanted = select(
        columns.shelf,
        columns.key,
        columns.value,
        columns.count,
        columns.first,
        columns.last,
        columns.roles,
    ).where(columns.profile == profile)
    if shelves:
        wanted = wanted.where(columns.shelf.in_([str(shelf) for shelf in shelves]))
    if begins:
        wanted = wanted.where(columns.key.startswith(begins, autoescape=True))
    whole = Harvest()
    whole.join(
        Seen(
            shelf=Shelf(shelf),
            key=_key_from(key),
            values=((value, Sighting(count=count, first=first, last=last)),),
            roles=frozenset(Role(role) for role in roles.split()),
        )
        for shelf, key, value, count, first, last, roles in connection.execute(wanted)
    )
    return whole.lines()


def _rows(line: Seen, profile: str) -> Iterable[dict[str, Any]]:
    for value, sighting in line.values:
        yield {
            "profile": profile,
            "shelf": str(line.shelf),
            "key": json.dumps(line.key, ensure_ascii=False),
            "value": value,
            "count": sighting.count,
            "first": sighting.first,
            "last": sighting.last,
            "roles": " ".join(sorted(line.roles)),
        }


def _key_from(text_of_key: str) -> Key:
    return tuple(json.loads(text_of_key))
