"""The templates' room: the list, the header of one drawn beside it, renaming and ending."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.templates import TemplateLine
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.fields import Kind
from sad_desktop.errors import UserError
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.language import in_desk_direction, isolated, translate_error
from sad_desktop.forms.rooms import Room, Surroundings
from sad_desktop.forms.tasks import Pool
from sad_desktop.forms.template_thumbnail import Thumbnail, header_of
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import list_of_rows
from sad_desktop.forms.widgets.search_line import SearchLine, choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.split import side_by_side
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.tariff.lookup import normalise

_NAME, _IMPORTER, _MODEL, _GOODS, _ITEMS, _USED = range(6)
_NARROWEST = 24
_LIST_WIDTH = 600
_MOST_REFUSED = 5


class TemplatesRoom(Room):
    """Finds templates by any word of theirs; Enter begins a declaration from one."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._commands = around.templates
        self._errands = Errands(around.office.tasks, self)
        self._lines: tuple[TemplateLine, ...] = ()
        self._shown: tuple[TemplateLine, ...] = ()
        self._pictures: dict[tuple[str, int], QImage] = {}
        self._empty_said = ""
        self.line = SearchLine()
        self.line.setPlaceholderText(self.tr("Name, importer or goods"))
        self.line.setAccessibleName(self.tr("Search templates"))
        self.ended = QCheckBox(self.tr("Ended too"))
        self.model = TextModel(self._columns(), self)
        self.view = self._make_view()
        self.line.set_results(self.view)
        self.name_line = QLineEdit()
        self.name_line.setAccessibleName(self.tr("Name of the template"))
        self.about = Sentence()
        self.picture = Thumbnail()
        self.message = Sentence()
        self.begin_button = QPushButton(self.tr("New &declaration"))
        self.rename_button = QPushButton(self.tr("&Rename"))
        self.end_button = QPushButton(self.tr("&End"))
        self.add_button = QPushButton(self.tr("Add from &XML files…"))
        self._lay_out()
        self._connect()
        self._show_current()

    def enter(self) -> None:
        """Begin in the search line, and see what is on the shelf now."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self.refresh()

    def current(self) -> TemplateLine | None:
        """Return the template under the cursor."""
        row = self.view.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def begin(self) -> None:
        """Begin a declaration from the template under the cursor."""
        line = self.current()
        if line is not None:
            self._commands.begin_from(line)

    def rename(self) -> None:
        """Give the template the name that was keyed."""
        line, name = self.current(), self.name_line.text()
        if line is not None and name.strip() != line.name:
            shelf = self._commands.shelf
            self._change(lambda: shelf.rename(line, name), self.tr("Renamed."))

    def end(self) -> None:
        """Offer the template no more, or offer it again."""
        line = self.current()
        if line is None:
            return
        moment = datetime.now(UTC) if line.ended_at is None else None
        said = (
            self.tr("{name} is offered no more; tick “Ended too” to find it.")
            if moment
            else self.tr("{name} is offered again.")
        )
        shelf = self._commands.shelf
        self._change(lambda: shelf.end(line.id, moment), said.format(name=isolated(line.name)))

    def add(self) -> None:
        """Save XML files as templates."""
        paths = self._around.questions.open_paths(self)
        if paths:
            self._commands.add_files(paths, self._on_added)

    def refresh(self) -> None:
        """Read the shelf again."""
        self._errands.start(
            lambda _progress, _cancelled: self._commands.shelf.lines(),
            self._on_read,
            self._on_failed,
            pool=Pool.DATABASE,
        )

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Name"), kind=Kind.TEXT),
            Column(title=self.tr("Importer"), kind=Kind.TEXT),
            Column(title=self.tr("Model"), kind=Kind.CODE),
            Column(title=self.tr("Goods"), kind=Kind.TEXT),
            Column(title=self.tr("Items"), kind=Kind.COUNT),
            Column(title=self.tr("Last used"), kind=Kind.CODE),
        )

    def _make_view(self) -> QTableView:
        view = list_of_rows(self.model, self.tr("Templates"))
        header = view.horizontalHeader()
        header.setMinimumSectionSize(_NARROWEST)
        for column in (_NAME, _IMPORTER, _GOODS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, sample in ((_MODEL, "MMMM MM"), (_ITEMS, "MMMMM"), (_USED, "00/00/0000MM")):
            view.setColumnWidth(column, self.fontMetrics().horizontalAdvance(sample))
        return view

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.line, 1)
        top.addWidget(self.ended)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.name_line)
        buttons = QHBoxLayout()
        for button in (self.begin_button, self.rename_button, self.end_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(form)
        column.addWidget(self.about)
        column.addWidget(self.picture)
        column.addLayout(buttons)
        column.addStretch(1)
        split = side_by_side(self.view, beside)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([_LIST_WIDTH, _LIST_WIDTH * 2 // 3])
        bottom = QHBoxLayout()
        bottom.addWidget(self.message, 1)
        bottom.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(split, 1)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._list)
        self.line.taken.connect(self.begin)
        self.ended.toggled.connect(self._list)
        self.view.activated.connect(self.begin)
        self.view.selectionModel().currentRowChanged.connect(self._show_current)
        self.name_line.returnPressed.connect(self.rename)
        self.begin_button.clicked.connect(self.begin)
        self.rename_button.clicked.connect(self.rename)
        self.end_button.clicked.connect(self.end)
        self.add_button.clicked.connect(self.add)
        self._commands.changed.connect(self.refresh)
        rename = QShortcut(QKeySequence(Qt.Key.Key_F2), self)
        rename.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        rename.activated.connect(self.name_line.setFocus)
        rename.activated.connect(self.name_line.selectAll)

    def _on_read(self, lines: tuple[TemplateLine, ...]) -> None:
        self._lines = lines
        self._list()

    def _list(self) -> None:
        """Show what is asked for; the cursor stays on its template where that is shown."""
        kept = self.current()
        words = normalise(self.line.text()).split()
        self._shown = tuple(
            line
            for line in self._lines
            if (line.ended_at is None or self.ended.isChecked()) and _holds(line, words)
        )
        self.model.show_rows([self._row(line) for line in self._shown])
        ids = [line.id for line in self._shown]
        choose_row(self.view, ids.index(kept.id) if kept is not None and kept.id in ids else 0)
        self._show_current()
        self._say_empty()

    def _row(self, line: TemplateLine) -> Row:
        used = line.used_at.astimezone().strftime("%d/%m/%Y") if line.used_at else ""
        importer = line.importer_name or line.importer_code
        name = line.name
        if line.ended_at is not None:
            name = self.tr("{name} (ended)").format(name=isolated(name))
        count = str(line.item_count)
        return Row((name, importer, line.declaration_model, line.goods, count, used))

    def _show_current(self) -> None:
        line = self.current()
        may_change = self._around.office.workspace.rights_now.allows(Service.TEMPLATES)
        self.begin_button.setEnabled(line is not None)
        for part in (self.name_line, self.rename_button, self.end_button):
            part.setEnabled(line is not None and may_change)
        self.add_button.setEnabled(may_change)
        if line is None:
            self.name_line.clear()
            self.about.say("")
            self.picture.show_picture(None)
            return
        self.name_line.setText(line.name)
        self.name_line.setCursorPosition(0)
        again = line.ended_at is not None
        self.end_button.setText(self.tr("Offer &again") if again else self.tr("&End"))
        said = self.tr("Saved on {day} by {who}. {kept}")
        self.about.say(
            said.format(
                day=isolated(line.saved_at.astimezone().strftime("%d/%m/%Y")),
                who=isolated(line.saved_by),
                kept=self._kept(line),
            )
        )
        self._draw(line)

    def _kept(self, line: TemplateLine) -> str:
        parts = [
            text
            for is_kept, text in (
                (line.kept.amounts, self.tr("amounts")),
                (line.kept.masses, self.tr("masses")),
                (line.kept.taxes, self.tr("taxes keyed by hand")),
            )
            if is_kept
        ]
        if not parts:
            return self.tr("Amounts and masses are keyed anew each time.")
        joined = self.tr(", ", "between parts of a list").join(parts)
        return self.tr("Kept for the next shipment: {parts}.").format(parts=joined)

    def _draw(self, line: TemplateLine) -> None:
        """Draw the header beside the screen; a template that was drawn once is there at once."""
        key = line.id, line.version
        self.picture.show_picture(self._pictures.get(key))
        if key in self._pictures:
            return
        shelf, desk = self._commands.shelf, self._around.desk()
        edition = self._around.preferences.edition
        self._errands.start(
            lambda _progress, _cancelled: header_of(shelf.load(line.id).draft, desk, edition),
            partial(self._on_drawn, key),
            lambda _error: None,  # the list says what the template is
            pool=Pool.DATABASE,
        )

    def _on_drawn(self, key: tuple[str, int], picture: QImage) -> None:
        self._pictures[key] = picture
        line = self.current()
        if line is not None and (line.id, line.version) == key:
            self.picture.show_picture(picture)

    def _change(self, change: Callable[[], TemplateLine], said: str) -> None:
        self._errands.start(
            lambda _progress, _cancelled: change(),
            lambda _line: self._on_changed(said),
            self._on_failed,
            pool=Pool.DATABASE,
        )

    def _on_changed(self, said: str) -> None:
        self.message.say(said)
        self._commands.changed.emit()

    def _on_added(self, count: int, refused: Sequence[UserError]) -> None:
        parts = [self.tr("Templates added: {count}.").format(count=count)]
        parts += [translate_error(error) for error in refused[:_MOST_REFUSED]]
        left = len(refused) - _MOST_REFUSED
        if left > 0:
            parts.append(self.tr("And {count} more files were refused.").format(count=left))
        self.message.say("\n".join(parts), Tone.WARNING if refused else Tone.QUIET)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.message.say(translate_error(error), Tone.WRONG)

    def _say_empty(self) -> None:
        """Say why the list is empty, and no longer when it is not."""
        was_said, self._empty_said = self._empty_said, ""
        if not self._shown:
            self._empty_said = self._why_empty()
            self.message.say(self._empty_said)
        elif was_said and self.message.text() == in_desk_direction(was_said):
            self.message.say("")

    def _why_empty(self) -> str:
        typed = self.line.text().strip()
        if typed:
            return self.tr("No template holds {typed}.").format(typed=isolated(typed))
        return self.tr(
            "No template yet. Open a declaration you make again and again and choose “Save "
            "as template”, or add XML files of former ones."
        )


def _holds(line: TemplateLine, words: Sequence[str]) -> bool:
    """Tell whether each word stands somewhere in what the list shows."""
    shown = (line.name, line.importer_name, line.importer_code, line.goods, line.declaration_model)
    text = normalise(" ".join(shown))
    return all(word in text for word in words)
