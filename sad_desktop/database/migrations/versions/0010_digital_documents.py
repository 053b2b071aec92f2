"""The files of digital documents, and which document row each is attached to."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    """Give document rows their file, none yet, and create the tables of files."""
    op.add_column(
        "documents", sa.Column("digital_document", sa.Text(), nullable=False, server_default="")
    )
    with op.batch_alter_table("documents") as documents:  # SQLite changes no column in its place
        documents.alter_column("digital_document", server_default=None)
    op.create_table(
        "digital_documents",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("attached_at", _MOMENT, nullable=False),
        sa.Column("attached_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_digital_documents"),
    )
    op.create_table(
        "digital_document_parts",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", "row", name="pk_digital_document_parts"),
        sa.ForeignKeyConstraint(
            ["digest"],
            ["digital_documents.digest"],
            name="fk_digital_document_parts_digest",
            ondelete="CASCADE",
        ),
    )
