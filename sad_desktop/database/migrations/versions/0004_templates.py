"""Templates, and which declarations were begun from them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "templates",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("name", "importer_code", "importer_name", "declaration_model", "goods")
        ),
        sa.Column("item_count", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Boolean(), nullable=False)
            for name in ("keeps_amounts", "keeps_masses", "keeps_taxes")
        ),
        sa.Column("saved_at", _MOMENT, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("saved_by", "draft", "rates")),
        sa.PrimaryKeyConstraint("id", name="pk_templates"),
    )
    op.create_table(
        "template_uses",
        sa.Column("declaration_id", sa.String(36), nullable=False),
        sa.Column("template_id", sa.String(36), nullable=False),
        sa.Column("used_at", _MOMENT, nullable=False),
        sa.Column("used_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("declaration_id", name="pk_template_uses"),
        sa.ForeignKeyConstraint(
            ["template_id"],
            ["templates.id"],
            name="fk_template_uses_template_id",
            ondelete="CASCADE",
        ),
    )
    op.create_index(
        "ix_template_uses_template_id_used_at", "template_uses", ["template_id", "used_at"]
    )
