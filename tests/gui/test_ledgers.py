"""Prices, offences and licences are kept by keys, and open declarations are judged by them."""

import pytest
from PySide6.QtCore import Qt

from sad_desktop.brokerage.ledgers import Ledger, UsualPrice
from sad_desktop.forms.language import Language
from sad_desktop.services.ledgers import write_file
from tests.gui.desk import open_desk


@pytest.fixture
def clerk(qapp, tmp_path):
    clerk = open_desk(qapp, tmp_path / "office", user_name="Salma")
    clerk.open_office()
    yield clerk
    clerk.program.workplace.abandon_changes()
    clerk.leave()


def room(clerk, name):
    opened = clerk.program.workplace.rooms.open(name)
    clerk.settle()
    return opened


def texts(opened):
    model = opened.model
    columns = range(model.columnCount())
    return [[model.index(row, one).data() for one in columns] for row in range(model.rowCount())]


def test_a_line_is_keyed_changed_found_and_removed_by_keys(clerk):
    prices = room(clerk, "usual_prices")
    prices.view.setFocus()
    clerk.press(Qt.Key.Key_Insert)
    clerk.key_in("1006", "in", "", "0.25", "0.1")
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert "Greatest value" in prices.message.text()
    prices.form.lines["most"].setFocus()
    prices.form.lines["most"].selectAll()
    clerk.type("1,5")
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert texts(prices)[0][:5] == ["1006", "IN", "", "0.25", "1.50"]
    assert prices.view.hasFocus()
    prices.line.setFocus()
    clerk.type("8418")
    assert texts(prices) == []
    prices.line.clear()
    prices.view.setFocus()
    clerk.press(Qt.Key.Key_Delete)
    clerk.settle()
    assert texts(prices) == []


def test_what_is_not_understood_is_said_beside_the_form_and_kept(clerk):
    prices = room(clerk, "usual_prices")
    prices.form.enter()
    clerk.key_in("1006", "", "", "cheap")
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert "Least value" in prices.form.fault.text()
    assert prices.form.lines["least"].text() == "cheap"
    assert texts(prices) == []


def test_a_file_is_taken_whole_or_its_bad_lines_are_named(clerk, tmp_path):
    prices = room(clerk, "usual_prices")
    file = tmp_path / "prices.csv"
    file.write_text("commodity_code,least,most\n1006,1,2\n1007,x,2\n", encoding="utf-8")
    prices.choose_file = lambda _parent: file
    prices._import()
    clerk.settle()
    assert "Line 3, Least value: This is not a number." in prices.message.text()
    assert texts(prices) == []
    write_file(Ledger.PRICES, (UsualPrice(commodity_code="1006", least=1, most=2),), file, "ar")
    prices._import()
    clerk.settle()
    assert [row[0] for row in texts(prices)] == ["1006"]
    assert prices.message.text() == "1 line taken."


def test_an_open_declaration_is_judged_by_a_line_as_soon_as_it_is_kept(clerk):
    document = clerk.program.opened.new()
    clerk.settle()
    item = document.draft.declaration.items[0].key
    from sad_desktop.declaration.draft import Place

    document.enter(Place("licence_number", item), "L-1")
    clerk.program.opened.register.ask_all_again()
    clerk.settle()
    assert "licence_number" in {one.place.field for one in document.findings if one.code == "I-04"}
    licences = room(clerk, "licences")
    licences.form.enter()
    clerk.key_in("L-1", "", "", "", "01/01/2026")
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert "D-08" in {one.code for one in document.findings}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", ["offences", "licences"])
def test_each_list_opens_in_both_languages(qapp, tmp_path, language, name):
    clerk = open_desk(qapp, tmp_path / "office", str(language))
    clerk.open_office()
    opened = room(clerk, name)
    titles = [column.title for column in opened.model.columns]
    assert len(set(titles)) == len(titles)
    assert any("\u0600" < letter < "\u06ff" for letter in titles[0]) is (language == "ar")
    clerk.leave()
