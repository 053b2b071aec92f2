"""The two fonts of the paper, and the one place that leans on the inside of reportlab.

reportlab is pinned to 5.1.0. Used here beyond its documented ways: ``face.charToGlyph`` and
``face.charWidths``, which ``splitString`` and ``addObjects`` read; the subsets in
``state[document]``; the name under which ``addObjects`` files a ToUnicode stream; ``_code`` and
``_doc`` of a text object. ``tests/unit/test_printing_arabic.py`` fails when one of them changes.
"""

import struct
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.textobject import PDFTextObject

from sad_desktop.errors import ResourceMissing
from sad_desktop.resources import resource

REGULAR = "IBMPlexSansArabic-Regular"
SEMI_BOLD = "IBMPlexSansArabic-SemiBold"

# Glyphs get their codes here, in the two private planes of Unicode (131,068 places); a text of
# the user is never taken for one, because every letter of it passes through PaperFont.code.
_FIRST_CODE = 0xF0000
_MOST_CODES = 60_000
_REPLACEMENT = "\ufffd"

WRITING = threading.RLock()
"""Held by whoever gives out codes or cuts a subset: a font remembers where in its file it reads,
and two documents reading at once would each draw the other's letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A glyph that does not just follow the one before; all in thousandths of the font size.

    ``before`` and ``after`` are the moves to the left around it, ``rise`` its height.
    """

    before: float
    after: float
    rise: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shaped:
    """A line ready to draw: glyph codes in visual order, shifts by place, and its width.

    The width is in thousandths of the font size.
    """

    codes: str
    width: float
    shifts: Mapping[int, Shift] = field(default_factory=dict)


class PaperFont(TTFont):  # type: ignore[misc]
    """A font whose codes each stand for one glyph and the letters it was made of.

    reportlab itself would give a glyph one private code and write that code, not the letters,
    into the ToUnicode map.
    """

    def __init__(self, name: str) -> None:
        content = resource(f"fonts/{name}.ttf").read_bytes()
        super().__init__(name, BytesIO(content), validate=1)
        self.harfbuzz = uharfbuzz.Font(self.hbFace)
        self.letters: dict[int, str] = {}
        self._codes: dict[tuple[int, str], int] = {}
        for code in range(0x20, 0x7F):
            self.letters[code] = chr(code)
            self._codes[self.face.charToGlyph[code], chr(code)] = code

    def code(self, glyph: int, letters: str) -> int:
        """Return the code that draws this glyph and is read back as these letters."""
        known = self._codes.get((glyph, letters))
        if known is not None:
            return known
        if len(self._codes) >= _MOST_CODES:
            # Only a hostile text has so many; it is still drawn, but read back as one mark.
            if (glyph, _REPLACEMENT) in self._codes:
                return self._codes[glyph, _REPLACEMENT]
            letters = _REPLACEMENT
        code = _FIRST_CODE + len(self._codes)
        self.face.charToGlyph[code] = glyph
        self.face.charWidths[code] = self.pdfScale(self.advance(glyph))
        self.letters[code] = letters
        self._codes[glyph, letters] = code
        return code

    def advance(self, glyph: int) -> int:
        """Return how far a glyph moves on by itself, in font units."""
        return int(self.harfbuzz.get_glyph_h_advance(glyph))

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - the name is reportlab's
        """Write the subsets as reportlab does, but with maps that lead back to the letters."""
        subsets = {
            self.getSubsetInternalName(number, doc)[1:]: list(subset)
            for number, subset in enumerate(self.state[doc].subsets)
        }
        with WRITING:
            super().addObjects(doc)
        for name, subset in subsets.items():
            base_font = doc.idToObject["BasicFonts"].dict[name].BaseFont
            stream = doc.idToObject[f"toUnicodeCMap:{base_font}"]
            stream.content = _to_unicode(base_font, [self.letters.get(code, "") for code in subset])


class LineWriter(PDFTextObject):  # type: ignore[misc]
    """A text object that can write shaped lines.

    reportlab's own way (ShapedStr) fails on a line whose first glyph is raised, as a vowel sign
    at its left end is, and takes twice the time.
    """

    _font: PaperFont | None = None
    _size = 0.0
    _subset = -1

    def use(self, font: PaperFont, size: float) -> None:
        """Write with this font and size (points) from here on."""
        self._font, self._size, self._subset = font, size, -1

    def go_to(self, x: float, y: float) -> None:
        """Go to a point, in points; reportlab spells the numbers at a fifth of the page's time."""
        self._code.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm")

    def write(self, line: Shaped) -> None:
        """Write one line at the current origin."""
        font = self._font
        if font is None:
            raise ValueError("choose a font first")
        start = 0
        for subset, chunk in font.splitString(line.codes, self._doc):
            if subset != self._subset:
                name = font.getSubsetInternalName(subset, self._doc)
                self._code.append(f"{name} {self._size:g} Tf")
                self._subset = subset
            if line.shifts:
                self._write_shifted(chunk, start, line.shifts)
            else:
                self._code.append(f"<{chunk.hex()}> Tj")
            start += len(chunk)

    def _write_shifted(self, chunk: bytes, start: int, shifts: Mapping[int, Shift]) -> None:
        parts: list[str] = []
        rise = 0.0
        for place, code in enumerate(chunk, start=start):
            shift = shifts.get(place, _UNSHIFTED)
            if shift.rise != rise:
                self._flush(parts)
                self._code.append(f"{shift.rise * self._size / 1000:.3f} Ts")
                rise = shift.rise
            if shift.before:
                parts.append(f"{shift.before:g}")
            parts.append(f"<{code:02x}>")
            if shift.after:
                parts.append(f"{shift.after:g}")
        self._flush(parts)
        if rise:
            self._code.append("0 Ts")

    def _flush(self, parts: list[str]) -> None:
        if parts:
            self._code.append(f"[{''.join(parts)}] TJ".replace("><", ""))
            parts.clear()


_UNSHIFTED = Shift(before=0, after=0, rise=0)


def font(*, bold: bool) -> PaperFont:
    """Return one of the two fonts, loaded at first use; raises ResourceMissing."""
    with WRITING:  # two threads must not hold two fonts with different codes
        return _load(SEMI_BOLD if bold else REGULAR)


@cache
def _load(name: str) -> PaperFont:
    try:
        loaded = PaperFont(name)
    # What reportlab and HarfBuzz raise on bytes that are no font.
    except (OSError, TTFError, LookupError, ValueError, struct.error) as error:
        raise ResourceMissing(f"fonts/{name}.ttf") from error
    pdfmetrics.registerFont(loaded)
    return loaded


def _to_unicode(name: str, letters: list[str]) -> str:
    """Return the ToUnicode map of one subset; a code for no letter leads to U+0000.

    Left out, it would be read as the Latin letter of that number; readers skip U+0000.
    """
    entries = [
        f"<{code:02X}> <{(text or chr(0)).encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(letters)
    ]
    # At most a hundred entries to a section, says the specification of CMaps.
    sections = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo",
            f"<< /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(
                "\n".join([f"{len(section)} beginbfchar", *section, "endbfchar"])
                for section in sections
            ),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
