"""Numbers by which declarations find each other, filled from the stored ones; acknowledgements."""

from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

# Numbers and descriptions are folded as the lookups fold them, by the very same functions.
from sad_desktop.brokerage.numbers import (
    INVOICES,
    chassis_numbers,
    description_digest,
    plain_number,
)

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
_BATCH = 2_000


def upgrade() -> None:
    """Create the tables and fill them from every stored declaration."""
    op.create_table(
        "kept_numbers",
        _key(sa.String(36), "declaration_id"),
        _key(sa.String(12), "kind"),
        _key(sa.Text(), "number"),
        _belongs("kept_numbers"),
        sa.PrimaryKeyConstraint("declaration_id", "kind", "number", name="pk_kept_numbers"),
    )
    op.create_index("ix_kept_numbers_kind_number", "kept_numbers", ["kind", "number"])
    op.create_table(
        "described_goods",
        _key(sa.String(36), "declaration_id"),
        _key(sa.String(32), "digest"),
        _key(sa.Text(), "commodity_code"),
        _belongs("described_goods"),
        sa.PrimaryKeyConstraint(
            "declaration_id", "digest", "commodity_code", name="pk_described_goods"
        ),
    )
    op.create_index("ix_described_goods_digest", "described_goods", ["digest"])
    op.create_table(
        "acknowledgements",
        _key(sa.String(36), "declaration_id"),
        _key(sa.String(12), "rule"),
        _key(sa.Text(), "place"),
        _key(sa.String(32), "digest"),
        sa.Column("stated", sa.Text(), nullable=False),
        sa.Column("acknowledged_by", sa.Text(), nullable=False),
        sa.Column("acknowledged_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint(
            "declaration_id", "rule", "place", "digest", name="pk_acknowledgements"
        ),
    )
    _fill()


def _key(kind: sa.types.TypeEngine[str], name: str) -> sa.Column[str]:
    return sa.Column(name, kind, nullable=False)


def _belongs(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["declaration_id"],
        ["declarations.id"],
        name=f"fk_{table}_declaration_id",
        ondelete="CASCADE",
    )


def _fill() -> None:
    numbers = sa.text(
        "INSERT INTO kept_numbers (declaration_id, kind, number) VALUES (:id, :kind, :text) "
        "ON CONFLICT DO NOTHING"
    )
    _insert(numbers, _numbers())
    goods = sa.text(
        "INSERT INTO described_goods (declaration_id, digest, commodity_code) "
        "VALUES (:id, :kind, :text) ON CONFLICT DO NOTHING"
    )
    described = _rows(
        "SELECT declaration_id, commercial_description, commodity_code || commodity_precision "
        "FROM items WHERE commodity_code <> ''"
    )
    _insert(goods, ((own, description_digest(text), code[:40]) for own, text, code in described))


def _numbers() -> Iterator[tuple[str, str, str]]:
    for own, number in _rows("SELECT id, reference_number FROM declarations"):
        yield own, "reference", number[:80]
    for own, bill, first, second, third, fourth, *texts in _rows(
        "SELECT declaration_id, summary_declaration, container_1, container_2, container_3, "
        "container_4, marks_1, marks_2, commercial_description, free_text_1 FROM items"
    ):
        yield own, "bill", plain_number(bill)
        for identity in (first, second, third, fourth):
            yield own, "container", plain_number(identity)
        for number in chassis_numbers(" ".join(texts)):
            yield own, "chassis", number
    for own, code, reference in _rows(
        "SELECT declaration_id, document_code, reference FROM documents"
    ):
        if code in INVOICES:
            yield own, "invoice", plain_number(reference)
    for own, identity in _rows("SELECT declaration_id, identity FROM containers"):
        yield own, "container", plain_number(identity)


def _rows(wanted: str) -> Iterator[Any]:
    """Yield the rows of a selection, some thousand at a time."""
    yield from op.get_bind().execute(sa.text(wanted)).yield_per(_BATCH)


def _insert(statement: sa.TextClause, rows: Iterable[tuple[str, str, str]]) -> None:
    waiting = []
    for own, kind, text in rows:
        if kind and text:
            waiting.append({"id": own, "kind": kind, "text": text})
        if len(waiting) == _BATCH:
            op.get_bind().execute(statement, waiting)
            waiting = []
    if waiting:
        op.get_bind().execute(statement, waiting)
