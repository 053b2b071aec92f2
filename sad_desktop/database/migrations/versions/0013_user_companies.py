"""The companies a user acts for."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the companies of users; until now each acted for all."""
    op.add_column("users", sa.Column("companies", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("users", table_kwargs={"sqlite_autoincrement": True}) as users:
        users.alter_column("companies", server_default=None)
