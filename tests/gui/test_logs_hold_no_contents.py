"""Whatever is keyed, stored, refused or crashed upon: the log names no party and no amount."""

import logging
import sys

import pytest
from PySide6.QtCore import Qt

from sad_desktop.errors import StorageUnavailable
from sad_desktop.forms.crash import CrashReporter, RecentLines
from sad_desktop.forms.language import Language
from sad_desktop.logs import logging_to
from tests.gui.desk import open_desk

NAME, ARABIC, AMOUNT, CODE = "QWERTYLTD", "زغلولية", "8642097531", "58411-01"
MARKS = (NAME, ARABIC, AMOUNT, "8,642,097,531", CODE, "AL WAHA", "Al Waha")


@pytest.fixture
def logs(tmp_path):
    with logging_to(tmp_path / "logs", logging.DEBUG):
        yield lambda: "".join(
            file.read_text("utf-8") for file in (tmp_path / "logs").iterdir() if file.is_file()
        )


def keyed(clerk) -> None:
    clerk.ctrl(Qt.Key.Key_N)
    for box, text in (
        ("2.2", NAME),
        ("8", CODE),
        ("22", "USD"),
        ("22.2", AMOUNT),
        ("31.2", ARABIC),
    ):
        clerk.go_to(box)
        clerk.key_in(text)
    clerk.go_to("42")
    clerk.key_in(f"{AMOUNT}x{NAME}")  # refused, and kept in its box


def test_a_day_at_the_desk_leaves_no_contents_in_the_log(qapp, tmp_path, speak, logs, monkeypatch):
    speak(Language.ENGLISH)
    clerk = open_desk(qapp, tmp_path / "office")
    clerk.open_office()
    keyed(clerk)
    assert clerk.document.draft.declaration.consignee_code == CODE
    clerk.ctrl(Qt.Key.Key_S)
    clerk.settle()
    bad = tmp_path / f"{NAME}.xml"
    bad.write_text(f"<SAD><Amount>{AMOUNT}</Amount>", encoding="utf-8")
    assert clerk.program.opened.open_path(bad) is None

    def full(*_):
        raise StorageUnavailable("{x}", {"x": NAME})

    monkeypatch.setattr(clerk.program.workspace, "store", full)
    clerk.key_in(AMOUNT)
    clerk.ctrl(Qt.Key.Key_S)
    clerk.settle()
    monkeypatch.undo()
    clerk.program.workplace.run("verify")
    clerk.settle()
    clerk.leave()
    assert "stored declaration" in logs()
    assert [mark for mark in MARKS if mark in logs()] == []


def test_a_crash_report_quotes_nothing_that_was_keyed(qapp, tmp_path, speak, logs):
    speak(Language.ENGLISH)
    clerk = open_desk(qapp, tmp_path / "office")
    keyed(clerk)
    recent, told = RecentLines(), []
    logging.getLogger().addHandler(recent)
    reporter = CrashReporter(clerk.program.opened.flush, recent, lambda text, _: told.append(text))
    reporter.install()
    try:
        raise ValueError(f"{NAME} owes {AMOUNT}", ARABIC)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    reporter.uninstall()
    logging.getLogger().removeHandler(recent)
    clerk.leave()
    assert "ValueError" in logs()
    assert [mark for mark in MARKS if mark in logs() + told[0]] == []
