"""The words of a declaration's history, in the desk's language."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication

from sad_desktop.brokerage.history import Change, Entry, Operation
from sad_desktop.brokerage.tracking import Stage, read_remark
from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.fields import NUMBERS, Kind
from sad_desktop.declaration.values import show
from sad_desktop.forms.language import isolated
from sad_desktop.forms.widgets.status_words import status_word
from sad_desktop.text import QT_TRANSLATE_NOOP

_OPERATIONS = {
    Operation.STORE: QT_TRANSLATE_NOOP("Operation", "Stored"),
    Operation.DELETE: QT_TRANSLATE_NOOP("Operation", "Deleted"),
    Operation.REGISTER: QT_TRANSLATE_NOOP("Operation", "Registered"),
    Operation.ASSESS: QT_TRANSLATE_NOOP("Operation", "Assessed"),
    Operation.REQUEST: QT_TRANSLATE_NOOP("Operation", "Payment requested"),
    Operation.PAY: QT_TRANSLATE_NOOP("Operation", "Paid"),
    Operation.DEPOSIT: QT_TRANSLATE_NOOP("Operation", "Deposits paid"),
    Operation.REJECT: QT_TRANSLATE_NOOP("Operation", "Payment request rejected"),
    Operation.VOID: QT_TRANSLATE_NOOP("Operation", "Receipt voided"),
    Operation.RELEASE: QT_TRANSLATE_NOOP("Operation", "Released"),
    Operation.CANCEL: QT_TRANSLATE_NOOP("Operation", "Cancelled"),
    Operation.AMEND: QT_TRANSLATE_NOOP("Operation", "Opened for an amendment"),
    Operation.RESTORE: QT_TRANSLATE_NOOP("Operation", "Amendment given up"),
    Operation.TRACK: QT_TRANSLATE_NOOP("Operation", "Stage at customs"),
}


_STAGES = {
    Stage.REGISTERED: QT_TRANSLATE_NOOP("Stage", "Registered"),
    Stage.REVIEWED: QT_TRANSLATE_NOOP("Stage", "Documents reviewed"),
    Stage.INSPECTED: QT_TRANSLATE_NOOP("Stage", "Goods inspected"),
    Stage.ASSESSED: QT_TRANSLATE_NOOP("Stage", "Assessed"),
    Stage.PAID: QT_TRANSLATE_NOOP("Stage", "Paid"),
    Stage.RELEASED: QT_TRANSLATE_NOOP("Stage", "Released"),
    Stage.LEFT: QT_TRANSLATE_NOOP("Stage", "Out of customs"),
}

_UNDONE = QT_TRANSLATE_NOOP("HistoryWords", "not done after all")
_STAGE = QT_TRANSLATE_NOOP("HistoryWords", "{stage}: {when}")
_ROW = QT_TRANSLATE_NOOP("HistoryWords", "{field}, row {number}")


def stage_word(stage: Stage) -> str:
    """Return the title of a stage at customs."""
    return QCoreApplication.translate("Stage", _STAGES[stage])


def remark_words(entry: Entry) -> str:
    """Return what the user said or the number that was given; of a stage, which and when."""
    noted = read_remark(entry.remark) if entry.operation is Operation.TRACK else None
    if noted is None:
        return entry.remark
    stage, at, remark = noted
    when = isolated(moment_words(at)) if at is not None else _said(_UNDONE)
    told = _said(_STAGE).format(stage=stage_word(stage), when=when)
    return f"{told} · {isolated(remark)}" if remark else told


def operation_word(operation: Operation) -> str:
    """Return what was done."""
    return QCoreApplication.translate("Operation", _OPERATIONS[operation])


def moment_words(at: datetime) -> str:
    """Return a moment on the clerk's own clock."""
    return at.astimezone().strftime("%d/%m/%Y %H:%M")


def status_after(entry: Entry) -> str:
    """Return where the declaration stood after an entry, "" where nothing was left of it."""
    return "" if entry.after is None else status_word(entry.after)


def field_words(place: Place, language: str) -> str:
    """Return the name of a field, with the number of its row where it stands in a list."""
    title = place.definition().title(language)
    if place.rows is None:
        return title
    return _said(_ROW).format(field=title, number=place.row + 1)


def _said(text: str) -> str:
    return QCoreApplication.translate("HistoryWords", text)


def change_texts(change: Change, language: str) -> tuple[str, ...]:
    """Return a change as box, item, field, before and after."""
    place = change.place
    return (
        place.definition().box,
        str(change.number) if change.number else "",
        field_words(place, language),
        shown_plain(place, change.before),
        shown_plain(place, change.after),
    )


def shown_plain(place: Place, text: str) -> str:
    """Return what the history wrote of a field as its box shows it; "—" for nothing.

    Text that was no value of its field stays as it was typed.
    """
    definition = place.definition()
    try:
        if text and definition.kind is Kind.DAY:
            text = show(definition, date.fromisoformat(text))
        elif text and definition.kind in NUMBERS:
            text = show(definition, Decimal(text))
    except (ValueError, InvalidOperation):
        pass  # it was rejected as typed
    return text.replace("\n", " / ") or "—"
