"""An open declaration on the desk: its draft, what follows from it, and its undo stack."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from sad_desktop.brokerage.acknowledgements import Acknowledgement, Stated
from sad_desktop.brokerage.enquiry import Enquiry
from sad_desktop.brokerage.ledgers import Offence
from sad_desktop.brokerage.register import Prefetched, Register
from sad_desktop.declaration.draft import Draft, Place, Rows, Source
from sad_desktop.declaration.edits import (
    Edit,
    Entry,
    ReplaceDraft,
    entry,
    places,
    set_field,
)
from sad_desktop.declaration.figures import Figures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import (
    ITEMS_PER_PAGE,
    MOST_ITEMS,
    Row,
    insert_items,
    move_item,
    remove_items,
    remove_row,
    replace_item,
    set_rows,
)
from sad_desktop.declaration.values import Unreadable, Value, is_empty, parse, show
from sad_desktop.forms.offers import Offers
from sad_desktop.forms.undo import EditCommand, ReadCommand, ReloadCommand
from sad_desktop.services.acknowledgements import stated
from sad_desktop.services.desk import Desk
from sad_desktop.services.exchange import as_read
from sad_desktop.services.register import Answer
from sad_desktop.tariff.behaviour import BoxState, Circumstances, StateKind
from sad_desktop.validation.findings import Finding, Severity
from sad_desktop.valuation.assess import Assessor
from sad_desktop.valuation.note import AssessmentNote


class Document(QObject):
    """One declaration on the desk; every change goes through its undo stack.

    Signals: ``changed`` with the places that changed, None when items or rows did; ``assessed``
    when note, figures and findings are new; ``typing`` when text stands in an editor that is
    not committed yet: ``typed_now`` holds it for the journal; ``converted`` with the finding
    that tells of digits that were put in as Latin ones.
    """

    changed = Signal(object)
    assessed = Signal()
    converted = Signal(object)
    typing = Signal()

    def __init__(
        self,
        desk: Desk,
        draft: Draft,
        *,
        document_id: str,
        version: int = 0,
        name: str = "",
        assessor: Assessor | None = None,
    ) -> None:
        super().__init__()
        self.desk = desk
        self.document_id = document_id
        self.version = version
        self.name = name
        self.is_named = False
        self.is_recovered = False
        self.draft = draft
        self.revision = 0
        self.typed_now: tuple[Place, str] | None = None
        self.undo_stack = QUndoStack(self)
        self._assessor = assessor or desk.assessor()
        self._circumstances: Circumstances | None = None
        self._at: dict[Place, list[Finding]] | None = None
        self._answer: Answer | None = None
        self._acknowledged: dict[Stated, Acknowledgement] = {}
        self._known: tuple[Source | None, Prefetched] | None = None
        self.offers = Offers(self)
        self._recompute()

    note: AssessmentNote
    figures: Figures
    findings: tuple[Finding, ...]

    @property
    def is_editable(self) -> bool:
        """True while fields may be keyed."""
        return self.draft.status.is_editable

    def title(self) -> str:
        """Return what the tab says: the reference, or the name where it has none or is named."""
        declaration = self.draft.declaration
        if declaration.reference_number and not self.is_named:
            return f"{declaration.reference_year or ''} {declaration.reference_number}".strip()
        return self.name

    @property
    def places_in_error(self) -> frozenset[Place]:
        """The fields an error stands at."""
        return frozenset(
            place for place in self._findings_at() if self.gravest_at(place) is Severity.ERROR
        )

    def findings_at(self, place: Place) -> tuple[Finding, ...]:
        """Return what is wrong with a field."""
        return tuple(self._findings_at().get(place, ()))

    def gravest_at(self, place: Place) -> Severity | None:
        """Return how grave the worst is that stands at a field; acknowledged warnings are not."""
        open_ones = {
            one.severity
            for one in self._findings_at().get(place, ())
            if self.acknowledgement_of(one) is None
        }
        return next((severity for severity in Severity if severity in open_ones), None)

    @property
    def enquiry(self) -> Enquiry | None:
        """What the office was asked last; None when it is to be asked anew."""
        return self._answer.enquiry if self._answer is not None else None

    @property
    def offences(self) -> tuple[Offence, ...]:
        """What customs reproached the importer with, as the office answered last."""
        return self._answer.offences if self._answer is not None else ()

    @property
    def acknowledged(self) -> tuple[Acknowledgement, ...]:
        """The warnings somebody stands by."""
        return tuple(self._acknowledged.values())

    def acknowledgement_of(self, finding: Finding) -> Acknowledgement | None:
        """Return who stands by a warning as it is now."""
        if finding.severity is not Severity.WARNING:
            return None
        return self._acknowledged.get(stated(finding))

    def take_answer(self, answer: Answer) -> None:
        """Judge by what the office answered from now on."""
        self._answer = answer
        self._acknowledged = {one.stated: one for one in answer.acknowledged}
        self._known = None
        self._judge()
        self.assessed.emit()

    def forget_answer(self) -> None:
        """Ask the office anew, even the same; what it answered holds until then."""
        if self._answer is not None:
            self._answer = replace(self._answer, enquiry=None)

    def take_acknowledgement(self, finding: Finding, own: Acknowledgement | None) -> None:
        """Note that somebody stands by a warning, or no longer does."""
        if own is None:
            self._acknowledged.pop(stated(finding), None)
        else:
            self._acknowledged[own.stated] = own
        self._at = None
        self.assessed.emit()

    def text_of(self, place: Place) -> str:
        """Return what stands in a box: the value as shown, or what was typed and not understood."""
        rejected = self.draft.rejected.get(place)
        if rejected is not None:
            return rejected
        return show(place.definition(), self.draft.value(place))

    def state_of(self, place: Place) -> BoxState:
        """Return whether a box is keyed, and why not."""
        if self._circumstances is None:
            self._circumstances = self.desk.circumstances(self.draft)
        return self.desk.state_of(place, self._circumstances)

    def takes(self, place: Place) -> bool:
        """Tell whether something may be keyed into a box now."""
        return self.is_editable and self.state_of(place).is_keyed

    def enter(self, place: Place, typed: str) -> bool:
        """Take over what was typed into a box with all that follows; False when not understood."""
        if typed == self.text_of(place) and place not in self.draft.filled:
            return place not in self.draft.rejected
        try:
            after = Entry(parse(place.definition(), typed))
        except Unreadable:
            after = Entry(self.draft.value(place), rejected=typed)
        self._commit(place, after)
        finding = self.desk.converted(self.draft, place, typed)
        if finding is not None:
            self.converted.emit(finding)
        return after.rejected is None

    def typing_in(self, place: Place, typed: str) -> None:
        """Note what is being typed into a box before it is committed."""
        self.typed_now = (place, typed)
        self.typing.emit()

    def stop_typing(self) -> None:
        """Forget what was being typed: it is committed or given up."""
        if self.typed_now is not None:
            self.typed_now = None
            self.typing.emit()

    def clear_unused(self, place: Place) -> None:
        """Empty a box that is not used here but still holds something."""
        if self.state_of(place).kind is StateKind.NOT_USED and self.is_editable:
            self.enter(place, "")

    def put(self, place: Place, value: Value) -> None:
        """Put a value into a box as if typed, with all that follows."""
        self._commit(place, Entry(value))

    def put_all(
        self, values: Iterable[tuple[Place, Value]], title: str, *, only_empty: bool = False
    ) -> None:
        """Put several values in as one action, each with what follows from it.

        With ``only_empty`` what stands in a box, or followed from a value before, stays.
        """
        draft = self.draft
        edits: list[Edit] = []
        for place, value in values:
            if only_empty and not is_empty(draft.value(place)):
                continue
            for edit in self._with_consequences(draft, place, Entry(value)):
                draft = edit.apply(draft)
                edits.append(edit)
        self.perform(title, edits)

    def confirm(self, place: Place) -> None:
        """Take a value the program filled in as the clerk's own; nothing follows from it anew."""
        if place not in self.draft.filled or place in self.draft.rejected:
            return
        edit = set_field(self.draft, place, Entry(self.draft.value(place)))
        title = place.definition().title(self.desk.language)
        self.undo_stack.push(ReadCommand(title, (edit,), self._apply))

    def copy_above(self, place: Place) -> bool:
        """Copy a field from the item before; False for the first item or the general segment."""
        position = self.draft.declaration.position(place.item) if place.item else 0
        if not place.item or not position:
            return False
        above = Place(place.field, self.draft.declaration.items[position - 1].key)
        self.put(place, self.draft.value(above))
        return True

    def add_items(self, title: str, count: int = ITEMS_PER_PAGE) -> bool:
        """Add blank items after the last; False beyond 999 items."""
        present = len(self.draft.declaration.items)
        if present + count > MOST_ITEMS:
            return False
        edit = insert_items(self.draft, present, (Item() for _ in range(count)))
        after = edit.apply(self.draft)
        keys = [item.key for item in after.declaration.items[present:]]
        self.perform(title, [edit, *self.desk.item_defaults(after, keys)])
        return True

    def copy_previous_item(self, title: str, key: int) -> bool:
        """Overwrite an item with the one before it; False for the first item."""
        position = self.draft.declaration.position(key)
        if not position:
            return False
        above = self.draft.declaration.items[position - 1]
        self.perform(title, [replace_item(self.draft, _with_key(above, key))])
        return True

    def remove_items(self, title: str, keys: Iterable[int]) -> None:
        """Remove items; the last one of a declaration is emptied instead."""
        gone = tuple(keys)
        edits: list[Edit] = [remove_items(self.draft, gone)]
        left = edits[0].apply(self.draft)
        if not left.declaration.items:
            edits.append(insert_items(left, 0, [Item()]))
        self.perform(title, edits)

    def move_item(self, title: str, key: int, position: int) -> None:
        """Move an item to another position."""
        self.perform(title, [move_item(self.draft, key, position)])

    def set_rows(self, title: str, item: int, kind: Rows, rows: Iterable[Row]) -> None:
        """Put other rows into a list."""
        self.perform(title, [set_rows(self.draft, item, kind, rows)])

    def remove_row(self, title: str, item: int, kind: Rows, index: int) -> None:
        """Remove one row of a list."""
        self.perform(title, [remove_row(self.draft, item, kind, index)])

    def replace_draft(self, title: str, draft: Draft) -> None:
        """Put a whole draft in, as an import does; one undo takes it back."""
        self.perform(title, [ReplaceDraft(self.draft, draft)])

    def reload(self, title: str, draft: Draft, version: int) -> None:
        """Put a stored version in the place of the open one; one undo takes both back."""
        self.undo_stack.push(
            ReloadCommand(
                title,
                (ReplaceDraft(self.draft, draft),),
                self._apply,
                versions=(self.version, version),
                rebase=self._rebase,
            )
        )
        self.undo_stack.setClean()

    def accept(self, draft: Draft) -> None:
        """Take over the draft as it was stored; nothing a clerk could undo."""
        if draft != self.draft:
            self._apply((ReplaceDraft(self.draft, draft),))

    def perform(self, title: str, edits: Iterable[Edit]) -> None:
        """Do some edits as one action of the clerk."""
        done = tuple(edits)
        if done:
            self.undo_stack.push(EditCommand(title, done, self._apply))

    def let_go(self) -> None:
        """Fall silent before it is deleted: a stack says "clean" once more while it goes."""
        self.undo_stack.blockSignals(True)
        self.blockSignals(True)

    def use_desk(self, desk: Desk) -> None:
        """Work by another book, day or language from now on."""
        self.desk = desk
        self._assessor = desk.assessor()
        self._recompute()
        self.changed.emit(None)
        self.assessed.emit()

    def _commit(self, place: Place, after: Entry) -> None:
        if entry(self.draft, place) == after:
            return
        definition = place.definition()
        self.perform(
            definition.title(self.desk.language),
            self._with_consequences(self.draft, place, after),
        )

    def _with_consequences(self, draft: Draft, place: Place, after: Entry) -> tuple[Edit, ...]:
        cause = set_field(draft, place, after)
        if after.rejected is not None:
            return (cause,)
        return (cause, *self.desk.fills(cause.apply(draft), place, draft))

    def _apply(self, edits: tuple[Edit, ...]) -> None:
        for edit in edits:
            self.draft = edit.apply(self.draft)
        self.revision += 1
        self._recompute()
        self.changed.emit(places(edits))
        self.assessed.emit()

    def _rebase(self, left: int, taken: int) -> None:
        """Work on another stored version from now on, unless it was stored again meanwhile."""
        if self.version == left:
            self.version = taken

    def _recompute(self) -> None:
        self._circumstances = None
        self.note = self._assessor.assess(self.draft.declaration, self.draft.declared)
        self.figures = self.desk.figures(self.draft, self.note)
        self._judge()

    def _judge(self) -> None:
        self._at = None
        self.findings = self.desk.check(self.draft, self.note, self.register())

    def _findings_at(self) -> dict[Place, list[Finding]]:
        if self._at is None:
            self._at = {}
            for finding in self.findings:
                self._at.setdefault(finding.place, []).append(finding)
        return self._at

    def register(self) -> Register:
        """Return what rules need beyond the draft; its file is read once."""
        source = self.draft.source
        if self._known is None or self._known[0] is not source:
            answered = self._answer.register if self._answer is not None else Prefetched()
            self._known = (source, replace(answered, as_read=as_read(source)))
        return self._known[1]


def _with_key(item: Item, key: int) -> Item:
    return replace(item, key=key)
