"""Drawing the form: its rules and captions once per zoom, its field states as they change."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from sad_desktop.forms.theme import FAMILY, Colours
from sad_desktop.printing.captions import (
    CAPTION_POINTS,
    HEAD_POINTS,
    LABEL_POINTS,
    TITLE_POINTS,
    VALUE_POINTS,
    authority,
    caption_area,
    captions,
    label_areas,
    row_titles,
    shared,
    tax_heads,
)
from sad_desktop.printing.edition import Edition
from sad_desktop.printing.sheet import PAGE_HEIGHT, PAGE_WIDTH, Box, Rect, Sheet, Subject
from sad_desktop.tariff.profile import Profile

POINT = 25.4 / 72
CAPTION_FLOOR = 4.2
VALUE_FLOOR = 6.0
"""The smallest size of a value, in points, as on paper."""
_EDGE = 3.0
_LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_TRAILING = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def pixels(rect: Rect, scale: float) -> QRectF:
    """Return a rectangle in pixels; ``scale`` is pixels per mm."""
    return QRectF(rect.x * scale, rect.y * scale, rect.width * scale, rect.height * scale)


def text_font(points: float, scale: float, *, bold: bool = False) -> QFont:
    """Return the form's font at a size on paper."""
    font = QFont(FAMILY)
    font.setPixelSize(max(round(points * POINT * scale), 5))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def fitted_font(text: str, room: float, scale: float) -> QFont:
    """Return the font of a value: smaller where it has no room in so many pixels."""
    points = VALUE_POINTS
    while points > VALUE_FLOOR:
        if QFontMetricsF(text_font(points, scale)).horizontalAdvance(text) <= room:
            break
        points -= 0.5
    return text_font(points, scale)


def draw_form(
    sheet: Sheet, edition: Edition, profile: Profile, colours: Colours, scale: float, ratio: float
) -> QPixmap:
    """Return the empty form as a picture; ``ratio`` is the screen's device pixel ratio."""
    picture = QPixmap(round(PAGE_WIDTH * scale * ratio), round(PAGE_HEIGHT * scale * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(colours.paper))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _draw_cell_rules(painter, sheet, edition, colours, scale)
    for box in sheet.boxes:
        _draw_box(painter, box, edition, profile, colours, scale)
    painter.end()
    return picture


def draw_state(
    painter: QPainter,
    area: QRectF,
    colours: Colours,
    *,
    state: str,
    focused: bool,
    mirrored: bool,
    offered: bool = False,
) -> None:
    """Draw what a field's state shows behind its text, and a dotted line below an offer."""
    inner = area.adjusted(1, 1, 0, 0)
    if state == "invalid":
        painter.fillRect(inner, QColor(colours.invalid_wash))
        _edge(painter, inner, colours.invalid, mirrored=mirrored)
    elif state == "unused":
        painter.fillRect(inner, QBrush(QColor(colours.unused), Qt.BrushStyle.BDiagPattern))
    elif state == "doubtful":
        painter.fillRect(_underline(inner), QColor(colours.warning))
    elif state == "required":
        _edge(painter, inner, colours.required, mirrored=mirrored)
    if offered:
        painter.setPen(QPen(QColor(colours.computed), 1, Qt.PenStyle.DotLine))
        bottom = round(inner.bottom()) - 2
        painter.drawLine(round(inner.left()) + 4, bottom, round(inner.right()) - 3, bottom)
    if focused:
        painter.fillRect(inner, QColor(colours.focus_wash))
        painter.setPen(QPen(QColor(colours.focus), 2))
        painter.drawRect(area.adjusted(1, 1, -1, -1))


def item_areas(sheet: Sheet, slot: int, edition: Edition, scale: float) -> Iterator[QRectF]:
    """Yield the places of an item block in pixels: its tax table, and the rest of it."""
    boxes = [box for box in sheet.boxes if box.slot == slot]
    for table in (True, False):
        area = QRectF()
        for box in boxes:
            if box.id.startswith("47") is table:
                area = area.united(pixels(edition.place(box.rect), scale))
        yield area


def strike_out(painter: QPainter, area: QRectF, colours: Colours) -> None:
    """Strike an unused item block through, so that nothing is taken for keyed."""
    painter.setPen(QPen(QColor(colours.rule), 1))
    painter.drawLine(area.bottomLeft(), area.topRight())


def _edge(painter: QPainter, area: QRectF, colour: str, *, mirrored: bool) -> None:
    left = area.right() - _EDGE if mirrored else area.left()
    painter.fillRect(QRectF(left, area.top(), _EDGE, area.height()), QColor(colour))


def _underline(area: QRectF) -> QRectF:
    return QRectF(area.left(), area.bottom() - _EDGE / 2, area.width(), _EDGE / 2)


def _draw_cell_rules(
    painter: QPainter, sheet: Sheet, edition: Edition, colours: Colours, scale: float
) -> None:
    painter.setPen(QPen(QColor(colours.rule), 1))
    for cell in sheet.cells:
        if cell.subject is not Subject.BLANK:
            painter.drawRect(_snapped(pixels(edition.place(cell.rect), scale)))


def _draw_box(
    painter: QPainter,
    box: Box,
    edition: Edition,
    profile: Profile,
    colours: Colours,
    scale: float,
) -> None:
    area = pixels(edition.place(box.rect), scale)
    painter.setPen(QPen(QColor(colours.frame), 1))
    painter.drawRect(_snapped(area))
    if box.kind in ("strip", "title"):
        _draw_furniture(painter, box, area, edition, profile, colours, scale)
        return
    left, right = captions(box, edition, profile)
    painter.setPen(QColor(colours.caption))
    if box.kind == "label":
        _draw_label(painter, box, edition, left, right, scale)
        return
    first, second = _shared(caption_area(box, edition), left, right, scale)
    if left:
        _draw_caption(painter, first, left, scale)
    if right:
        _draw_caption(painter, second, right, scale, arabic=True)
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if edition.is_mirrored else Qt.LayoutDirection.LeftToRight
    )
    if box.kind == "taxtable":
        painter.setFont(text_font(HEAD_POINTS, scale))
        for place, text in tax_heads(box, edition):
            painter.drawText(pixels(place, scale), int(Qt.AlignmentFlag.AlignCenter), text)
    _draw_row_titles(painter, box, edition, scale)


