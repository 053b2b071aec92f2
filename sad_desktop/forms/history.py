"""Details: where the declaration stands, which version it is, who stored it and when."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QGroupBox, QLabel, QVBoxLayout, QWidget

from sad_desktop.forms.document import Document
from sad_desktop.forms.widgets.status_words import status_word
from sad_desktop.forms.widgets.view import DocumentView


class HistoryTab(DocumentView):
    """What is known of the declaration itself; nothing is keyed here."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setAccessibleName(self.tr("Details"))
        self._stored = ("", "")
        self.facts: dict[str, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(
            self._made_box(
                self.tr("Declaration"),
                (
                    ("status", self.tr("Status")),
                    ("reference", self.tr("Reference")),
                    ("profile", self.tr("Country profile")),
                    ("law", self.tr("Law and rates of")),
                ),
            )
        )
        column.addWidget(
            self._made_box(
                self.tr("Storage"),
                (
                    ("version", self.tr("Stored version")),
                    ("stored_by", self.tr("Stored by")),
                    ("stored_at", self.tr("Stored at")),
                    ("modified", self.tr("Changes since")),
                    ("id", self.tr("Identifier")),
                ),
            )
        )
        column.addWidget(
            self._made_box(
                self.tr("Source"),
                (("source", self.tr("Read from file")), ("dialect", self.tr("Kind of file"))),
            )
        )
        column.addStretch(1)
        document.undo_stack.cleanChanged.connect(self._on_stack_clean_changed)

    def show_stored(self, by: str, at: datetime) -> None:
        """Say who stored this version and when; the moment is shown in local time."""
        self._stored = (by, at.astimezone().strftime("%d/%m/%Y %H:%M"))
        self.refresh()

    def refresh(self) -> None:
        """Show the facts again."""
        document, unknown = self.document, "–"
        source = document.draft.source
        by, at = self._stored
        changed = not document.undo_stack.isClean()
        facts = {
            "status": status_word(document.draft.status),
            "reference": document.title(),
            "profile": self._profile(),
            "law": document.desk.on.strftime("%d/%m/%Y"),
            "version": str(document.version) if document.version else self.tr("not stored yet"),
            "stored_by": by,
            "stored_at": at,
            "modified": self.tr("yes, not stored") if changed else self.tr("none"),
            "id": document.document_id,
            "source": source.name if source is not None else "",
            "dialect": source.dialect if source is not None else "",
        }
        for name, text in facts.items():
            self.facts[name].setText(text or unknown)

    def _on_stack_clean_changed(self, _clean: bool) -> None:
        self._on_document_assessed()

    def _profile(self) -> str:
        profile = self.document.desk.book.profile
        name = profile.ar if self.document.desk.language == "ar" else profile.en
        return f"{name} ({profile.code})"

    def _made_box(self, title: str, rows: tuple[tuple[str, str], ...]) -> QGroupBox:
        box = QGroupBox(title, self)
        form = QFormLayout(box)
        form.setHorizontalSpacing(16)
        # A label stands at its text's side of the room it gets: it gets no more than it needs.
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        width = self.fontMetrics().horizontalAdvance("m" * 14)
        for name, label in rows:
            fact = QLabel(box)
            fact.setAccessibleName(label)
            fact.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            caption = QLabel(label, box)
            caption.setMinimumWidth(width)
            form.addRow(caption, fact)
            self.facts[name] = fact
        return box
