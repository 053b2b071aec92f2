"""The library's lines: one per declaration, found by the beginnings of its words."""

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Row,
    Select,
    Text,
    cast,
    delete,
    func,
    insert,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY

from sad_desktop.brokerage.library import LibraryQuery, Stored, Summary
from sad_desktop.database.engine import reading
from sad_desktop.database.schema import library, library_words
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration, reference_of
from sad_desktop.declaration.rows import Container
from sad_desktop.declaration.status import Status
from sad_desktop.tariff.lookup import query_words, words

SEARCHED = {
    Declaration: (
        "reference_number",
        "registration_number",
        "assessment_number",
        "receipt_number",
        "manifest",
        "exporter_code",
        "exporter_name",
        "consignee_code",
        "consignee_name",
        "payer_code",
        "payer_name",
        "declarant_code",
        "declarant_name",
        "principal_code",
        "principal_name",
        "arrival_identity",
        "border_identity",
        "bank_reference",
    ),
    Item: (
        "commodity_code",
        "commercial_description",
        "tariff_description",
        "marks_1",
        "marks_2",
        "summary_declaration",
        "licence_number",
    ),
    Container: ("identity",),
}
"""The fields whose words find a declaration: references, parties, codes, descriptions."""

_MOST_BYTES = 700_000  # of words; a tsvector ends at 1 MB
_LONGEST_WORD = 60
_POINT_IN_NUMBER = re.compile(r"(?<=\d)\.(?=\d)")
_STATUS = "§{}"  # a word nobody types: the section sign is no letter
_COLUMNS = tuple(field.name for field in fields(Summary) if field.name != "id")
SUMMARY = (library.c.declaration_id, *(library.c[name] for name in _COLUMNS))
"""The columns of a line that is shown."""


def summaries(
    engine: Engine, query: LibraryQuery, offset: int = 0, limit: int = 100
) -> tuple[Summary, ...]:
    """Return lines of the library, last stored first; raises StorageUnavailable."""
    places = places_of(engine, query).offset(offset).limit(limit).subquery("places")
    wanted = (
        select(*SUMMARY)
        .join(places, places.c.sequence == library.c.sequence)
        .order_by(library.c.sequence.desc())
    )
    with reading(engine) as connection:
        return tuple(map(summary, connection.execute(wanted)))


def summary(row: Row[Any]) -> Summary:
    """Return a row of the columns ``SUMMARY``."""
    line = dict(zip(("id", *_COLUMNS), row, strict=True))
    return Summary(**{**line, "status": Status(line["status"])})


def count(engine: Engine, query: LibraryQuery) -> int:
    """Return how many lines a query finds."""
    wanted = _selected(engine, query).with_only_columns(func.count(), maintain_column_froms=True)
    with reading(engine) as connection:
        return connection.scalar(wanted) or 0


def counts(engine: Engine) -> dict[Status, int]:
    """Return how many declarations stand at each status; those at none are left out."""
    per_status = select(library.c.status, func.count()).group_by(library.c.status)
    with reading(engine) as connection:
        return {Status(status): number for status, number in connection.execute(per_status)}


def write_line(connection: Connection, stored: Stored) -> None:
    """Put a declaration's line at the end of the library, in the place of its former one."""
    erase_line(connection, stored.id)
    add_line(connection, stored)


def add_line(connection: Connection, stored: Stored) -> None:
    """Put the line of a declaration that has none at the end of the library."""
    sequence = connection.scalar(insert(library).returning(library.c.sequence), _line(stored))
    found_by = _words(stored.draft)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "INSERT INTO library_words(rowid, words) VALUES (?, ?)",
            (sequence, " ".join(found_by)),
        )
        return
    statement = insert(library_words).values(
        sequence=sequence, words=func.array_to_tsvector(cast(found_by, ARRAY(Text)))
    )
    connection.execute(statement)


def erase_line(connection: Connection, declaration_id: str) -> None:
    """Take a declaration's line out of the library."""
    its = library.c.declaration_id == declaration_id
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "DELETE FROM library_words WHERE rowid IN "
            "(SELECT sequence FROM library WHERE declaration_id = ?)",
            (declaration_id,),
        )
    connection.execute(delete(library).where(its))


