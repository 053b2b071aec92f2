"""The first start: language, country, office and declarant in one dialog, done in a minute."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.forms.language import Language, isolated
from sad_desktop.forms.preferences import Preferences
from sad_desktop.forms.settings_choices import Choice, choices, say
from sad_desktop.forms.widgets.sentence import Sentence
from sad_desktop.settings import Settings
from sad_desktop.tariff.codelists import edition, entries, read_list
from sad_desktop.tariff.profile_file import shipped_profiles

ASKED = (
    "language",
    "profile",
    "user_name",
    "office_code",
    "declarant_code",
    "declarant_name",
    "declaration_place",
    "representative",
)
"""The settings that are asked for, in their order."""
WISHES = ("lists", "harvest", "sample")
"""The commands that may be wished for, in the order they run: the last is in front."""
_WIDTH = 520


def proposed(settings: Settings) -> dict[str, str]:
    """Return what stands in the dialog first: what the system says of language and country."""
    answers = {name: str(getattr(settings, name)) for name in ASKED}
    here = QLocale.system()
    code = QLocale.territoryToCode(here.territory()).lower()
    is_chosen = settings.profile != Settings().profile
    if not is_chosen and code in {profile.code for profile in shipped_profiles()}:
        answers["profile"] = code
    answers["language"] = answers["language"] or str(Language.ENGLISH)
    return answers


class Greeting(QObject):
    """Asks the questions of the first start and keeps the answers.

    Signal: ``answered`` when work may begin, with the names of the commands that were wished
    for. Choosing another language has the window built anew; ``ask`` goes on in the new one.
    """

    answered = Signal(tuple)

    def __init__(self, preferences: Preferences, window: Callable[[], QWidget]) -> None:
        super().__init__(preferences)
        self._preferences = preferences
        self._window = window
        self._answers = proposed(preferences.settings)
        self.dialog: FirstStart | None = None

    def ask(self) -> None:
        """Show the dialog over the window, with what was answered so far."""
        self.dialog = FirstStart(self._answers, self._window())
        self.dialog.language_chosen.connect(self._on_language_chosen)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_language_chosen(self, language: str) -> None:
        if self.dialog is not None:
            self._answers = self.dialog.answers()
            self.dialog.hide()
        self._preferences.choose("language", language)

    def _on_finished(self, result: int) -> None:
        """Keep the answers; where they were left for later, that the question was put."""
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        given = dialog.answers()
        wished = tuple(name for name in WISHES if given.pop(name))
        dialog.deleteLater()
        is_answered = result == QDialog.DialogCode.Accepted
        kept = given if is_answered else {"language": given["language"]}
        self._preferences.take_all(kept)
        self.answered.emit(wished if is_answered else ())


class FirstStart(QDialog):
    """Asks what the program cannot know; every answer may be left out and changed later.

    Signal: ``language_chosen`` with a language, upon which the dialog is made anew in it, with
    the same ``answers()``.
    """

    language_chosen = Signal(str)

    def __init__(self, answers: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("First start"))
        self.setMinimumWidth(_WIDTH)
        self.editors: dict[str, QComboBox | QLineEdit] = {}
        self._language = answers["language"]
        title = QLabel(self.tr("Your desk"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        title.setFont(font)
        self.wishes = {
            "lists": QCheckBox(self.tr("Import the &tariff and exchange rates of your customs")),
            "harvest": QCheckBox(self.tr("Learn from &past declarations")),
            "sample": QCheckBox(self.tr("Open a &sample declaration to try things on")),
        }
        for name, wish in self.wishes.items():
            wish.setChecked(bool(answers.get(name, name == "sample")))
        self.buttons = QDialogButtonBox(self)
        begin, leave = (
            QDialogButtonBox.ButtonRole.AcceptRole,
            QDialogButtonBox.ButtonRole.RejectRole,
        )
        self.begin_button = self.buttons.addButton(self.tr("&Begin"), begin)
        self.leave_button = self.buttons.addButton(self.tr("&Leave it for later"), leave)
        self.begin_button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(
            Sentence(
                self.tr(
                    "What you say here is put into new declarations. Leave out what you like: "
                    "everything can be changed under Office, Settings."
                )
            )
        )
        layout.addLayout(self._form(answers))
        for wish in self.wishes.values():
            layout.addWidget(wish)
        layout.addWidget(self.buttons)

    def answers(self) -> dict[str, str]:
        """Return what was answered, by the settings' names, and each wish: "yes" or ""."""
        given = {name: _answer(editor) for name, editor in self.editors.items()}
        wished = {name: "yes" if wish.isChecked() else "" for name, wish in self.wishes.items()}
        return {**given, **wished}

    def _form(self, answers: Mapping[str, str]) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        lines = {line.name: line for line in choices(shipped_profiles(), self._language)}
        for name in ASKED:
            editor = self._editor(lines[name], answers[name])
            editor.setAccessibleName(say(lines[name].title))
            label = QLabel(say(lines[name].title))
            label.setBuddy(editor)
            form.addRow(label, editor)
            self.editors[name] = editor
        self._offer_offices()
        return form

    def _editor(self, line: Choice, answer: str) -> QComboBox | QLineEdit:
        if line.name == "office_code":
            return self._office_editor(answer)
        if line.options is None:
            return QLineEdit(answer)
        box = QComboBox()
        for value, words in line.options():
            box.addItem(words, value)
        box.setCurrentIndex(max(box.findData(answer), 0))
        box.activated.connect(partial(self._on_chosen, line.name))
        return box

    def _office_editor(self, answer: str) -> QComboBox:
        """Return a list of the country's offices that takes any other code as well."""
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(box.model(), box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        box.setCompleter(completer)
        box.setEditText(answer)
        return box

    def _offer_offices(self) -> None:
        """List the customs offices of the chosen country; what was keyed stays."""
        box, country = self.editors["office_code"], self.editors["profile"]
        assert isinstance(box, QComboBox)  # noqa: S101 - made so
        assert isinstance(country, QComboBox)  # noqa: S101
        keyed = _answer(box)
        box.clear()
        for code, name in offices(country.currentData(), self._language):
            box.addItem(f"{isolated(code)} – {name}", code)
        found = box.findData(keyed)
        box.setCurrentIndex(found)
        if found < 0:
            box.setEditText(keyed)

    def _on_chosen(self, name: str, _index: int = 0) -> None:
        if name == "profile":
            self._offer_offices()
            return
        chosen = _answer(self.editors["language"])
        if chosen != self._language:
            self.language_chosen.emit(chosen)


def offices(profile: str, language: str) -> tuple[tuple[str, str], ...]:
    """Return the customs offices shipped for a country, each code with its name."""
    found: dict[str, str] = {}
    for folder in edition(profile).folders:
        file = read_list(folder, "offices")
        for one in entries(file) if file is not None else ():
            found[one.code] = one.ar if language == "ar" else one.en
    return tuple(sorted(found.items()))


def _answer(editor: QComboBox | QLineEdit) -> str:
    if isinstance(editor, QLineEdit):
        return " ".join(editor.text().split())
    if not editor.isEditable() or editor.currentText() == editor.itemText(editor.currentIndex()):
        return str(editor.currentData() or "")
    return " ".join(editor.currentText().split())
