"""What past declarations taught, and the files it was taken from."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_DAY = sa.Date().with_variant(sa.Text(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "sightings",
        *(sa.Column(name, sa.Text(), nullable=False) for name in _KEY),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("first", _DAY),
        sa.Column("last", _DAY),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint(*_KEY, name="pk_sightings"),
    )
    op.create_table(
        "harvested_files",
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("harvested_at", _MOMENT, nullable=False),
        sa.Column("harvested_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("profile", "digest", name="pk_harvested_files"),
    )


_KEY = ("profile", "shelf", "key", "value")
