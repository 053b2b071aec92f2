"""What comes out of a dossier: a declaration, a text and a mail for the shipper, the envelope."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from sad_desktop.brokerage.advance_cargo import Dossier, InvoiceLine
from sad_desktop.brokerage.advance_cargo_law import AdvanceCargoLaw
from sad_desktop.errors import UserError
from sad_desktop.forms.dossier_import import DossierImportDialog
from sad_desktop.forms.dossier_words import error_words
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.language import isolated
from sad_desktop.forms.rooms import Surroundings
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.advance_cargo_drafts import declaration_of
from sad_desktop.services.advance_cargo_envelope import (
    envelope,
    refuse_incomplete,
    save_envelope,
)
from sad_desktop.services.advance_cargo_imports import InvoiceImports
from sad_desktop.services.advance_cargo_notice import notice, save_mail


class Shows(Protocol):
    """The room, as far as its dossier is used."""

    law: AdvanceCargoLaw

    def shown(self) -> Dossier:
        """Return the dossier in the editor as it is kept."""
        ...

    def window(self) -> QWidget:
        """Return the window dialogs belong to."""
        ...


class DossierUses(QObject):
    """Uses the dossier that is shown; what cannot be done is said by ``note``."""

    def __init__(self, room: Shows, around: Surroundings, note: Sentence) -> None:
        super().__init__(note)
        self._room = room
        self._around = around
        self._note = note
        self._errands = Errands(around.office.tasks, self)

    def begin_declaration(self) -> None:
        """Open a new declaration of the dossier's parties, invoices and goods."""
        dossier = self._room.shown()
        draft = declaration_of(dossier, self._around.desk())
        name = dossier.acid.text if dossier.acid is not None else dossier.importer_name
        self._around.opened.begin(draft, self._around.office.workspace.new_id(), name)

    def copy_notice(self) -> None:
        """Copy what the shipper is to know, in both languages."""
        try:
            text = notice(self._room.shown(), self._room.law, self._around.desk().language)
        except UserError as error:
            self._fail(error)
            return
        QGuiApplication.clipboard().setText(text)
        self._note.say(self.tr("The text for the shipper is copied, in both languages."))

    def save_mail(self) -> None:
        """Save a mail to the shipper as a file that mail programs open as a draft."""
        dossier = self._room.shown()
        acid = dossier.acid.text if dossier.acid is not None else ""
        path = self._around.questions.save_path(self._room.window(), f"ACID-{acid}.eml")
        if path is None:
            return
        try:
            save_mail(dossier, self._room.law, self._around.desk().language, path)
        except UserError as error:
            self._fail(error)
            return
        said = self.tr("Saved as {name}: open it to send it.")
        self._note.say(said.format(name=isolated(path.name)))

    def make_envelope(self) -> None:
        """Save the invoices as tables, and the documents that are chosen, in one envelope."""
        dossier, law = self._room.shown(), self._room.law
        try:
            refuse_incomplete(dossier)  # told before any document is chosen
        except UserError as error:
            self._fail(error)
            return
        window, questions = self._room.window(), self._around.questions
        files = questions.envelope_files(window)
        acid = dossier.acid.text if dossier.acid is not None else ""
        path = questions.save_path(window, f"ACI-{acid}.zip")
        if path is None:
            return

        def make(_progress: object, _cancelled: object) -> tuple[int, int]:
            now = datetime.now().astimezone()
            parts = envelope(dossier, law, files, now)
            return len(parts), save_envelope(parts, path, now)

        has_pdf = any(file.suffix.lower() == ".pdf" for file in files)
        self._errands.start(make, partial(self._on_made, path, has_pdf), self._on_failed)

    def import_lines(self, take: Callable[[tuple[InvoiceLine, ...]], None]) -> DossierImportDialog:
        """Import the lines of an invoice from a file; ``take`` is given them."""
        desk, office = self._around.desk(), self._around.office
        lengths = desk.book.profile.code_lengths_on(desk.on)
        dialog = DossierImportDialog(
            InvoiceImports(office.workspace, lengths),
            office.tasks,
            self._around.questions.table_path,
            self._room.window(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.imported.connect(take)
        dialog.open()
        return dialog

    def _on_made(self, path: Path, has_pdf: bool, made: tuple[int, int]) -> None:
        count, size = made
        said = self.tr("Envelope {name} is made: {count} files, {size} bytes.")
        told = said.format(name=isolated(path.name), count=f"{count:,}", size=f"{size:,}")
        if has_pdf:
            self._note.say(told)
            return
        lacking = self.tr("No PDF is among them: the invoice is wanted as PDF, too.")
        self._note.say(f"{told} {lacking}", Tone.WARNING)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._fail(error)

    def _fail(self, error: UserError) -> None:
        self._note.say(error_words(error), Tone.WRONG)
