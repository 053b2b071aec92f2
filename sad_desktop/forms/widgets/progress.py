"""The progress of work beside the screen: a line that appears when it takes long, with Cancel."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

PATIENCE_MS = 400


class ProgressLine(QWidget):
    """Shows one piece of work; hidden until it has taken 400 ms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cancel: Callable[[], None] | None = None
        self.title = QLabel()
        self.bar = QProgressBar()
        self.bar.setMaximumWidth(160)
        self.bar.setTextVisible(False)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)  # Enter is for the dialog's own button
        self.cancel_button.clicked.connect(self._on_cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.addWidget(self.title)
        layout.addWidget(self.bar)
        layout.addWidget(self.cancel_button)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.hide()

    def begin(self, title: str, cancel: Callable[[], None] | None) -> None:
        """Tell that work began; without ``cancel`` it cannot be stopped."""
        self.title.setText(title)
        self.bar.setAccessibleName(title)
        self.bar.setRange(0, 0)
        self._cancel = cancel
        self.cancel_button.setVisible(cancel is not None)
        self.cancel_button.setEnabled(True)
        self._patience.start()

    def advance(self, done: int, total: int) -> None:
        """Show how much is done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def end(self) -> None:
        """Tell that work is over."""
        self._patience.stop()
        self._cancel = None
        self.hide()

    def _on_cancel(self) -> None:
        cancel = self._cancel
        self.end()
        if cancel is not None:
            cancel()
