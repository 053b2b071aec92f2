"""One program writes to a data folder; a second one is told which."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import sad_desktop
from sad_desktop.errors import StorageUnavailable
from sad_desktop.services.lock import AlreadyRunning, FolderLock
from tests.read_only import read_only

HOLDING = """
import sys, time
from pathlib import Path
from sad_desktop.services.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
time.sleep(600)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "desk.lock"


@pytest.fixture
def other_program(path):
    """Another program that holds the lock."""
    program = subprocess.Popen(
        [sys.executable, "-c", HOLDING, path],
        stdout=subprocess.PIPE,
        cwd=Path(sad_desktop.__file__).parents[1],
    )
    assert program.stdout.readline() == b"held\n"
    yield program
    program.kill()
    program.stdout.close()
    program.wait()


def test_the_second_program_is_told_which_is_the_first(path, other_program):
    with pytest.raises(AlreadyRunning) as refusal:
        FolderLock(path).acquire()
    said = str(refusal.value)
    assert f"process {other_program.pid} on {socket.gethostname()}" in said
    assert str(path.parent) in said


def test_a_killed_program_holds_nothing(path, other_program):
    other_program.send_signal(signal.SIGKILL)
    other_program.wait()
    lock = FolderLock(path)
    lock.acquire()
    assert lock.is_held
    lock.release()


def test_a_released_folder_is_free_also_in_one_process(path):
    first, second = FolderLock(path), FolderLock(path)
    first.acquire()
    first.acquire()
    with pytest.raises(AlreadyRunning, match=f"process {os.getpid()} "):
        second.acquire()
    assert not second.is_held
    first.release()
    second.acquire()
    second.release()
    second.release()


def test_a_read_only_folder_is_told(path):
    with (
        read_only(path.parent),
        pytest.raises(StorageUnavailable, match="nothing is kept when the program ends"),
    ):
        FolderLock(path).acquire()
