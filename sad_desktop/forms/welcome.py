"""What the window shows while nothing is open: what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class Welcome(QWidget):
    """The first steps as buttons, with their keys."""

    new_requested = Signal()
    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("No declaration is open"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        title.setFont(font)
        new = QPushButton(self.tr("&New declaration (Ctrl+N)"))
        new.clicked.connect(self.new_requested)
        load = QPushButton(self.tr("&Load an XML file (Ctrl+O)"))
        load.clicked.connect(self.open_requested)
        hint = QLabel(
            self.tr(
                "Or search the document library (Ctrl+L), or drop a declaration's XML file here."
            )
        )
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(12)
        for button in (new, load):
            button.setMinimumWidth(280)
            button.setMinimumHeight(34)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(12)
        layout.addWidget(hint)
        layout.addStretch(3)
