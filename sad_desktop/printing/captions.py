"""What is printed in the boxes themselves: captions, their places, the heads of the tax table.

The screen and the paper both draw from here; each only measures letters with its own engine.
"""

from sad_desktop.declaration.fields import Kind
from sad_desktop.printing.contents import definition_of
from sad_desktop.printing.edition import Edition
from sad_desktop.printing.sheet import CAPTION_INSET, Box, Rect
from sad_desktop.printing.words import Word, word
from sad_desktop.tariff.profile import Profile

CAPTION_POINTS = 6.2
LABEL_POINTS = 5.6
TITLE_POINTS = 7.5
VALUE_POINTS = 8.0
HEAD_POINTS = 5.4
MARGIN = 0.6
"""Between a frame and the letters of a caption, in mm."""

GAP = 0.8
"""Between two captions in one strip, in mm."""

_CAPTION_HEIGHT = 4.2
_SAME_ROW = 1.0
_HEAD_FOR_TWO = 18.0  # mm: a narrower column has room for one language only


def captions(box: Box, edition: Edition, profile: Profile) -> tuple[str, str]:
    """Return a box's caption at the left and at the right, with the country's own titles."""
    title = profile.titles.get(box.number)
    is_own = title is not None and box.id == box.number
    english = title.en if title is not None and is_own else box.en
    arabic = title.ar if title is not None and is_own else box.ar
    left = f"{box.number} {english}".strip()
    right = f"{box.number} {arabic}".strip()
    if edition is Edition.ENGLISH:
        return left, ""
    if edition is Edition.ARABIC:
        return "", right
    return left, arabic if english else right


def authority(edition: Edition, profile: Profile) -> tuple[str, str]:
    """Return the title line of the form at the left and at the right."""
    english = "" if edition is Edition.ARABIC else profile.authority_en
    arabic = "" if edition is Edition.ENGLISH else profile.authority_ar
    return english, arabic


def binding(edition: Edition, profile: Profile) -> str:
    """Return what the law has stand beside an ACID, in the languages of an edition."""
    english = "" if edition is Edition.ARABIC else profile.binding_en
    arabic = "" if edition is Edition.ENGLISH else profile.binding_ar
    return "\n".join(text for text in (english, arabic) if text)


def caption_area(box: Box, edition: Edition) -> Rect:
    """Return the caption's strip: down to the first cell, and beside a cell in the same row."""
    place = edition.place(box.rect)
    tops = [cell.rect.y for cell in box.cells if cell.rect.y > box.rect.y + _SAME_ROW]
    height = (min(tops) - box.rect.y) if tops else min(box.rect.height, _CAPTION_HEIGHT)
    beside = [cell for cell in box.cells if cell.rect.y <= box.rect.y + _SAME_ROW]
    if any(cell.inset for cell in beside):
        return Rect(place.x + MARGIN, place.y, place.width - 2 * MARGIN, CAPTION_INSET)
    taken = sum(cell.rect.width for cell in beside)
    left = place.x + (taken if edition.is_mirrored else 0.0)
    return Rect(left + MARGIN, place.y, place.width - taken - 2 * MARGIN, height)


def label_areas(box: Box, edition: Edition, left: str, right: str) -> tuple[Rect, Rect]:
    """Return where the two texts of a tall label stand, one over the other."""
    place = edition.place(box.rect)
    x, y = place.x + MARGIN, place.y + MARGIN
    width, height = place.width - 2 * MARGIN, place.height - 2 * MARGIN
    if not (left and right):
        return Rect(x, y, width, height), Rect(x, y, width, height)
    return Rect(x, y, width, height / 2), Rect(x, y + height / 2, width, height / 2)


def shared(area: Rect, left_width: float, right_width: float) -> tuple[Rect, Rect]:
    """Divide a strip between two texts, each by the width it would take; air is left between."""
    air = GAP if left_width and right_width else 0.0
    room = area.width - air
    share = room * left_width / ((left_width + right_width) or 1.0)
    return (
        Rect(area.x, area.y, share, area.height),
        Rect(area.x + share + air, area.y, room - share, area.height),
    )


def tax_heads(box: Box, edition: Edition) -> tuple[tuple[Rect, str], ...]:
    """Return the heads of the columns of a box 47 and where they stand."""
    heads: list[tuple[Rect, str]] = []
    for cell in box.cells:
        line, _, column = cell.name.partition(".")
        if line != "1":
            continue
        place = edition.place(cell.rect)
        title = word(column, "tax_heads")
        narrow = edition is Edition.BOTH and place.width <= _HEAD_FOR_TWO
        text = title.en if narrow else title.in_line(edition)
        heads.append((Rect(place.x, box.rect.y, place.width, cell.rect.y - box.rect.y), text))
    return tuple(heads)


def row_titles(box: Box, edition: Edition) -> tuple[tuple[Rect, str, bool], ...]:
    """Return what the computed rows of box B are, where that stands, and whether at the right.

    A title stands at the end of its row where the value does not.
    """
    if box.id != "B":
        return ()
    titles: list[tuple[Rect, str, bool]] = []
    for cell in box.cells:
        definition = definition_of(cell)
        title = (
            Word(en=definition.en, ar=definition.ar) if definition else word(cell.name, "composed")
        )
        place = edition.place(cell.rect)
        area = Rect(place.x + MARGIN, place.y, place.width - 2 * MARGIN, place.height)
        is_amount = definition is not None and definition.kind is Kind.AMOUNT
        titles.append((area, title.in_line(edition), not is_amount))
    return tuple(titles)
