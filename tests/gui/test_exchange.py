"""Files in and out of the library by keys alone, and what they say or take beyond the boxes."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.forms.differences import DifferencesDialog
from sad_desktop.forms.exchange import ExchangeRoom
from sad_desktop.forms.kept import KeptDialog
from sad_desktop.forms.losses import LossesDialog
from sad_desktop.resources import resource
from sad_desktop.services.exchange import open_file
from tests.gui.test_window import drop, load

SAMPLE = resource("samples/im4-seven-items.xml")
ODD = SAMPLE.read_text(encoding="utf-8").replace(
    "<Property>", '<Property mark="7"><Colour>red</Colour>', 1
)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "files"
    (folder / "older").mkdir(parents=True)
    (folder / "a.xml").write_text(ODD, encoding="utf-8")
    (folder / "bad.xml").write_bytes(b"<ASYCUDA><Item>")
    (folder / "older" / "c.xml").write_bytes(SAMPLE.read_bytes())
    return folder


def room_of(clerk) -> ExchangeRoom:
    room = clerk.program.workplace.rooms.shown()
    assert isinstance(room, ExchangeRoom)
    return room


def press(clerk, button) -> None:
    clerk.tab_to(button)
    clerk.press(Qt.Key.Key_Space, text=" ")
    clerk.settle()


def texts(page, column: int) -> list[str]:
    return [page.model.row(row).cells[column] for row in range(page.model.rowCount())]


def test_a_folder_is_imported_by_keys_and_reported(clerk, folder, tmp_path):
    clerk.window.run("exchange")
    page = room_of(clerk).importing
    clerk.answers.folder = folder
    press(clerk, page.folder_button)
    assert texts(page, 0) == ["a.xml", "bad.xml", "c.xml"]
    assert clerk.focus() is page.run_button
    clerk.press(Qt.Key.Key_Space, text=" ")
    clerk.settle()
    assert texts(page, 3) == ["7", "", "7"]
    assert texts(page, 4) == ["2", "", ""]
    assert "bad.xml" in texts(page, 1)[1]
    assert clerk.program.workspace.count(LibraryQuery()) == 2
    assert clerk.program.workplace.library.model.rowCount() == 2
    clerk.answers.save_path = tmp_path / "report.csv"
    press(clerk, page.report_button)
    rows = list(csv.reader(clerk.answers.save_path.read_text("utf-8-sig").splitlines()))
    assert [len(row) for row in rows] == [6] * 4
    assert rows[1][5] == "Property/@mark Property/Colour"
    clerk.tab_to(page.view)
    clerk.press(Qt.Key.Key_Home)
    press(clerk, page.kept_button)
    dialog = clerk.dialog()
    assert isinstance(dialog, KeptDialog)
    assert [dialog.model.row(row).cells[5] for row in range(2)] == ["7", "red"]
    clerk.press(Qt.Key.Key_Escape)
    clerk.take_over()
    clerk.tab_to(page.view)
    clerk.press(Qt.Key.Key_Return)
    assert len(clerk.document.draft.declaration.items) == 7
    clerk.window.run("kept")
    assert isinstance(clerk.dialog(), KeptDialog)
    clerk.press(Qt.Key.Key_Escape)


def test_what_was_imported_is_exported_and_nothing_there_is_overwritten(clerk, folder, tmp_path):
    drop(clerk.window, folder)
    clerk.settle()
    room = room_of(clerk)
    room.importing.run()
    clerk.settle()
    page = room.exporting
    room.show_page(page)
    clerk.answers.folder = out = tmp_path / "out"
    out.mkdir()
    (out / "2026-P26114.xml").write_text("there before")
    page.pile.tick_all()
    press(clerk, page.run_button)
    assert sorted(path.name for path in out.iterdir()) == [
        "2026-P26114-2.xml",
        "2026-P26114-3.xml",
        "2026-P26114.xml",
    ]
    assert (out / "2026-P26114.xml").read_text() == "there before"
    assert page.pile.ticked() == []
    again = {(out / f"2026-P26114-{number}.xml").read_bytes() for number in (2, 3)}
    assert again == {SAMPLE.read_bytes(), ODD.encode()}


def test_a_few_files_dropped_get_tabs_and_many_a_list(clerk, tmp_path):
    paths = [tmp_path / f"{number}.xml" for number in range(9)]
    for path in paths:
        path.write_bytes(b"<ASYCUDA/>")
    drop(clerk.window, *paths[:2])
    assert clerk.program.workplace.tabs.count() == 2
    drop(clerk.window, *paths)
    clerk.settle()
    assert room_of(clerk).importing.model.rowCount() == 9


def test_what_does_not_fit_is_listed_before_it_is_saved(clerk, tmp_path):
    load(clerk, SAMPLE)
    document = clerk.document
    clerk.go_to("31")
    place = clerk.tab.sheet.current_place()
    long = "M" * 40
    clerk.type(long)
    clerk.answers.save_path = path = tmp_path / "out.xml"
    clerk.ctrl(Qt.Key.Key_E)
    dialog = clerk.dialog()
    assert isinstance(dialog, LossesDialog)
    (row,) = [dialog.model.row(row).cells for row in range(dialog.model.rowCount())]
    assert (row[0], row[1], row[4], row[5]) == ("31", "1", long, "M" * 5)
    clerk.press(Qt.Key.Key_Escape)
    assert not path.exists()
    clerk.ctrl(Qt.Key.Key_E)
    clerk.press(Qt.Key.Key_Return)
    assert open_file(path).value(place) == document.draft.value(place) == long
    assert QApplication.activeModalWidget() is None


def test_the_figures_of_a_file_are_compared_with_ours_each_with_its_reason(clerk, tmp_path):
    text = SAMPLE.read_text(encoding="utf-8")
    path = tmp_path / "edited.xml"
    figures = "<Total_cost>10.5</Total_cost><Total_CIF>900.25</Total_CIF>"
    invoice = "<Amount_national_currency>500.5</Amount_national_currency>"
    blank = "<Gs_Invoice>\n<Amount_national_currency/>"
    assert blank in text
    text = text.replace("<Total_cost/>\n<Total_CIF/>", figures, 1)
    path.write_text(text.replace(blank, f"<Gs_Invoice>{invoice}", 1), encoding="utf-8")
    load(clerk, path)
    clerk.window.run("differences")
    dialog = clerk.dialog()
    assert isinstance(dialog, DifferencesDialog)
    rows = [dialog.model.row(row).cells for row in range(dialog.model.rowCount())]
    assert rows
    assert all(row[6] for row in rows)
    stale = [row for row in rows if not row[0] and row[3] == "900.250"]
    assert [row[6].partition(":")[0] for row in stale] == [
        {"en": "stale", "ar": "قديم"}[clerk.language]
    ]
    clerk.press(Qt.Key.Key_Escape)


def test_without_a_file_there_is_nothing_to_compare(clerk):
    clerk.ctrl(Qt.Key.Key_N)
    actions = clerk.window.actions_by_key
    assert not actions["differences"].isEnabled()
    assert not actions["kept"].isEnabled()
