"""The settings as a room: every choice in sight, found by a word, kept as it is made."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.forms.rooms import Room, Surroundings
from sad_desktop.forms.settings_choices import (
    APPEARANCE,
    DESKS,
    KEYING,
    OFFICE,
    SAFETY,
    Choice,
    choices,
    say,
)
from sad_desktop.forms.settings_desks import DesksBox
from sad_desktop.forms.settings_safety import SafetyBox
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.tariff.lookup import normalise
from sad_desktop.tariff.profile_file import shipped_profiles

_WIDTH = 760
_REBUILDS = frozenset({"language", "theme", "sheet_edition"})


class SettingsRoom(Room):
    """A search line above the sections; what does not match is hidden."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._preferences = around.preferences
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the settings"))
        self.search.setAccessibleName(self.tr("Search the settings"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_searched)
        self.said = Sentence()
        self.nothing = Sentence(self.tr("No setting is called so."))
        self.restart_button = QPushButton(self.tr("Start the program &again"))
        self.restart_button.clicked.connect(self._preferences.restart_requested)
        self.restart_button.hide()
        self.choices = choices(shipped_profiles(), str(self._preferences.language))
        self.editors: dict[str, QComboBox | QLineEdit] = {}
        self._forms: dict[str, QFormLayout] = {}
        self._boxes: dict[str, QGroupBox] = {}
        self._rows: dict[str, int] = {}
        self.safety = SafetyBox(around)
        self.desks = DesksBox(around)
        self._lay_out()

    def enter(self) -> None:
        """Put the cursor into the search line, or leave it where it was."""
        (self.focusWidget() or self.search).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.safety.refresh()

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        for section in (APPEARANCE, KEYING, OFFICE):
            column.addWidget(self._section(section))
        for section, box in ((SAFETY, self.safety), (DESKS, self.desks)):
            self._boxes[section] = box
            column.addWidget(box)
        column.addWidget(self.nothing)
        self.nothing.hide()
        column.addStretch(1)
        page.setMaximumWidth(_WIDTH)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(page)
        self.search.setMaximumWidth(_WIDTH)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.restart_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search, 0, Qt.AlignmentFlag.AlignHCenter)
        self.search.setMinimumWidth(_WIDTH // 2)
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def _section(self, section: str) -> QGroupBox:
        box = QGroupBox(say(section))
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        for choice in self.choices:
            if choice.section == section:
                editor = self._editor(choice)
                self.editors[choice.name] = editor
                self._rows[choice.name] = form.rowCount()
                label = QLabel(say(choice.title))
                label.setBuddy(editor)
                form.addRow(label, _with_hint(editor, say(choice.hint) if choice.hint else ""))
        self._forms[section] = form
        self._boxes[section] = box
        return box

    def _editor(self, choice: Choice) -> QComboBox | QLineEdit:
        present = str(getattr(self._preferences.settings, choice.name))
        if choice.options is None:
            line = QLineEdit(present)
            line.setAccessibleName(say(choice.title))
            line.textEdited.connect(partial(self._on_typed, choice.name))
            return line
        if choice.name == "language":
            present = str(self._preferences.language)
        box = QComboBox()
        box.setAccessibleName(say(choice.title))
        for value, words in choice.options():
            box.addItem(words, value)
        if box.findData(present) < 0:
            box.addItem(f"{present} %" if choice.name == "zoom" else present, present)
        box.setCurrentIndex(box.findData(present))
        box.activated.connect(partial(self._on_chosen, choice.name))
        return box

    def _on_chosen(self, name: str, _index: int = 0) -> None:
        editor = self.editors[name]
        assert isinstance(editor, QComboBox)  # noqa: S101 - connected to lists only
        self._take(name, editor.currentData())

    def _on_typed(self, name: str, _typed: str = "") -> None:
        editor = self.editors[name]
        assert isinstance(editor, QLineEdit)  # noqa: S101 - connected to lines only
        self._take(name, " ".join(editor.text().split()))

    def _take(self, name: str, value: str) -> None:
        """Keep a choice; the window is built anew, or the program started again, where it must."""
        if str(getattr(self._preferences.settings, name)) == value:
            return
        if name in _REBUILDS:
            self._preferences.choose(name, value)
            return
        self._preferences.take(name, int(value) if name == "zoom" else value)
        self.said.say(self.tr("Kept."))
        if name == "learned_offers":
            self._around.opened.offers.ask_all_again()
        if next(one for one in self.choices if one.name == name).later:
            self.restart_button.show()
            self.said.say(self.tr("Kept. It holds from the next start."), Tone.PLAIN)

    def _on_searched(self, typed: str) -> None:
        wanted = normalise(typed).split()
        found = False
        for section, form in self._forms.items():
            shown = False
            for choice in self.choices:
                if choice.section == section:
                    matches = _has(choice.words(), wanted)
                    form.setRowVisible(self._rows[choice.name], matches)
                    shown = shown or matches
            self._boxes[section].setVisible(shown)
            found = found or shown
        for section, box in ((SAFETY, self.safety), (DESKS, self.desks)):
            matches = _has(f"{say(section)} {box.words()}", wanted)
            box.setVisible(matches)
            found = found or matches
        self.nothing.setVisible(not found)


def _has(words: str, wanted: list[str]) -> bool:
    own = normalise(words)
    return all(word in own for word in wanted)


def _with_hint(editor: QWidget, hint: str) -> QWidget:
    """Return an editor with its hint below, read out as its description."""
    if not hint:
        return editor
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(editor)
    column.addWidget(Sentence(hint))
    editor.setAccessibleDescription(hint)
    return holder
