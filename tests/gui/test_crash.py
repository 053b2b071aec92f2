import faulthandler
import logging
import sys
import threading

import pytest
from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType
from PySide6.QtGui import QGuiApplication

from sad_desktop.forms.crash import (
    CrashReporter,
    RecentLines,
    catch_faults,
    last_fault,
    log_qt_message,
    report,
)
from sad_desktop.forms.crash_dialog import CrashDialog

QUOTED = "Gulf Trading Company 58411-01"


def fault(text=QUOTED):
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


@pytest.fixture
def recent():
    lines = RecentLines()
    logger = logging.getLogger("sad_desktop")
    logger.addHandler(lines)
    logger.setLevel(logging.DEBUG)
    yield lines
    logger.removeHandler(lines)
    logger.setLevel(logging.NOTSET)


@pytest.fixture
def told(recent, qapp):  # noqa: ARG001 - a reporter needs an application
    """A reporter that is installed, with what it told and in which order things happened."""
    happened = []
    reporter = CrashReporter(
        lambda: happened.append("kept"),
        recent,
        lambda text, are_safe: happened.append((text, are_safe)),
    )
    happened.append(reporter)
    hook, thread_hook = sys.excepthook, threading.excepthook
    reporter.install()
    yield happened
    reporter.uninstall()
    sys.excepthook, threading.excepthook = hook, thread_hook


def crash(error):
    sys.excepthook(type(error), error, error.__traceback__)


def test_the_drafts_are_kept_before_the_fault_is_told(told):
    crash(fault())
    assert told[1] == "kept"
    text, are_safe = told[2]
    assert are_safe
    assert "builtins.ValueError" in text
    assert "test_crash.py" in text


def test_a_fault_in_a_thread_is_told_too(told, qtbot):
    def work():
        raise ZeroDivisionError

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(told) == 3)
    assert "builtins.ZeroDivisionError" in told[2][0]


def test_when_the_drafts_cannot_be_kept_it_is_said(recent, qapp):  # noqa: ARG001
    def fails():
        raise OSError

    told = []
    reporter = CrashReporter(fails, recent, lambda _text, are_safe: told.append(are_safe))
    hook = sys.excepthook
    reporter.install()
    crash(fault())
    reporter.uninstall()
    sys.excepthook = hook
    assert told == [False]


def test_an_interrupt_from_the_keyboard_is_no_fault(told, capsys):
    crash(KeyboardInterrupt())
    assert len(told) == 1
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_the_report_names_versions_and_place_but_nothing_of_a_declaration(recent):
    logging.getLogger("sad_desktop.services").info("stored declaration 41")
    logging.getLogger("sad_desktop.services").debug("consignee %s", QUOTED)
    try:
        try:
            raise KeyError(QUOTED)
        except KeyError as error:
            raise ValueError(QUOTED) from error
    except ValueError as error:
        logging.getLogger("sad_desktop.forms").exception("the program failed")
        text = report(error, recent.lines())
    assert "SAD Desktop" in text
    assert "PySide6" in text
    assert "stored declaration 41" in text
    assert "After that:" in text
    assert QUOTED not in text


def test_the_report_names_no_folder_of_the_user():
    error = fault()
    text = report(error)
    assert 'File "' in text
    assert report(_deep()).count('File "sad_desktop/') == 1


def _deep():
    from sad_desktop.tariff.codelists import edition

    try:
        edition([])
    except TypeError as error:
        return error
    return None


def test_only_the_last_200_lines_are_kept(recent):
    for number in range(250):
        logging.getLogger("sad_desktop").info("line %d", number)
    lines = recent.lines()
    assert len(lines) == 200
    assert lines[-1].endswith("line 249")


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (QtMsgType.QtDebugMsg, logging.DEBUG),
        (QtMsgType.QtWarningMsg, logging.WARNING),
        (QtMsgType.QtCriticalMsg, logging.ERROR),
    ],
)
def test_what_qt_says_goes_to_the_log(caplog, kind, level):
    with caplog.at_level(logging.DEBUG, "qt"):
        log_qt_message(kind, QMessageLogContext(), "layout loop")
    assert [(record.levelno, record.message) for record in caplog.records] == [
        (level, "default: layout loop")
    ]


def test_a_crash_of_the_interpreter_is_found_at_the_next_start(tmp_path):
    file = tmp_path / "logs" / "fault.txt"
    assert last_fault(file) == ""
    was_enabled = faulthandler.is_enabled()
    with catch_faults(file) as stream:
        faulthandler.dump_traceback(stream)
        faulthandler.disable()
    if was_enabled:
        faulthandler.enable()
    assert "most recent call first" in last_fault(file)
    with catch_faults(file):
        faulthandler.disable()
    if was_enabled:
        faulthandler.enable()
    assert last_fault(file) == ""


def test_the_dialog_lets_the_report_be_copied_and_saved(qtbot, language, tmp_path):  # noqa: ARG001
    target = tmp_path / "report.txt"
    dialog = CrashDialog("the report", are_safe=True, ask_file=lambda _parent, _name: str(target))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.go_on_button.isDefault()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "the report"
    dialog.save_button.click()
    assert target.read_text(encoding="utf-8") == "the report"
    assert str(target) in dialog.outcome.text()
    qtbot.keyClick(dialog.go_on_button, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_report_that_cannot_be_saved_is_said_in_the_dialog(qtbot, tmp_path):
    dialog = CrashDialog("x", are_safe=True, ask_file=lambda _p, _n: str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.save()
    assert str(tmp_path) in dialog.outcome.text()
    assert "could not be saved" in dialog.outcome.text()


def test_giving_up_the_file_says_nothing(qtbot):
    dialog = CrashDialog("x", are_safe=True, ask_file=lambda _p, _n: "")
    qtbot.addWidget(dialog)
    dialog.save()
    assert dialog.outcome.text() == ""


def test_drafts_that_are_not_safe_are_told_as_such(qtbot):
    safe, unsafe = CrashDialog("x", are_safe=True), CrashDialog("x", are_safe=False)
    qtbot.addWidget(safe)
    qtbot.addWidget(unsafe)
    assert "is safe" in safe.said.text()
    assert "could not be written" in unsafe.said.text()


def test_a_fault_while_a_fault_is_told_opens_no_second_dialog(qtbot, recent):
    reporter = CrashReporter(lambda: None, recent)
    reporter._on_crashed("first", are_safe=True)
    first = reporter._dialog
    qtbot.addWidget(first)
    reporter._on_crashed("second", are_safe=True)
    assert reporter._dialog is first
