"""The findings of the open declaration: what is wrong, where, and a way there."""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from itertools import chain
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.acknowledgements import Acknowledgement, Stated
from sad_desktop.declaration.draft import Place
from sad_desktop.forms.language import isolated, translate_finding
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.row_list import list_of_rows
from sad_desktop.forms.widgets.search_line import choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.severity import (
    severity_colour,
    severity_icon,
    severity_plural,
    severity_word,
)
from sad_desktop.services.acknowledgements import stated
from sad_desktop.validation.findings import Finding, Severity

Index = QModelIndex | QPersistentModelIndex

SEVERITY, BOX, ITEM, ACKNOWLEDGED, SENTENCE = range(5)
_NO_INDEX = QModelIndex()


class FindingsModel(QAbstractTableModel):
    """The findings shown, in the order of the form."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._findings: tuple[Finding, ...] = ()
        self._acknowledged: dict[Stated, Acknowledgement] = {}
        self._icons: dict[Severity, QIcon] = {}
        self._titles = (
            self.tr("Severity"),
            self.tr("Box"),
            self.tr("Item"),
            self.tr("Acknowledged"),
            self.tr("What is wrong and what to do"),
        )

    def show(
        self, findings: tuple[Finding, ...], acknowledged: Iterable[Acknowledgement] = ()
    ) -> None:
        """Show other findings; the same ones again leave cursor and scroll bar alone."""
        kept = {one.stated: one for one in acknowledged}
        if findings == self._findings:
            if kept != self._acknowledged:
                self._acknowledged = kept
                self._tell_all_changed()
            return
        self.beginResetModel()
        self._findings = findings
        self._acknowledged = kept
        self._icons.clear()
        self.endResetModel()

    def acknowledgement(self, finding: Finding) -> Acknowledgement | None:
        """Return who stands by a warning; None for every other finding."""
        if finding.severity is not Severity.WARNING:
            return None
        return self._acknowledged.get(stated(finding))

    def next_open_warning(self, row: int) -> int:
        """Return the row of the next warning nobody stands by, from a row on; -1 for none."""
        for other in chain(range(row, len(self._findings)), range(row)):
            finding = self._findings[other]
            if finding.severity is Severity.WARNING and self.acknowledgement(finding) is None:
                return other
        return -1

    def _tell_all_changed(self) -> None:
        if self._findings:
            last = self.index(len(self._findings) - 1, len(self._titles) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def forget_icons(self) -> None:
        """Draw the shapes again when next shown."""
        self._icons.clear()

    def finding(self, row: int) -> Finding:
        """Return the finding of a row."""
        return self._findings[row]

    def row_of(self, finding: Finding) -> int:
        """Return the row of a finding, or of the one of its rule at its place; -1 for none."""
        for row, other in enumerate(self._findings):
            if (other.code, other.place) == (finding.code, finding.place):
                return row
        return -1

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of findings shown."""
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, shape and colour of a cell."""
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(finding, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == SENTENCE:
            return f"{severity_word(finding.severity)}: {translate_finding(finding)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(finding, index.column())
        ours = colours(QGuiApplication.palette())
        if role == Qt.ItemDataRole.ForegroundRole and self.acknowledgement(finding) is not None:
            return QBrush(QColor(ours.computed))
        if index.column() != SEVERITY:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(finding.severity)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(QColor(severity_colour(finding.severity, ours)))
        return None

    def _text(self, finding: Finding, column: int) -> str:
        if column == SEVERITY:
            return severity_word(finding.severity)
        if column == BOX:
            return finding.box
        if column == ITEM:
            return str(finding.number) if finding.number else ""
        if column == ACKNOWLEDGED:
            own = self.acknowledgement(finding)
            return f"✓ {isolated(own.user)}" if own is not None else ""
        return translate_finding(finding)

    def _hint(self, finding: Finding, column: int) -> str:
        if column == BOX:
            return finding.place.definition().title(self._language)
        if column == ACKNOWLEDGED:
            return self.spoken_acknowledgement(finding)
        return finding.code if column == SEVERITY else translate_finding(finding)

    def spoken_acknowledgement(self, finding: Finding) -> str:
        """Return who stands by a warning since when, in a sentence; "" for nobody."""
        own = self.acknowledgement(finding)
        if own is None:
            return ""
        moment = own.at.astimezone().strftime("%d/%m/%Y %H:%M")
        said = self.tr("Acknowledged by {user} on {moment}.")
        return said.format(user=isolated(own.user), moment=isolated(moment))

    def _icon(self, severity: Severity) -> QIcon:
        if severity not in self._icons:
            self._icons[severity] = severity_icon(severity, colours(QGuiApplication.palette()))
        return self._icons[severity]


class FindingsPanel(QWidget):
    """Shows findings; ``language`` is that of the box titles.

    Signals: ``jump_requested`` with the place of the finding that was picked,
    ``acknowledge_requested`` with a warning to acknowledge, or to take that back,
    ``open_requested`` with the id of another declaration a finding rests on.
    """

    jump_requested = Signal(Place)
    acknowledge_requested = Signal(object)
    open_requested = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self._acknowledged: tuple[Acknowledgement, ...] = ()
        self.model = FindingsModel(language, self)
        self.filters = {severity: self._make_filter(severity) for severity in Severity}
        self.view = self._make_view()
        self.full = Sentence(tone=Tone.PLAIN)
        self.full.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.full.setAccessibleName(self.tr("The finding in full"))
        bar = QHBoxLayout()
        bar.setContentsMargins(6, 4, 6, 0)
        for button in self.filters.values():
            bar.addWidget(button)
        bar.addStretch(1)
        self.cases_button = self._make_cases()
        bar.addWidget(self.cases_button)
        self.acknowledge_button = self._make_acknowledge()
        bar.addWidget(self.acknowledge_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.full)
        self.full.setContentsMargins(8, 2, 8, 6)
        self.setFocusProxy(self.view)
        self.show_findings(())

    def show_findings(
        self, findings: Iterable[Finding], acknowledged: Iterable[Acknowledgement] = ()
    ) -> None:
        """Show the findings of a declaration; the one that was selected stays so."""
        self._findings = tuple(findings)
        self._acknowledged = tuple(acknowledged)
        counted = self.counts()
        for severity, button in self.filters.items():
            number = counted[severity]
            button.setText(f"{severity_plural(severity)}  {number}")
            button.setEnabled(bool(number))
        self._refresh()

    def show_none_open(self) -> None:
        """Show nothing and praise nothing: no declaration is open."""
        self.show_findings(())
        self.full.say("")

    def counts(self) -> Counter[Severity]:
        """Return how many findings there are of each severity, shown or not."""
        return Counter(finding.severity for finding in self._findings)

    def current(self) -> Finding | None:
        """Return the finding the cursor is on."""
        index = self.view.currentIndex()
        return self.model.finding(index.row()) if index.isValid() else None

    def show_only(self, *severities: Severity) -> None:
        """Show findings of some severities; of all when none is named."""
        for severity, button in self.filters.items():
            button.setChecked(not severities or severity in severities)

    def show_as_list(self) -> None:
        """Leave the choice of severities out: the caller shows what there is to read."""
        for button in self.filters.values():
            button.hide()

    def go_to_next_warning(self) -> None:
        """Stand on the next warning nobody stands by, from the cursor on."""
        row = self.model.next_open_warning(max(self.view.currentIndex().row(), 0))
        if row >= 0:
            choose_row(self.view, row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Acknowledge with Space, open an earlier declaration with O."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            run = {Qt.Key.Key_Space: self._acknowledge, Qt.Key.Key_O: self._show_cases}.get(
                Qt.Key(event.key())
            )
            if run is not None and not event.modifiers():
                run()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "filters"):
            for severity, button in self.filters.items():
                button.setIcon(severity_icon(severity, colours(self.palette())))
            self.model.forget_icons()

    def _make_filter(self, severity: Severity) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setChecked(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(severity_icon(severity, colours(self.palette())))
        button.setToolTip(self.tr("Show or hide these findings"))
        button.toggled.connect(lambda _checked: self._refresh())
        return button

    def _make_acknowledge(self) -> QToolButton:
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setText(self.tr("Acknowledge (Space)"))
        button.setToolTip(
            self.tr("Stand by the warning until its values change; once more takes it back")
        )
        button.clicked.connect(self._acknowledge)
        return button

    def _make_cases(self) -> QToolButton:
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setText(self.tr("Earlier declarations (O)"))
        button.setToolTip(self.tr("Open a declaration this finding rests on"))
        button.clicked.connect(self._show_cases)
        button.hide()
        return button

    def _show_cases(self) -> None:
        """Open the declaration the current finding rests on, or let one of several be chosen."""
        finding = self.current()
        cases = finding.cases if finding is not None else ()
        if len(cases) == 1:
            self.open_requested.emit(cases[0].id)
        elif cases:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for case in cases:
                choose = menu.addAction(isolated(case.title))
                choose.triggered.connect(partial(self.open_requested.emit, case.id))
            menu.popup(self.cases_button.mapToGlobal(self.cases_button.rect().bottomLeft()))
            menu.setActiveAction(menu.actions()[0])

    def _make_view(self) -> QTableView:
        view = list_of_rows(self.model, self.tr("Findings"))
        view.horizontalHeader().setStretchLastSection(True)
        view.installEventFilter(self)
        for column, sample in (
            (SEVERITY, "MMMMMMMMM"),
            (BOX, "44.44W"),
            (ITEM, "9999W"),
            (ACKNOWLEDGED, "✓ MMMMMMMM"),
        ):
            view.setColumnWidth(column, self.fontMetrics().horizontalAdvance(sample) + 26)
        view.activated.connect(self._on_view_activated)
        view.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        return view

    def _refresh(self) -> None:
        kept = self.current()
        wanted = {severity for severity, button in self.filters.items() if button.isChecked()}
        shown = tuple(one for one in self._findings if one.severity in wanted)
        self.model.show(shown, self._acknowledged)
        row = self.model.row_of(kept) if kept is not None else -1
        if row >= 0:
            choose_row(self.view, row)
        self._show_current()

    def _show_current(self) -> None:
        finding = self.current()
        is_warning = finding is not None and finding.severity is Severity.WARNING
        self.acknowledge_button.setEnabled(is_warning)
        self.cases_button.setVisible(finding is not None and bool(finding.cases))
        if finding is not None:
            said = (translate_finding(finding), self.model.spoken_acknowledgement(finding))
            self.full.say(" ".join(filter(None, said)), Tone.PLAIN)
        elif not self._findings:
            self.full.say(self.tr("Nothing is wrong with this declaration."))
        elif not self.model.rowCount():
            self.full.say(self.tr("All findings are hidden: tick a kind of finding above."))
        else:
            self.full.say(self.tr("Enter or a double click on a finding goes to its box."))

    def _on_view_activated(self, index: QModelIndex) -> None:
        self.jump_requested.emit(self.model.finding(index.row()).place)

    def _acknowledge(self) -> None:
        """Acknowledge the current warning and go on to the next open one, or take it back."""
        finding = self.current()
        if finding is None or finding.severity is not Severity.WARNING:
            return
        is_open = self.model.acknowledgement(finding) is None
        self.acknowledge_requested.emit(finding)
        row = self.model.next_open_warning(self.view.currentIndex().row() + 1)
        if is_open and row >= 0:
            choose_row(self.view, row)
