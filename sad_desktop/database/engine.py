"""The connection to the database: SQLite by path, PostgreSQL by URL."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, event, text
from sqlalchemy import create_engine as create_any_engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError, OperationalError

from sad_desktop.errors import ReadOnly, ServerUnreachable, StorageUnavailable, UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

Database = Engine
"""An open database, for those who pass it on and must not know SQLAlchemy."""
Transaction = Connection
"""What is read or written together, for the same."""

WAIT_FOR_LOCK = 10_000  # milliseconds another program may hold the file
_CONNECTION = {
    "connect_timeout": 5,
    "application_name": "sad-desktop",
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
"""So that a server that went away is noticed in seconds (milliseconds for the last)."""
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_READ_ONLY = ("readonly database", "read-only transaction")
_DAMAGED = ("malformed", "not a database", "encrypted")
_NO_SERVER_SUPPORT = QT_TRANSLATE_NOOP(
    "UserError",
    "This installation cannot reach a PostgreSQL server. Install the program with its "
    "PostgreSQL part, or leave the database address in the settings empty.",
)


def database_url(path: Path) -> str:
    """Return the URL of a SQLite file."""
    return URL.create("sqlite", database=str(path)).render_as_string(hide_password=False)


def connect(url: str, *, password: str = "", read_only: bool = False) -> Engine:
    """Return an engine for ``sqlite:`` or ``postgresql:``; raises UserError for any other URL.

    Nothing is opened before the first use. ``password`` is used where the URL has none. What
    is written through a ``read_only`` engine raises ReadOnly.
    """
    target = _understood(url)
    if target.get_backend_name() == "sqlite":
        return _sqlite(target, read_only=read_only)
    if password and not target.password:
        target = target.set(password=password)
    options = dict(_CONNECTION)
    if read_only:
        options["options"] = "-c default_transaction_read_only=on"
    if _is_elsewhere(target) and "sslmode" not in target.query:
        options["sslmode"] = "require"
    try:
        # The two desks of an office may read while one stores; a dead connection is replaced.
        engine = create_any_engine(target, pool_pre_ping=True, connect_args=options)
    except ModuleNotFoundError as error:
        raise UserError(_NO_SERVER_SUPPORT) from error
    engine.update_execution_options(only_reads=read_only)
    return engine


def without_password(url: str) -> tuple[str, str]:
    """Return a URL without its password, and the password; raises UserError."""
    target = _understood(url)
    bare = URL.create(
        target.get_backend_name(),
        username=target.username,
        host=target.host,
        port=target.port,
        database=target.database,
        query=target.query,
    )
    return bare.render_as_string(hide_password=False), str(target.password or "")


def with_password(url: str, password: str) -> str:
    """Return a URL with a password; raises UserError."""
    target = _understood(url)
    named = target.set(drivername=target.get_backend_name(), password=password)
    return named.render_as_string(hide_password=False)


def reach(engine: Engine) -> None:
    """Ask the database for nothing; raises StorageUnavailable when it does not answer."""
    with reading(engine) as connection:
        connection.exec_driver_sql("SELECT 1")


def _is_elsewhere(target: URL) -> bool:
    """Tell whether the server is on another machine: then nothing goes there unencrypted."""
    host = str(target.host or target.query.get("host") or "")
    return bool(host) and not host.startswith("/") and host not in _HERE


class Turn(IntEnum):
    """Work that the desks of an office do one after the other; the numbers are any."""

    UPGRADE = 5_454_001
    LISTS = 5_454_002
    USERS = 5_454_003
    LIFE = 5_454_004
    FILES = 5_454_005


def take_turn(connection: Connection, turn: Turn) -> None:
    """Wait until no other desk does this work; the turn ends with the transaction.

    SQLite lets one desk write at a time anyway.
    """
    if connection.dialect.name != "sqlite":
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": int(turn)})


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Read in one snapshot; raises StorageUnavailable."""
    with _spoken(engine), engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Write all or nothing; raises StorageUnavailable."""
    with _spoken(engine), engine.connect() as connection:
        connection.execution_options(writes=True)
        with connection.begin():
            yield connection


def alone(connection: Connection, table: Table) -> None:
    """Keep other writers from a table until the transaction ends; on SQLite they wait anyway."""
    if connection.dialect.name != "sqlite":
        name = connection.dialect.identifier_preparer.format_table(table)
        connection.exec_driver_sql(f"LOCK TABLE {name} IN SHARE ROW EXCLUSIVE MODE")


def _understood(url: str) -> URL:
    try:
        target = make_url(url)
    except ArgumentError as error:
        raise _unknown_address(url) from error
    match target.get_backend_name():
        case "sqlite":
            return target
        case "postgresql":
            return target.set(drivername="postgresql+psycopg")
    raise _unknown_address(url)


def _unknown_address(url: str) -> UserError:
    scheme = url.partition(":")[0]  # the rest may hold a password
    return UserError(
        QT_TRANSLATE_NOOP(
            "UserError",
            "The database address in the settings begins with {scheme}; "
            "it must begin with postgresql: or be empty.",
        ),
        {"scheme": scheme},
    )


def _sqlite(target: URL, *, read_only: bool) -> Engine:
    engine = create_any_engine(target)
    engine.update_execution_options(only_reads=read_only)
    event.listen(engine, "connect", _prepare_to_read if read_only else _prepare)
    event.listen(engine, "begin", _begin_reading if read_only else _begin)
    return engine


def _prepare_to_read(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={WAIT_FOR_LOCK}")
    cursor.execute("PRAGMA query_only=ON")
    cursor.close()


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _prepare(connection: Any, _record: object) -> None:
    """Set the pragmas; transactions begin where we say, not at the driver's first write."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={WAIT_FOR_LOCK}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Take the write lock at once where we shall write: a lock cannot be upgraded safely."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _spoken(engine: Engine) -> Iterator[None]:
    """Turn what the file, the disk or the network refuses into one sentence."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise _unavailable(engine, error) from error
    except DatabaseError as error:
        if _only_reads(engine, error):
            raise ReadOnly from error
        if any(word in str(error.orig) for word in _DAMAGED):
            raise _damaged(engine) from error
        raise


def _only_reads(engine: Engine, error: DatabaseError | InterfaceError) -> bool:
    """Tell what we refuse ourselves from a file without rights, which SQLite words alike."""
    refused = any(word in str(error.orig) for word in _READ_ONLY)
    return refused and bool(engine.get_execution_options().get("only_reads"))


def _unavailable(engine: Engine, error: DatabaseError | InterfaceError) -> UserError:
    if _only_reads(engine, error):
        return ReadOnly()
    if any(word in str(error.orig) for word in _DAMAGED):
        return _damaged(engine)
    values = {"place": place_of(engine), "reason": str(error.orig).strip().splitlines()[0]}
    if engine.dialect.name == "sqlite":
        return StorageUnavailable(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The database {place} cannot be used now ({reason}). What is open stays open: "
                "make room or free the file, and save again.",
            ),
            values,
        )
    return ServerUnreachable(
        QT_TRANSLATE_NOOP(
            "UserError",
            "The office's database {place} cannot be reached now ({reason}). What is open stays "
            "open: check the connection, and save again.",
        ),
        values,
    )


def _damaged(engine: Engine) -> StorageUnavailable:
    return StorageUnavailable(
        QT_TRANSLATE_NOOP(
            "UserError",
            "The database {place} is damaged. Put the newest file of the backups folder in its "
            "place; what is open stays open and can be saved then.",
        ),
        {"place": place_of(engine)},
    )


def place_of(engine: Engine) -> str:
    """Return where the database is, without a password."""
    if engine.dialect.name == "sqlite":
        return str(engine.url.database)
    return engine.url.set(drivername="postgresql").render_as_string(hide_password=True)
