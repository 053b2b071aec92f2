"""The status bar: the hint of the box, and the day, tariff and rates the desk works by."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QToolButton, QWidget

from sad_desktop.forms.language import in_desk_direction, isolated
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.severity import severity_icon, severity_plural
from sad_desktop.validation.findings import Severity

RATES_GROW_OLD = timedelta(days=7)
_COUNTED = (Severity.ERROR, Severity.WARNING)


class Keeping(StrEnum):
    """How safe the open declaration is."""

    NOTHING_OPEN = "nothing open"
    SAVED = "saved"
    CHANGED = "changed"
    RECOVERED = "recovered"
    MEMORY_ONLY = "memory only"
    WAITING = "waiting for the server"
    READ_ONLY = "read only"


class StatusLine(QStatusBar):
    """Shows what the window tells it. ``findings_requested`` when the counts are clicked.

    ``law`` is what profile and tariff were said of last.
    """

    findings_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.law: object = None
        self.hint = _Hint()
        self.hint.setAccessibleName(self.tr("About the box"))
        self.caps_lock = _part(Tone.WARNING)
        self.caps_lock.say(self.tr("Caps Lock"), Tone.WARNING)
        self.caps_lock.hide()
        self.kept = _part()
        self.profile = _part()
        self.tariff = _part()
        self.rates = _part()
        self.found = {severity: self._make_count(severity) for severity in _COUNTED}
        self.addWidget(self.hint, 1)
        for part in (
            self.caps_lock,
            self.kept,
            *self.found.values(),
            self.profile,
            self.tariff,
            self.rates,
        ):
            self.addPermanentWidget(part)
        self.show_keeping(Keeping.NOTHING_OPEN)

    def show_hint(self, sentence: str) -> None:
        """Explain the box in focus in one sentence; "" for none."""
        self.hint.show_text(sentence)

    def show_profile(self, name: str) -> None:
        """Name the country whose law applies."""
        self.profile.say(name)
        self.profile.setToolTip(self.tr("The country profile: law, lists and form in use"))

    def show_tariff(self, edition: str, dated: date | None) -> None:
        """Name the edition of the tariff and its date."""
        if not edition and dated is None:
            self.tariff.say(self.tr("No tariff loaded"), Tone.WARNING)
            return
        named = " ".join(part for part in (edition, _written(dated)) if part)
        self.tariff.say(self.tr("Tariff {edition}").format(edition=isolated(named)))

    def show_rates(self, published: date | None, on: date, *, grows_old: bool = True) -> None:
        """Show the day of the exchange rates; older than a week they are told, and amber.

        A rate fixed by law does not grow old.
        """
        if published is None:
            self.rates.say(self.tr("No exchange rates"), Tone.WARNING)
            return
        shown = isolated(_written(published))
        age = on - published
        if age <= RATES_GROW_OLD or not grows_old:
            self.rates.say(self.tr("Rates {day}").format(day=shown))
            self.rates.setToolTip("")
            return
        sentence = self.tr("Rates {day}, old")
        self.rates.say(sentence.format(day=shown), Tone.WARNING)
        hint = self.tr("The exchange rates are {days} days old: import the new ones.")
        self.rates.setToolTip(hint.format(days=age.days))

    def show_keeping(self, keeping: Keeping) -> None:
        """Show whether the open declaration is saved."""
        text, tone, hint = self._keeping_words(keeping)
        self.kept.say(text, tone)
        self.kept.setToolTip(hint)
        self.kept.setVisible(keeping is not Keeping.NOTHING_OPEN)

    def show_findings(self, counts: Mapping[Severity, int] | None) -> None:
        """Show how many findings the open declaration has; None when none is open."""
        for severity, button in self.found.items():
            number = (counts or {}).get(severity, 0)
            button.setText(str(number))
            button.setAccessibleName(f"{severity_plural(severity)}: {number}")
            button.setToolTip(f"{severity_plural(severity)}: {number}")
            button.setVisible(counts is not None)

    def show_caps_lock(self, is_on: bool) -> None:
        """Warn that letters come out large."""
        self.caps_lock.setVisible(is_on)

    def _make_count(self, severity: Severity) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(QIcon(severity_icon(severity, colours(self.palette()))))
        button.setIconSize(QSize(14, 14))
        button.clicked.connect(self.findings_requested)
        button.hide()
        return button

    def _keeping_words(self, keeping: Keeping) -> tuple[str, Tone, str]:
        if keeping is Keeping.SAVED:
            return self.tr("Saved"), Tone.QUIET, ""
        if keeping is Keeping.CHANGED:
            return (
                self.tr("Not saved"),
                Tone.PLAIN,
                self.tr("What you keyed is kept in the recovery folder until you save."),
            )
        if keeping is Keeping.RECOVERED:
            return (
                self.tr("Recovered, not saved"),
                Tone.WARNING,
                self.tr("This draft was open when the program ended: look it through and save it."),
            )
        if keeping is Keeping.MEMORY_ONLY:
            return (
                self.tr("In memory only"),
                Tone.WRONG,
                self.tr("The disk takes nothing: free some space, or save as XML elsewhere."),
            )
        if keeping is Keeping.WAITING:
            return (
                self.tr("Waits for the server"),
                Tone.WARNING,
                self.tr(
                    "The office's server does not answer. What you keyed is kept on this machine "
                    "and is saved when the server is back; go on working."
                ),
            )
        if keeping is Keeping.READ_ONLY:
            return (
                self.tr("Reads only"),
                Tone.WARNING,
                self.tr(
                    "The program is already running with this data folder: here nothing is stored."
                ),
            )
        return "", Tone.QUIET, ""


class _Hint(QLabel):
    """A sentence that gives way when the window is narrow, and then ends in three dots."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(60)

    def show_text(self, sentence: str) -> None:
        """Show a sentence."""
        self._sentence = in_desk_direction(sentence)
        self.setToolTip(sentence)
        self.setAccessibleDescription(sentence)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.contentsRect().width() - 2
        self.setText(
            self.fontMetrics().elidedText(self._sentence, Qt.TextElideMode.ElideRight, room)
        )


def _part(tone: Tone = Tone.QUIET) -> Sentence:
    part = Sentence(tone=tone)
    part.setWordWrap(False)
    part.setContentsMargins(6, 0, 6, 0)
    return part


def _written(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day is not None else ""
