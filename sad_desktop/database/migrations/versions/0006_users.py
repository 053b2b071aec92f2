"""Tables of users and of how the office signs in."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
_TEXTS = ("first_name", "last_name", "civil_id", "mobile", "email", "services")


def _columns(kind: Any, *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=False) for name in names]


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "users",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=True),
        *_columns(sa.Text(), "name", "folded_name", *_TEXTS),
        *_columns(sa.Boolean(), "is_general", "is_active", "must_change"),
        *_columns(sa.Text(), "password_hash"),
        *_columns(sa.Integer(), "failures"),
        sa.Column("locked_until", _MOMENT),
        *_columns(_MOMENT, "changed_at"),
        *_columns(sa.Text(), "changed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
        sa.UniqueConstraint("folded_name", name="uq_users_folded_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sign_in_rules",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        *_columns(
            sa.Boolean(), "is_on", "needs_upper", "needs_lower", "needs_digit", "needs_symbol"
        ),
        *_columns(sa.Integer(), "least_length", "attempts", "lock_minutes", "idle_minutes"),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in_rules"),
    )