def places_of(engine: Engine, query: LibraryQuery) -> Select[Any]:
    """Return the selection of the places of the lines a query wants, last stored first."""
    wanted = _selected(engine, query)
    return wanted.order_by(wanted.selected_columns[0].desc())


def _selected(engine: Engine, query: LibraryQuery) -> Select[Any]:
    """Return a selection of the places of the lines a query wants."""
    terms = _terms(query)
    if terms:
        wanted = select(_place(engine).label("sequence")).select_from(library_words)
        return wanted.where(_found(engine, terms, query.status))
    wanted = select(library.c.sequence)
    if query.status is not None:
        return wanted.where(library.c.status == query.status.value)
    return wanted


def _terms(query: LibraryQuery) -> list[str]:
    """Return what words must begin with, each term once."""
    typed = query_words(_POINT_IN_NUMBER.sub("", query.typed))
    return list(dict.fromkeys(word[:_LONGEST_WORD] for word in typed))


def _found(engine: Engine, terms: list[str], status: Status | None) -> ColumnElement[bool]:
    """Return the condition that a line has the words; a status is one of a line's words.

    Terms are letters and digits only, so that none is an operator of either search language.
    """
    if engine.dialect.name == "sqlite":
        parts = [f'"{term}"*' for term in terms]
        if status is not None:
            parts.insert(0, f'"{_STATUS.format(status.value)}"')
        return literal_column("library_words").op("MATCH")(" AND ".join(parts))
    parts = [f"'{term}':*" for term in terms]
    if status is not None:
        parts.insert(0, f"'{_STATUS.format(status.value)}'")
    return library_words.c.words.op("@@")(cast(" & ".join(parts), TSQUERY))


def _place(engine: Engine) -> ColumnElement[int]:
    """Return the column whose order is the order of storing; FTS5 walks its own for nothing."""
    if engine.dialect.name == "sqlite":
        return literal_column("library_words.rowid", library.c.sequence.type)
    return library_words.c.sequence


def _line(stored: Stored) -> dict[str, Any]:
    draft = stored.draft
    declaration = draft.declaration
    first = declaration.items[0] if declaration.items else Item()
    return {
        "declaration_id": stored.id,
        "version": stored.version,
        "status": draft.status.value,
        "profile": draft.profile,
        "reference": reference_of(declaration),
        "registration": _joined(
            " ", declaration.registration_serial, declaration.registration_number
        ),
        "declaration_model": _joined(
            " ", declaration.declaration_type, declaration.general_procedure
        ),
        "office_code": declaration.office_code,
        "consignee_code": declaration.consignee_code,
        "consignee_name": _first_line(declaration.consignee_name),
        "exporter_name": _first_line(declaration.exporter_name),
        "commodity_code": first.commodity_code,
        "goods": _first_line(first.commercial_description or first.tariff_description),
        "item_count": len(declaration.items),
        "invoice_currency": declaration.invoice_currency,
        "invoice_amount": declaration.invoice_amount,
        "stored_at": stored.stored_at,
        "stored_by": stored.stored_by,
    }


def _words(draft: Draft) -> list[str]:
    """Return the folded words a declaration is found by, with and without their article."""
    typed = " ".join(_texts(draft.declaration)).split()
    text = _POINT_IN_NUMBER.sub("", " ".join(dict.fromkeys(typed)))  # items repeat their words
    found = dict.fromkeys([_STATUS.format(draft.status.value)])
    left = _MOST_BYTES
    for word in dict.fromkeys(words(text)):
        stems = (stem for stem in query_words(word) if not word.startswith(stem))
        for one in (word, *stems):
            kept = one[:_LONGEST_WORD]
            left -= len(kept.encode())
            if left < 0:
                return list(found)
            found[kept] = None
    return list(found)


def _texts(declaration: Declaration) -> Iterator[str]:
    """Yield every text a declaration is searched by, the general segment's first."""
    if declaration.reference_year is not None:
        yield str(declaration.reference_year)
    rows: tuple[object, ...] = (declaration, *declaration.containers, *declaration.items)
    for row in rows:
        for name in SEARCHED[type(row)]:
            yield getattr(row, name)
    for item in declaration.items:
        for document in item.documents:
            yield document.reference


def _joined(between: str, *parts: object) -> str:
    return between.join(str(part) for part in parts if part not in (None, ""))


def _first_line(text: str) -> str:
    return text.partition("\n")[0]
