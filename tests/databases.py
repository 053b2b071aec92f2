"""Databases for the tests, each on SQLite and on PostgreSQL; copies of one that is up to date.

A test module uses it with ``pytest_plugins = ["tests.databases"]``.
"""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from sad_desktop.database.engine import connect, database_url
from sad_desktop.database.upgrade import upgrade
from tests.postgresql_server import (
    mortal_server,
    new_database,
    postgresql_server,
    postgresql_url,
)

__all__ = ["empty_database", "engine", "mortal_server", "postgresql_server", "postgresql_url"]
BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(params=BOTH)
def empty_database(request, tmp_path) -> Iterator[Engine]:
    """A database without tables."""
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql_url")
    else:
        url = database_url(tmp_path / "empty.sqlite3")
    engine = connect(url)
    yield engine
    engine.dispose()


@pytest.fixture(params=BOTH)
def engine(request, tmp_path) -> Iterator[Engine]:
    """A database that is up to date, of its own for each test."""
    if request.param == "sqlite":
        path = tmp_path / "declarations.sqlite3"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield from _connected(database_url(path))
        return
    server = request.getfixturevalue("postgresql_server")
    with new_database(server, request.getfixturevalue("postgresql_template")) as url:
        yield from _connected(url)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory) -> Path:
    """A SQLite file that is up to date."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    _bring_up_to_date(database_url(path))
    return path


@pytest.fixture(scope="session")
def postgresql_template(request) -> Iterator[str]:
    """The name of a PostgreSQL database that is up to date."""
    with new_database(request.getfixturevalue("postgresql_server")) as url:
        _bring_up_to_date(url)
        yield url.rpartition("/")[2]


def _connected(url: str) -> Iterator[Engine]:
    engine = connect(url)
    yield engine
    engine.dispose()


def _bring_up_to_date(url: str) -> None:
    engine = connect(url)
    upgrade(engine, Path("nowhere"), datetime.now(UTC))
    engine.dispose()
