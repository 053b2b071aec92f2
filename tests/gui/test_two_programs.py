"""A second program on the same data folder says so."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.forms.language import in_desk_direction
from tests.gui.desk import Clerk, open_desk
from tests.gui.warm_clerks import WarmClerk, WarmClerks


@pytest.fixture
def first(tmp_path: Path, warm_clerks: WarmClerks) -> Iterator[WarmClerk]:
    """Another program that has the data folder."""
    clerk = warm_clerks.begin("waiting", tmp_path)
    clerk.until_it_speaks()
    yield clerk
    with suppress(ProcessLookupError):
        clerk.kill()


@pytest.fixture
def second(
    first: WarmClerk,  # noqa: ARG001 - it runs before the second
    qapp: QApplication,
    tmp_path: Path,
    language,
) -> Iterator[Clerk]:
    clerk = open_desk(qapp, tmp_path, str(language))
    clerk.open_office()
    yield clerk
    clerk.leave()


def test_the_second_program_on_a_folder_says_which_one_has_it(first, second, tmp_path):
    (sentence,) = second.answers.told
    assert str(first.number) in sentence
    assert str(tmp_path) in sentence
    assert ("already running" in sentence) is (second.language == "en")


def test_the_second_program_works_on_without_offering_the_drafts_of_the_first(second):
    assert QApplication.activeModalWidget() is None
    second.ctrl(Qt.Key.Key_N)
    second.go_to("18")
    second.key_in("GULF STAR 7")
    assert second.document.draft.declaration.arrival_identity == "GULF STAR 7"


def test_a_killed_program_holds_the_folder_no_longer(qapp, tmp_path, first):
    first.kill()
    clerk = open_desk(qapp, tmp_path)
    clerk.open_office()
    assert not clerk.answers.told
    clerk.leave()


def test_the_second_program_reads_and_stores_nothing(second, tmp_path):
    second.ctrl(Qt.Key.Key_N)
    second.go_to("18")
    second.key_in("GULF STAR 7")
    second.answers.told.clear()
    second.ctrl(Qt.Key.Key_S)
    (sentence,) = second.answers.told
    assert ("only reads" in sentence) is (second.language == "en")
    status = second.program.workplace.status
    assert status.kept.text() == in_desk_direction(status.tr("Reads only"))
    second.settle()
    assert second.program.workspace.count(LibraryQuery()) == 0
    assert not list((tmp_path / "recovery").glob("*"))  # the folder is the first one's
    assert not list((tmp_path / "backups").glob("*second*"))
