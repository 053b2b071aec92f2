"""Bring a database to this program's revision: backed up, in one transaction, or not at all."""

import re
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from sad_desktop.database import backup
from sad_desktop.database.engine import Turn, reading, take_turn, writing
from sad_desktop.errors import NewerDatabase, UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

_REVISION_FILE = re.compile(r"(\d{4})_\w+\.py")


def scripts() -> Path:
    """Return the folder of migrations, also where the program is frozen."""
    return Path(str(files("sad_desktop.database") / "migrations"))


def known_revisions(folder: Path) -> tuple[str, ...]:
    """Return the revisions of a folder of migrations, oldest first."""
    matches = (_REVISION_FILE.fullmatch(path.name) for path in (folder / "versions").iterdir())
    return tuple(sorted(match[1] for match in matches if match))


def revision_of(engine: Engine) -> str:
    """Return the database's revision, "" when it is empty.

    Raises UserError when it holds tables of another program.
    """
    with reading(engine) as connection:
        return _revision(connection, engine)


def is_current(engine: Engine) -> bool:
    """Tell whether a database is at this program's revision."""
    return revision_of(engine) == known_revisions(scripts())[-1]


def upgrade(
    engine: Engine, backups: Path, now: datetime, folder: Path | None = None
) -> tuple[str, str]:
    """Bring the database to the newest revision; returns the revisions before and after.

    Raises NewerDatabase for a database of a newer program, and leaves it alone. An older SQLite
    database is backed up first; when a migration fails, all is as before and the error goes on.
    """
    migrations = folder or scripts()
    known = known_revisions(migrations)
    before = revision_of(engine)
    if before == known[-1]:
        return before, before
    if before and before not in known:
        raise NewerDatabase(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The database was written by a newer version of the program (its revision is "
                "{revision}, this program knows {newest}). Install the newer version.",
            ),
            {"revision": before, "newest": known[-1]},
        )
    copy = backup.before_upgrade(engine, backups, now, before) if before else None
    try:
        _migrate(engine, migrations)
    except BaseException:
        _put_back(engine, before, copy)
        raise
    return before, known[-1]


def _migrate(engine: Engine, migrations: Path) -> None:
    # Alembic is imported where a database is really upgraded: it costs a third of a start.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    try:
        with writing(engine) as connection:
            _alone(connection)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            _check_references(connection)
    finally:
        engine.dispose()  # the pragma for foreign keys comes back with new connections


def _alone(connection: Connection) -> None:
    """Keep other desks out; on SQLite, rebuilding a table must not take its rows' rows along."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        return
    take_turn(connection, Turn.UPGRADE)


def _check_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        message = f"a migration left a row of {broken[0]} without its declaration"
        raise RuntimeError(message)


def _put_back(engine: Engine, before: str, copy: Path | None) -> None:
    """Restore the copy where the rolled-back transaction did not leave all as it was."""
    if copy is None:
        return
    if revision_of(engine) != before or not backup.is_sound(engine):
        backup.restore(engine, copy)


def _revision(connection: Connection, engine: Engine) -> str:
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return ""
    if "alembic_version" not in tables:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The database {name} belongs to another program. Give another database in the "
                "settings.",
            ),
            {"name": engine.url.database or ""},
        )
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")
