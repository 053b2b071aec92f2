"""Warnings somebody stands by, kept until the values they speak of change."""

import json
from hashlib import blake2b

from sqlalchemy import Connection, Engine, delete, insert, select

from sad_desktop.brokerage.acknowledgements import Acknowledgement, Stated
from sad_desktop.database import plain
from sad_desktop.database.engine import reading, writing
from sad_desktop.database.register_tables import DIGEST_LENGTH, acknowledgements


def add(engine: Engine, declaration_id: str, acknowledged: Acknowledgement) -> None:
    """Keep an acknowledgement in the place of a former one; raises StorageUnavailable."""
    rule, place, values = acknowledged.stated
    with writing(engine) as connection:
        _erase(connection, declaration_id, acknowledged.stated)
        connection.execute(
            insert(acknowledgements),
            {
                **_key(declaration_id, acknowledged.stated),
                "stated": json.dumps([rule, plain.plain_place(place), values]),
                "acknowledged_by": acknowledged.user,
                "acknowledged_at": acknowledged.at,
            },
        )


def withdraw(engine: Engine, declaration_id: str, stated: Stated) -> None:
    """Take an acknowledgement back; raises StorageUnavailable."""
    with writing(engine) as connection:
        _erase(connection, declaration_id, stated)


def of_declaration(engine: Engine, declaration_id: str) -> tuple[Acknowledgement, ...]:
    """Return what was acknowledged of a declaration, oldest first; raises StorageUnavailable."""
    table = acknowledgements
    wanted = (
        select(table.c.stated, table.c.acknowledged_by, table.c.acknowledged_at)
        .where(table.c.declaration_id == declaration_id)
        .order_by(table.c.acknowledged_at)
    )
    with reading(engine) as connection:
        rows = connection.execute(wanted).all()
    return tuple(
        Acknowledgement(
            stated=_stated(row.stated), user=row.acknowledged_by, at=row.acknowledged_at
        )
        for row in rows
    )


def erase(connection: Connection, declaration_id: str) -> None:
    """Forget what was acknowledged of a declaration that goes."""
    table = acknowledgements
    connection.execute(delete(table).where(table.c.declaration_id == declaration_id))


def _erase(connection: Connection, declaration_id: str, stated: Stated) -> None:
    columns = acknowledgements.c
    its = (columns[name] == value for name, value in _key(declaration_id, stated).items())
    connection.execute(delete(acknowledgements).where(*its))


def _key(declaration_id: str, stated: Stated) -> dict[str, str]:
    rule, place, values = stated
    digest = blake2b(json.dumps(values).encode(), digest_size=DIGEST_LENGTH // 2)
    return {
        "declaration_id": declaration_id,
        "rule": rule,
        "place": json.dumps(plain.plain_place(place)),
        "digest": digest.hexdigest(),
    }


def _stated(written: str) -> Stated:
    rule, place, values = json.loads(written)
    return rule, plain.place_from(place), tuple((name, value) for name, value in values)
