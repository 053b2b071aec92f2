"""What the whole run shares: quick passwords, new databases copied, collected tests no garbage."""

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from sad_desktop.database import upgrade as upgrading
from sad_desktop.database.engine import connect, database_url


def pytest_collection_finish() -> None:
    """Look for no garbage in thousands of collected tests, again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Keep passwords at the least cost Argon2id takes; the program's own is a test's subject."""
    from argon2 import PasswordHasher

    least = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sad_desktop.services.users._hasher", lambda: least)
        yield


@pytest.fixture(scope="session", autouse=True)
def copied_databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Make a new SQLite database by copying one that every migration made, once in a run.

    The services make theirs so; ``upgrade`` itself is what its own tests import.
    """
    migrate = upgrading.upgrade
    template = tmp_path_factory.mktemp("database") / "new.sqlite3"

    def upgrade(engine: Engine, backups: Path, now: datetime) -> tuple[str, str]:
        if engine.dialect.name == "sqlite" and not upgrading.revision_of(engine):
            if not template.exists():
                _make(template)
            file = str(engine.url.database)
            with closing(sqlite3.connect(template)) as made, closing(sqlite3.connect(file)) as new:
                made.backup(new)
            engine.dispose()
        return migrate(engine, backups, now)

    def _make(file: Path) -> None:
        made = connect(database_url(file))
        migrate(made, file.parent, datetime.now())  # noqa: DTZ005 - names a backup, and makes none
        made.dispose()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(upgrading, "upgrade", upgrade)
        yield
