"""The declarations that are open: opened, stored, journalled and closed; nothing typed is lost."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sad_desktop.brokerage.conflict import Conflict
from sad_desktop.brokerage.library import Stored
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.status import Status
from sad_desktop.errors import ServerUnreachable, UserError
from sad_desktop.forms.document import Document
from sad_desktop.forms.draft_keeping import DraftKeeping
from sad_desktop.forms.offer_refresh import OfferRefresh
from sad_desktop.forms.reception import Reception
from sad_desktop.forms.register_refresh import RegisterRefresh
from sad_desktop.forms.tasks import Pool, Starter
from sad_desktop.forms.waiting import WaitingSaves
from sad_desktop.services.companies import Companies
from sad_desktop.services.desk import Desk
from sad_desktop.services.exchange import open_file, save_file
from sad_desktop.services.journal import Journal, Recovered
from sad_desktop.services.reference_lists import ReferenceLists
from sad_desktop.services.workspace import Workspace
from sad_desktop.valuation.assess import Assessor

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What the desk stands in: where declarations are kept, and who works beside the screen.

    ``lists_changed`` is called after a reference list was changed here, ``offers`` tells whether
    learned values are offered while keying.
    """

    workspace: Workspace
    companies: Companies
    journal: Journal
    tasks: Starter
    folder: Path
    lists: ReferenceLists
    lists_changed: Callable[[], None]
    reception: Reception
    offers: Callable[[], bool] = lambda: True


