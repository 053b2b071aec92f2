"""The tables of users and of how the office signs in."""

from sqlalchemy import Boolean, Column, Integer, Table, Text

from sad_desktop.database.columns import Moment
from sad_desktop.database.schema import metadata

users = Table(
    "users",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded_name", Text, nullable=False, unique=True),
    *(
        Column(name, Text, nullable=False)
        for name in ("first_name", "last_name", "civil_id", "mobile", "email", "services")
    ),
    Column("is_general", Boolean, nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("must_change", Boolean, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", Moment),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", Text, nullable=False),
    Column("companies", Text, nullable=False),
    sqlite_autoincrement=True,
)
"""Users are never deleted: what they did names them. ``services`` and
``companies`` are parted by blanks."""

sign_in_rules = Table(
    "sign_in_rules",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    *(
        Column(name, Boolean, nullable=False)
        for name in ("is_on", "needs_upper", "needs_lower", "needs_digit", "needs_symbol")
    ),
    *(
        Column(name, Integer, nullable=False)
        for name in ("least_length", "attempts", "lock_minutes", "idle_minutes")
    ),
)
"""At most one row; without it the rules are those of a new office, and sign-in is off."""
