"""A throw-away PostgreSQL server for the tests: own folder, own port, own user, gone at the end.

A test module uses it with ``pytest_plugins = ["tests.postgresql_server"]``.
"""

import itertools
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

INSTALLED = Path("/usr/lib/postgresql")
OLDEST = 15
UNPRIVILEGED = ("postgres", "nobody")  # the server refuses to run as root
_START_SECONDS = 60
_numbers = itertools.count(1)


def newest_binaries() -> Path | None:
    """Return the folder of the newest installed server, None where there is none."""
    found = [
        (int(path.parent.name), path)
        for path in INSTALLED.glob("*/bin")
        if re.fullmatch(r"\d+", path.parent.name) and (path / "initdb").exists()
    ]
    usable = [pair for pair in found if pair[0] >= OLDEST]
    return max(usable)[1] if usable else None


class Server:
    """A server that can be killed and started again, on the same port with the same data."""

    def __init__(self, binaries: Path, folder: Path, user: str | None, *options: str) -> None:
        self._binaries = binaries
        self._folder = folder
        self._user = user
        self._options = options
        self._port = _free_port()
        self._running: subprocess.Popen[bytes] | None = None

    @property
    def folder(self) -> Path:
        return self._folder

    @property
    def url(self) -> str:
        """The URL of the administration database."""
        return f"postgresql://tester@127.0.0.1:{self._port}/postgres"

    def start(self, answers: str = "") -> None:
        """Start it and wait until it lets us in, or refuses us with this word."""
        log = self._folder / "log"
        with log.open("wb") as output:
            self._running = subprocess.Popen(
                [
                    str(self._binaries / "postgres"),
                    *("-D", str(self._folder / "cluster")),
                    *("-h", "127.0.0.1", "-p", str(self._port), "-k", str(self._folder)),
                    *("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "autovacuum=off"),
                    *self._options,
                ],
                cwd=self._folder,
                user=self._user,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        _wait(self._running, self.url, log, answers)

    def kill(self) -> None:
        """End it at once, with every connection, as a power cut would."""
        if self._running is not None:
            self._running.send_signal(signal.SIGQUIT)
            self._running.wait(timeout=_START_SECONDS)
            self._running = None


@contextmanager
def running_server(binaries: Path, *options: str) -> Iterator[Server]:
    """Run a server for a while."""
    user = _server_user()
    folder = Path(tempfile.mkdtemp(prefix="sad-postgresql-"))
    server = Server(binaries, folder, user, *options)
    try:
        if user is not None:
            os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
        _make_cluster(binaries, folder, user)
        server.start()
        yield server
    finally:
        server.kill()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a server of this test run."""
    binaries = newest_binaries()
    if binaries is None:
        pytest.skip(f"no PostgreSQL {OLDEST} or newer below {INSTALLED}: install postgresql")
    with running_server(binaries) as server:
        yield server.url


@pytest.fixture
def mortal_server() -> Iterator[Server]:
    """A server of this test's own, to be killed and started again."""
    binaries = newest_binaries()
    if binaries is None:
        pytest.skip(f"no PostgreSQL {OLDEST} or newer below {INSTALLED}: install postgresql")
    with running_server(binaries) as server:
        yield server


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """The URL of an empty database, dropped after the test."""
    with new_database(postgresql_server) as url:
        yield url


@contextmanager
def new_database(server: str, template: str = "template0") -> Iterator[str]:
    """Make a database for a while, a copy of the template; gives its URL."""
    import psycopg

    name = f"desk_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        # its files copied: through the log a template costs twice as much
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    yield f"{server.removesuffix('postgres')}{name}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _server_user() -> str | None:
    if os.geteuid() != 0:
        return None
    for name in UNPRIVILEGED:
        with suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    message = f"none of the users {UNPRIVILEGED} exists to run the server"
    raise RuntimeError(message)


def _make_cluster(binaries: Path, folder: Path, user: str | None) -> None:
    subprocess.run(
        [
            str(binaries / "initdb"),
            f"--pgdata={folder / 'cluster'}",
            "--username=tester",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ],
        cwd=folder,
        user=user,
        check=True,
        capture_output=True,
    )


def _wait(server: subprocess.Popen[bytes], url: str, log: Path, answers: str) -> None:
    import psycopg

    deadline = time.monotonic() + _START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError as error:
            if not answers or answers not in str(error):
                time.sleep(0.05)
                continue
        return
    message = f"the PostgreSQL server did not start:\n{log.read_text()}"
    raise RuntimeError(message)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
