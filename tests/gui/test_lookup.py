from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from sad_desktop.forms.choices import Choices
from sad_desktop.forms.lookup import MOST_SHOWN, Finder
from sad_desktop.forms.lookup_entries import CODE, NAME, EntriesModel
from sad_desktop.forms.lookup_lists import Column, Criterion, Searched, list_of_book
from sad_desktop.tariff.book import ExchangeRate, ListEntry
from sad_desktop.tariff.lookup import searchable

ON = date(2026, 5, 12)
COUNTRIES = (
    ListEntry(code="AE", en="United Arab Emirates", ar="الإمارات العربية المتحدة", source="ISO"),
    ListEntry(code="BH", en="Bahrain", ar="البحرين"),
    ListEntry(code="US", en="United States", ar="الولايات المتحدة", valid_to=date(2027, 1, 1)),
)
LINES = (
    ListEntry(
        code="870323100000",
        en="Motor cars",
        ar="سيارات",
        facts={"units": "NMB", "rate:CD": "5%", "rate:VAT": "10%", "documents": "C5 N740"},
    ),
    ListEntry(code="240220000000", en="Cigarettes", ar="سجائر", facts={"restricted_by": "MOH"}),
    ListEntry(code="930100000000", en="Weapons", ar="أسلحة", facts={"prohibited": "yes"}),
)
CURRENCIES = (ListEntry(code="USD", en="US Dollar", ar="دولار أمريكي"),)


class Book:
    """A book of three short lists."""

    def __init__(self):
        self.lists = {
            "countries": COUNTRIES,
            "tariff": LINES,
            "currencies": CURRENCIES,
            "empty": (),
            "headings": (
                ListEntry(code="87", en="Vehicles", ar="مركبات", facts={"section": "17"}),
                ListEntry(code="8703", en="Cars", ar=""),
            ),
            "sections": (ListEntry(code="17", en="Transport", ar="نقل"),),
            "documents": (ListEntry(code="C5", en="Permit", ar="تصريح"),),
        }
        self.queries = []

    def entry(self, list_name, code, on):
        assert on == ON
        return next((one for one in self.lists[list_name] if one.code == code), None)

    def search(self, query):
        self.queries.append(query)
        return searchable(self.lists[query.list_name]).find(query.text, query.limit)

    def exchange_rate(self, currency, on):
        assert (currency, on) == ("USD", ON)
        return ExchangeRate(currency="USD", rate=Decimal("37.6"), per=100, valid_from=ON)


@pytest.fixture
def book():
    return Book()


@pytest.fixture
def find(qtbot, book):
    def open_finder(list_name="countries", typed="", language="en"):
        finder = Finder(book, list_name, ON, language=language, typed=typed)
        finder.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(finder)
        finder.show()
        return finder

    return open_finder


def codes(finder):
    model = finder.model
    return [model.index(row, CODE).data() for row in range(model.rowCount())]


def type_letters(widget, letters):
    """Type letters of any script: ``keyClicks`` aborts on Arabic ones."""
    for letter in letters:
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter
        )
        QApplication.sendEvent(widget, event)


def test_the_model_keeps_the_rules_of_models(qtmodeltester, book):
    model = EntriesModel(list_of_book(book, "tariff", ON, "en"), "en")
    model.show(LINES)
    qtmodeltester.check(model)


def test_the_finder_opens_with_what_was_typed_and_its_results(find):
    finder = find(typed="uni")
    assert finder.line.text() == finder.line.selectedText() == "uni"
    assert codes(finder) == ["AE", "US"]
    assert finder.current().code == "AE"


def test_results_come_as_one_types(qtbot, find, book):
    finder = find()
    assert len(codes(finder)) == 3
    qtbot.keyClicks(finder.line, "bah")
    assert codes(finder) == ["BH"]
    assert book.queries[-1].limit == MOST_SHOWN
    assert book.queries[-1].on == ON


def test_words_are_found_in_arabic_too(find):
    finder = find()
    type_letters(finder.line, "البحر")
    assert codes(finder) == ["BH"]


def test_the_arrows_move_while_the_line_keeps_the_cursor_and_enter_takes(qtbot, find):
    finder = find()
    qtbot.keyClick(finder.line, Qt.Key.Key_Down)
    qtbot.keyClick(finder.line, Qt.Key.Key_Down)
    qtbot.keyClick(finder.line, Qt.Key.Key_Up)
    assert finder.focusWidget() is finder.line
    with qtbot.waitSignal(finder.taken) as taken:
        qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert taken.args == [COUNTRIES[1]]


def test_enter_in_the_results_takes_once(qtbot, find):
    finder = find()
    took = []
    finder.taken.connect(took.append)
    finder.view.setFocus()
    finder.view.selectRow(2)
    qtbot.keyClick(finder.view, Qt.Key.Key_Return)
    assert took == [COUNTRIES[2]]


