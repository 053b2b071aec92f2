"""Files the system hands over are opened in tabs: as arguments, and from a running desktop."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent

from sad_desktop import commands, launch
from sad_desktop.app import Program
from sad_desktop.forms.application import DeskApplication
from sad_desktop.paths import Paths
from sad_desktop.resources import SAMPLE, resource
from sad_desktop.settings import Settings
from tests.gui.desk import ON, Answers, Clerk


@pytest.fixture
def clerk(qapp, tmp_path):
    answers = Answers()
    program = Program(
        qapp, Paths(tmp_path), Settings(language="en"), on=ON, questions=answers.questions()
    )
    program.window.show()
    clerk = Clerk(qapp, program, answers)
    yield clerk
    clerk.leave()


def test_files_wait_until_somebody_is_let_in_and_later_ones_open_at_once(clerk):
    sample = resource(SAMPLE)
    clerk.program.take([sample])
    clerk.program.start("")
    clerk.settle()
    assert len(clerk.document.draft.declaration.items) == 7
    clerk.program.take([sample.with_name("nothing.xml")])
    clerk.settle()
    assert "nothing.xml" in clerk.answers.told[0]
    assert len(clerk.program.opened.documents) == 1


def test_words_that_are_xml_files_open_the_window_with_them(monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(launch, "run_window", lambda *_where, **how: opened.append(how["files"]))
    commands.main(["one.xml", "TWO.XML"])
    commands.main(["--data-dir", str(tmp_path)])
    assert opened == [[Path("one.xml"), Path("TWO.XML")], ()]


@pytest.mark.usefixtures("qapp")
def test_a_file_the_desktop_asks_for_is_told_with_its_path():
    asked = []

    class Desk:
        files_asked = type("Signal", (), {"emit": staticmethod(asked.append)})

    event = QFileOpenEvent(QUrl.fromLocalFile("/tmp/بيان 1.xml"))  # noqa: S108 - never opened
    assert DeskApplication.event.__get__(Desk())(event)
    assert asked == [(Path("/tmp/بيان 1.xml"),)]  # noqa: S108
