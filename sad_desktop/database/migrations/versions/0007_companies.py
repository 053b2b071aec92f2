"""Companies with licences and accounts, and the suppliers of each importer."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_NUMBER = sa.Numeric().with_variant(sa.Text(), "sqlite")
_DAY = sa.Date().with_variant(sa.Text(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_HAS_CODE = sa.text("code <> '' AND merged_into IS NULL")


def upgrade() -> None:
    """Create the tables; there is nothing to bring over."""
    op.create_table(
        "companies",
        sa.Column("id", _SEQUENCE, nullable=False, autoincrement=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *map(_text, ("profile", "code", "en", "ar", "address_en", "address_ar", "country")),
        *map(_text, ("phone", "email", "roles", "notes", "former")),
        sa.Column("ended", _DAY),
        sa.Column("merged_into", _SEQUENCE),
        sa.Column("stored_at", _MOMENT, nullable=False),
        _text("stored_by"),
        sa.PrimaryKeyConstraint("id", name="pk_companies"),
        sa.ForeignKeyConstraint(["merged_into"], ["companies.id"], name="fk_companies_merged_into"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_companies_profile_code",
        "companies",
        ["profile", "code"],
        unique=True,
        sqlite_where=_HAS_CODE,
        postgresql_where=_HAS_CODE,
    )
    op.create_table(
        "company_licences",
        *_hanging("company_licences"),
        *map(_text, ("name", "number")),
        sa.Column("valid_until", _DAY),
    )
    op.create_table(
        "company_accounts",
        *_hanging("company_accounts"),
        *map(_text, ("code", "kind")),
        sa.Column("left", _NUMBER),
    )
    op.create_index("ix_company_accounts_code", "company_accounts", ["code"])
    op.create_table(
        "suppliers",
        *map(_text, ("profile", "importer")),
        sa.Column("company_id", _SEQUENCE, nullable=False, autoincrement=False),
        sa.Column("last_used", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("profile", "importer", "company_id", name="pk_suppliers"),
        _belongs("suppliers"),
    )


def _hanging(table: str) -> list[sa.schema.SchemaItem]:
    """Return what a list of a company begins with, and its constraints."""
    return [
        sa.Column("company_id", _SEQUENCE, nullable=False, autoincrement=False),
        sa.Column("row", sa.Integer(), nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("company_id", "row", name=f"pk_{table}"),
        _belongs(table),
    ]


def _belongs(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["company_id"], ["companies.id"], name=f"fk_{table}_company_id", ondelete="CASCADE"
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)
