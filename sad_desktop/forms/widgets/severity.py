"""Severities as one sees and hears them: a shape, a colour and a word, never the colour alone."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap, QPolygonF

from sad_desktop.forms.theme import Colours
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.findings import Severity

_SIDE = 16
_SCALES = (1, 2, 3)
_WORDS = {
    Severity.ERROR: QT_TRANSLATE_NOOP("Severity", "Error"),
    Severity.WARNING: QT_TRANSLATE_NOOP("Severity", "Warning"),
    Severity.INFO: QT_TRANSLATE_NOOP("Severity", "Note"),
}
_PLURALS = {
    Severity.ERROR: QT_TRANSLATE_NOOP("Severity", "Errors"),
    Severity.WARNING: QT_TRANSLATE_NOOP("Severity", "Warnings"),
    Severity.INFO: QT_TRANSLATE_NOOP("Severity", "Notes"),
}


def severity_word(severity: Severity) -> str:
    """Return the word for one finding of a severity."""
    return QCoreApplication.translate("Severity", _WORDS[severity])


def severity_plural(severity: Severity) -> str:
    """Return the word for the findings of a severity."""
    return QCoreApplication.translate("Severity", _PLURALS[severity])


def severity_colour(severity: Severity, ours: Colours) -> str:
    """Return the colour of a severity."""
    return {
        Severity.ERROR: ours.invalid,
        Severity.WARNING: ours.warning,
        Severity.INFO: ours.focus,
    }[severity]


def severity_icon(severity: Severity, ours: Colours) -> QIcon:
    """Return a severity's shape: an octagon, a triangle or a circle; turned pale where chosen."""
    icon = QIcon()
    colour = severity_colour(severity, ours)
    palette = QGuiApplication.palette()
    chosen = palette.highlightedText().color().name(), palette.highlight().color().name()
    for scale in _SCALES:
        icon.addPixmap(_picture(severity, colour, ours.paper, scale))
        icon.addPixmap(_picture(severity, *chosen, scale), QIcon.Mode.Selected)
    return icon


def _picture(severity: Severity, colour: str, strokes: str, scale: int) -> QPixmap:
    picture = QPixmap(QSize(_SIDE, _SIDE) * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, severity, QColor(colour), QColor(strokes))
    painter.end()
    return picture


def _draw(painter: QPainter, severity: Severity, colour: QColor, paper: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    strokes = QPen(paper, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    if severity is Severity.ERROR:
        painter.drawPolygon(
            _points((5, 1), (11, 1), (15, 5), (15, 11), (11, 15), (5, 15), (1, 11), (1, 5))
        )
        painter.setPen(strokes)
        painter.drawLine(QPointF(5.3, 5.3), QPointF(10.7, 10.7))
        painter.drawLine(QPointF(10.7, 5.3), QPointF(5.3, 10.7))
    elif severity is Severity.WARNING:
        painter.drawPolygon(_points((8, 1), (15.6, 14.8), (0.4, 14.8)))
        painter.setPen(strokes)
        painter.drawLine(QPointF(8, 6), QPointF(8, 9.6))
        painter.drawPoint(QPointF(8, 12.4))
    else:
        painter.drawEllipse(QRectF(1, 1, 14, 14))
        painter.setPen(strokes)
        painter.drawLine(QPointF(8, 7.6), QPointF(8, 11.4))
        painter.drawPoint(QPointF(8, 4.6))


def _points(*corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in corners])
