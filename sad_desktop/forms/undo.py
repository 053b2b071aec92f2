"""Undo: one command of Qt's stack for each action of the clerk."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from sad_desktop.declaration.edits import Edit

Apply = Callable[[tuple[Edit, ...]], None]


class EditCommand(QUndoCommand):
    """The edits of one action: what was typed and what followed from it."""

    def __init__(self, title: str, edits: tuple[Edit, ...], apply: Apply) -> None:
        super().__init__(title)
        self._edits = edits
        self._apply = apply

    def redo(self) -> None:
        """Do the edits, the cause first."""
        self._apply(self._edits)

    def undo(self) -> None:
        """Take the edits back, the consequences first."""
        self._apply(tuple(edit.inverted() for edit in reversed(self._edits)))