def test_a_double_click_takes_once(qtbot, find):
    finder = find()
    took = []
    finder.taken.connect(took.append)
    at = finder.view.visualRect(finder.model.index(1, CODE)).center()
    qtbot.mouseClick(finder.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(finder.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert took == [COUNTRIES[1]]


def test_escape_returns_without_an_entry(qtbot, find):
    finder = find()
    took = []
    finder.taken.connect(took.append)
    with qtbot.waitSignal(finder.rejected):
        qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    assert not took


def test_what_is_only_similar_is_said_to_be(find):
    finder = find(typed="bahrian")
    assert codes(finder) == ["BH"]
    assert finder.note.text() == (
        "bahrian is not in this list. These are the most similar entries."
    )
    finder.line.setText("bahrain")
    assert finder.note.text() == "Entries found: 1"


def test_nothing_found_can_not_be_taken(qtbot, find):
    finder = find(typed="xyzxyz")
    took = []
    finder.taken.connect(took.append)
    assert "Nothing in this list" in finder.note.text()
    assert not finder.take_button.isEnabled()
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert finder.isVisible()
    assert not took


def test_an_empty_list_says_so(find):
    assert "list is empty" in find("empty").note.text()


def test_the_tariff_shows_units_rates_and_what_it_demands(find):
    finder = find("tariff")
    row = [finder.model.index(0, column).data() for column in range(finder.model.columnCount())]
    assert row == ["870323100000", "Motor cars", "NMB", "CD 5%  VAT 10%", "سيارات"]
    assert "Documents: C5 Permit, N740." in finder.detail.text()
    finder.view.selectRow(1)
    assert "Restricted by MOH." in finder.detail.text()
    finder.view.selectRow(2)
    assert "Prohibited." in finder.detail.text()


def test_currencies_show_the_rate_of_the_day_for_one_unit(find):
    assert find("currencies").model.index(0, NAME + 1).data() == "0.376"


def test_the_entry_in_full_tells_both_names_its_end_and_its_source(find):
    finder = find(typed="US")
    assert "United States" in finder.detail.text()
    assert "الولايات المتحدة" in finder.detail.text()
    assert "In force until 01/01/2027." in finder.detail.text()
    finder.line.setText("AE")
    assert "Source: ISO" in finder.detail.text()


def test_a_reader_of_arabic_sees_the_arabic_name_first(find, speak):
    from sad_desktop.forms.language import Language

    speak(Language.ARABIC)
    finder = find(typed="BH", language="ar")
    row = [finder.model.index(0, column).data() for column in range(3)]
    assert row == ["BH", "البحرين", "Bahrain"]
    assert finder.isRightToLeft()


@pytest.fixture
def host(qtbot):
    widget = QLineEdit()
    qtbot.addWidget(widget)
    widget.resize(120, 26)
    widget.show()
    return widget


@pytest.fixture
def choices(qtbot, host):
    popup = Choices(COUNTRIES, language="en", current="BH")
    popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(popup)
    popup.popup_under(host)
    return popup


def test_the_drop_down_stands_on_what_is_in_the_box(choices):
    assert choices.list.currentItem().text() == "BH  Bahrain"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_down_and_enter_take_from_the_drop_down(qtbot, choices, key):
    qtbot.keyClick(choices.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(choices.taken) as taken:
        qtbot.keyClick(choices.list, key)
    assert taken.args == [COUNTRIES[2]]
    assert not choices.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F4])
def test_escape_and_f4_close_the_drop_down(qtbot, choices, key):
    took = []
    choices.taken.connect(took.append)
    qtbot.keyClick(choices.list, key)
    assert not choices.isVisible()
    assert not took


def test_a_letter_goes_to_the_code_that_begins_with_it(qtbot, choices):
    qtbot.keyClick(choices.list, Qt.Key.Key_U)
    assert choices.list.currentItem().text() == "US  United States"


def test_a_click_takes_from_the_drop_down(qtbot, choices):
    at = choices.list.visualItemRect(choices.list.item(0)).center()
    with qtbot.waitSignal(choices.taken) as taken:
        qtbot.mouseClick(choices.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert taken.args == [COUNTRIES[0]]


def test_a_list_of_its_own_brings_columns_and_a_criteria_row(qtbot):
    asked = []
    entry = ListEntry(code="12345", en="Bill", ar="", facts={"balance": "40"})

    def search(query):
        asked.append(dict(query.criteria))
        return (entry,) if query.criteria.get("voyage", "").startswith("V") else ()

    searched = Searched(
        search=search,
        columns=(Column("Balance", lambda one: one.facts["balance"], is_amount=True),),
        criteria=(Criterion("voyage", "Voyage"), Criterion("office", "Office", {"BHKBS": "Port"})),
    )
    finder = Finder(None, "bills", ON, language="en", searched=searched)
    finder.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(finder)
    finder.show()
    assert finder.criteria.isVisible()
    qtbot.keyClicks(finder.criteria.editor("voyage"), "V12")
    assert codes(finder) == ["12345"]
    finder.criteria.editor("office").setCurrentIndex(1)
    assert asked[-1] == {"voyage": "V12", "office": "BHKBS"}
    assert finder.model.index(0, 2).data() == "40"


def test_a_tariff_line_shows_what_it_stands_below_and_what_it_demands(find):
    finder = find("tariff", "motor")
    assert finder.above.text() == "Section 17 Transport › 87 Vehicles › 8703 Cars"
    assert not find("countries").above.isVisible()
