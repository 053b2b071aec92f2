"""Offers what follows the ended tariff lines of a declaration when it is opened."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.errors import UserError
from sad_desktop.forms.asking import Asking
from sad_desktop.forms.document import Document
from sad_desktop.forms.language import in_desk_direction, isolated
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.successors import Ended, Successors, ended_lines, values

_LONGEST = 60


class SuccessorOffers(QObject):
    """Looks at every declaration that is opened, once each."""

    def __init__(self, window: QWidget, opened: OpenedDeclarations, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._opened = opened
        self._successors = Successors(opened.office.workspace)
        self._offered: set[str] = set()
        self.dialog: SuccessorsDialog | None = None
        opened.opened.connect(self._on_opened)

    def _on_opened(self, document: Document) -> None:
        if document.document_id in self._offered or not document.is_editable:
            return
        self._offered.add(document.document_id)
        ended = ended_lines(document.draft, document.desk.book, document.desk.on)
        if not ended:
            return
        importer = document.draft.declaration.consignee_code
        offer = partial(self._offer, document, ended)
        asking = Asking(self._opened.office.tasks, lambda _error: offer({}))
        asking.ask(lambda: self._successors.remembered(importer, ended), offer)

    def _offer(
        self, document: Document, ended: tuple[Ended, ...], known: Mapping[tuple[str, str], str]
    ) -> None:
        if document not in self._opened.documents:
            return
        self.dialog = SuccessorsDialog(ended, known, document.desk.language, self._window)
        self.dialog.chosen.connect(partial(self._on_chosen, document))
        self.dialog.open()

    def _on_chosen(self, document: Document, chosen: list[tuple[Ended, str]]) -> None:
        title = self.tr("Successors of ended tariff lines")
        places = [pair for ended, code in chosen for pair in values(ended, code)]
        current = document.draft
        document.put_all(
            ((place, code) for place, code in places if code or current.value(place)), title
        )
        importer = current.declaration.consignee_code
        codes = {ended.product: code for ended, code in chosen}
        asking = Asking(self._opened.office.tasks, self._fail)
        asking.ask(lambda: self._successors.remember(importer, codes), lambda _nothing: None)

    def _fail(self, error: UserError) -> None:
        self._opened.failed.emit(error)


class SuccessorsDialog(QDialog):
    """One row per ended code and product. ``chosen`` carries pairs of Ended and the new code."""

    chosen = Signal(object)

    def __init__(
        self,
        ended: tuple[Ended, ...],
        known: Mapping[tuple[str, str], str],
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._ended = ended
        self._language = language
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Tariff lines that are in force no more"))
        self.resize(820, 360)
        self.choices = [self._choice(one, known.get(one.product, "")) for one in ended]
        layout = QVBoxLayout(self)
        layout.addWidget(
            Sentence(
                self.tr(
                    "These codes are no longer in the tariff of the day. Choose what follows "
                    "each of them; one undo takes all of it back."
                ),
                Tone.PLAIN,
            )
        )
        layout.addWidget(self._table(), 1)
        buttons = QDialogButtonBox(self)
        take = buttons.addButton(self.tr("&Take"), QDialogButtonBox.ButtonRole.AcceptRole)
        back = buttons.addButton(self.tr("&Return"), QDialogButtonBox.ButtonRole.RejectRole)
        take.setDefault(True)
        back.setAutoDefault(False)
        take.clicked.connect(self._on_taken)
        back.clicked.connect(self.reject)
        self.take_button = take
        layout.addWidget(buttons)

    def _table(self) -> QScrollArea:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setColumnStretch(2, 1)
        titles = (self.tr("Items"), self.tr("Ended code"), self.tr("Goods"), self.tr("From now on"))
        for column, title in enumerate(titles):
            grid.addWidget(QLabel(title), 0, column)
        for row, (one, choice) in enumerate(zip(self._ended, self.choices, strict=True), 1):
            count = self.tr("{count} items").format(count=len(one.items))
            items = count if len(one.items) > 1 else str(one.items[0])
            for column, text in enumerate((items, one.former_code, one.goods)):
                label = QLabel(in_desk_direction(isolated(_short(text))))
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setToolTip(text)
                grid.addWidget(label, row, column)
            grid.addWidget(choice, row, len(titles) - 1)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _choice(self, ended: Ended, known: str) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(
            self.tr("What follows {code}").format(code=isolated(ended.former_code))
        )
        choice.addItem(self.tr("leave it"), "")
        for line in ended.successors:
            said = f"{line.code}  {isolated(_short(line.description(self._language)))}"
            choice.addItem(said, line.code)
        only = ended.successors[0].code if len(ended.successors) == 1 else ""
        choice.setCurrentIndex(max(choice.findData(known or only), 0))
        return choice

    def _on_taken(self) -> None:
        pairs = [
            (one, code)
            for one, choice in zip(self._ended, self.choices, strict=True)
            if (code := str(choice.currentData() or ""))
        ]
        self.accept()
        if pairs:
            self.chosen.emit(pairs)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
