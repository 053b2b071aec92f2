"""Guarantees, due dates of suspended declarations, and what guarantees stand for."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_DAY = sa.Date().with_variant(sa.Text(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
_EXACT = sa.Numeric().with_variant(sa.Text(), "sqlite")
_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables; two of them are only ever added to."""
    op.create_table(
        "guarantees",
        sa.Column("id", _SEQUENCE, nullable=False),
        _whole("version"),
        _text("profile"),
        _moment("stored_at"),
        _text("stored_by"),
        *map(_text, ("kind", "number", "issuer", "importer")),
        sa.Column("amount", _EXACT),
        *map(_day, ("issued_on", "valid_until")),
        _text("note"),
        _flag("is_returned"),
        sa.PrimaryKeyConstraint("id", name="pk_guarantees"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_guarantees_number", "guarantees", ["number"])
    _create_due_dates()
    _create_records()
    for table in ("due_date_acts", "guarantee_charges"):
        _guard(table)


def _create_due_dates() -> None:
    op.create_table(
        "due_dates",
        sa.Column("id", _SEQUENCE, nullable=False),
        _whole("version"),
        _text("profile"),
        sa.Column("declaration_id", sa.String(36), nullable=False),
        *map(_text, ("regime", "case")),
        sa.Column("first_on", _DAY, nullable=False),
        sa.Column("started_on", _DAY, nullable=False),
        _day("due_on"),
        _whole("extensions"),
        *map(_flag, ("has_left", "is_documents")),
        *map(_whole, ("claim_days", "decimals")),
        sa.Column("guarantee_id", _SEQUENCE, nullable=False),
        *map(_text, ("proof", "proof_number")),
        *map(_day, ("discharged_on", "claim_due_on")),
        _whole("claim_extensions"),
        *map(_day, ("claimed_on", "refunded_on", "debited_on")),
        _flag("is_withdrawn"),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["declarations.id"], name="fk_due_dates_declaration_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_due_dates"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_due_dates_declaration_id", "due_dates", ["declaration_id"])


def _create_records() -> None:
    op.create_table(
        "due_date_acts",
        sa.Column("sequence", _SEQUENCE, nullable=False),
        sa.Column("due_id", _SEQUENCE, nullable=False),
        _moment("at"),
        *map(_text, ("done_by", "act")),
        sa.Column("on", _DAY, nullable=False),
        _day("due_on"),
        sa.Column("amount", _EXACT, nullable=False),
        *map(_text, ("declaration", "remark")),
        _refers("due_date_acts", "due_id", "due_dates"),
        sa.PrimaryKeyConstraint("sequence", name="pk_due_date_acts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_due_date_acts_due_id", "due_date_acts", ["due_id"])
    op.create_table(
        "guarantee_charges",
        sa.Column("sequence", _SEQUENCE, nullable=False),
        sa.Column("due_id", _SEQUENCE, nullable=False),
        sa.Column("guarantee_id", _SEQUENCE),
        _whole("item_number"),
        _text("kind"),
        sa.Column("amount", _EXACT, nullable=False),
        _moment("at"),
        _refers("guarantee_charges", "due_id", "due_dates"),
        _refers("guarantee_charges", "guarantee_id", "guarantees"),
        sa.PrimaryKeyConstraint("sequence", name="pk_guarantee_charges"),
        sqlite_autoincrement=True,
    )
    for column in ("due_id", "guarantee_id"):
        op.create_index(f"ix_guarantee_charges_{column}", "guarantee_charges", [column])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _day(name: str) -> sa.Column[object]:
    return sa.Column(name, _DAY)


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, _MOMENT, nullable=False)


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}")


def _guard(table: str) -> None:
    """Make the database refuse to change, delete or empty what a table has recorded."""
    refusal = f"{table} is append-only"
    if op.get_bind().dialect.name == "sqlite":
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
            )
        return
    op.execute(
        f"CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{refusal}' USING ERRCODE = 'integrity_constraint_violation'; "
        f"END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_is_append_only()"
    )
    op.execute(
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_append_only()"
    )
