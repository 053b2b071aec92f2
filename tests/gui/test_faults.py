"""What goes wrong at the start is told in one sentence, and the clerk works on."""

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from sad_desktop import launch, resources
from sad_desktop.app import Program
from sad_desktop.errors import ResourceMissing, StorageUnavailable
from sad_desktop.forms import language as languages
from sad_desktop.forms.language import Language
from sad_desktop.forms.theme import load_further_fonts
from sad_desktop.paths import Paths
from sad_desktop.services.journal import Journal
from sad_desktop.settings import Settings
from tests.gui.desk import ON, Answers, Clerk


def missing(name):
    def refuse(*_arguments, **_choices):
        raise ResourceMissing(name)

    return refuse


def started(qapp, folder, language):
    """The program as it starts, with nothing put in by hand."""
    answers = Answers()
    settings = Settings(language=str(language))
    program = Program(qapp, Paths(folder), settings, on=ON, questions=answers.questions())
    program.window.show()
    program.window.activateWindow()
    clerk = Clerk(qapp, program, answers)
    program.start("")
    program.dress.say_lacking()
    clerk.settle()
    return clerk


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """The program's own files as a built program has them, to be taken away or damaged."""
    own, texts = tmp_path / "_resources", tmp_path / "_translations"
    shutil.copytree(resources.resource(""), own)
    shutil.copytree(resources.translation(""), texts)
    (own / resources.CHECKSUMS).write_text(resources.checksums(own), encoding="utf-8")
    monkeypatch.setattr(resources, "_SHIPPED", own)
    monkeypatch.setattr(resources, "_SHIPPED_TEXTS", texts)
    return tmp_path


def damage(file: Path, how: str) -> None:
    if how == "missing":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def test_with_a_damaged_database_it_is_told_and_what_is_keyed_is_kept(qapp, tmp_path, language):
    database = Paths(tmp_path).database
    database.write_bytes(b"no database at all" * 500)
    clerk = started(qapp, tmp_path, language)
    assert len(clerk.answers.told) == 1
    assert database.name in clerk.answers.told[0]
    clerk.program.opened.new()
    clerk.go_to("18")
    clerk.key_in("GULF STAR 7")
    clerk.program.workplace.run("save")
    clerk.settle()
    clerk.program.opened.flush()
    kept = [one.draft.declaration for one in Journal(Paths(tmp_path)).recovered().drafts]
    assert [one.arrival_identity for one in kept] == ["GULF STAR 7"]
    assert database.read_bytes() == b"no database at all" * 500
    clerk.leave()


def test_without_the_second_weight_of_the_font_work_goes_on(qapp, tmp_path, language, monkeypatch):
    monkeypatch.setattr("sad_desktop.forms.dress.load_further_fonts", missing("fonts/bold.ttf"))
    clerk = started(qapp, tmp_path, language)
    assert "fonts/bold.ttf" in clerk.answers.told[0]
    clerk.program.workplace.run("sample")
    assert len(clerk.document.draft.declaration.items) == 7
    clerk.leave()


def test_without_the_lists_the_program_says_what_is_missing(qapp, tmp_path, language, monkeypatch):
    monkeypatch.setattr(
        "sad_desktop.services.reference_lists.ReferenceLists", missing("codelists/editions.toml")
    )
    clerk = started(qapp, tmp_path, language)
    assert len(clerk.answers.told) == 1
    assert "codelists/editions.toml" in clerk.answers.told[0]
    assert not clerk.program.is_furnished
    clerk.leave()


@pytest.mark.parametrize("how", ["missing", "damaged"])
def test_without_a_translation_the_desk_speaks_english_and_says_so(
    qapp, tmp_path, shipped, how, caplog
):
    damage(shipped / "_translations/sad_ar.qm", how)
    clerk = started(qapp, tmp_path / "data", Language.ARABIC)
    assert len(clerk.answers.told) == 1
    assert "sad_ar.qm" in clerk.answers.told[0]
    assert "ResourceMissing sad_ar.qm" in caplog.text
    assert clerk.window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    clerk.program.workplace.run("sample")
    assert len(clerk.document.draft.declaration.items) == 7
    clerk.leave()


