"""Store and load whole declarations: plain rows in bulk, exact values, no silent overwriting."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, bindparam, delete, insert, select, update

from sad_desktop.brokerage.conflict import Conflict, differences
from sad_desktop.brokerage.history import Operation, changes
from sad_desktop.brokerage.library import Stored
from sad_desktop.database import (
    acknowledgements,
    history,
    library,
    numbering,
    numbers,
    plain,
    rows,
)
from sad_desktop.database.engine import Turn, reading, take_turn, writing
from sad_desktop.database.schema import declarations
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.figures import Figures
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP


class NotStored(UserError):
    """The declaration is not, or no longer, in the database."""

    def __init__(self) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("UserError", "The declaration is no longer in the database.")
        )


class NotEditable(UserError):
    """A registered declaration stays as it is (rule X-05)."""

    def __init__(self) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The declaration is registered and was not stored: it is changed by an amendment "
                "only.",
            )
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
    numbers_reference: bool = False,
) -> Stored:
    """Store a draft over the version it began with (0: never stored), all or nothing.

    Raises Conflict when somebody stored a newer version meanwhile; ``base``, the draft as it was
    opened, lets the conflict say who changed what. A registered declaration is never stored over:
    NotEditable. ``numbers_reference`` gives an empty box 7 the declarant's next number (S3-022).
    Raises StorageUnavailable.
    """
    with writing(engine) as connection:
        take_turn(connection, Turn.LIFE)
        standing = standing_of(connection, declaration_id)
        if standing is not None and standing.version != base_version:
            theirs = load_from(connection, declaration_id)
            raise Conflict(theirs, differences(base, theirs.draft, draft))
        _refuse_registered(standing, draft.status)
        if numbers_reference:
            draft = numbering.with_reference(connection, draft, declaration_id)
        stored = put(
            connection, declaration_id, draft, standing, version=base_version + 1, user=user, at=at
        )
        changed, named = changes(base, draft)
        history.append(
            connection,
            stored,
            Operation.STORE,
            before=None if standing is None else standing.status,
            changed=changed,
            changes=named,
        )
    return stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands in the database of a declaration before something is written over it."""

    version: int
    status: Status
    created_at: datetime
    created_by: str


def standing_of(connection: Connection, declaration_id: str) -> Standing | None:
    """Return how a declaration stands, None when it is not there."""
    its = declarations.c
    row = connection.execute(
        select(its.version, its.status, its.created_at, its.created_by).where(
            its.id == declaration_id
        )
    ).first()
    if row is None:
        return None
    return Standing(
        version=row.version,
        status=Status(row.status),
        created_at=row.created_at,
        created_by=row.created_by,
    )


def put(
    connection: Connection,
    declaration_id: str,
    draft: Draft,
    standing: Standing | None,
    *,
    version: int,
    user: str,
    at: datetime,
) -> Stored:
    """Write a draft over what stands there; whoever calls has judged whether it may be.

    A declaration that was stored once and is gone (a deleted draft) comes back as it is.
    """
    moment = at.astimezone(UTC)
    header = {**header_row(draft, user, moment), "version": version}
    stored = Stored(
        id=declaration_id,
        version=version,
        draft=draft,
        created_at=moment if standing is None else standing.created_at,
        created_by=user if standing is None else standing.created_by,
        stored_at=moment,
        stored_by=user,
    )
    if standing is None:
        creation = {"created_at": moment, "created_by": user, "id": declaration_id}
        connection.execute(insert(declarations), {**header, **creation})
    else:
        connection.execute(
            update(declarations).where(declarations.c.id == bindparam("its_id")),
            {**header, "its_id": declaration_id},
        )
        rows.erase(connection, declaration_id)
    rows.write(connection, declaration_id, draft.declaration)
    rows.write_source(connection, declaration_id, draft.source)
    numbers.write(connection, declaration_id, draft.declaration)
    library.write_line(connection, stored)
    return stored


def load(engine: Engine, declaration_id: str) -> Stored:
    """Return a stored declaration; raises NotStored, StorageUnavailable."""
    with reading(engine) as connection:
        return load_from(connection, declaration_id)


def delete_draft(engine: Engine, declaration_id: str, *, user: str, at: datetime) -> None:
    """Delete a declaration nobody has registered; raises NotStored, and UserError for others.

    Its history stays and says who deleted it.
    """
    with writing(engine) as connection:
        take_turn(connection, Turn.LIFE)
        standing = standing_of(connection, declaration_id)
        if standing is None:
            raise NotStored
        if not standing.status.is_unregistered:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "UserError", "A registered declaration stays in the library; only drafts go."
                )
            )
        stored = load_from(connection, declaration_id)
        gone = replace(stored, stored_by=user, stored_at=at.astimezone(UTC))
        history.append(connection, gone, Operation.DELETE, before=standing.status, is_gone=True)
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


def _refuse_registered(standing: Standing | None, status: Status) -> None:
    """Let a plain storing neither change what is registered nor lead to another status."""
    is_amended = standing is not None and standing.status is Status.AMENDED
    allowed = status is Status.AMENDED if is_amended else status.is_unregistered
    if not allowed or (standing is not None and not standing.status.is_editable):
        raise NotEditable


def load_from(connection: Connection, declaration_id: str) -> Stored:
    """Return a stored declaration within a transaction; raises NotStored."""
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
