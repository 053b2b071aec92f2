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


@contextmanager
def running_server(binaries: Path) -> Iterator[str]:
    """Run a server for a while; gives the URL of its administration database."""
    user = _server_user()
    folder = Path(tempfile.mkdtemp(prefix="sad-postgresql-"))
    try:
        if user is not None:
            os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
        _make_cluster(binaries, folder, user)
        with _started(binaries, folder, user) as port:
            yield f"postgresql://tester@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a server of this test run."""
    binaries = newest_binaries()
    if binaries is None:
        pytest.skip(f"no PostgreSQL {OLDEST} or newer below {INSTALLED}: install postgresql")
    with running_server(binaries) as url:
        yield url


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
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
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


@contextmanager
def _started(binaries: Path, folder: Path, user: str | None) -> Iterator[int]:
    port = _free_port()
    log = folder / "log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [
                str(binaries / "postgres"),
                *("-D", str(folder / "cluster")),
                *("-h", "127.0.0.1", "-p", str(port), "-k", str(folder)),
                *("-c", "fsync=off", "-c", "full_page_writes=off"),
            ],
            cwd=folder,
            user=user,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(server, port, log)
        yield port
    finally:
        server.send_signal(signal.SIGQUIT)
        server.wait(timeout=_START_SECONDS)


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    import psycopg

    deadline = time.monotonic() + _START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        with suppress(psycopg.OperationalError):
            psycopg.connect(f"postgresql://tester@127.0.0.1:{port}/postgres").close()
            return
        time.sleep(0.05)
    message = f"the PostgreSQL server did not start:\n{log.read_text()}"
    raise RuntimeError(message)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
