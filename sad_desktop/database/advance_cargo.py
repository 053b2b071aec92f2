"""Dossiers of advance cargo information in the database: whole values in, whole values out."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, delete, insert, select, update

from sad_desktop.brokerage.advance_cargo import Dossier, State
from sad_desktop.brokerage.numbers import plain_number
from sad_desktop.database.advance_cargo_tables import advance_cargo, advance_cargo_acids
from sad_desktop.database.engine import alone
from sad_desktop.database.plain import from_plain, to_plain
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

_OF_THE_ROW = ("id", "version", "profile")


class DossierChanged(UserError):
    """Another desk changed the dossier meanwhile; nothing was overwritten."""

    def __init__(self, who: str) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "{who} changed this dossier after you opened it. Choose it again, and key your "
                "changes once more.",
            ),
            {"who": who},
        )


class AcidTaken(UserError):
    """Another dossier in use has the ACID (S2-011)."""

    def __init__(self, acid: str, importer: str) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "ACID {acid} belongs to another dossier already, of {importer}: each shipment has "
                "an ACID of its own.",
            ),
            {"acid": acid, "importer": importer},
        )


class BillTaken(UserError):
    """Another dossier in use has the bill (S2-011)."""

    def __init__(self, bill: str, importer: str) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Bill {bill} stands in another dossier already, of {importer}: each house bill "
                "has an ACID of its own.",
            ),
            {"bill": bill, "importer": importer},
        )


def load_all(connection: Connection, profile: str) -> tuple[Dossier, ...]:
    """Return every dossier of a country's law, the latest first."""
    own = select(advance_cargo).where(advance_cargo.c.profile == profile)
    return tuple(map(_dossier, connection.execute(own.order_by(advance_cargo.c.id.desc()))))


def load(connection: Connection, dossier_id: int) -> Dossier:
    """Return a dossier; raises UserError when it is gone."""
    own = select(advance_cargo).where(advance_cargo.c.id == dossier_id)
    row = connection.execute(own).one_or_none()
    if row is None:
        raise UserError(QT_TRANSLATE_NOOP("UserError", "The dossier is no longer in the database."))
    return _dossier(row)


def with_acid(connection: Connection, profile: str, digits: str) -> tuple[Dossier, ...]:
    """Return the dossiers that have or had a number: the one in use first, then the latest."""
    own = (
        select(advance_cargo)
        .join(advance_cargo_acids, advance_cargo_acids.c.dossier_id == advance_cargo.c.id)
        .where(advance_cargo.c.profile == profile, advance_cargo_acids.c.digits == digits)
        .order_by(advance_cargo.c.is_in_use.desc(), advance_cargo.c.id.desc())
    )
    return tuple(map(_dossier, connection.execute(own)))


def store(connection: Connection, dossier: Dossier, *, at: datetime, user: str) -> Dossier:
    """Insert a dossier, or put it in the place of the version it began with; returns it as kept.

    Raises DossierChanged when that version is no longer the newest, AcidTaken, BillTaken.
    """
    alone(connection, advance_cargo)
    kept = replace(dossier, version=dossier.version + 1)
    row = {**_row(kept), "stored_at": at.astimezone(UTC), "stored_by": user}
    _refuse_taken(connection, kept, row)
    its = advance_cargo.c.id == dossier.id
    if dossier.id:
        same = its & (advance_cargo.c.version == dossier.version)
        if not connection.execute(update(advance_cargo).where(same).values(row)).rowcount:
            load(connection, dossier.id)
            who = connection.scalar(select(advance_cargo.c.stored_by).where(its))
            raise DossierChanged(str(who))
    else:
        number = connection.scalar(insert(advance_cargo).returning(advance_cargo.c.id), row)
        kept = replace(kept, id=int(number or 0))
    _store_acids(connection, kept)
    return kept


def remove(connection: Connection, dossier: Dossier) -> None:
    """Take a dossier out as it was read; raises DossierChanged."""
    its = (advance_cargo.c.id == dossier.id) & (advance_cargo.c.version == dossier.version)
    if not connection.execute(delete(advance_cargo).where(its)).rowcount:
        load(connection, dossier.id)
        own = select(advance_cargo.c.stored_by).where(advance_cargo.c.id == dossier.id)
        raise DossierChanged(str(connection.scalar(own)))


def _refuse_taken(connection: Connection, dossier: Dossier, row: dict[str, object]) -> None:
    if not row["is_in_use"]:
        return
    for name, refusal in (("acid", AcidTaken), ("bill", BillTaken)):
        other = select(advance_cargo).where(
            advance_cargo.c.profile == dossier.profile,
            advance_cargo.c[name] == row[name],
            advance_cargo.c.is_in_use,
            advance_cargo.c.id != dossier.id,
        )
        found = connection.execute(other).first() if row[name] else None
        if found is not None:
            written = dossier.bill if name == "bill" else str(row[name])
            raise refusal(written, _dossier(found).importer_name)


def _store_acids(connection: Connection, dossier: Dossier) -> None:
    own = advance_cargo_acids.c.dossier_id == dossier.id
    connection.execute(delete(advance_cargo_acids).where(own))
    rows = [{"dossier_id": dossier.id, "digits": digits} for digits in _digits(dossier)]
    if rows:
        connection.execute(insert(advance_cargo_acids), rows)


def _digits(dossier: Dossier) -> Iterable[str]:
    return dict.fromkeys(acid.digits for acid in dossier.acids)


def _row(dossier: Dossier) -> dict[str, object]:
    content = {key: held for key, held in to_plain(dossier).items() if key not in _OF_THE_ROW}
    acid = dossier.acid
    is_in_use = dossier.state not in (State.CANCELLED, State.REJECTED) and not dossier.replaced_by
    return {
        "version": dossier.version,
        "profile": dossier.profile,
        "acid": "" if acid is None else acid.digits,
        "bill": plain_number(dossier.bill),
        "is_in_use": is_in_use,
        "content": json.dumps(content, ensure_ascii=False, separators=(",", ":")),
    }


def _dossier(row: Row[tuple[object, ...]]) -> Dossier:
    content = {**json.loads(row.content), **{name: getattr(row, name) for name in _OF_THE_ROW}}
    return from_plain(Dossier, content)
