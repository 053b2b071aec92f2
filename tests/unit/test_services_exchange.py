"""Files are opened whole or refused in a sentence, and written whole or not at all."""

import errno
import os
import resource as resource_limits
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import FileRefused, StorageUnavailable, UserError
from sad_desktop.resources import resource
from sad_desktop.services.exchange import open_file, save_file
from sad_desktop.xml import admission
from tests.read_only import read_only

SAMPLE = resource("samples/im4-seven-items.xml").read_bytes()
DRAFT = Draft(declaration=Declaration(warehouse="W1"))


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "بيان 7.xml"
    path.write_bytes(SAMPLE)
    return path


def sentence(path: Path) -> str:
    """Return what the user is told when a file cannot be opened."""
    with pytest.raises(UserError) as caught:
        open_file(path)
    told = str(caught.value)
    assert path.name in told
    assert told.endswith(".")
    return told


def test_a_file_is_opened_under_its_name(sample: Path):
    draft = open_file(sample)
    assert draft.source is not None
    assert draft.source.name == "بيان 7.xml"
    assert len(draft.declaration.items) == 7


def test_a_file_is_saved_as_it_was_opened(sample: Path, tmp_path: Path):
    copy = tmp_path / "copy.xml"
    save_file(open_file(sample), None, copy)
    assert copy.read_bytes() == SAMPLE
    assert sorted(tmp_path.iterdir()) == sorted([sample, copy])


def test_the_programs_own_file_holds_what_customs_format_does_not(tmp_path: Path):
    draft = replace(DRAFT, declaration=Declaration(incidents="None"), profile="bh")
    save_file(draft, None, tmp_path / "a.SAD")
    assert open_file(tmp_path / "a.SAD") == draft


def test_a_missing_file(tmp_path: Path):
    assert "there is no such file" in sentence(tmp_path / "none.xml")


def test_a_folder(tmp_path: Path):
    assert "it is a folder" in sentence(tmp_path)


def test_a_pipe_is_no_file_and_nobody_waits_for_it(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    assert "it is no file" in sentence(tmp_path / "pipe")


def test_a_file_nobody_may_read(sample: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "you may not read it" in sentence(sample)


def test_a_disk_that_fails(sample: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    assert "Input/output error" in sentence(sample)


def test_a_name_no_system_has():
    with pytest.raises(UserError, match="was not opened"):
        open_file(Path("a\x00b.xml"))
    with pytest.raises(StorageUnavailable, match="was not written"):
        save_file(DRAFT, None, Path("a\x00b.xml"))


def test_a_file_that_is_too_large_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(admission, "LARGEST_FILE", 1024 * 1024)
    path = tmp_path / "large.xml"
    with path.open("wb") as file:
        file.truncate(50 * 1024**3)
    assert "larger than 1 megabytes" in sentence(path)


def test_a_file_that_is_no_declaration(tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_text("<html/>")
    with pytest.raises(FileRefused, match="no declaration"):
        open_file(path)


def test_a_new_file_has_the_usual_rights_and_a_replaced_one_its_own(tmp_path: Path):
    path = tmp_path / "a.xml"
    mask = os.umask(0o027)
    try:
        save_file(DRAFT, None, path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        path.chmod(0o604)
        save_file(DRAFT, None, path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o604
    finally:
        os.umask(mask)


def test_a_link_stays_one(tmp_path: Path):
    (tmp_path / "real.xml").write_bytes(b"old")
    (tmp_path / "link.xml").symlink_to("real.xml")
    save_file(DRAFT, None, tmp_path / "link.xml")
    assert (tmp_path / "link.xml").is_symlink()
    assert open_file(tmp_path / "real.xml").declaration.warehouse == "W1"


def refused(path: Path) -> str:
    with pytest.raises(StorageUnavailable) as caught:
        save_file(DRAFT, None, path)
    assert path.name in str(caught.value)
    return str(caught.value)


def test_a_folder_that_is_not_there(tmp_path: Path):
    refused(tmp_path / "none" / "a.xml")


def test_a_folder_in_the_place_of_the_file(tmp_path: Path):
    (tmp_path / "a.xml").mkdir()
    refused(tmp_path / "a.xml")
    assert [path.name for path in tmp_path.iterdir()] == ["a.xml"]


def test_a_folder_nobody_may_write_to_keeps_its_file(sample: Path):
    with read_only(sample.parent):
        refused(sample)
    assert sample.read_bytes() == SAMPLE


@pytest.mark.parametrize("step", ["fsync", "fdopen", "chmod", "replace"])
def test_whatever_fails_the_former_file_is_still_there(
    sample: Path, monkeypatch: pytest.MonkeyPatch, step: str
):
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os if hasattr(os, step) and step[0] == "f" else Path, step, fail)
        assert "No space left on device" in refused(sample)
    assert sample.read_bytes() == SAMPLE
    assert list(sample.parent.iterdir()) == [sample]


def test_a_write_that_stops_half_way_keeps_the_former_file(sample: Path):
    least, most = resource_limits.getrlimit(resource_limits.RLIMIT_FSIZE)
    resource_limits.setrlimit(resource_limits.RLIMIT_FSIZE, (4096, most))
    try:
        refused(sample)
    finally:
        resource_limits.setrlimit(resource_limits.RLIMIT_FSIZE, (least, most))
    assert sample.read_bytes() == SAMPLE
    assert list(sample.parent.iterdir()) == [sample]


def test_a_pipe_is_never_replaced(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.xml")
    assert "not a file" in refused(tmp_path / "pipe.xml")
    assert (tmp_path / "pipe.xml").is_fifo()
