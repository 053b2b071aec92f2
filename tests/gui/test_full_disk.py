"""The disk takes nothing: it is said once, the clerk keys on, and nothing is lost."""

import os
import subprocess
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from sad_desktop.paths import Paths
from sad_desktop.services.journal import Journal
from tests.gui.desk import Clerk, open_desk
from tests.read_only import read_only

LONGER_THAN_A_RETRY = 15_000


@pytest.fixture
def clerk(clerk: Clerk) -> Clerk:
    clerk.open_office()
    clerk.ctrl(Qt.Key.Key_N)
    return clerk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system with room for an empty database and the desk's copy of the lists."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("only root may mount a small file system")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def keeping(clerk: Clerk) -> str:
    return clerk.program.workplace.status.kept.text().strip("\u200e\u200f")


def said(text: str) -> str:
    return QCoreApplication.translate("StatusLine", text)


def kept(folder: Path) -> list[str]:
    drafts = Journal(Paths(folder)).recovered().drafts
    return [found.draft.declaration.arrival_identity for found in drafts]


def fill_up(folder: Path) -> Path:
    """Take all the room that is left on a disk."""
    disk = os.statvfs(folder)
    ballast = folder / "ballast"
    ballast.write_bytes(b"x" * (disk.f_bavail * disk.f_frsize))
    return ballast


def key_on(clerk: Clerk, qtbot, told: Callable[[], bool]) -> None:
    clerk.go_to("18")
    clerk.key_in("GULF STAR 7")
    qtbot.waitUntil(told, timeout=LONGER_THAN_A_RETRY)
    clerk.go_to("22.2")
    clerk.key_in("500")
    clerk.go_to("20.2")
    clerk.type("JEBEL")
    qtbot.wait(1000)
    clerk.settle()


def test_a_read_only_recovery_folder_is_said_once_and_keying_goes_on(clerk, qtbot, tmp_path):
    clerk.program.list_refresh.stop()  # as somebody else, root's Python would load nothing
    with read_only(Paths(tmp_path).recovery):
        key_on(clerk, qtbot, lambda: bool(clerk.answers.told))
        (sentence,) = clerk.answers.told
        assert str(Paths(tmp_path).recovery) in sentence
        assert ("kept in memory only" in sentence) is (clerk.language == "en")
        assert keeping(clerk) == said("In memory only")
        assert clerk.document.draft.declaration.invoice_amount == Decimal(500)
        assert clerk.focus().text() == "JEBEL"
    qtbot.waitUntil(lambda: bool(kept(tmp_path)), timeout=LONGER_THAN_A_RETRY)
    assert kept(tmp_path) == ["GULF STAR 7"]
    qtbot.waitUntil(lambda: keeping(clerk) == said("Not saved"))
    assert len(clerk.answers.told) == 1


def test_a_full_disk_is_said_again_only_after_there_was_room(clerk, qtbot, tmp_path, monkeypatch):
    Path("/dev/full").exists() or pytest.skip("this system has no /dev/full")
    real = os.open

    def full(path, flags, *mode):
        return real("/dev/full" if str(path).endswith(".part") else path, flags, *mode)

    for time in (1, 2):
        monkeypatch.setattr(os, "open", full)
        clerk.go_to("18")
        clerk.key_in(f"SHIP {time}")
        qtbot.waitUntil(lambda time=time: len(clerk.answers.told) == time)
        assert keeping(clerk) == said("In memory only")
        monkeypatch.setattr(os, "open", real)
        qtbot.waitUntil(lambda: keeping(clerk) == said("Not saved"), timeout=LONGER_THAN_A_RETRY)
        assert kept(tmp_path)[0].endswith(f"SHIP {time}")
    assert clerk.answers.told[0] == clerk.answers.told[1]


def test_on_a_disk_that_is_really_full_nothing_is_lost_and_saving_waits_for_room(
    qapp, small_disk, qtbot, language
):
    clerk = open_desk(qapp, small_disk, str(language))
    clerk.open_office()
    clerk.ctrl(Qt.Key.Key_N)
    clerk.answers.told.clear()
    ballast = fill_up(small_disk)
    key_on(clerk, qtbot, lambda: bool(clerk.answers.told))
    (sentence,) = clerk.answers.told
    assert ("is full" in sentence) is (clerk.language == "en")
    clerk.ctrl(Qt.Key.Key_S)
    assert len(clerk.answers.told) == 2
    assert not clerk.document.undo_stack.isClean()
    assert clerk.document.version == 0
    assert clerk.document.draft.declaration.delivery_place == "JEBEL"
    ballast.unlink()
    qtbot.waitUntil(lambda: kept(small_disk) == ["GULF STAR 7"], timeout=LONGER_THAN_A_RETRY)
    clerk.ctrl(Qt.Key.Key_S)
    assert len(clerk.answers.told) == 2
    assert keeping(clerk) == said("Saved")
    assert clerk.document.version == 1
    clerk.leave()
    assert not kept(small_disk)