def test_without_the_arabic_of_qt_itself_the_desk_speaks_arabic(
    qapp,
    tmp_path,
    monkeypatch,
    compiled_texts,  # noqa: ARG001 - reads what it made
):
    monkeypatch.setattr(languages.QLibraryInfo, "path", lambda _which: str(tmp_path))
    clerk = started(qapp, tmp_path / "data", Language.ARABIC)
    assert len(clerk.answers.told) == 1
    assert "qtbase_ar.qm" in clerk.answers.told[0]
    assert clerk.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    clerk.leave()


@pytest.mark.parametrize("how", ["missing", "damaged"])
def test_without_the_main_font_it_is_told_and_the_system_s_does(qapp, shipped, monkeypatch, how):
    font = shipped / "_resources/fonts/IBMPlexSansArabic-Regular.ttf"
    font.write_bytes(b"no font") if how == "damaged" else font.unlink()
    told = []
    monkeypatch.setattr(launch, "QApplication", fresh(qapp))
    monkeypatch.setattr(launch, "DeskApplication", fresh(qapp))
    assert launch.application_of(told.append) is qapp
    assert [error.logged for error in told] == [
        "ResourceMissing fonts/IBMPlexSansArabic-Regular.ttf"
    ]
    load_further_fonts()  # told once: the other weight alone is no help


def fresh(qapp):
    """An application that is not there before it is asked for."""

    class Fresh:
        def __new__(cls, _arguments):
            return qapp

        @staticmethod
        def instance():
            return None

    return Fresh


def test_damage_to_what_was_shipped_is_told_before_it_is_met(qapp, tmp_path, shipped):
    damage(shipped / "_resources/fonts/IBMPlexSansArabic-SemiBold.ttf", "damaged")
    clerk = started(qapp, tmp_path / "data", Language.ENGLISH)
    assert len(clerk.answers.told) == 1
    assert "SemiBold" in clerk.answers.told[0]
    assert clerk.program.is_furnished
    clerk.leave()


@pytest.mark.parametrize("how", ["missing", "damaged"])
@pytest.mark.parametrize(
    "name", ["profiles/bh.toml", "codelists/gcc/tariff.csv", "codelists/bh/exchange_rates.csv"]
)
def test_with_half_a_law_or_list_nobody_works(qapp, tmp_path, shipped, how, name, caplog):
    damage(shipped / "_resources" / name, how)
    clerk = started(qapp, tmp_path / "data", Language.ENGLISH)
    assert [name in told for told in clerk.answers.told] == [True]
    assert f"ResourceMissing {name}" in caplog.text
    assert not clerk.program.is_furnished
    clerk.leave()


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("sample", "samples/im4-seven-items.xml"),
        ("manual", "manual/en/start.md"),
    ],
)
def test_what_a_command_lacks_is_a_sentence_and_no_crash(
    qapp, tmp_path, monkeypatch, caplog, command, name
):
    clerk = started(qapp, tmp_path / "data", Language.ENGLISH)
    original = resources._below

    def below(root, asked):
        if asked == name:
            raise ResourceMissing(name)
        return original(root, asked)

    monkeypatch.setattr(resources, "_below", below)
    ask(clerk, command)
    assert [name in told for told in clerk.answers.told] == [True]
    assert f"nobody took ResourceMissing {name}" in caplog.text
    clerk.leave()


def ask(clerk, command):
    """Choose a command as its menu does; what nobody takes comes to the program's hook."""
    try:
        clerk.program.workplace.run(command)
        clerk.settle()
    except ResourceMissing:
        sys.excepthook(*sys.exc_info())
    clerk.settle()


def test_a_restore_that_cannot_end_is_told_before_there_is_a_window(qapp, tmp_path, monkeypatch):  # noqa: ARG001 - for its application
    paths, told = Paths(tmp_path), []
    paths.restoring.write_text("{}", encoding="utf-8")
    refused = StorageUnavailable("The backup cannot be put back: {reason}.", {"reason": "full"})

    def refuse(_paths):
        raise refused

    monkeypatch.setattr("sad_desktop.services.restore.finish_alone", refuse)
    monkeypatch.setattr(QMessageBox, "critical", lambda *said: told.append(said[2]))
    with pytest.raises(StorageUnavailable):
        launch.run_window(paths, profile=None, on=None)
    assert told == [str(refused)]
