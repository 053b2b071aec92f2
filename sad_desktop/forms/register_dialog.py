"""Registering: the warnings nobody stands by yet, and customs' number, in one question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from sad_desktop.brokerage.life import Numbered, Step
from sad_desktop.declaration.draft import Place
from sad_desktop.forms.document import Document
from sad_desktop.forms.findings_panel import FindingsPanel
from sad_desktop.forms.register_refresh import RegisterRefresh
from sad_desktop.forms.step_dialog import NumberDialog
from sad_desktop.services.acknowledgements import unacknowledged
from sad_desktop.validation.findings import Severity

_WIDTH, _HEIGHT = 860, 460


class RegisterDialog(NumberDialog):
    """Asks for customs' number, and before it for the warnings that wait.

    Space acknowledges the warning under the cursor and goes on to the next; after the last the
    cursor stands in the number. ``jump_requested`` carries the place of a finding to correct,
    ``open_requested`` the id of another declaration to look at first.
    """

    jump_requested = Signal(Place)
    open_requested = Signal(str)

    def __init__(
        self,
        document: Document,
        office: RegisterRefresh,
        proposed: Numbered,
        texts: tuple[str, str],
        parent: QWidget,
    ) -> None:
        super().__init__(Step.REGISTER, texts[0], proposed, texts[1], parent)
        self._document = document
        self.warnings = FindingsPanel(document.desk.language, self)
        self.warnings.show_as_list()
        self.warnings.view.setAccessibleName(self.tr("Warnings that wait for you"))
        self.warnings.acknowledge_requested.connect(
            lambda finding: office.acknowledge(document, finding)
        )
        self.warnings.open_requested.connect(self._go_to_case)
        self.warnings.view.doubleClicked.connect(self._go_to_box)
        self.insert_above(self.warnings)
        document.assessed.connect(self._refresh)
        self._waiting = -1
        self._refresh()
        if self._waiting:
            self.resize(_WIDTH, _HEIGHT)
        else:
            self.warnings.hide()
        if document.draft.status.is_unregistered:
            return
        for line in (self.serial, self.number, self.day):
            line.setReadOnly(True)  # an amended declaration keeps its number

    def showEvent(self, event: QShowEvent) -> None:
        """Stand on the first warning that waits, else in the number."""
        super().showEvent(event)
        if self._waiting:
            self.warnings.go_to_next_warning()
            self.warnings.view.setFocus()

    def _refresh(self) -> None:
        document = self._document
        warnings = tuple(one for one in document.findings if one.severity is Severity.WARNING)
        self.warnings.show_findings(warnings, document.acknowledged)
        former, self._waiting = (
            self._waiting,
            len(unacknowledged(warnings, document.acknowledged)),
        )
        if self._waiting:
            self.warnings.setVisible(True)
        elif former > 0:
            self.fault.hide()
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_taken(self) -> None:
        if not self._waiting:
            super()._on_taken()
            return
        self.warnings.go_to_next_warning()
        self.refuse(
            self.tr("Warnings wait for you: %n. Space acknowledges each one.", "", self._waiting),
            self.warnings.view,
        )

    def _go_to_box(self) -> None:
        finding = self.warnings.current()
        if finding is not None:
            self.reject()
            self.jump_requested.emit(finding.place)

    def _go_to_case(self, declaration_id: str) -> None:
        self.reject()
        self.open_requested.emit(declaration_id)
