"""A database of any age becomes this program's, or stays as it was."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent, indent

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Integer, func, inspect, select, text

from sad_desktop.database.declarations import store
from sad_desktop.database.engine import connect, database_url
from sad_desktop.database.schema import items, library_words, metadata
from sad_desktop.database.tables import every_table
from sad_desktop.database.upgrade import known_revisions, revision_of, scripts, upgrade
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import NewerDatabase, StorageUnavailable, UserError

pytest_plugins = ["tests.databases"]
NEWEST = known_revisions(scripts())[-1]
NEXT = f"{int(NEWEST) + 1:04}"
ONE_MORE = f"""
from alembic import op
import sqlalchemy as sa

revision = "{NEXT}"
down_revision = "{NEWEST}"


def upgrade():
"""
NOW = datetime(2026, 7, 1, 12, 30, 15, tzinfo=UTC)


def differences_from_schema(engine):
    """Return what the migrations made otherwise than the schema says."""

    def ours(_object, name, kind, _reflected, _compared):
        is_words = kind == "table" and name.startswith(library_words.name)
        return not (is_words and engine.dialect.name == "sqlite")  # FTS5 makes tables of its own

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": True, "compare_server_default": True, "include_object": ours},
        )
        return compare_metadata(context, metadata)


def test_the_migrations_of_an_empty_database_make_the_schema(empty_database, tmp_path):
    assert upgrade(empty_database, tmp_path, NOW) == ("", known_revisions(scripts())[-1])
    assert differences_from_schema(empty_database) == []


def test_a_field_without_its_migration_is_noticed(engine):
    items.append_column(Column("unheard_of", Integer))
    try:
        assert "unheard_of" in str(differences_from_schema(engine))
    finally:
        items._columns.remove(items.c.unheard_of)


def test_constraints_have_the_names_the_schema_gives_them(engine):
    found = inspect(engine)
    for table in every_table():
        if engine.dialect.name == "sqlite" and is_unnamed_on_sqlite(table):
            continue
        assert found.get_pk_constraint(table.name)["name"] == f"pk_{table.name}"
        own = {key["name"] for key in found.get_foreign_keys(table.name)}
        assert own == {key.name for key in table.foreign_key_constraints}


def is_unnamed_on_sqlite(table):
    """SQLite numbers unnamed keys only; FTS5 has no constraints."""
    return table is library_words or table.dialect_options["sqlite"]["autoincrement"]


def test_a_database_that_is_up_to_date_is_left_alone(engine, tmp_path):
    newest = known_revisions(scripts())[-1]
    assert upgrade(engine, tmp_path / "backups", NOW) == (newest, newest)
    assert not (tmp_path / "backups").exists()


def test_a_newer_database_is_refused_with_a_sentence_and_left_alone(engine, tmp_path):
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    with pytest.raises(NewerDatabase, match=r"newer version of the program .* 0999"):
        upgrade(engine, tmp_path / "backups", NOW)
    assert revision_of(engine) == "0999"


def test_a_database_of_another_program_is_refused(empty_database, tmp_path):
    with empty_database.begin() as connection:
        connection.execute(text("CREATE TABLE invoices (id INTEGER)"))
    with pytest.raises(UserError, match="belongs to another program"):
        upgrade(empty_database, tmp_path / "backups", NOW)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "declarations.sqlite3"
    path.write_bytes(b"PDF, not SQLite" * 100)
    engine = connect(database_url(path))
    with pytest.raises(StorageUnavailable, match="is damaged"):
        upgrade(engine, tmp_path / "backups", NOW)
    engine.dispose()
    assert path.read_bytes() == b"PDF, not SQLite" * 100


@pytest.fixture
def with_one_more_migration(tmp_path):
    """Return a function that gives our migrations and one more with these lines."""

    def made(lines: str) -> Path:
        folder = tmp_path / "mīgrations 100%"  # such folders exist
        shutil.copytree(scripts(), folder, ignore=shutil.ignore_patterns("__pycache__"))
        steps = indent(dedent(lines).strip(), "    ")
        (folder / "versions" / f"{NEXT}_one_more.py").write_text(ONE_MORE + steps + "\n")
        return folder

    return made


def test_an_older_database_is_backed_up_and_upgraded(engine, tmp_path, with_one_more_migration):
    folder = with_one_more_migration("op.add_column('library', sa.Column('colour', sa.Text()))")
    assert upgrade(engine, tmp_path / "backups", NOW, folder) == (NEWEST, NEXT)
    assert "colour" in {column["name"] for column in inspect(engine).get_columns("library")}
    copies = sorted(path.name for path in (tmp_path / "backups").glob("*"))
    if engine.dialect.name == "sqlite":
        assert copies == [f"declarations-2026-07-01-123015-before-upgrade-of-{NEWEST}.sqlite3"]
        with closing(sqlite3.connect(tmp_path / "backups" / copies[0])) as copy:
            assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == (NEWEST,)
    else:
        assert copies == []


def test_a_failing_migration_leaves_all_as_it_was(engine, tmp_path, with_one_more_migration):
    store_one(engine)
    folder = with_one_more_migration(
        """
        op.execute("DELETE FROM declarations")
        op.drop_table("containers")
        raise RuntimeError("half way")
        """
    )
    with pytest.raises(RuntimeError, match="half way"):
        upgrade(engine, tmp_path / "backups", NOW, folder)
    assert revision_of(engine) == NEWEST
    assert count(engine, "declarations") == 1
    assert differences_from_schema(engine) == []


def test_a_migration_that_broke_out_of_its_transaction_is_undone_from_the_backup(
    sqlite_template, tmp_path, with_one_more_migration
):
    path = tmp_path / "declarations.sqlite3"
    shutil.copy(sqlite_template, path)
    engine = connect(database_url(path))
    store_one(engine)
    folder = with_one_more_migration(
        """
        op.execute("DELETE FROM declarations")
        op.execute("UPDATE alembic_version SET version_num = '9999'")
        op.execute("COMMIT")
        raise RuntimeError("half way")
        """
    )
    with pytest.raises(RuntimeError, match="half way"):
        upgrade(engine, tmp_path / "backups", NOW, folder)
    assert revision_of(engine) == NEWEST
    assert count(engine, "declarations") == 1
    engine.dispose()


def test_rebuilding_a_table_keeps_the_rows_that_belong_to_its_rows(
    engine, tmp_path, with_one_more_migration
):
    """SQLite rebuilds a table to change a column; its cascade must not empty the others."""
    store_one(engine)
    folder = with_one_more_migration(
        """
        with op.batch_alter_table("declarations") as batch:
            batch.alter_column("profile", existing_type=sa.Text(), nullable=True)
        """
    )
    upgrade(engine, tmp_path / "backups", NOW, folder)
    assert (count(engine, "declarations"), count(engine, "items")) == (1, 1)
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert connection.scalar(text("PRAGMA foreign_keys")) == 1


def test_a_migration_that_orphans_rows_is_refused(
    sqlite_template, tmp_path, with_one_more_migration
):
    path = tmp_path / "declarations.sqlite3"
    shutil.copy(sqlite_template, path)
    engine = connect(database_url(path))
    store_one(engine)
    folder = with_one_more_migration("""op.execute("DELETE FROM declarations")""")
    with pytest.raises(RuntimeError, match="without its declaration"):
        upgrade(engine, tmp_path / "backups", NOW, folder)
    assert (count(engine, "declarations"), count(engine, "items")) == (1, 1)
    engine.dispose()


def test_no_backup_no_upgrade(sqlite_template, tmp_path, with_one_more_migration):
    path = tmp_path / "declarations.sqlite3"
    shutil.copy(sqlite_template, path)
    (tmp_path / "backups").write_text("a file where the folder should be")
    engine = connect(database_url(path))
    folder = with_one_more_migration("op.add_column('library', sa.Column('colour', sa.Text()))")
    with pytest.raises(StorageUnavailable, match="No backup could be written"):
        upgrade(engine, tmp_path / "backups", NOW, folder)
    assert revision_of(engine) == NEWEST
    engine.dispose()


def store_one(engine):
    draft = Draft(declaration=Declaration(items=(Item(key=1),)))
    store(engine, "a", draft, base_version=0, user="Salma", at=NOW)


def count(engine, table):
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(metadata.tables[table]))
