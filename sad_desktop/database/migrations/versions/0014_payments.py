"""Payment requests with their amounts by class, and what moves on accounts at customs."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
_EXACT = sa.Numeric().with_variant(sa.Text(), "sqlite")
_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables; movements of accounts are append-only."""
    _create_requests()
    op.create_table(
        "payment_lines",
        sa.Column("request_id", _SEQUENCE, nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        *_texts("code", "en", "ar"),
        sa.Column("amount", _EXACT, nullable=False),
        _of_request("payment_lines"),
        sa.PrimaryKeyConstraint("request_id", "row", name="pk_payment_lines"),
    )
    op.create_table(
        "account_movements",
        sa.Column("id", _SEQUENCE, nullable=False),
        *_texts("profile", "account"),
        sa.Column("request_id", _SEQUENCE, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        *_texts("done_by"),
        sa.Column("amount", _EXACT, nullable=False),
        sa.Column("left", _EXACT),
        _of_request("account_movements"),
        sa.PrimaryKeyConstraint("id", name="pk_account_movements"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_account_movements_profile_account", "account_movements", ["profile", "account"]
    )
    _guard("account_movements")


def _texts(*names: str) -> Iterator[sa.Column[str]]:
    for name in names:
        yield sa.Column(name, sa.Text(), nullable=False)


def _of_request(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["request_id"], ["payment_requests.id"], name=f"fk_{table}_request_id"
    )


def _create_requests() -> None:
    name = "payment_requests"
    op.create_table(
        name,
        sa.Column("id", _SEQUENCE, nullable=False),
        sa.Column("declaration_id", sa.String(36), nullable=False),
        *_texts("profile", "number", "office", "kind", "currency"),
        sa.Column("decimals", sa.Integer(), nullable=False),
        sa.Column("amount", _EXACT, nullable=False),
        sa.Column("assessment", sa.Integer(), nullable=False),
        *_texts("reference", "company_code", "company_name"),
        *_texts("temporary_number", "delivery_order", "status"),
        sa.Column("created_at", _MOMENT, nullable=False),
        *_texts("created_by", "receipt_number", "receipt_serial", "receipt_plain_number"),
        sa.Column("paid_at", _MOMENT),
        *_texts("recorded_by", "method", "account", "payment_number", "authorisation"),
        *_texts("movement", "paid_through"),
        sa.Column("rejected_at", _MOMENT),
        *_texts("rejected_by", "reject_reason"),
        sa.Column("voided_at", _MOMENT),
        *_texts("voided_by", "void_reason"),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["declarations.id"], name=f"fk_{name}_declaration_id"
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sqlite_autoincrement=True,
    )
    op.create_index(f"ix_{name}_declaration_id", name, ["declaration_id"])
    op.create_index(f"ix_{name}_profile_number", name, ["profile", "number"], unique=True)
    op.create_index(f"ix_{name}_profile_receipt_number", name, ["profile", "receipt_number"])
    for what, condition in (
        ("open", "status = 'start'"),
        ("paid", "status = 'successful' AND voided_at IS NULL"),
    ):
        op.create_index(
            f"uq_{name}_{what}",
            name,
            ["declaration_id", "kind"],
            unique=True,
            sqlite_where=sa.text(condition),
            postgresql_where=sa.text(condition),
        )


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
