"""What goes wrong at the start is told in one sentence, and the clerk works on."""

from sad_desktop.app import Program
from sad_desktop.errors import ResourceMissing
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
    clerk.settle()
    return clerk


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
    monkeypatch.setattr("sad_desktop.app.load_further_fonts", missing("fonts/bold.ttf"))
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
    clerk.program.close()
    clerk.window.hide()
    clerk.window.deleteLater()
