"""A program ends before the clerk saved: the next start offers everything, and loses nothing."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.language import Language
from sad_desktop.forms.recovered import RecoveredDrafts
from sad_desktop.forms.tasks import Pool
from sad_desktop.paths import Paths
from sad_desktop.services.journal import Journal, Recovered
from tests.gui.desk import Clerk, open_desk
from tests.gui.test_killed_while_keying import newest_number

AMOUNT, MEANS = Place("invoice_amount"), Place("arrival_identity")
translate = QCoreApplication.translate
Start = Callable[[], Clerk]


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path, language: Language) -> Iterator[Start]:
    """Starts the program anew on the same data folder; what is still open is left at the end."""
    started: list[Clerk] = []

    def begin() -> Clerk:
        clerk = open_desk(qapp, tmp_path, str(language))
        started.append(clerk)
        clerk.open_office()
        return clerk

    yield begin
    if not started[-1].has_left:
        started[-1].leave()


def kept(folder: Path) -> tuple[Recovered, ...]:
    """What a start would find now."""
    return Journal(Paths(folder)).recovered().drafts


def no_dialog() -> bool:
    return QApplication.activeModalWidget() is None


def key_and_type(clerk: Clerk) -> None:
    """A consignee, an amount that is none, and a means of transport that is being typed."""
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("8")
    clerk.key_in("58411-01")
    clerk.go_to("22.2")
    clerk.key_in("about 500")
    clerk.go_to("18")
    clerk.type("GULF ST")


def leave_a_draft(clerk: Clerk, qtbot, folder: Path) -> None:
    key_and_type(clerk)
    qtbot.waitUntil(lambda: any(one.focused == (MEANS, "GULF ST") for one in kept(folder)))
    clerk.abandon()


def test_what_was_keyed_refused_and_being_typed_is_offered_and_comes_back(start, qtbot, tmp_path):
    leave_a_draft(start(), qtbot, tmp_path)
    clerk = start()
    dialog = clerk.dialog()
    assert isinstance(dialog, RecoveredDrafts)
    assert dialog.table.rowCount() == 1
    assert dialog.table.item(0, 0).text() == translate("RecoveredDrafts", "(none)")
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    document = clerk.document
    assert document.draft.declaration.consignee_code == "58411-01"
    assert document.draft.declaration.consignee_name != ""
    assert document.draft.rejected == {AMOUNT: "about 500"}
    assert document.text_of(AMOUNT) == "about 500"
    assert document.text_of(MEANS) == "GULF ST"
    assert no_dialog()


def test_a_recovered_draft_is_marked_as_changed_and_as_recovered(start, qtbot, tmp_path):
    leave_a_draft(start(), qtbot, tmp_path)
    clerk = start()
    clerk.press(Qt.Key.Key_Return)
    workplace = clerk.program.workplace
    assert not clerk.document.undo_stack.isClean()
    assert workplace.tabs.tabText(0).endswith(" •")
    assert (workplace.tabs.tabText(0) == "Recovered •") is (clerk.language == "en")
    said = workplace.status.kept.text()
    assert said.strip("\u200e\u200f") == translate("StatusLine", "Recovered, not saved")
    assert (said == "Recovered, not saved") is (clerk.language == "en")
    clerk.ctrl(Qt.Key.Key_S)
    assert translate("StatusLine", "Saved") in workplace.status.kept.text()
    clerk.settle()
    assert not kept(tmp_path)


def test_a_recovered_draft_is_kept_until_it_is_saved_or_closed(start, qtbot, tmp_path):
    leave_a_draft(start(), qtbot, tmp_path)
    clerk = start()
    clerk.press(Qt.Key.Key_Return)
    clerk.abandon()
    (found,) = kept(tmp_path)
    assert found.draft.rejected == {AMOUNT: "about 500"}


def test_a_killed_program_leaves_what_it_had_on_the_disk_for_the_next_start(
    qapp, tmp_path, qtbot, warm_clerks
):
    other = warm_clerks.begin("keying", tmp_path, 7)
    qtbot.waitUntil(lambda: bool(kept(tmp_path)))
    other.kill()
    (found,) = kept(tmp_path)
    newest = newest_number(found)
    assert newest
    clerk = open_desk(qapp, tmp_path)
    clerk.open_office()
    clerk.press(Qt.Key.Key_Return)
    boxes = ("arrival_identity", "delivery_place", "reference_number", "bank_name")
    shown = {clerk.document.text_of(Place(box)) for box in boxes}
    texts = shown | {str(found.draft.declaration), str(found.focused)}
    assert any(f"K{newest}" in text for text in texts)
    assert clerk.document.is_recovered
    clerk.leave()


def test_a_draft_that_is_discarded_is_gone_for_good(start, qtbot, tmp_path):
    leave_a_draft(start(), qtbot, tmp_path)
    clerk = start()
    dialog = clerk.dialog()
    clerk.tab_to(dialog.discard_button)
    clerk.press(Qt.Key.Key_Space, text=" ")
    assert kept(tmp_path)
    assert clerk.focus() is dialog.keep_button
    clerk.tab_to(dialog.for_good_button)
    clerk.press(Qt.Key.Key_Space, text=" ")
    clerk.settle()
    assert not kept(tmp_path)
    assert clerk.window.current_tab() is None


def test_a_draft_left_for_later_is_offered_again(start, qtbot, tmp_path):
    leave_a_draft(start(), qtbot, tmp_path)
    clerk = start()
    clerk.press(Qt.Key.Key_Escape)
    assert no_dialog()
    assert clerk.window.current_tab() is None
    clerk.leave()
    again = start()
    assert isinstance(again.dialog(), RecoveredDrafts)
    again.press(Qt.Key.Key_Escape)


def test_opening_a_declaration_whose_draft_waits_goes_on_with_the_draft(start, qtbot, tmp_path):
    clerk = start()
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("18")
    clerk.key_in("GULF STAR 7")
    clerk.ctrl(Qt.Key.Key_S)
    identity = clerk.document.document_id
    clerk.go_to("22.2")
    clerk.key_in("about 500")
    qtbot.waitUntil(lambda: bool(kept(tmp_path)))
    clerk.abandon()
    clerk = start()
    clerk.press(Qt.Key.Key_Escape)
    clerk.ctrl(Qt.Key.Key_L)
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.document.document_id == identity
    assert clerk.document.text_of(AMOUNT) == "about 500"
    assert clerk.document.is_recovered
    assert clerk.document.version == 1


def test_a_damaged_recovery_file_is_told_in_one_sentence(start, tmp_path):
    Paths(tmp_path).recovery.mkdir()
    (Paths(tmp_path).recovery / "bad.json").write_bytes(b"\x00" * 300)
    clerk = start()
    assert no_dialog()
    (sentence,) = clerk.answers.told
    assert "bad.damaged" in sentence
    assert ("damaged and could not" in sentence) is (clerk.language == "en")


def test_a_damaged_file_beside_a_good_one_hides_nothing(start, qtbot, tmp_path):
    leave_a_draft(start(), qtbot, tmp_path)
    (Paths(tmp_path).recovery / "bad.json").write_bytes(b"{")
    clerk = start()
    dialog = clerk.dialog()
    assert "bad.damaged" in dialog.notices.text()
    assert dialog.table.rowCount() == 1
    clerk.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("ends", ["saved", "closed", "quit"])
def test_nothing_is_offered_after_the_clerk_settled_the_draft(start, qtbot, tmp_path, ends):
    clerk = start()
    key_and_type(clerk)
    qtbot.waitUntil(lambda: bool(kept(tmp_path)))
    if ends == "saved":
        clerk.ctrl(Qt.Key.Key_S)
    elif ends == "closed":
        clerk.ctrl(Qt.Key.Key_W)
    clerk.ctrl(Qt.Key.Key_Q)
    clerk.leave()
    assert not kept(tmp_path)
    again = start()
    assert no_dialog()
    assert not again.answers.told


def test_quitting_right_after_saving_leaves_nothing_behind(start, qtbot, tmp_path):
    clerk = start()
    key_and_type(clerk)
    qtbot.waitUntil(lambda: bool(kept(tmp_path)))
    begun, go_on = Event(), Event()

    def be_slow(_progress, _cancelled):
        begun.set()
        go_on.wait(0.5)

    clerk.program.tasks.start(be_slow, lambda _: None, lambda _: None, pool=Pool.DATABASE)
    assert begun.wait(5)
    clerk.ctrl(Qt.Key.Key_S)
    clerk.ctrl(Qt.Key.Key_Q)
    clerk.leave()
    assert not kept(tmp_path)


def test_undoing_everything_takes_the_recovery_file_away(start, qtbot, tmp_path):
    clerk = start()
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("22.2")
    clerk.key_in("500")
    qtbot.waitUntil(lambda: bool(kept(tmp_path)))
    assert kept(tmp_path)[0].draft.declaration.invoice_amount == Decimal(500)
    clerk.ctrl(Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: not kept(tmp_path))
    clerk.ctrl(Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: bool(kept(tmp_path)))


def test_text_that_was_given_up_is_not_kept(start, qtbot, tmp_path):
    clerk = start()
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("18")
    clerk.type("GULF")
    qtbot.waitUntil(lambda: bool(kept(tmp_path)))
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.focus().text() == ""
    qtbot.waitUntil(lambda: not kept(tmp_path))
