"""Undo: one command of Qt's stack for each action of the clerk."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from sad_desktop.declaration.edits import Edit

Apply = Callable[[tuple[Edit, ...]], None]
_READING = 1


class EditCommand(QUndoCommand):
    """The edits of one action: what was typed and what followed from it."""

    def __init__(self, title: str, edits: tuple[Edit, ...], apply: Apply) -> None:
        super().__init__(title)
        self.edits = edits
        self._apply = apply

    def redo(self) -> None:
        """Do the edits, the cause first."""
        self._apply(self.edits)

    def undo(self) -> None:
        """Take the edits back, the consequences first."""
        self._apply(tuple(edit.inverted() for edit in reversed(self.edits)))


class ReadCommand(EditCommand):
    """Values the program filled in were read and left: going on past several is one action."""

    def id(self) -> int:
        """Return what commands that may become one have in common."""
        return _READING

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over what was read next."""
        if not isinstance(other, ReadCommand):
            return False
        self.edits += other.edits
        return True


class ReloadCommand(EditCommand):
    """The stored version in the place of the open one: its number comes and goes with it.

    ``rebase`` is told the number left and the number taken.
    """

    def __init__(
        self,
        title: str,
        edits: tuple[Edit, ...],
        apply: Apply,
        *,
        versions: tuple[int, int],
        rebase: Callable[[int, int], None],
    ) -> None:
        super().__init__(title, edits, apply)
        self._mine, self._theirs = versions
        self._rebase = rebase

    def redo(self) -> None:
        """Put their version in."""
        self._rebase(self._mine, self._theirs)
        super().redo()

    def undo(self) -> None:
        """Bring mine back, which began with an older version: storing it is a conflict again."""
        self._rebase(self._theirs, self._mine)
        super().undo()
