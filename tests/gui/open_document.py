"""Open declarations for tests of single parts of the window, and keys as a clerk presses them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from sad_desktop.declaration.draft import Draft
from sad_desktop.forms.document import Document
from sad_desktop.services.desk import Desk
from sad_desktop.tariff.book import ListEntry
from sad_desktop.tariff.profile_file import read_profile
from tests.builders import A_DAY, a_book, a_declaration, a_rate

LAW = """
code = "tt"
en = "Testland"
ar = "بلد الاختبار"
country = "TT"
currency = "BHD"
decimals = 3
rounding = "{rounding}"
known_from = 2003-01-01

[[taxes]]
code = "DTY"
en = "Customs duty"
ar = "الرسم الجمركي"
order = 10
base = ["cif"]

  [[taxes.rules]]
  name = "all goods"
  valid_from = 2003-01-01
  rate = "5%"
  source = "Test Act"
"""
INCOTERMS = (ListEntry(code="FOB", en="Free on board", ar="التسليم على ظهر السفينة"),)


def a_document(*items, rounding="exact", language="en", status=None, **changes) -> Document:
    """Return an open declaration of these items in a country whose one duty is 5 % of CIF."""
    book = a_book(
        read_profile(LAW.format(rounding=rounding).encode(), "test.toml"),
        rates=(a_rate("USD", "0.376"), a_rate("EUR", "0.41")),
        entries={"incoterms": INCOTERMS},
    )
    draft = Draft(declaration=a_declaration(*items, **changes), profile=book.profile.code)
    if status is not None:
        draft = Draft(declaration=draft.declaration, profile=draft.profile, status=status)
    desk = Desk(book=book, on=A_DAY, language=language)
    return Document(desk, draft, document_id="test", name="test.xml")


def shown(qtbot, widget: QWidget) -> QWidget:
    """Show a widget as the active window, so that keys reach what has the focus."""
    qtbot.addWidget(widget)
    widget.resize(1180, 600)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def focus() -> QWidget:
    """Return what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier, text: str = "") -> None:
    """Press one key where the focus is."""
    widget = focus()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))
    QApplication.processEvents()


def type_text(text: str) -> None:
    """Type letters of any script where the focus is: Arabic ones have no key of their own."""
    for letter in text:
        key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
        press(key, text=letter)
