"""The one application of the process, which the system hands files to."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication


class DeskApplication(QApplication):
    """Says ``files_asked`` with paths when macOS asks the running program to open a file.

    Other systems start the program with the path as an argument.
    """

    files_asked = Signal(object)

    def event(self, event: QEvent) -> bool:
        """Take files to be opened; the rest is Qt's."""
        if event.type() is QEvent.Type.FileOpen:
            from PySide6.QtGui import QFileOpenEvent  # start-up cost

            if isinstance(event, QFileOpenEvent) and event.file():
                self.files_asked.emit((Path(event.file()),))
                return True
        return super().event(event)
