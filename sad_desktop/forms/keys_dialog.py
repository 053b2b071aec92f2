"""Help > Keys: every key of the desk, each changeable but those of the boxes themselves."""

from collections.abc import Container, Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.forms.keys import KEYS, KeyDef, KeyGroup, holder_of, shortcuts, shown
from sad_desktop.forms.language import isolated
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.tariff.lookup import normalise

_ID = Qt.ItemDataRole.UserRole
_BY_ID = {key.id: key for key in KEYS}


class KeysDialog(QDialog):
    """Lists the keys. ``changed`` carries the user's own shortcuts by command id, at each change.

    ``present`` are the commands this window has; all when it is left out. A key that already
    means something is refused, with the name of what it means.
    """

    changed = Signal(dict)

    def __init__(
        self,
        changes: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        present: Container[str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys = tuple(
            key for key in KEYS if present is None or key.is_fixed or key.id in present
        )
        self._changes = {key: value for key, value in changes.items() if key in _BY_ID}
        self._headlines: list[QTreeWidgetItem] = []
        self._rows: list[QTreeWidgetItem] = []
        self.setWindowTitle(self.tr("Keys"))
        self.setMinimumSize(560, 600)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search a command or a key"))
        self.search.setAccessibleName(self.tr("Search a command or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search_changed)
        self.tree = self._make_tree()
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.editingFinished.connect(self._on_edit_finished)
        self.none_button = QPushButton(self.tr("&No key"))
        self.none_button.clicked.connect(self._on_none)
        self.reset_button = QPushButton(self.tr("&Default"))
        self.reset_button.clicked.connect(self._on_reset)
        self.label = QLabel()
        self.label.setBuddy(self.edit)
        self.said = Sentence()
        self._lay_out()
        self._fill()
        self.tree.currentItemChanged.connect(lambda *_: self._show_current())
        self.tree.setCurrentItem(self._rows[0])
        self.search.setFocus()

    def changes(self) -> dict[str, str]:
        """Return the user's own shortcuts by command id."""
        return dict(self._changes)

    def select(self, key_id: str) -> None:
        """Put the cursor on a command."""
        for item in self._rows:
            if item.data(0, _ID) == key_id:
                self.tree.setCurrentItem(item)

    def current(self) -> KeyDef | None:
        """Return the command under the cursor; None on a headline."""
        item = self.tree.currentItem()
        return _BY_ID.get(item.data(0, _ID)) if item is not None else None

    def set_shortcut(self, key_id: str, shortcut: str) -> bool:
        """Give a command another key; False, and a sentence, when the key is taken."""
        holder = holder_of(shortcut, self._changes)
        if holder is not None and holder.id != key_id:
            sentence = self.tr("{key} already means “{command}”.")
            sentence = sentence.format(
                key=isolated(shown(shortcut)), command=isolated(holder.title())
            )
            self.said.say(sentence, Tone.WRONG)
            return False
        self.said.say("")
        if shortcut == _BY_ID[key_id].shortcut:
            self._changes.pop(key_id, None)
        else:
            self._changes[key_id] = shortcut
        self._refresh_keys()
        self.changed.emit(self.changes())
        return True

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setColumnCount(2)
        tree.setHeaderLabels([self.tr("Command"), self.tr("Key")])
        tree.setAccessibleName(self.tr("Commands and their keys"))
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        tree.setIndentation(12)
        tree.setUniformRowHeights(True)
        tree.setTabKeyNavigation(False)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return tree

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.label)
        row.addWidget(self.edit, 1)
        row.addWidget(self.none_button)
        row.addWidget(self.reset_button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        all_back = buttons.addButton(
            self.tr("&All defaults"), QDialogButtonBox.ButtonRole.ResetRole
        )
        all_back.clicked.connect(self._on_reset_all)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        for button in (self.none_button, self.reset_button):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row)
        layout.addWidget(self.said)
        layout.addWidget(buttons)

    def _fill(self) -> None:
        for group in KeyGroup:
            headline = QTreeWidgetItem([QCoreApplication.translate("Key", group.value)])
            headline.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = self.font()
            font.setBold(True)
            headline.setFont(0, font)
            self.tree.addTopLevelItem(headline)
            self._headlines.append(headline)
            headline.setFirstColumnSpanned(True)
            for key in self._keys:
                if key.group is group:
                    item = QTreeWidgetItem([key.title()])
                    item.setData(0, _ID, key.id)
                    headline.addChild(item)
                    self._rows.append(item)
            headline.setExpanded(True)
            headline.setHidden(not headline.childCount())
        self._refresh_keys()

    def _refresh_keys(self) -> None:
        current = shortcuts(self._changes)
        for item in self._rows:
            key = _BY_ID[item.data(0, _ID)]
            item.setText(1, shown(current[key.id]))
            font = self.font()
            font.setBold(key.id in self._changes)
            item.setFont(1, font)
            item.setToolTip(1, self.tr("Changed by you") if key.id in self._changes else "")
            if key.is_fixed:
                item.setForeground(1, self.palette().placeholderText())

    def _show_current(self) -> None:
        key = self.current()
        self.said.say("")
        is_changeable = key is not None and not key.is_fixed
        self.edit.setEnabled(is_changeable)
        self.none_button.setEnabled(is_changeable)
        self.reset_button.setEnabled(is_changeable)
        self.label.setText(self.tr("Key:"))
        self.edit.clear()
        if key is not None:
            self.edit.setKeySequence(QKeySequence(shortcuts(self._changes)[key.id]))
            self.edit.setAccessibleName(self.tr("Key of “{command}”").format(command=key.title()))
            if key.is_fixed:
                self.said.say(self.tr("This key belongs to the box itself and stays as it is."))

    def _on_none(self) -> None:
        key = self.current()
        if key is not None and self.set_shortcut(key.id, ""):
            self._show_current()

    def _on_edit_finished(self) -> None:
        key = self.current()
        typed = self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if key is None or typed == shortcuts(self._changes)[key.id]:
            return
        if not self.set_shortcut(key.id, typed):
            said = self.said.text()
            self._show_current()
            self.said.say(said, Tone.WRONG)

    def _on_reset(self) -> None:
        key = self.current()
        if key is not None and not key.is_fixed and self.set_shortcut(key.id, key.shortcut):
            self._show_current()

    def _on_reset_all(self) -> None:
        self._changes.clear()
        self._refresh_keys()
        self._show_current()
        self.changed.emit({})

    def _on_search_changed(self, typed: str) -> None:
        wanted = normalise(typed)
        first: QTreeWidgetItem | None = None
        for item in self._rows:
            hay = normalise(f"{item.text(0)} {item.text(1)}")
            item.setHidden(wanted not in hay)
            if first is None and not item.isHidden():
                first = item
        shown_under = {id(item.parent()) for item in self._rows if not item.isHidden()}
        for headline in self._headlines:
            headline.setHidden(id(headline) not in shown_under)
        if first is not None:
            self.tree.setCurrentItem(first)
