"""Read the latest declarations of an importer for what is usual in them: header, goods, papers."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from sad_desktop.brokerage.habits import (
    LEARNED,
    OF_GOODS,
    PastDeclaration,
    PastItem,
    supplier_key,
)
from sad_desktop.brokerage.harvest import HABITS, Seen
from sad_desktop.database import harvest
from sad_desktop.database.engine import reading
from sad_desktop.database.schema import declarations, items, row_tables
from sad_desktop.declaration.draft import Rows
from sad_desktop.declaration.status import Status

LATEST = 60
"""Declarations that are counted, the last stored; what was usual before is usual no longer."""

_MOST_ITEMS = 3_000
_MOST_PAPERS = 6_000

_Papers = Mapping[tuple[str, int], frozenset[str]]
"""Codes of documents by declaration and item key."""


def past(
    engine: Engine, profile: str, importer: str, but: str
) -> tuple[tuple[PastDeclaration, ...], tuple[PastItem, ...]]:
    """Return the latest declarations of an importer and their items; cancelled ones are left out.

    ``but`` is the id of the declaration that asks. Raises StorageUnavailable.
    """
    with reading(engine) as connection:
        headers = _headers(connection, profile, importer, but)
        ids = [row.id for row in headers]
        goods = _goods(connection, ids)
        papers = _papers(connection, ids)
    first = {row.declaration_id: row.key for row in goods if row.position == 0}
    by_id = {
        row.id: _declaration(row, papers.get((row.id, first.get(row.id, 0)))) for row in headers
    }
    return tuple(by_id.values()), tuple(
        PastItem(
            declaration=by_id[row.declaration_id],
            values=_held(row, OF_GOODS),
            documents=papers.get((row.declaration_id, row.key), _NONE) if row.position else _NONE,
        )
        for row in goods
    )


def learned(engine: Engine, profile: str, importer: str) -> tuple[Seen, ...]:
    """Return what files taught of an importer; raises StorageUnavailable."""
    begins = json.dumps([importer], ensure_ascii=False).removesuffix("]") + ","
    return harvest.load(engine, profile, LEARNED, begins=begins)


_NONE: frozenset[str] = frozenset()


def _headers(connection: Connection, profile: str, importer: str, but: str) -> Sequence[Row[Any]]:
    its = declarations.c
    names = dict.fromkeys((*HABITS, "general_procedure", "declaration_type"))
    wanted = (
        select(
            its.id,
            its.stored_at,
            its.declaration_day,
            its.registration_day,
            its.assessment_day,
            *(its[name] for name in names),
        )
        .where(its.consignee_code == importer, its.profile.in_(("", profile)), its.id != but)
        .where(its.status != Status.CANCELLED.value)
        .order_by(its.stored_at.desc(), its.id)
        .limit(LATEST)
    )
    return connection.execute(wanted).all()


def _goods(connection: Connection, ids: Sequence[str]) -> Sequence[Row[Any]]:
    its = items.c
    wanted = (
        select(its.declaration_id, its.key, its.position, *(its[name] for name in OF_GOODS))
        .where(its.declaration_id.in_(ids))
        .order_by(its.position)
        .limit(_MOST_ITEMS)
    )
    return connection.execute(wanted).all()


def _papers(connection: Connection, ids: Sequence[str]) -> _Papers:
    its = row_tables[Rows.DOCUMENTS].c
    wanted = (
        select(its.declaration_id, its.item_key, its.document_code)
        .where(its.declaration_id.in_(ids), its.document_code != "")
        .order_by(its.item_key)
        .limit(_MOST_PAPERS)
    )
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for declaration_id, item_key, code in connection.execute(wanted):
        found[declaration_id, item_key].add(code)
    return {own: frozenset(codes) for own, codes in found.items()}


def _declaration(row: Row[Any], papers: frozenset[str] | None) -> PastDeclaration:
    day: date = (
        row.assessment_day or row.registration_day or row.declaration_day or row.stored_at.date()
    )
    return PastDeclaration(
        on=day,
        model=row.declaration_type + row.general_procedure,
        supplier=supplier_key(row.exporter_code, row.exporter_name),
        values=_held(row, HABITS),
        documents=papers or _NONE,
    )


def _held(row: Row[Any], names: Sequence[str]) -> dict[str, str]:
    return {name: value for name in names if (value := getattr(row, name))}
