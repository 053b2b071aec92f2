"""What the keys do to the declaration that is shown."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from sad_desktop.brokerage.conflict import Conflict
from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.fields import FieldDef, Kind, Level, definitions
from sad_desktop.declaration.figures import HeaderFigures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import page_items
from sad_desktop.declaration.model import Declaration
from sad_desktop.forms.choices import Choices
from sad_desktop.forms.conflict import ConflictDialog, Way
from sad_desktop.forms.document import Document
from sad_desktop.forms.document_tab import SHEET, DocumentTab, Zoomed
from sad_desktop.forms.editors import FieldEdit, LinesEdit
from sad_desktop.forms.explain import ExplanationPopup, hint_of
from sad_desktop.forms.file_commands import FileCommands
from sad_desktop.forms.goto import GoTo
from sad_desktop.forms.help_chapters import chapter_of
from sad_desktop.forms.kept_records import OPENED_BY_DOUBLE_CLICK, KeptRecords
from sad_desktop.forms.language import translate_finding
from sad_desktop.forms.lookup import Finder
from sad_desktop.forms.offer_commands import OfferCommands
from sad_desktop.forms.office_lists import OfficeLists
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.print_commands import PrintCommands
from sad_desktop.forms.questions import Questions
from sad_desktop.forms.sheet.figure_box import FigureBox
from sad_desktop.forms.widgets.key_choice import KeyChoice
from sad_desktop.forms.widgets.table import KeyTable
from sad_desktop.tariff.book import ListEntry, LookupQuery
from sad_desktop.validation.findings import Finding

if TYPE_CHECKING:
    from sad_desktop.forms.workplace import Workplace

MOST_CHOICES = 40
"""A list up to this length drops down; a longer one opens its finder."""


class DeclarationCommands(QObject):
    """The commands of the window that work on one declaration."""

    def __init__(
        self, workplace: "Workplace", opened: OpenedDeclarations, questions: Questions
    ) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._window = workplace.window
        self._opened = opened
        self._questions = questions
        office = opened.office
        self._lists = OfficeLists(office.companies, office.workspace, office.tasks)
        self._kept = KeptRecords(office, self._open_room, workplace.say, self._window.fail)
        self.paper = PrintCommands(workplace, opened, questions)
        self.files = FileCommands(workplace, opened, questions)
        self._offers = OfferCommands(workplace)

    def by_key(self) -> dict[str, Callable[[], object]]:
        """Return the commands by the names of the key table."""
        return {
            **self.files.by_key(),
            **self._offers.by_key(),
            "new": self._opened.new,
            "save": self.save,
            "print": self.paper.print_shown,
            "print_several": self.paper.print_several,
            "preview": self.paper.preview,
            "undo": self._undo,
            "redo": self._redo,
            "copy_above": self._copy_above,
            "copy_item": self._copy_item,
            "go_to_box": self.go_to_box,
            "explain": self.explain,
            "open_kept": self._open_kept,
            "add_items": self.add_items,
            "delete_page_items": partial(self.delete_items, None),
            "delete_item_1": partial(self.delete_items, 0),
            "delete_item_2": partial(self.delete_items, 1),
            "delete_item_3": partial(self.delete_items, 2),
            "next_item": partial(self._on_sheet, lambda tab: tab.sheet.go_to_item(1)),
            "previous_item": partial(self._on_sheet, lambda tab: tab.sheet.go_to_item(-1)),
            "next_page": partial(self._on_sheet, lambda tab: tab.sheet.turn(1)),
            "previous_page": partial(self._on_sheet, lambda tab: tab.sheet.turn(-1)),
            "next_part": partial(self._step_part, 1),
            "previous_part": partial(self._step_part, -1),
            "zoom_in": partial(self._zoom, lambda part: part.zoom_by(1)),
            "zoom_out": partial(self._zoom, lambda part: part.zoom_by(-1)),
            "zoom_reset": partial(self._zoom, lambda part: part.set_zoom(0.0)),
            "recompute": self._recompute,
        }

    def save(self) -> bool:
        """Store the declaration that is shown."""
        tab = self._committed()
        return tab is not None and self._opened.save(tab.document)

    def acknowledge(self, finding: Finding) -> None:
        """Keep that the clerk stands by a warning of the declaration shown, or take it back."""
        tab = self._workplace.current_tab()
        if tab is not None:
            self._opened.register.acknowledge(tab.document, finding)

    def say_finding(self, finding: Finding) -> None:
        """Say in the status bar what was found while keying."""
        self._workplace.say(translate_finding(finding))

    def close(self, document: Document) -> bool:
        """Close a declaration, asking about changes; False when the clerk stays."""
        if not self.may_close(document):
            return False
        self._opened.close(document)
        return True

    def may_close(self, document: Document) -> bool:
        """Settle a declaration's changes before it goes; False when the clerk stays."""
        tab = self._workplace.tab_of(document)
        if tab is not None:
            tab.commit()
        if document.undo_stack.isClean():
            return True
        answer = self._questions.leave(self._window, document.title())
        if answer == "save":
            return self._opened.save(document) or self._opened.is_waiting(document)
        return answer == "discard"

    def settle(self, document: Document, conflict: Conflict) -> None:
        """Ask what to do about a version somebody else stored meanwhile; nothing is overwritten."""
        dialog = ConflictDialog(conflict, document.draft, document.desk.language, self._window)
        dialog.chosen.connect(partial(self._on_settled, document))
        dialog.open()

    def add_items(self) -> None:
        """Add a page of three items and go to the first of them."""
        tab = self._committed()
        if tab is None:
            return
        present = len(tab.document.draft.declaration.items)
        if not tab.document.add_items(self.tr("Add three items")):
            self._workplace.say(self.tr("A declaration holds 999 items at most."))
            return
        tab.show_part(SHEET)
        first = tab.document.draft.declaration.items[present]
        tab.sheet.go_to(Place("commodity_code", first.key))

    def delete_items(self, slot: int | None) -> None:
        """Delete the items of the page shown, or the one in a slot from 0."""
        tab = self._committed()
        if tab is None:
            return
        items = page_items(tab.document.draft, tab.sheet.number)
        gone = items if slot is None else items[slot : slot + 1]
        if gone:
            tab.document.remove_items(self.tr("Delete items"), [item.key for item in gone])
            self._workplace.say(self.tr("Deleted; Ctrl+Z brings them back."))

    def go_to_box(self) -> None:
        """Open the line that takes a box number."""
        tab = self._committed()
        if tab is None:
            return
        models = (Declaration, HeaderFigures, Item, ItemFigures)
        fields = [field for model in models for field in definitions(model).values()]
        line = GoTo(fields, tab.document.desk.language, self._window)
        line.chosen.connect(partial(self._on_box_chosen, tab))
        line.popup_over(tab)

    def explain(self) -> None:
        """Explain the box the cursor is in: what it is, the rule, an example, why it is closed.

        Where the cursor is in no box, open the manual at the part that is shown.
        """
        tab = self._workplace.current_tab()
        place = self._place_in_focus()
        rooms = self._workplace.rooms
        if tab is None or place is None:
            room = rooms.shown()
            shown = room.name if room is not None else ""
            rooms.open_at("manual", chapter_of(tab.current() if tab else "", shown))
            return
        focus = QApplication.focusWidget() or self._window
        popup = ExplanationPopup(tab.document, place, self._window)
        popup.manual_requested.connect(partial(rooms.open_at, "manual"))
        popup.popup_over(focus)

    def open_finder(self, place: Place | None) -> None:
        """Open the finder of a field's list, holding what was typed."""
        tab = self._workplace.current_tab()
        if tab is None or place is None:
            return
        definition = place.definition()
        if not self._has_list(tab, place):
            return
        desk = tab.document.desk
        finder = Finder(
            desk.book,
            definition.lookup,
            desk.on,
            language=desk.language,
            typed="" if definition.kind is Kind.LINES else self._typed(),
            title=definition.title(desk.language),
            searched=self._lists.searched(tab.document, place),
            parent=self._window,
        )
        finder.taken.connect(partial(self._on_taken, tab, place, QApplication.focusWidget()))
        finder.open()

    def open_kept(self, place: Place) -> None:
        """Open what the office keeps under the number in a box: a bill, a voyage, a company."""
        tab = self._committed()
        if tab is not None:
            self._kept.open(tab.document, place)

    def on_double_click(self, place: Place | None) -> None:
        """Open what a box of the sheet names, where a double click does that."""
        if place is not None and place.definition().lookup in OPENED_BY_DOUBLE_CLICK:
            self.open_kept(place)

    def _open_room(self, name: str, target: str) -> None:
        self._workplace.rooms.open_at(name, target)

    def _open_kept(self) -> None:
        place = self._place_in_focus()
        if place is not None:
            self.open_kept(place)

    def open_choices(self, place: Place | None) -> None:
        """Open the short list of a field; a long one opens its finder."""
        tab = self._workplace.current_tab()
        if tab is None or place is None or not self._has_list(tab, place):
            return
        desk = tab.document.desk
        query = LookupQuery(
            list_name=place.definition().lookup, text="", on=desk.on, limit=MOST_CHOICES + 1
        )
        entries = desk.book.search(query)
        focus = QApplication.focusWidget()
        if not entries or len(entries) > MOST_CHOICES or focus is None:
            self.open_finder(place)
            return
        choices = Choices(
            entries, language=desk.language, current=self._typed(), parent=self._window
        )
        choices.taken.connect(partial(self._on_taken, tab, place, focus))
        choices.popup_under(focus)

    def _has_list(self, tab: DocumentTab, place: Place) -> bool:
        """Tell whether a box takes something from a list now; if not, say why."""
        if not place.definition().lookup:
            self._workplace.say(self.tr("This box has no list."))
            return False
        if not tab.document.takes(place):
            self._workplace.say(hint_of(tab.document, place))
            return False
        return True

    def _on_taken(
        self, tab: DocumentTab, place: Place, asking: QWidget | None, entry: ListEntry
    ) -> None:
        """Put the entry in, in place of what was typed in the editor that asked."""
        tab.document.stop_typing()
        if not self._lists.take(tab.document, place, entry):
            tab.document.enter(place, entry.code)
        if isinstance(asking, FieldEdit | LinesEdit) and asking.place() == place:
            asking.refresh()
        tab.go_to(place)

    def _on_box_chosen(self, tab: DocumentTab, field: FieldDef) -> None:
        if field.level is not Level.ITEM:
            tab.go_to(Place(field.name))
            return
        items = tab.document.draft.declaration.items
        place = tab.sheet.current_place()
        key = place.item if place is not None and place.item else items[0].key
        shown = page_items(tab.document.draft, tab.sheet.number)
        if key not in {item.key for item in shown} and shown:
            key = shown[0].key
        tab.go_to(Place(field.name, key))

    def _on_settled(self, document: Document, way: Way) -> None:
        if way is Way.COPY:
            self._opened.save_as_copy(document)
        elif way is Way.THEIRS:
            self._opened.reload(document)
        elif way is Way.COMPARE:
            self._opened.open_office_version(document)

    def _typed(self) -> str:
        focus = QApplication.focusWidget()
        typed = getattr(focus, "typed", None)
        return str(typed()) if callable(typed) else ""

    def _committed(self) -> DocumentTab | None:
        tab = self._workplace.current_tab()
        if tab is not None:
            tab.commit()
        return tab

    def _step_part(self, step: int) -> None:
        tab = self._workplace.current_tab()
        if tab is not None:
            tab.step_part(step)

    def _on_sheet(self, run: Callable[[DocumentTab], object]) -> None:
        tab = self._workplace.current_tab()
        if tab is not None and tab.current() == SHEET:
            run(tab)

    def _zoom(self, run: Callable[[Zoomed], object]) -> None:
        tab = self._workplace.current_tab()
        part = tab.zoomed_part() if tab is not None else None
        if part is not None:
            run(part)

    def _undo(self) -> None:
        tab = self._committed()
        if tab is not None:
            tab.document.undo_stack.undo()

    def _redo(self) -> None:
        tab = self._committed()
        if tab is not None:
            tab.document.undo_stack.redo()

    def _copy_above(self) -> None:
        tab = self._workplace.current_tab()
        place = self._place_in_focus()
        if tab is None or place is None:
            return
        if not tab.document.copy_above(place):
            self._workplace.say(self.tr("There is no item before this one."))
            return
        refresh = getattr(QApplication.focusWidget(), "refresh", None)
        if refresh is not None:
            refresh()

    def _place_in_focus(self) -> Place | None:
        """Return the field the cursor is in: an editor's, or a table cell's."""
        focus = QApplication.focusWidget()
        if isinstance(focus, FieldEdit | LinesEdit | FigureBox):
            return focus.place()
        if isinstance(focus, KeyTable):
            return focus.current_place()
        around = focus.parentWidget() if focus is not None else None
        if isinstance(around, KeyChoice):
            return around.place()
        tab = self._workplace.current_tab()
        return tab.sheet.current_place() if tab is not None and tab.current() == SHEET else None

    def _copy_item(self) -> None:
        tab = self._committed()
        place = tab.sheet.current_place() if tab is not None else None
        if tab is None or place is None or not place.item:
            return
        title = self.tr("Copy the item before")
        if not tab.document.copy_previous_item(title, place.item):
            self._workplace.say(self.tr("There is no item before this one."))

    def _recompute(self) -> None:
        tab = self._committed()
        if tab is not None:
            tab.document.use_desk(tab.document.desk)
            self._workplace.say(self.tr("Computed again."))
