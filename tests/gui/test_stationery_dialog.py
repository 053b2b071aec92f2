"""The assistant that measures how a printer places its paper."""

from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.forms.stationery import StationeryDialog
from sad_desktop.services.stationery import Placement
from tests.gui.paper_office import a_room, page_count


def test_measuring_the_crosses_gives_the_placement(qtbot, tmp_path, immediate_tasks, answers):
    room = a_room(tmp_path, immediate_tasks, answers)
    dialog = StationeryDialog("Office", room, Edition.ENGLISH)
    qtbot.addWidget(dialog)
    kept = []
    dialog.kept.connect(kept.append)
    dialog.print_button.click()
    assert page_count(tmp_path / "paper-0.pdf") == 1
    dialog.left.setValue(16.5)
    dialog.top.setValue(17.0)
    dialog.take_button.click()
    assert dialog.placement() == Placement(offset_x=-1.5, offset_y=1.0, scale=1.0)
    dialog.keep_button.click()
    assert kept == [Placement(offset_x=-1.5, offset_y=1.0, scale=1.0)]
    assert room.stationery.of("Office") == kept[0]
    assert room.stationery.of("Counter") == Placement()


def test_a_second_page_is_measured_against_what_it_was_printed_with(
    qtbot, tmp_path, immediate_tasks, answers
):
    room = a_room(tmp_path, immediate_tasks, answers)
    room.stationery.keep("Office", Placement(offset_x=-1.5, offset_y=1.0))
    dialog = StationeryDialog("Office", room, Edition.ENGLISH)
    qtbot.addWidget(dialog)
    dialog.print_button.click()
    dialog.take_button.click()
    assert dialog.placement() == Placement(offset_x=-1.5, offset_y=1.0)
    dialog.left.setValue(15.5)
    dialog.take_button.click()
    assert dialog.placement().offset_x == -2.0


def test_the_assistant_says_what_it_cannot_do(qtbot, tmp_path, immediate_tasks, answers, printers):
    printers.gone.add("Office")
    room = a_room(tmp_path, immediate_tasks, answers, printers)
    dialog = StationeryDialog("Office", room, Edition.ENGLISH)
    qtbot.addWidget(dialog)
    dialog.print_button.click()
    assert "Office" in dialog.message.text()
    answers.save_path = tmp_path / "nowhere" / "page.pdf"
    dialog.save_button.click()
    assert "page.pdf" in dialog.message.text()
    answers.save_path = tmp_path / "page.pdf"
    dialog.save_button.click()
    assert page_count(answers.save_path) == 1
