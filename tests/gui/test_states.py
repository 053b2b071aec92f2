"""The six states of a box on the sheet, told to a screen reader and seen at a glance."""

from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QImage, QPalette

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.editors import FieldEdit, LinesEdit
from sad_desktop.forms.theme import LIGHT
from tests.gui.desk import Clerk

NOT_USED = {"IM4": "exporter_code", "EX1": "consignee_code"}


@pytest.fixture
def clerk(clerk: Clerk) -> Clerk:
    clerk.ctrl(Qt.Key.Key_N)
    return clerk


@pytest.fixture(params=["IM4", "EX1"])
def model(request: pytest.FixtureRequest, clerk: Clerk) -> str:
    clerk.go_to("1")
    clerk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    clerk.key_in(request.param)
    assert clerk.document.draft.declaration.declaration_type == request.param[:2]
    return request.param


def editor_of(clerk: Clerk, place: Place) -> FieldEdit | LinesEdit:
    editor = clerk.tab.sheet.page.editor_of(place)
    assert editor is not None
    return editor


def told(clerk: Clerk, place: Place) -> str:
    return editor_of(clerk, place).accessibleDescription()


def words(state: str) -> str:
    return QCoreApplication.translate("SheetPage", state)


def first_item(clerk: Clerk, field: str) -> Place:
    return Place(field, clerk.document.draft.declaration.items[0].key)


def stops(clerk: Clerk) -> list[Place]:
    """Where Tab stops on the first page."""
    clerk.go_to("1")
    seen: list[Place] = []
    while clerk.focus().place() not in seen:
        seen.append(clerk.focus().place())
        clerk.press(Qt.Key.Key_Tab)
    return seen


def ink(clerk: Clerk, place: Place) -> QColor:
    return editor_of(clerk, place).palette().color(QPalette.ColorRole.Text)


def shades(clerk: Clerk, place: Place) -> Counter[str]:
    """The colours in and beside a box, with how many pixels have each."""
    editor = editor_of(clerk, place)
    page = clerk.tab.sheet.page
    picture: QImage = page.grab(editor.geometry().adjusted(-6, -2, 4, 2)).toImage()
    return Counter(
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    )


def test_a_box_that_is_not_used_is_read_only_hatched_and_left_out_by_tab(clerk, model):
    place = Place(NOT_USED[model])
    assert told(clerk, place).startswith(words("Not used here"))
    assert editor_of(clerk, place).isReadOnly()
    assert place not in stops(clerk)
    assert shades(clerk, place)[LIGHT.unused] > 10
    other = Place(NOT_USED["EX1" if model == "IM4" else "IM4"])
    assert not shades(clerk, other)[LIGHT.unused]


@pytest.mark.usefixtures("model")
def test_a_computed_box_is_read_only_and_left_out_by_tab(clerk):
    computed = [
        editor.place()
        for editor in clerk.tab.sheet.page.findChildren(FieldEdit)
        if editor.accessibleDescription().startswith(words("Computed"))
    ]
    assert computed
    assert all(editor_of(clerk, place).isReadOnly() for place in computed)
    assert not set(computed) & set(stops(clerk))


@pytest.mark.usefixtures("model")
def test_a_required_box_has_an_amber_edge_until_it_is_keyed(clerk):
    place = next(
        editor.place()
        for editor in clerk.tab.sheet.page.findChildren(FieldEdit)
        if editor.accessibleDescription().startswith(words("Required"))
    )
    assert shades(clerk, place)[LIGHT.required] > 10
    clerk.tab.go_to(place)
    clerk.key_in("1")
    assert not told(clerk, place).startswith(words("Required"))
    clerk.go_to("54")
    assert not shades(clerk, place)[LIGHT.required]


@pytest.mark.usefixtures("model")
def test_a_box_with_text_that_is_none_of_its_kind_is_invalid_and_keeps_it(clerk):
    place = first_item(clerk, "gross_mass")
    clerk.tab.go_to(place)
    clerk.key_in("heavy")
    assert told(clerk, place).startswith(words("Invalid"))
    assert editor_of(clerk, place).text() == "heavy"
    clerk.go_to("54")
    seen = shades(clerk, place)
    assert seen[LIGHT.invalid] > 10
    assert seen[LIGHT.invalid_wash] > 50


@pytest.mark.usefixtures("model")
def test_a_filled_box_is_blue_until_it_is_confirmed(clerk):
    clerk.go_to("22")
    clerk.key_in("USD")
    rate = Place("exchange_rate")
    assert told(clerk, rate).startswith(words("Filled by the program"))
    assert ink(clerk, rate) == QColor(LIGHT.filled)
    clerk.tab.go_to(rate)
    clerk.press(Qt.Key.Key_Tab)
    assert not told(clerk, rate).startswith(words("Filled by the program"))
    assert ink(clerk, rate) == QColor(LIGHT.ink)
    clerk.ctrl(Qt.Key.Key_Z)
    assert ink(clerk, rate) == QColor(LIGHT.filled)


@pytest.mark.usefixtures("model")
def test_an_optional_box_is_keyed_and_has_no_edge(clerk):
    place = Place("loading_lists")
    assert told(clerk, place).startswith(words("Optional"))
    assert place in stops(clerk)
    assert not {LIGHT.required, LIGHT.invalid, LIGHT.unused} & set(shades(clerk, place))
