"""Store and load whole declarations: plain rows in bulk, exact values, no silent overwriting."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, bindparam, delete, insert, select, update

from sad_desktop.brokerage.conflict import Conflict, differences
from sad_desktop.brokerage.library import Stored
from sad_desktop.database import acknowledgements, library, numbers, plain, rows
from sad_desktop.database.engine import reading, writing
from sad_desktop.database.schema import declarations
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.figures import Figures
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

_SAME_VERSION = (declarations.c.id == bindparam("its_id")) & (
    declarations.c.version == bindparam("base_version")
)


class NotStored(UserError):
    """The declaration is not, or no longer, in the database."""

    def __init__(self) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("UserError", "The declaration is no longer in the database.")
        )


def store(
    engine: Engine,
    declaration_id: str,
    draft: Draft,
    *,
    base_version: int,
    user: str,
    at: datetime,
    base: Draft | None = None,
) -> Stored:
    """Store a draft over the version it began with (0: never stored), all or nothing.

    Raises Conflict when somebody stored a newer version meanwhile; ``base``, the draft as it was
    opened, lets the conflict say who changed what. Raises StorageUnavailable.
    """
    moment = at.astimezone(UTC)
    header = header_row(draft, user, moment)
    with writing(engine) as connection:
        created = _write_header(connection, declaration_id, header, base_version)
        if created is None:
            theirs = _load(connection, declaration_id)
            raise Conflict(theirs, differences(base, theirs.draft, draft))
        stored = Stored(
            id=declaration_id,
            version=base_version + 1,
            draft=draft,
            created_at=created[0],
            created_by=created[1],
            stored_at=moment,
            stored_by=user,
        )
        rows.write(connection, declaration_id, draft.declaration)
        rows.write_source(connection, declaration_id, draft.source)
        numbers.write(connection, declaration_id, draft.declaration)
        library.write_line(connection, stored)
    return stored


def load(engine: Engine, declaration_id: str) -> Stored:
    """Return a stored declaration; raises NotStored, StorageUnavailable."""
    with reading(engine) as connection:
        return _load(connection, declaration_id)


def delete_draft(engine: Engine, declaration_id: str) -> None:
    """Delete a declaration nobody has registered; raises NotStored, and UserError for others."""
    with writing(engine) as connection:
        status = connection.scalar(
            select(declarations.c.status).where(declarations.c.id == declaration_id)
        )
        if status is None:
            raise NotStored
        if not Status(status).is_editable:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "UserError", "A registered declaration stays in the library; only drafts go."
                )
            )
        library.erase_line(connection, declaration_id)
        acknowledgements.erase(connection, declaration_id)
        connection.execute(delete(declarations).where(declarations.c.id == declaration_id))


def header_row(draft: Draft, user: str, moment: datetime) -> dict[str, Any]:
    """Return the columns of the general segment but its id, version and creation."""
    declared = draft.declared
    return {
        **{name: getattr(draft.declaration, name) for name in definitions(Declaration)},
        "status": draft.status.value,
        "profile": draft.profile,
        "stored_at": moment,
        "stored_by": user,
        "rejected": json.dumps(plain.plain_rejected(draft.rejected)),
        "filled": json.dumps(plain.plain_places(draft.filled)),
        "declared": None if declared is None else json.dumps(plain.to_plain(declared)),
    }


def _write_header(
    connection: Connection, declaration_id: str, header: dict[str, Any], base_version: int
) -> tuple[datetime, str] | None:
    """Write the header over its base; returns who created it and when, None on a newer version.

    A declaration that was stored once and is gone (a deleted draft) comes back as it is.
    """
    known = {"its_id": declaration_id, "base_version": base_version}
    written = connection.execute(
        update(declarations).where(_SAME_VERSION),
        {**header, **known, "version": base_version + 1},
    )
    if written.rowcount:
        rows.erase(connection, declaration_id)
        found = connection.execute(
            select(declarations.c.created_at, declarations.c.created_by).where(
                declarations.c.id == declaration_id
            )
        ).one()
        return found.created_at, found.created_by
    if connection.scalar(select(declarations.c.id).where(declarations.c.id == declaration_id)):
        return None
    creation = {"created_at": header["stored_at"], "created_by": header["stored_by"]}
    connection.execute(
        insert(declarations),
        {**header, **creation, "id": declaration_id, "version": base_version + 1},
    )
    return header["stored_at"], header["stored_by"]


def _load(connection: Connection, declaration_id: str) -> Stored:
    header = connection.execute(
        select(declarations).where(declarations.c.id == declaration_id)
    ).first()
    if header is None:
        raise NotStored
    declaration = Declaration(
        **{name: getattr(header, name) for name in definitions(Declaration)},
        items=rows.load_items(connection, declaration_id),
        containers=rows.load_containers(connection, declaration_id),
    )
    return Stored(
        id=declaration_id,
        version=header.version,
        draft=_draft(connection, header, declaration),
        created_at=header.created_at,
        created_by=header.created_by,
        stored_at=header.stored_at,
        stored_by=header.stored_by,
    )


def _draft(connection: Connection, header: Row[Any], declaration: Declaration) -> Draft:
    declared = header.declared
    return Draft(
        declaration=declaration,
        rejected=plain.rejected_from(json.loads(header.rejected)),
        filled=plain.places_from(json.loads(header.filled)),
        status=Status(header.status),
        profile=header.profile,
        source=rows.load_source(connection, header.id),
        declared=None if declared is None else plain.from_plain(Figures, json.loads(declared)),
    )
