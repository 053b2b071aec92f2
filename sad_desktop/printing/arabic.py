"""Join and measure the letters of one line: bidi runs, HarfBuzz, glyphs the PDF can hold.

``shape`` gives what ``pdf.py`` draws; ``measure``, ``wrap`` and ``shrink`` are for the layouts.
No text can stop a print: what the font lacks is drawn as its empty box.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

import uharfbuzz

from sad_desktop.printing import bidi
from sad_desktop.printing.fonts import WRITING, PaperFont, Shaped, Shift, font
from sad_desktop.printing.marks import MM_PER_POINT, Direction, Style

_LONGEST_CACHED = 400
_REPLACEMENT = "\ufffd"
_SPACES = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")


def shape(text: str, *, bold: bool, direction: Direction) -> Shaped:
    """Return one line of text joined and in the order it is seen; line feeds become blanks."""
    if len(text) > _LONGEST_CACHED:
        return _shape(text, bold, direction)
    return _shape_cached(text, bold, direction)


def measure(text: str, style: Style, direction: Direction) -> float:
    """Return the width of one line in mm."""
    shaped = shape(text, bold=style.bold, direction=direction)
    return shaped.width * style.size_pt * MM_PER_POINT / 1000


def wrap(text: str, width: float, style: Style, direction: Direction) -> tuple[str, ...]:
    """Break a text into lines of at most ``width`` mm: at line feeds, at blanks, else in words.

    A single letter wider than the line stands alone on it. Always at least one line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrap_paragraph(paragraph, width, style, direction)
    return tuple(lines)


def shrink(
    text: str, width: float, style: Style, direction: Direction, *, floor_pt: float
) -> Style:
    """Return the style with the largest size, in half points, that fits; never under the floor.

    ``text`` may have several lines; at the floor it may still be too wide, which the caller sees
    by ``measure``.
    """
    widest = max(measure(line, style, direction) for line in text.split("\n"))
    if widest <= width or style.size_pt <= floor_pt:
        return style
    halves = int(style.size_pt * width / widest * 2)
    return Style(size_pt=max(halves / 2, floor_pt), bold=style.bold, colour=style.colour)


def _shape(text: str, bold: bool, direction: Direction) -> Shaped:
    line = "".join(map(_drawable, text.translate(_SPACES)))
    with WRITING:  # codes are given out one after the other
        used = font(bold=bold)
        codes: list[str] = []
        shifts: dict[int, Shift] = {}
        width = 0
        for piece, arabic, run_direction in _pieces(line, direction):
            width += _shape_piece(used, piece, arabic, run_direction, codes, shifts)
        return Shaped(codes="".join(codes), width=used.pdfScale(width), shifts=shifts)


_shape_cached = lru_cache(maxsize=8192)(_shape)


@lru_cache(maxsize=4096)
def _drawable(letter: str) -> str:
    """Replace what is no letter at all: control characters and halves of surrogate pairs."""
    return _REPLACEMENT if unicodedata.category(letter) in ("Cc", "Cs") else letter


@lru_cache(maxsize=4096)
def _is_seen(letter: str) -> bool:
    """Tell letters from marks of direction and joining; Arabic year and number signs are seen."""
    return unicodedata.category(letter) != "Cf" or "\u0600" <= letter <= "\u0605"


def _pieces(line: str, direction: Direction) -> Iterator[tuple[str, bool, Direction]]:
    """Yield the runs as they are seen, cut where Arabic script and others meet.

    Digits and signs belong to the script before them, at the beginning of the line to the one
    behind: the font has lower digits to stand among Arabic letters.
    """
    arabic = _arabic_places(line)
    for run in bidi.runs(line, direction):
        cuts = [at for at in range(run.start + 1, run.end) if arabic[at] != arabic[at - 1]]
        pieces = list(zip([run.start, *cuts], [*cuts, run.end], strict=True))
        for start, end in pieces if run.direction == "ltr" else reversed(pieces):
            yield line[start:end], arabic[start], run.direction


def _arabic_places(line: str) -> list[bool]:
    strong = [
        bidi.character_class(letter) if bidi.character_class(letter) in ("L", "R", "AL") else ""
        for letter in line
    ]
    last = next(filter(None, strong), "")
    places: list[bool] = []
    for found in strong:
        last = found or last
        places.append(last == "AL")
    return places


def _shape_piece(
    used: PaperFont,
    text: str,
    arabic: bool,
    direction: Direction,
    codes: list[str],
    shifts: dict[int, Shift],
) -> int:
    """Append the glyphs of one piece in visual order; return their width in font units."""
    buffer = uharfbuzz.Buffer()
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str(text)
    buffer.direction = direction
    if arabic:
        buffer.script = "Arab"
    # HarfBuzz would take the language of the machine, and the paper would differ by it.
    buffer.language = "ar" if arabic else "en"
    buffer.guess_segment_properties()
    uharfbuzz.shape(used.harfbuzz, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    letters = _letters_by_glyph(text, direction, infos, positions)
    width = 0
    for place, (info, position) in enumerate(zip(infos, positions, strict=True)):
        natural = used.advance(info.codepoint)
        if position.x_offset or position.y_offset or position.x_advance != natural:
            shifts[len(codes)] = Shift(
                before=used.pdfScale(-position.x_offset),
                after=used.pdfScale(natural - position.x_advance + position.x_offset),
                rise=used.pdfScale(position.y_offset),
            )
        codes.append(chr(used.code(info.codepoint, letters.get(place, ""))))
        width += position.x_advance
    return width


def _letters_by_glyph(
    text: str,
    direction: Direction,
    infos: Sequence[uharfbuzz.GlyphInfo],
    positions: Sequence[uharfbuzz.GlyphPosition],
) -> dict[int, str]:
    """Return the letters each glyph of a run stands for, in the order they are seen.

    A letter and its vowel signs are one cluster of several glyphs: the widest of them stands for
    all, the others for nothing. Readers of the PDF take a raised glyph with a letter of its own
    for the beginning of another line.
    """
    carriers: dict[int, int] = {}
    for place, info in enumerate(infos):
        carrier = carriers.setdefault(info.cluster, place)
        if positions[place].x_advance > positions[carrier].x_advance:
            carriers[info.cluster] = place
    starts = sorted(carriers)
    found: dict[int, str] = {}
    for start, end in zip(starts, [*starts, len(text)][1:], strict=True):
        letters = "".join(filter(_is_seen, text[start:end]))
        found[carriers[start]] = letters[::-1] if direction == "rtl" else letters
    return found


def _wrap_paragraph(paragraph: str, width: float, style: Style, direction: Direction) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in paragraph.split(" "):
        longer = f"{line} {word}" if line else word
        if measure(longer, style, direction) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while (fits := _letters_that_fit(line, width, style, direction)) < len(line):
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line]


def _letters_that_fit(word: str, width: float, style: Style, direction: Direction) -> int:
    """Return how many letters of a word fit on a line, at least one; marks stay with theirs."""

    def fits(count: int) -> bool:
        return measure(word[:count], style, direction) <= width

    # Doubling first, so that a word of ten thousand letters is never measured whole.
    most = 2
    while most < len(word) and fits(most):
        most *= 2
    low, high = 1, min(most, len(word))
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    while 0 < low < len(word) and unicodedata.combining(word[low]):
        low += 1
    return low
