"""F3 in the records of the office: the finder of a field's code list."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sad_desktop.forms.lookup import Finder
from sad_desktop.forms.lookup_lists import Searched
from sad_desktop.forms.widgets.record_editor import RecordEditor
from sad_desktop.services.desk import Desk
from sad_desktop.tariff.book import ListEntry

Taken = Callable[[RecordEditor, ListEntry], None]


def open_record_finder(
    desk: Desk,
    parent: QWidget,
    editor: RecordEditor,
    also: Taken | None = None,
    searched: Searched | None = None,
) -> Finder:
    """Find an entry for a field; its code is keyed, and ``also`` does what follows from it.

    ``searched`` answers for a list that is not the tariff book's.
    """
    finder = Finder(
        desk.book,
        editor.field.lookup,
        desk.on,
        language=desk.language,
        typed=editor.text(),
        title=editor.field.title,
        searched=searched,
        parent=parent,
    )
    finder.taken.connect(partial(_take, editor, also))
    finder.open()
    return finder


def _take(editor: RecordEditor, also: Taken | None, entry: ListEntry) -> None:
    editor.load(entry.code)
    if also is not None:
        also(editor, entry)
    editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
