"""Users and the office's rules of signing in, as rows; passwords come and go as hashes only."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from sad_desktop.brokerage.users import Service, SignInRules, User, folded_name
from sad_desktop.database.engine import Turn, take_turn
from sad_desktop.database.user_tables import sign_in_rules, users
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

_ONLY = 1  # the one row of the rules
_KNOWN = frozenset(Service)
_OWN = ("id", "services", "companies")
_COLUMNS = tuple(one.name for one in fields(User) if one.name not in _OWN)


class NoSuchUser(UserError):
    """The user is not in the database."""

    def __init__(self) -> None:
        super().__init__(QT_TRANSLATE_NOOP("UserError", "There is no such user any more."))


def rules(connection: Connection) -> SignInRules:
    """Return how the office signs in."""
    row = connection.execute(select(sign_in_rules)).one_or_none()
    if row is None:
        return SignInRules()
    return SignInRules(**{one.name: getattr(row, one.name) for one in fields(SignInRules)})


def write_rules(connection: Connection, changed: SignInRules) -> None:
    """Put other rules in the place of the office's."""
    values = asdict(changed)
    if not connection.execute(update(sign_in_rules).values(**values)).rowcount:
        connection.execute(insert(sign_in_rules).values(id=_ONLY, **values))


def all_users(connection: Connection) -> tuple[User, ...]:
    """Return every user by name."""
    return tuple(map(_user, connection.execute(select(users).order_by(users.c.folded_name))))


def all_users_to_change(connection: Connection) -> tuple[User, ...]:
    """Return every user; until the transaction ends no other desk adds or changes one."""
    take_turn(connection, Turn.USERS)
    return all_users(connection)


def by_name(connection: Connection, name: str) -> tuple[User, str] | None:
    """Return the user who signs in with a name, and the hash of the password."""
    query = select(users).where(users.c.folded_name == folded_name(name)).with_for_update()
    row = connection.execute(query).one_or_none()
    return None if row is None else (_user(row), row.password_hash)


def find(connection: Connection, user_id: int) -> User | None:
    """Return a user as it is now, None when there is no such user."""
    row = connection.execute(select(users).where(users.c.id == user_id)).one_or_none()
    return None if row is None else _user(row)


def by_id(connection: Connection, user_id: int) -> tuple[User, str]:
    """Return a user and the hash of the password; raises NoSuchUser."""
    row = connection.execute(
        select(users).where(users.c.id == user_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchUser
    return _user(row), row.password_hash


def add(
    connection: Connection, user: User, password_hash: str, *, at: datetime, changed_by: str
) -> int:
    """Store a new user; returns the id."""
    values = _values(user, at, changed_by)
    result = connection.execute(insert(users).values(password_hash=password_hash, **values))
    key = result.inserted_primary_key
    assert key is not None  # noqa: S101 - every insert of one row has its key
    return int(key[0])


def change(connection: Connection, user: User, *, at: datetime, changed_by: str) -> None:
    """Store what a user has become; raises NoSuchUser."""
    values = _values(user, at, changed_by)
    _one(connection.execute(update(users).where(users.c.id == user.id).values(**values)).rowcount)


def set_hash(connection: Connection, user_id: int, password_hash: str) -> None:
    """Store the hash of another password; raises NoSuchUser."""
    statement = update(users).where(users.c.id == user_id).values(password_hash=password_hash)
    _one(connection.execute(statement).rowcount)


def _one(count: int) -> None:
    if not count:
        raise NoSuchUser


def _values(user: User, at: datetime, changed_by: str) -> dict[str, Any]:
    return {
        **{name: getattr(user, name) for name in _COLUMNS},
        "folded_name": folded_name(user.name),
        "services": _written(user.services),
        "companies": _written(user.companies),
        "changed_at": at,
        "changed_by": changed_by,
    }


def _written(names: Iterable[str]) -> str:
    return " ".join(sorted(names))


def _user(row: Row[Any]) -> User:
    """Return the user of a row; a service of a newer program is left out."""
    granted = frozenset(Service(name) for name in row.services.split() if name in _KNOWN)
    companies = frozenset(row.companies.split())
    return User(
        id=row.id,
        services=granted,
        companies=companies,
        **{name: getattr(row, name) for name in _COLUMNS},
    )
