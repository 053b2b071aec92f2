"""The log: five files of a megabyte, and never a reason to stop."""

import logging
from pathlib import Path

import pytest

from sad_desktop.logs import BYTES_PER_FILE, FILES, NAME, fault_file, logging_to
from tests.read_only import read_only

logger = logging.getLogger("sad_desktop.somewhere")


def test_what_the_clerk_did_is_written_and_how_is_not(tmp_path):
    with logging_to(tmp_path / "logs") as is_written:
        assert is_written
        logger.info("stored declaration %s", "41")
        logger.debug("in 12 statements")
        logging.getLogger("sqlalchemy.engine").info("INSERT INTO declarations (…) secret")
    (line,) = (tmp_path / "logs" / NAME).read_text("utf-8").splitlines()
    assert line.endswith("INFO sad_desktop.somewhere: stored declaration 41")


def test_how_is_written_when_asked(tmp_path):
    with logging_to(tmp_path, logging.DEBUG):
        logger.debug("in 12 statements")
    assert "DEBUG sad_desktop.somewhere: in 12 statements" in (tmp_path / NAME).read_text("utf-8")


def test_the_log_turns_over_at_a_megabyte_and_keeps_five(tmp_path):
    line = "x" * 1000
    with logging_to(tmp_path):
        for _ in range(7 * BYTES_PER_FILE // 1000):
            logger.info(line)
    files = list(tmp_path.iterdir())
    assert len(files) == FILES
    assert all(path.stat().st_size <= BYTES_PER_FILE for path in files)


def test_afterwards_nothing_is_left_behind(tmp_path):
    before = (logging.getLogger().level, list(logging.getLogger().handlers))
    with logging_to(tmp_path):
        pass
    assert (logging.getLogger().level, list(logging.getLogger().handlers)) == before


def test_a_folder_that_is_read_only_is_no_reason_to_stop(tmp_path):
    with read_only(tmp_path / "logs"), logging_to(tmp_path / "logs") as is_written:
        assert not is_written
        logger.info("stored declaration 41")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_no_reason_to_stop(tmp_path, capsys):
    (tmp_path / NAME).symlink_to("/dev/full")
    with logging_to(tmp_path):
        logger.info("stored declaration 41")
    assert capsys.readouterr().err == ""


def test_a_crash_of_the_interpreter_has_a_file_of_its_own(tmp_path):
    assert fault_file(tmp_path).parent == tmp_path
    assert fault_file(tmp_path).name != NAME
