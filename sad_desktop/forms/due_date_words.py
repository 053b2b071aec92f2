"""The words and colours of due dates, in the desk's language."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from sad_desktop.brokerage.due_dates import STATE_TITLES, DueAct, DueState, Recorded
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import show, show_number
from sad_desktop.forms.history_words import moment_words
from sad_desktop.forms.language import current_language, isolated
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.text_model import Row
from sad_desktop.services.due_dates import DueLine
from sad_desktop.text import QT_TRANSLATE_NOOP

_DAY = definitions(Declaration)["registration_day"]
_SOON = 7
"""Days from which a due date is shown as a warning; over is shown as wrong."""

_ACTS: Mapping[DueAct, str] = {
    DueAct.OPEN: QT_TRANSLATE_NOOP("DueAct", "Period began"),
    DueAct.SET: QT_TRANSLATE_NOOP("DueAct", "Date set by customs"),
    DueAct.EXTEND: QT_TRANSLATE_NOOP("DueAct", "Extended"),
    DueAct.LEAVE: QT_TRANSLATE_NOOP("DueAct", "Goods left"),
    DueAct.RETURN: QT_TRANSLATE_NOOP("DueAct", "Goods came back"),
    DueAct.DISCHARGE: QT_TRANSLATE_NOOP("DueAct", "Discharge proved"),
    DueAct.CLAIM: QT_TRANSLATE_NOOP("DueAct", "Guarantee claimed"),
    DueAct.EXTEND_CLAIM: QT_TRANSLATE_NOOP("DueAct", "Time to claim extended"),
    DueAct.REFUND: QT_TRANSLATE_NOOP("DueAct", "Guarantee released"),
    DueAct.DEBIT: QT_TRANSLATE_NOOP("DueAct", "Guarantee debited"),
    DueAct.COVER: QT_TRANSLATE_NOOP("DueAct", "Guarantee chosen"),
    DueAct.TAKE_BACK: QT_TRANSLATE_NOOP("DueAct", "Taken back"),
    DueAct.WITHDRAW: QT_TRANSLATE_NOOP("DueAct", "Withdrawn with the declaration"),
    DueAct.REOPEN: QT_TRANSLATE_NOOP("DueAct", "Taken up again"),
}

STATE, DAYS = 3, 10
"""Columns that carry the colour of the state."""


def state_word(state: DueState) -> str:
    """Return where a due date stands."""
    return QCoreApplication.translate("DueState", STATE_TITLES[state])


def act_word(act: DueAct) -> str:
    """Return what was done about a due date."""
    return QCoreApplication.translate("DueAct", _ACTS[act])


def day_words(day: date | None) -> str:
    """Return a day as the desk writes days."""
    return show(_DAY, day)


def days_words(line: DueLine, today: date) -> str:
    """Return how many days are left, in words that need no colour."""
    end = line.due.next_day()
    return "" if end is None else DueDays().words((end - today).days)


class DueDays(QObject):
    """Says days in the plural of the language."""

    def words(self, left: int) -> str:
        """Return so many days as what is left, or is over."""
        if left == 0:
            return self.tr("today")
        if left < 0:
            return self.tr("%n day(s) over", "", -left)
        return self.tr("%n day(s)", "", left)


def regime_words(line: DueLine) -> str:
    """Return a regime with its case."""
    language = current_language()
    if line.regime is None:
        return QCoreApplication.translate("DueDates", "Suspended procedure")
    case = line.case.name(language) if line.case is not None else ""
    name = line.regime.name(language)
    return name if not case or case == name else f"{name} – {case}"


def amount_words(amount: Decimal | None, decimals: int) -> str:
    """Return an amount, "" for none."""
    return "" if amount is None else show_number(amount, decimals)


def line_row(line: DueLine, today: date) -> Row:
    """Return a due date as a row of the list."""
    due, summary = line.due, line.summary
    none = QCoreApplication.translate("DueDates", "none yet")
    guarantee = line.guarantee.number if line.guarantee is not None else ""
    colour = _colour(line)
    return Row(
        (
            summary.registration or summary.reference,
            summary.consignee_name or summary.exporter_name,
            line.regime.name(current_language()) if line.regime else regime_words(line),
            state_word(line.state),
            amount_words(line.left.packages, 0),
            amount_words(line.left.mass, 3),
            amount_words(line.left.value, due.decimals),
            guarantee or (none if line.charged else ""),
            amount_words(line.charged, due.decimals),
            day_words(due.next_day()),
            days_words(line, today),
            day_words(line.ask_by),
        ),
        colours={STATE: colour, DAYS: colour} if colour else {},
        hint=regime_words(line),
    )


def history_row(one: Recorded, decimals: int) -> Row:
    """Return one line of a due date's history."""
    said = " · ".join(
        part for part in (isolated(one.declaration) if one.declaration else "", one.remark) if part
    )
    return Row(
        (
            moment_words(one.at),
            act_word(one.act),
            day_words(one.on),
            amount_words(one.amount, decimals) if one.amount else "",
            day_words(one.due_on),
            one.by,
            said,
        )
    )


def _colour(line: DueLine) -> str:
    ours = colours(QGuiApplication.palette())
    if line.state is DueState.EXPIRED or (line.alert is not None and line.alert < 0):
        return ours.invalid
    if line.alert is not None and line.alert <= _SOON:
        return ours.warning
    done = {DueState.DISCHARGED, DueState.CLAIMED, DueState.REFUNDED}
    return ours.good if line.state in done else ""
