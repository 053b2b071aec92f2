"""Advance cargo information: dossiers with their numbers, and the ACID of a declaration."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables; no declaration has an ACID yet."""
    op.add_column("declarations", sa.Column("acid", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("declarations") as declarations:
        declarations.alter_column("acid", server_default=None)
    op.create_table(
        "advance_cargo",
        sa.Column("id", _SEQUENCE, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("acid", sa.Text(), nullable=False),
        sa.Column("bill", sa.Text(), nullable=False),
        sa.Column("is_in_use", sa.Boolean(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("stored_at", _MOMENT, nullable=False),
        sa.Column("stored_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_advance_cargo"),
        sqlite_autoincrement=True,
    )
    for name in ("acid", "bill"):
        in_use = sa.text(f"is_in_use AND {name} <> ''")
        op.create_index(
            f"ix_advance_cargo_{name}",
            "advance_cargo",
            ["profile", name],
            unique=True,
            sqlite_where=in_use,
            postgresql_where=in_use,
        )
    op.create_table(
        "advance_cargo_acids",
        sa.Column("dossier_id", _SEQUENCE, nullable=False, autoincrement=False),
        sa.Column("digits", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("dossier_id", "digits", name="pk_advance_cargo_acids"),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["advance_cargo.id"],
            name="fk_advance_cargo_acids_dossier_id",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_advance_cargo_acids_digits", "advance_cargo_acids", ["digits"])
