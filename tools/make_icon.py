"""Draw the program's icon into resources/icons: PNG for Linux, ICO for Windows, ICNS for macOS."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen

FOLDER = Path(__file__).resolve().parents[1] / "resources/icons"
SIZE = 1024
GREEN, PAPER, WASH = QColor("#1d6b43"), QColor("#ffffff"), QColor("#cfe5d8")


def draw() -> QImage:
    """Return a sheet of boxes with a stamp on it."""
    picture = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(GREEN)
    painter.drawRoundedRect(QRectF(40, 40, 944, 944), 190, 190)
    painter.setBrush(PAPER)
    painter.drawRoundedRect(QRectF(230, 150, 564, 724), 36, 36)
    painter.setBrush(WASH)
    painter.drawRect(QRectF(230, 250, 564, 120))
    painter.setPen(QPen(GREEN, 22))
    for y in (250, 370, 490, 610, 730):
        painter.drawLine(230, y, 794, y)
    painter.drawLine(512, 370, 512, 874)
    painter.setBrush(GREEN)
    painter.setPen(QPen(PAPER, 26))
    painter.drawEllipse(QRectF(560, 600, 330, 330))
    tick = QPainterPath()
    tick.moveTo(645, 768)
    tick.lineTo(708, 832)
    tick.lineTo(812, 706)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(PAPER, 48, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPath(tick)
    painter.end()
    return picture


def main() -> int:
    """Draw once, and save each format from it."""
    application = QGuiApplication(sys.argv[:1])
    FOLDER.mkdir(parents=True, exist_ok=True)
    large = FOLDER / "large.png"
    draw().save(str(large))
    picture = Image.open(large)
    picture.resize((256, 256), Image.Resampling.LANCZOS).save(FOLDER / "sad-desktop.png")
    sizes = [(size, size) for size in (16, 24, 32, 48, 64, 128, 256)]
    picture.save(FOLDER / "sad-desktop.ico", sizes=sizes)
    picture.resize((512, 512), Image.Resampling.LANCZOS).save(FOLDER / "sad-desktop.icns")
    large.unlink()
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
