"""Two versions of a declaration side by side: what an amendment changed, field by field."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.history import Change, Operation, compared
from sad_desktop.brokerage.life import Frozen
from sad_desktop.declaration.draft import Draft
from sad_desktop.forms.history_words import moment_words, operation_word
from sad_desktop.forms.language import isolated
from sad_desktop.forms.widgets.changes_table import ChangesTable
from sad_desktop.forms.widgets.sentence import Sentence, Tone


@dataclass(frozen=True, slots=True)
class _Version:
    """A version that may be chosen."""

    title: str
    draft: Draft


class VersionsDialog(QDialog):
    """Compares any two of the versions kept, and the declaration as it stands on the desk."""

    def __init__(
        self, kept: tuple[Frozen, ...], now: Draft, language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Versions of the declaration"))
        self.resize(900, 560)
        self._versions = [_Version(self._title(one), one.draft) for one in kept]
        self._versions.append(_Version(self.tr("As it stands now"), now))
        self.changes: tuple[Change, ...] = ()
        self.summary = Sentence(tone=Tone.PLAIN)
        self.table = ChangesTable(self.tr("Fields that differ"), language, self)
        self.before = self._make_choice(self.tr("Before"), _first_choice(kept))
        self.after = self._make_choice(self.tr("After"), len(self._versions) - 1)
        form = QFormLayout()
        form.addRow(self.tr("Before"), self.before)
        form.addRow(self.tr("After"), self.after)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self._compare()
        self.before.setFocus()

    def _make_choice(self, name: str, chosen: int) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.addItems([version.title for version in self._versions])
        box.setCurrentIndex(chosen)
        box.currentIndexChanged.connect(lambda _index: self._compare())
        return box

    def _title(self, version: Frozen) -> str:
        said = (
            self.tr("{number}: before the amendment of {day}, {who}")
            if version.operation is Operation.AMEND
            else self.tr("{number}: {what} {day}, {who}")
        )
        return said.format(
            number=version.number,
            what=operation_word(version.operation),
            day=isolated(moment_words(version.at)),
            who=isolated(version.by),
        )

    def _compare(self) -> None:
        before = self._versions[self.before.currentIndex()].draft
        after = self._versions[self.after.currentIndex()].draft
        self.changes = compared(before, after)
        self.table.show_changes(self.changes)
        counts = tuple(len(draft.declaration.items) for draft in (before, after))
        if not self.changes:
            self.summary.say(self.tr("The two versions do not differ."), Tone.PLAIN)
        elif counts[0] == counts[1]:
            said = self.tr("Fields that differ: {count}.")
            self.summary.say(said.format(count=len(self.changes)), Tone.PLAIN)
        else:
            said = self.tr("Fields that differ: {count}. Items: {before} before, {after} after.")
            numbers = {"count": len(self.changes), "before": counts[0], "after": counts[1]}
            self.summary.say(said.format(**numbers), Tone.PLAIN)


def _first_choice(kept: tuple[Frozen, ...]) -> int:
    """Return what one most likely compares with: before the last amendment, else the last."""
    amended = [place for place, one in enumerate(kept) if one.operation is Operation.AMEND]
    return amended[-1] if amended else max(len(kept) - 1, 0)
