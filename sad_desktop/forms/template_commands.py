"""The commands of templates: save one, begin from one, begin from an XML file."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sad_desktop.brokerage.templates import Kept, Template, TemplateLine
from sad_desktop.declaration.draft import Draft
from sad_desktop.errors import UserError
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.language import isolated
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.questions import Questions
from sad_desktop.forms.tasks import Pool
from sad_desktop.services.desk import Desk
from sad_desktop.services.exchange import open_file
from sad_desktop.services.templates import (
    Begun,
    Outlived,
    Templates,
    begun,
    outlived,
    template_of,
)

if TYPE_CHECKING:
    from sad_desktop.forms.template_dialogs import BeginDialog
    from sad_desktop.forms.workplace import Workplace


class TemplateCommands(QObject):
    """Asks what saving or using a template needs, and does it. ``changed``: the shelf did."""

    changed = Signal()

    def __init__(
        self, workplace: "Workplace", opened: OpenedDeclarations, questions: Questions
    ) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._window = workplace.window
        self._opened = opened
        self._questions = questions
        self._errands = Errands(opened.office.tasks, self)
        self.shelf = Templates(opened.office.workspace)

    def by_key(self) -> dict[str, Callable[[], object]]:
        """Return the commands by the names of the key table."""
        return {
            "save_template": self.save,
            "new_from_template": self.choose,
            "load_template": self.begin_from_file,
        }

    def save(self) -> None:
        """Save the declaration that is shown as a template, under a name that is asked for."""
        tab = self._workplace.current_tab()
        if tab is None:
            return
        tab.commit()
        self._errands.start(
            lambda _progress, _cancelled: self.shelf.lines(),
            partial(self._ask_name, tab.document.draft),
            self._on_failed,
            pool=Pool.DATABASE,
        )

    def choose(self) -> None:
        """Show the templates with the cursor in their search."""
        self._workplace.rooms.open("templates")

    def begin_from(self, line: TemplateLine) -> None:
        """Begin a declaration from a template of the shelf."""
        desk = self._opened.desk()

        def look(_progress: object, _cancelled: object) -> tuple[Template, Outlived]:
            template = self.shelf.load(line.id)
            return template, self.shelf.outlived(template, desk)

        self._errands.start(look, self._show, self._on_failed, pool=Pool.DATABASE)

    def begin_from_file(self) -> None:
        """Begin a declaration from an XML file (S3-081): its shipment is cleared."""
        for path in self._questions.open_paths(self._window)[:1]:
            self._begin_from_path(path)

    def add_files(
        self, paths: list[Path], done: Callable[[int, Sequence[UserError]], None]
    ) -> None:
        """Save XML files as templates of their names; ``done`` is told of those refused."""
        desk = self._opened.desk()

        def add(_progress: object, _cancelled: object) -> tuple[int, list[UserError]]:
            refused: list[UserError] = []
            for path in paths:
                try:
                    self.shelf.save(path.stem, open_file(path), Kept(), desk)
                except UserError as error:
                    refused.append(error)
            return len(paths) - len(refused), refused

        def told(outcome: tuple[int, list[UserError]]) -> None:
            self.changed.emit()
            done(*outcome)

        self._errands.start(add, told, self._on_failed, pool=Pool.DATABASE)

    def _begin_from_path(self, path: Path) -> None:
        desk = self._opened.desk()

        def look(_progress: object, _cancelled: object) -> tuple[Template, Outlived]:
            template = template_of(path.stem, open_file(path))
            return template, outlived(template, desk, None)

        self._errands.start(look, self._show, self._on_failed)

    def _show(self, found: tuple[Template, Outlived]) -> None:
        from sad_desktop.forms.template_dialogs import BeginDialog  # start-up cost

        template, aged = found
        tasks = self._opened.office.tasks
        dialog = BeginDialog(template, aged, self._opened.desk().language, tasks, self._window)
        dialog.begun.connect(self._begin)
        dialog.open()

    def _begin(self, begin_dialog: "BeginDialog", kept: Kept) -> None:
        """Make the new declaration beside the screen; whoever goes back meanwhile has none."""
        template, desk = begin_dialog.template, self._opened.desk()
        give_up = self._errands.start(
            lambda _progress, _cancelled: begun(template.draft, kept, desk),
            partial(self._open, begin_dialog, desk),
            partial(self._on_not_begun, begin_dialog),
        )
        begin_dialog.rejected.connect(give_up)

    def _on_not_begun(self, begin_dialog: "BeginDialog", error: Exception) -> None:
        begin_dialog.reject()
        self._on_failed(error)

    def _open(self, begin_dialog: "BeginDialog", desk: Desk, made: Begun) -> None:
        """Open the new declaration, and ask for what each shipment has of its own."""
        from sad_desktop.forms.template_answers import AnswersDialog  # start-up cost

        template = begin_dialog.template
        begin_dialog.accept()
        document_id = self._opened.office.workspace.new_id()
        if template.line.version:
            self._note_use(template.line.id, document_id)
        assessor = made.assessor if self._opened.desk() == desk else None  # the lists changed
        document = self._opened.begin(made.draft, document_id, template.line.name, assessor)
        dialog = AnswersDialog(document, template.draft, made.asked, self._window)
        dialog.finder_requested.connect(self._workplace.commands.open_finder)
        dialog.choices_requested.connect(self._workplace.commands.open_choices)
        dialog.left.connect(self._on_left)
        dialog.open()

    def _note_use(self, template_id: str, document_id: str) -> None:
        """Remember the use before the office is asked about the new declaration (T-11)."""
        self._errands.start(
            lambda _progress, _cancelled: self.shelf.note_use(template_id, document_id),
            lambda _done: self.changed.emit(),
            self._on_failed,
            pool=Pool.DATABASE,
        )

    def _ask_name(self, draft: Draft, lines: tuple[TemplateLine, ...]) -> None:
        from sad_desktop.forms.template_dialogs import SaveTemplateDialog  # start-up cost

        declaration = draft.declaration
        name = declaration.consignee_name.partition("\n")[0]
        present = [line for line in lines if line.ended_at is None]
        language = self._opened.desk().language
        tasks = self._opened.office.tasks
        dialog = SaveTemplateDialog(draft, name, present, language, tasks, self._window)
        dialog.settled.connect(partial(self._save, draft))
        dialog.open()

    def _save(self, draft: Draft, name: str, kept: Kept, over: TemplateLine | None) -> None:
        desk = self._opened.desk()
        self._errands.start(
            lambda _progress, _cancelled: self.shelf.save(name, draft, kept, desk, over=over),
            self._on_saved,
            self._on_failed,
            pool=Pool.DATABASE,
        )

    def _on_saved(self, line: TemplateLine) -> None:
        self.changed.emit()
        self._workplace.say(self.tr("Template {name} is saved.").format(name=isolated(line.name)))

    def _on_left(self) -> None:
        """Go on in the sheet, at the first box."""
        tab = self._workplace.current_tab()
        if tab is not None:
            tab.start()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._window.fail(error)
