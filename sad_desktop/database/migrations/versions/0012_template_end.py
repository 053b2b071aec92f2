"""Templates that are offered no more."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    """Add the moment a template was ended at; none was."""
    op.add_column("templates", sa.Column("ended_at", _MOMENT, nullable=True))