def _draw_row_titles(painter: QPainter, box: Box, edition: Edition, scale: float) -> None:
    painter.setFont(text_font(HEAD_POINTS, scale))
    for place, text, is_right in row_titles(box, edition):
        flags = (_TRAILING if is_right else _LEADING) | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(pixels(place, scale), int(flags), text)


def _shared(area: Rect, left: str, right: str, scale: float) -> tuple[QRectF, QRectF]:
    """Return the parts of a strip for two captions, each by the width it would take."""
    metrics = QFontMetricsF(text_font(CAPTION_POINTS, scale))
    first, second = shared(area, metrics.horizontalAdvance(left), metrics.horizontalAdvance(right))
    return pixels(first, scale), pixels(second, scale)


def _draw_caption(
    painter: QPainter, area: QRectF, text: str, scale: float, *, arabic: bool = False
) -> None:
    """Write a caption on one line, on two where it does not fit, smaller where it must."""
    align = (_TRAILING if arabic else _LEADING) | Qt.AlignmentFlag.AlignVCenter
    _write_fitting(painter, area, text, scale, align=align, arabic=arabic, points=CAPTION_POINTS)


def _draw_label(
    painter: QPainter, box: Box, edition: Edition, left: str, right: str, scale: float
) -> None:
    """Write a tall label beside its block, wrapped."""
    top, bottom = (pixels(area, scale) for area in label_areas(box, edition, left, right))
    if left:
        _write_fitting(painter, top, left, scale, align=_LEADING, points=LABEL_POINTS)
    if right:
        _write_fitting(
            painter, bottom, right, scale, align=_TRAILING, arabic=True, points=LABEL_POINTS
        )


def _write_fitting(
    painter: QPainter,
    area: QRectF,
    text: str,
    scale: float,
    *,
    align: Qt.AlignmentFlag,
    arabic: bool = False,
    points: float,
) -> None:
    """Write a text at the greatest size at which it fits its area, wrapped where it must be."""
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if arabic else Qt.LayoutDirection.LeftToRight
    )
    flags = int(align)
    while True:
        font = text_font(points, scale, bold=points > CAPTION_POINTS)
        metrics = QFontMetricsF(font)
        single = metrics.horizontalAdvance(text) <= area.width()
        low = metrics.capHeight() * 1.5 > area.height()
        wrapped = metrics.boundingRect(area, int(Qt.TextFlag.TextWordWrap), text)
        fits = wrapped.height() <= area.height() * 1.25 and wrapped.width() <= area.width() + 0.5
        if ((single or fits) and not low) or points <= CAPTION_FLOOR:
            break
        points -= 0.2
    if not single:
        flags |= int(Qt.TextFlag.TextWordWrap)
    painter.setFont(font)
    painter.drawText(area, flags | int(Qt.TextFlag.TextDontClip), text)


def _draw_furniture(
    painter: QPainter,
    box: Box,
    area: QRectF,
    edition: Edition,
    profile: Profile,
    colours: Colours,
    scale: float,
) -> None:
    painter.setPen(QColor(colours.caption))
    if box.id == "strip":
        return
    if box.id == "BIS":
        painter.setFont(text_font(9, scale, bold=True))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), "BIS")
        return
    place = edition.place(box.rect)
    english, arabic = authority(edition, profile)
    inner = Rect(place.x + 1, place.y, place.width - 2, place.height)
    first, second = _shared(inner, english, arabic, scale)
    middle = Qt.AlignmentFlag.AlignVCenter
    _write_fitting(painter, first, english, scale, align=_LEADING | middle, points=TITLE_POINTS)
    _write_fitting(
        painter, second, arabic, scale, align=_TRAILING | middle, arabic=True, points=TITLE_POINTS
    )


def _snapped(area: QRectF) -> QRectF:
    """Return a rectangle on whole pixels, so that hairlines are even."""
    left, top = round(area.left()), round(area.top())
    return QRectF(left, top, round(area.right()) - left, round(area.bottom()) - top)
