"""The server's password stands in no file, and what goes to another machine is encrypted."""

import os
import subprocess
from datetime import UTC, datetime

import keyring
import keyring.backend
import keyring.errors
import psycopg
import pytest

from sad_desktop.commands import main
from sad_desktop.database.engine import connect, reach, without_password
from sad_desktop.errors import ServerUnreachable, UserError
from sad_desktop.paths import Paths
from sad_desktop.resources import SAMPLE, resource
from sad_desktop.services import server
from sad_desktop.services.office import office_of
from sad_desktop.services.workspace import Workspace
from sad_desktop.settings import Settings, save_settings
from tests.postgresql_server import newest_binaries, running_server
from tools.make_old_database import unfinished

pytest_plugins = ["tests.databases"]
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
PASSWORD, WRONG = "sécret@", "wrong one"
URL = "postgresql://desk:s%C3%A9cret%40@db.office.example:5433/office?sslmode=verify-full"
BARE = "postgresql://desk@db.office.example:5433/office?sslmode=verify-full"


class Ring(keyring.backend.KeyringBackend):
    """A keyring in memory, which may be locked."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}
        self.is_locked = False

    def _open(self):
        if self.is_locked:
            raise keyring.errors.KeyringLocked

    def get_password(self, service, username):
        self._open()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._open()
        self.kept[service, username] = password

    def delete_password(self, service, username):
        self._open()
        if self.kept.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError


@pytest.fixture(autouse=True)
def ring(monkeypatch):
    ring = Ring()
    former = keyring.get_keyring()
    keyring.set_keyring(ring)
    monkeypatch.delenv(server.ADDRESS, raising=False)
    monkeypatch.delenv(server.PASSWORD, raising=False)
    yield ring
    keyring.set_keyring(former)


def test_a_typed_password_goes_to_the_keyring_and_the_address_keeps_none(ring, tmp_path):
    bare = server.keep_password(URL)
    assert bare == BARE
    assert list(ring.kept.values()) == [PASSWORD]
    assert server.password_of(bare) == PASSWORD
    save_settings(tmp_path / "settings.json", Settings(database_url=bare))
    assert "cret" not in (tmp_path / "settings.json").read_text("utf-8")
    server.forget_password(bare)
    server.forget_password(bare)
    assert server.password_of(bare) == ""


def test_without_a_keyring_it_is_said_and_the_environment_helps(ring, monkeypatch):
    ring.is_locked = True
    with pytest.raises(UserError, match="keyring is absent or locked") as refusal:
        server.keep_password(URL)
    assert "cret" not in str(refusal.value)
    assert server.password_of(BARE) == ""
    monkeypatch.setenv(server.PASSWORD, "from the environment")
    assert server.password_of(BARE) == "from the environment"


def test_the_environment_names_the_office_before_the_settings(monkeypatch):
    assert server.address("postgresql://chosen/office") == "postgresql://chosen/office"
    monkeypatch.setenv(server.ADDRESS, "postgresql://given/office")
    assert server.address("postgresql://chosen/office") == "postgresql://given/office"


@pytest.mark.parametrize("url", [BARE, "postgresql:///office", "sqlite:////data/office.sqlite3"])
def test_an_address_without_a_password_stays_as_it_is(ring, url):
    assert without_password(url) == (url, "")
    assert server.keep_password(url) == url
    assert not ring.kept


@pytest.fixture(scope="module")
def strict_server():
    """A server that wants a password and an encrypted connection; with its certificate."""
    binaries = newest_binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL server here")
    with running_server(binaries) as running:
        cluster = running.folder / "cluster"
        owner = cluster.stat()
        certificate = cluster / "server.crt"
        _make_certificate(certificate, cluster / "server.key", (owner.st_uid, owner.st_gid))
        with psycopg.connect(running.url, autocommit=True) as connection:
            connection.execute(f"CREATE ROLE desk LOGIN PASSWORD '{PASSWORD}'")
            connection.execute("CREATE DATABASE office OWNER desk")
        running.kill()
        rules = "hostssl all all 127.0.0.1/32 scram-sha-256\nhostnossl all all 0.0.0.0/0 reject\n"
        (cluster / "pg_hba.conf").write_text(rules)
        with (cluster / "postgresql.conf").open("a") as settings:
            settings.write("ssl = on\n")
        port = running.url.rpartition(":")[2].partition("/")[0]
        _start(running)
        yield f"postgresql://desk@127.0.0.1:{port}/office", certificate


def _start(running):
    running.start(answers="password")


def _make_certificate(certificate, key, owner):
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=office", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    for path in (certificate, key):
        os.chown(path, *owner)
        path.chmod(0o600)
    certificate.chmod(0o644)


def reach_once(url, password):
    engine = connect(url, password=password)
    try:
        reach(engine)
    finally:
        engine.dispose()


@pytest.mark.postgresql
def test_an_office_is_kept_on_a_server_with_password_and_certificate(strict_server, ring, tmp_path):
    url, certificate = strict_server
    secure = f"{url}?sslmode=verify-full&sslrootcert={certificate}"
    with pytest.raises(ServerUnreachable) as refusal:
        reach_once(secure, WRONG)
    assert WRONG not in str(refusal.value)
    bare = server.keep_password(secure.replace("desk@", "desk:s%C3%A9cret%40@"))
    assert not server.try_out(bare)
    desk = Workspace(Paths(tmp_path), user="Salma", database_url=bare)
    desk.store("a", unfinished(), 0, NOON)
    assert desk.load("a").draft == unfinished()
    with desk.database().connect() as connection:
        assert connection.exec_driver_sql(
            "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        ).scalar()
    desk.close()
    assert server.try_out(bare)
    assert ring.kept


@pytest.mark.postgresql
def test_an_unencrypted_connection_is_refused_and_a_false_certificate_as_well(
    strict_server, tmp_path
):
    url, _certificate = strict_server
    with pytest.raises(ServerUnreachable):
        reach_once(f"{url}?sslmode=disable", PASSWORD)
    other = tmp_path / "other.crt"
    _make_certificate(other, tmp_path / "other.key", (-1, -1))
    with pytest.raises(ServerUnreachable, match="certificate verify failed"):
        reach_once(f"{url}?sslmode=verify-full&sslrootcert={other}", PASSWORD)


def test_what_goes_to_another_machine_is_encrypted_unless_the_address_says_otherwise(monkeypatch):
    asked = []
    engine_module = connect.__globals__
    monkeypatch.setitem(
        engine_module,
        "create_any_engine",
        lambda target, **options: (
            asked.append(options["connect_args"].get("sslmode")) or really(target, **options)
        ),
    )
    from sqlalchemy import create_engine as really

    for url in (
        "postgresql://db.example/office",
        "postgresql://localhost/office",
        "postgresql:///office",
        "postgresql:///office?host=/run/postgresql",
        "postgresql://db.example/office?sslmode=verify-full",
    ):
        connect(url).dispose()
    assert asked == ["require", None, None, None, None]


@pytest.mark.postgresql
def test_moving_an_office_carries_every_row_and_leaves_the_file(postgresql_url, tmp_path):
    here = Workspace(Paths(tmp_path), user="Salma")
    stored = here.store("a", unfinished(), 0, NOON)
    told = []
    counts = server.move_office(
        here.database(), postgresql_url, NOON, lambda done, total: told.append((done, total))
    )
    assert counts["declarations"] == 1
    assert told[-1][0] == told[-1][1]
    there = Workspace(Paths(tmp_path / "desk"), user="Karim", database_url=postgresql_url)
    assert there.load("a") == here.load("a") == stored
    assert server.try_out(postgresql_url)
    with pytest.raises(UserError, match="already holds an office"):
        server.move_office(here.database(), postgresql_url, NOON)
    here.close()
    there.close()


@pytest.mark.postgresql
def test_commands_store_on_the_server_that_the_environment_names(
    tmp_path, monkeypatch, postgresql_url
):
    monkeypatch.setenv(server.ADDRESS, postgresql_url)
    folder = ("--data-dir", str(tmp_path))
    assert main(["import", str(resource(SAMPLE)), *folder]) == 0
    assert main(["harvest", str(resource(SAMPLE)), *folder]) == 0
    assert not Paths(tmp_path).database.exists()
    office = office_of(Paths(tmp_path), Settings(user_name="Huda"))
    office.open_database()
    assert sum(office.counts().values()) == 1
    assert office.user == "Huda"
    office.close()
