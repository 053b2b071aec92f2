"""The strip at the form's edge: which copy this is, and codes that say whose sheet it is."""

from sad_desktop.printing.edition import Edition
from sad_desktop.printing.marks import Barcode, Direction, Mark, Qr, Style, Text
from sad_desktop.printing.seal import Seal
from sad_desktop.printing.sheet import Rect, Sheet
from sad_desktop.printing.words import word

_NUMBER = Style(size_pt=15, bold=True)
_TITLE = Style(size_pt=6.2)
_NUMBER_HEIGHT = 8.0
_QR = 9.6
_BARS = 4.6


def strip_marks(
    sheet: Sheet, edition: Edition, copy: int, declaration_type: str, seal: Seal
) -> tuple[Mark, ...]:
    """Return what stands in the strip; ``copy`` 0 is a print that is no numbered copy."""
    place = next(edition.place(box.rect) for box in sheet.boxes if box.id == "strip")
    top = Rect(place.x, place.y, place.width, _NUMBER_HEIGHT)
    marks: list[Mark] = [_number(top, str(copy) if copy else declaration_type)]
    code = Rect(place.x + (place.width - _QR) / 2, place.y + place.height - _QR - 0.3, _QR, _QR)
    marks.append(Qr(x=code.x, y=code.y, size=_QR, text=f"SAD {seal.line}", key="qr"))
    middle = Rect(place.x, place.y + _NUMBER_HEIGHT, place.width, code.y - place.y - _NUMBER_HEIGHT)
    if middle.height < 2 * _QR:
        return tuple(marks)
    return (*marks, *_titles(middle, edition, copy), *_bars(middle, seal))


def _number(area: Rect, text: str) -> Text:
    return Text(
        x=area.x,
        y=area.y,
        width=area.width,
        height=area.height,
        text=text,
        style=_NUMBER,
        align="centre",
        anchor="middle",
        key="copy",
    )


def _titles(area: Rect, edition: Edition, copy: int) -> list[Mark]:
    """Return the copy's title, read from bottom to top, in one or two languages."""
    title = word(str(copy), "copies") if copy else word("declaration")
    width = area.width - _BARS - 1.0
    height = area.height - 2.0
    marks: list[Mark] = []
    wanted: list[tuple[str, Direction]] = [(title.en, "ltr"), (title.ar, "rtl")]
    if edition is not Edition.BOTH:
        wanted = [wanted[1] if edition is Edition.ARABIC else wanted[0]]
    for text, direction in wanted:
        marks.append(
            Text(
                x=area.x + 0.4,
                y=area.y + 1.0,
                width=width,
                height=height,
                text=text,
                style=_TITLE,
                align="right" if marks else "left",
                anchor="middle",
                angle=90,
                direction=direction,
                key="copy.title",
            )
        )
    return marks


def _bars(area: Rect, seal: Seal) -> list[Mark]:
    if not seal.line:
        return []
    return [
        Barcode(
            x=area.x + area.width - _BARS - 0.6,
            y=area.y,
            width=_BARS,
            height=area.height - 1.0,
            text=seal.line,
            angle=90,
            key="barcode",
        )
    ]