class OpenedDeclarations(QObject):
    """The open documents.

    Signals: ``opened`` and ``closed`` with a document, ``stored`` with the one just stored,
    ``known`` with a document and the Stored it was read from or became, ``failed`` with a
    UserError, ``conflicted`` with a document and the Conflict, ``keeping_changed`` when drafts
    are kept in memory only from now on, or on disk again, ``library_changed`` when declarations
    were stored that are not open.
    """

    opened = Signal(object)
    closed = Signal(object)
    stored = Signal(object)
    known = Signal(object, object)
    failed = Signal(object)
    conflicted = Signal(object, object)
    keeping_changed = Signal()
    library_changed = Signal()

    def __init__(
        self, office: Office, desk: Callable[[], Desk], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._desk = desk
        self._documents: dict[str, Document] = {}
        self._left: dict[str, Recovered] = {}
        self.register = RegisterRefresh(office.workspace, office.tasks, self)
        self.register.on_failure(self._on_not_acknowledged)
        self.offers = OfferRefresh(office.workspace, office.tasks, office.offers, self)
        self._keeping = DraftKeeping(office.workspace, office.journal, office.tasks, self)
        self._keeping.failed.connect(self.failed)
        self._keeping.changed.connect(self.keeping_changed)
        self.waiting = WaitingSaves(office.workspace, office.tasks, self)
        self.waiting.answered.connect(self._save_waiting)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The open documents in the order they were opened."""
        return tuple(self._documents.values())

    @property
    def office(self) -> Office:
        """What the desk stands in."""
        return self._office

    def desk(self) -> Desk:
        """Return the law of the day."""
        return self._desk()

    def is_open(self, declaration_id: str) -> bool:
        """Tell whether somebody works on a stored declaration."""
        return declaration_id in self._documents

    @property
    def is_in_memory_only(self) -> bool:
        """True while the recovery folder takes nothing."""
        return self._keeping.is_in_memory_only

    def is_waiting(self, document: Document) -> bool:
        """Tell whether a declaration that was saved waits for the office's server."""
        return document.document_id in self.waiting.documents

    def new(self) -> Document:
        """Open an empty declaration with the day's defaults."""
        return self._add(self._desk().new_draft(), self._office.workspace.new_id(), name="")

    def begin(
        self, draft: Draft, document_id: str, name: str, assessor: Assessor | None = None
    ) -> Document:
        """Open a draft that is nowhere kept yet, under an id made for it.

        ``assessor`` is one that assessed it already by the law of the desk.
        """
        return self._add(draft, document_id, name=name, assessor=assessor)

    def open_path(self, path: Path) -> Document | None:
        """Open a file; what cannot be read is said and changes nothing."""
        try:
            draft = open_file(path)
        except UserError as error:
            self.failed.emit(error)
            return None
        return self._add(draft, self._office.workspace.new_id(), name=path.stem)

    def open_stored(self, declaration_id: str) -> Document | None:
        """Open a stored declaration, or show it when it is open already."""
        if declaration_id in self._documents:
            document = self._documents[declaration_id]
            self.opened.emit(document)
            return document
        if declaration_id in self._left:
            return self.open_recovered(self._left[declaration_id])
        try:
            stored = self._office.workspace.load(declaration_id)
        except UserError as error:
            self.failed.emit(error)
            return None
        document = self._add(stored.draft, stored.id, version=stored.version)
        self.known.emit(document, stored)
        return document

    def leave_recovered(self, drafts: Iterable[Recovered]) -> None:
        """Remember drafts that wait: whoever opens the declaration stored goes on with them."""
        self._left = {found.document: found for found in drafts}

    def discard_recovered(self, document_id: str) -> None:
        """Throw away what the last run left of a declaration."""
        self._left.pop(document_id, None)
        self._keeping.discard(document_id)

    def open_recovered(self, found: Recovered) -> Document:
        """Open what the last run left, with the text that was being typed, as a changed draft."""
        self._left.pop(found.document, None)
        document = self._make(
            found.draft, found.document, version=found.base_version, name=self.tr("Recovered")
        )
        document.is_recovered = True
        if found.focused is not None:
            document.enter(*found.focused)
        document.undo_stack.resetClean()
        self._show(document)
        self._keeping.keep_soon(document)
        return document

    def save(self, document: Document) -> bool:
        """Store a document; a conflict or a fault is said, and the draft stays as it is.

        While the office's server does not answer, it is kept here and stored when it does.
        """
        if self.waiting.is_away:
            self._wait(document)
            return False
        draft = document.draft
        if draft.status is Status.DRAFT:
            draft = replace(draft, status=Status.STORED)
        try:
            stored = self._office.workspace.store(document.document_id, draft, document.version)
        except Conflict as conflict:
            self.waiting.discard(document.document_id)
            self.conflicted.emit(document, conflict)
            return False
        except ServerUnreachable:
            self._wait(document)
            return False
        except UserError as error:
            self.failed.emit(error)
            return False
        self._take_stored(document, stored)
        return True

    def _wait(self, document: Document) -> None:
        """Keep a declaration here until the office's server answers."""
        logger.warning("declaration %s waits for the server", document.document_id)
        if document.undo_stack.isClean():
            document.undo_stack.resetClean()  # it was to be stored, and is not
        self.waiting.add(document.document_id)
        self._keeping.keep(document)
        self.keeping_changed.emit()

    def _save_waiting(self) -> None:
        """Store what waited: the server is back."""
        for document_id in self.waiting.documents:
            document = self._documents.get(document_id)
            if document is None:
                self.waiting.discard(document_id)
            elif not self.save(document) and self.waiting.is_away:
                return
        self.keeping_changed.emit()

    def save_as_copy(self, document: Document) -> bool:
        """Store a document beside the one it conflicts with."""
        former, version = document.document_id, document.version
        document.document_id, document.version = self._office.workspace.new_id(), 0
        if not self.save(document):
            document.document_id, document.version = former, version
            return False
        self._documents[document.document_id] = self._documents.pop(former)
        self._keeping.discard(former)
        return True

    def reload(self, document: Document) -> None:
        """Put the office's version in the place of the open one; undo brings it back."""
        try:
            stored = self._office.workspace.load(document.document_id)
        except UserError as error:
            self.failed.emit(error)
            return
        document.reload(self.tr("Open the office's version"), stored.draft, stored.version)
        document.is_recovered = False

    def open_office_version(self, document: Document) -> None:
        """Open the office's version beside the open one, to compare the two."""
        try:
            stored = self._office.workspace.load(document.document_id)
        except UserError as error:
            self.failed.emit(error)
            return
        name = self.tr("{title}, the office's version").format(title=document.title())
        beside = self._make(stored.draft, self._office.workspace.new_id(), name=name)
        beside.is_named = True
        self._show(beside)

    def save_xml(self, document: Document, path: Path) -> bool:
        """Write a document as XML; what cannot be written is said, the former file is kept."""
        try:
            save_file(document.draft, document.figures, path)
        except UserError as error:
            self.failed.emit(error)
            return False
        return True

    def close(self, document: Document) -> None:
        """Let a document go with its journal."""
        self._keeping.forget(document)
        self._documents.pop(document.document_id, None)
        self.register.forget(document)
        self.offers.forget(document)
        self._office.workspace.forget(document.document_id)
        if self.is_waiting(document):
            self._keeping.write(document)  # offered again at the next start
            self.waiting.discard(document.document_id)
        else:
            self._keeping.discard(document.document_id)
        self.closed.emit(document)

    def ask_office_again(self) -> None:
        """Ask anew what the office knows: it was opened, or a declaration was stored."""
        self.register.ask_all_again()
        self.offers.ask_all_again()

    def flush(self) -> None:
        """Bring the journals up to date now: when the program crashes or closes."""
        self._keeping.flush()

    def let_go(self) -> None:
        """Fall silent: the program ends, and nothing is asked or journalled any more."""
        for document in self.documents:
            self._keeping.forget(document)
            self.register.forget(document)
            self.offers.forget(document)
            document.let_go()
        self._keeping.stop()

    def use_desk(self) -> None:
        """Work by another book, day or language in every document."""
        for document in self.documents:
            document.use_desk(self._desk().by_law_of(document.draft))

    def _add(
        self,
        draft: Draft,
        document_id: str,
        *,
        version: int = 0,
        name: str = "",
        assessor: Assessor | None = None,
    ) -> Document:
        document = self._make(draft, document_id, version=version, name=name, assessor=assessor)
        self._show(document)
        return document

    def _make(
        self,
        draft: Draft,
        document_id: str,
        *,
        version: int = 0,
        name: str,
        assessor: Assessor | None = None,
    ) -> Document:
        desk = self._desk().by_law_of(draft)
        document = Document(
            desk, draft, document_id=document_id, version=version, name=name, assessor=assessor
        )
        document.setParent(self)
        return document

    def _show(self, document: Document) -> None:
        self._documents[document.document_id] = document
        self._keeping.watch(document)
        self.register.watch(document)
        self.offers.watch(document)
        self.opened.emit(document)

    def _take_stored(self, document: Document, stored: Stored) -> None:
        self.waiting.discard(document.document_id)
        document.version = stored.version
        document.accept(stored.draft)
        document.undo_stack.setClean()
        document.is_recovered = False
        self._keeping.discard(document.document_id)
        logger.info("stored declaration %s, version %s", document.document_id, stored.version)
        self.stored.emit(document)
        self.known.emit(document, stored)
        self.ask_office_again()
        self._remember_supplier(document)

    def _remember_supplier(self, document: Document) -> None:
        """Remember beside the screen whom the importer buys from, for the finder of box 2."""
        office, declaration = self._office, document.draft.declaration
        office.tasks.start(
            lambda _progress, _cancelled: office.companies.remember_supplier(declaration),
            lambda _kept: None,
            lambda error: logger.warning("supplier not remembered: %s", type(error).__name__),
            pool=Pool.DATABASE,
        )

    def take_step(self, document: Document, stored: Stored) -> None:
        """Show a declaration as a step of its life left it; nothing before the step is undone."""
        document.undo_stack.clear()
        self._take_stored(document, stored)
        document.use_desk(self._desk().by_law_of(stored.draft))

    def _on_not_acknowledged(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.failed.emit(error)
