"""The line above a declaration whose importer customs reproached with something (S3-088)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sad_desktop.forms.document import Document
from sad_desktop.forms.language import isolated
from sad_desktop.forms.widgets.sentence import Sentence, Tone


class ImporterBanner(QWidget):
    """Shown while offences of the importer are open; ``offences_requested`` carries its code."""

    offences_requested = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.said = Sentence("", Tone.WARNING)
        self.show_button = QPushButton(self.tr("Show them"))
        self.show_button.setAutoDefault(False)
        self.show_button.clicked.connect(
            lambda: self.offences_requested.emit(document.draft.declaration.consignee_code)
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 3, 8, 3)
        layout.addWidget(self.said, 1)
        layout.addWidget(self.show_button)
        document.assessed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how many offences of the importer are open, and the latest."""
        code = self._document.draft.declaration.consignee_code
        own = [
            one
            for one in self._document.offences
            if not one.is_settled and code and one.importer == code
        ]
        self.setVisible(bool(own))
        if own:
            latest = own[0]
            day = latest.noted_on.strftime("%d/%m/%Y") if latest.noted_on else ""
            count = self.tr("%n open offence(s) of this importer.", "", len(own))
            said = self.tr("{count} The latest, {day}: {what}")
            values = {"count": count, "day": isolated(day), "what": isolated(latest.what)}
            self.said.say(said.format(**values), Tone.WARNING)
