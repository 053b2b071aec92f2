"""The life of declarations: history, frozen versions, assessments, numbers given, goods moved.

What is recorded is never rewritten: triggers refuse every UPDATE and DELETE of these tables.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_NUMBER = sa.Numeric().with_variant(sa.Text(), "sqlite")
_DAY = sa.Date().with_variant(sa.Text(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_APPEND_ONLY = ("history", "versions", "assessments", "goods_movements")


def text(name: str) -> sa.Column[str]:
    """Return a column of text, empty where there is none."""
    return sa.Column(name, sa.Text(), nullable=False)


def whole(name: str) -> sa.Column[int]:
    """Return a column of a whole number that is always there."""
    return sa.Column(name, sa.Integer(), nullable=False)


def moment(name: str) -> sa.Column[object]:
    """Return a column of a moment in UTC."""
    return sa.Column(name, _MOMENT, nullable=False)


def number(name: str) -> sa.Column[object]:
    """Return a column of an exact number."""
    return sa.Column(name, _NUMBER)


def seal(name: str) -> sa.Column[str]:
    """Return a column of a SHA-256 in hexadecimal."""
    return sa.Column(name, sa.String(64), nullable=False)


def declaration_id() -> sa.Column[str]:
    """Return the column that names the declaration."""
    return sa.Column("declaration_id", sa.String(36), nullable=False)


def key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    """Return the primary key of a table."""
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def of_declaration(table: str) -> sa.ForeignKeyConstraint:
    """Return the constraint that keeps a registered declaration from being deleted."""
    return sa.ForeignKeyConstraint(
        ["declaration_id"], ["declarations.id"], name=f"fk_{table}_declaration_id"
    )


def upgrade() -> None:
    """Create the tables and what guards them."""
    for column in ("reference_number", "registration_number"):
        op.create_index(f"ix_declarations_{column}", "declarations", [column])
    _create_history()
    _create_frozen()
    _create_ledgers()
    for table in _APPEND_ONLY:
        _guard(table)


def _create_history() -> None:
    op.create_table(
        "history",
        sa.Column("sequence", _SEQUENCE, autoincrement=False, nullable=False),
        declaration_id(),
        text("reference"),
        moment("at"),
        text("done_by"),
        text("operation"),
        text("status_before"),
        text("status_after"),
        whole("version"),
        text("remark"),
        whole("changed"),
        text("changes"),
        text("content"),
        seal("previous"),
        seal("seal"),
        key("history", "sequence"),
    )
    op.create_index("ix_history_declaration_id", "history", ["declaration_id"])


def _create_frozen() -> None:
    op.create_table(
        "versions",
        declaration_id(),
        whole("number"),
        text("operation"),
        moment("taken_at"),
        text("taken_by"),
        sa.Column("draft", sa.LargeBinary(), nullable=False),
        seal("content"),
        key("versions", "declaration_id", "number"),
        of_declaration("versions"),
    )
    op.create_table(
        "assessments",
        declaration_id(),
        whole("number"),
        moment("assessed_at"),
        text("assessed_by"),
        sa.Column("law_day", _DAY, nullable=False),
        text("profile"),
        text("currency"),
        sa.Column("total", _NUMBER, nullable=False),
        text("law"),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        seal("content"),
        key("assessments", "declaration_id", "number"),
        of_declaration("assessments"),
    )


def _create_ledgers() -> None:
    op.create_table(
        "sequences",
        text("kind"),
        text("scope"),
        whole("year"),
        whole("last"),
        key("sequences", "kind", "scope", "year"),
    )
    op.create_table(
        "goods_movements",
        sa.Column("sequence", _SEQUENCE, nullable=False),
        declaration_id(),
        sa.Column("entry", _SEQUENCE, nullable=False),
        text("kind"),
        text("office"),
        sa.Column("year", sa.Integer()),
        text("serial"),
        text("number"),
        sa.Column("item_number", sa.Integer()),
        number("packages"),
        number("mass"),
        number("quantity"),
        number("value"),
        key("goods_movements", "sequence"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_goods_movements_declaration_id", "goods_movements", ["declaration_id"])
    op.create_index("ix_goods_movements_number_office", "goods_movements", ["number", "office"])


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
