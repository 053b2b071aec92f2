"""The dialog of a fault of the program: what is safe, what to do, and the report to pass on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.forms.language import isolated
from sad_desktop.forms.widgets.sentence import Sentence, Tone

AskFile = Callable[[QWidget, str], str]
"""Asks where to save; gets the parent and the proposed name, returns "" when given up."""


class CrashDialog(QDialog):
    """Tells a fault of the program and lets the report be copied or saved; nothing is sent."""

    def __init__(
        self,
        report: str,
        *,
        are_safe: bool,
        ask_file: AskFile | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._report = report
        self._ask_file = ask_file or self._ask
        self.setWindowTitle(self.tr("The program met a fault"))
        self.setMinimumSize(640, 420)
        self.said = Sentence(self._safe_text() if are_safe else self._unsafe_text(), Tone.PLAIN)
        self.outcome = Sentence(tone=Tone.PLAIN)
        self.outcome.hide()
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self._headline())
        layout.addWidget(self.said)
        layout.addWidget(self._report_view(), 1)
        layout.addWidget(self.outcome)
        layout.addWidget(self._buttons())
        self.go_on_button.setDefault(True)
        self.go_on_button.setFocus()

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
        self._tell(self.tr("The report is on the clipboard."))

    def save(self) -> None:
        """Save the report to a file the user chooses."""
        chosen = self._ask_file(self, "sad-desktop-report.txt")
        if not chosen:
            return
        try:
            Path(chosen).write_text(self._report, encoding="utf-8")
        except OSError as error:
            sentence = self.tr("The report could not be saved as {file}: {reason}. Copy it.")
            reason = isolated(error.strerror or str(error))
            self._tell(sentence.format(file=isolated(chosen), reason=reason))
            return
        self._tell(self.tr("The report is saved as {file}.").format(file=isolated(chosen)))

    def _tell(self, sentence: str) -> None:
        self.outcome.say(sentence, Tone.PLAIN)
        self.outcome.show()

    def _headline(self) -> QLabel:
        headline = QLabel(self.tr("The program could not do what you just asked."))
        font = headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        headline.setFont(font)
        return headline

    def _safe_text(self) -> str:
        return self.tr(
            "Everything you keyed is safe in the recovery folder. You can go on; if the fault "
            "comes again, store your declarations and start the program anew. The report below "
            "holds nothing of your declarations: pass it on to whoever looks after the program."
        )

    def _unsafe_text(self) -> str:
        return self.tr(
            "What you keyed since the last save could not be written to the recovery folder: the "
            "disk may be full. Store your declarations now, or save them as XML on another disk, "
            "before you close the program."
        )

    def _report_view(self) -> QPlainTextEdit:
        view = QPlainTextEdit(self._report)
        view.setReadOnly(True)
        view.setTabChangesFocus(True)
        view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        view.setAccessibleName(self.tr("Report of the fault"))
        return view

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.copy_button = buttons.addButton(self.tr("&Copy the report"), role)
        self.save_button = buttons.addButton(self.tr("&Save the report…"), role)
        self.go_on_button = buttons.addButton(
            self.tr("&Go on"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self.save)
        buttons.accepted.connect(self.accept)
        return buttons

    def _ask(self, parent: QWidget, name: str) -> str:
        chosen, _ = QFileDialog.getSaveFileName(parent, self.tr("Save the report"), name)
        return chosen
