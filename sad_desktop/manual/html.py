"""A chapter as a page for a reader of hypertext."""

from collections.abc import Mapping
from html import escape

from sad_desktop.manual.blocks import (
    Block,
    Chapter,
    Line,
    Paragraph,
    Picture,
    Points,
    Table,
    Tone,
    plain,
)

_ISOLATED = "\u2066{}\u2069"
"""Codes and keys keep their order inside an Arabic line."""

SCHEME = "manual"


def chapter_html(chapter: Chapter, language: str, colours: Mapping[str, str]) -> str:
    """Return a chapter as HTML; ``colours`` are ink, quiet, link, wash and rule as ``#rrggbb``."""
    page = _Page(language, colours)
    body = [f'<h1><a name="top"></a>{escape(chapter.title)}</h1>']
    for section in chapter.sections:
        if section.title:
            body.append(f'<h2><a name="{section.anchor}"></a>{escape(section.title)}</h2>')
        body += [page.block(block) for block in section.blocks]
    direction = "rtl" if language == "ar" else "ltr"
    return f'<html><body dir="{direction}">{"".join(body)}</body></html>'


class _Page:
    """Writes blocks in one language and one set of colours."""

    def __init__(self, language: str, colours: Mapping[str, str]) -> None:
        self._direction = "rtl" if language == "ar" else "ltr"
        self._is_arabic = language == "ar"
        self._colours = colours

    def block(self, block: Block) -> str:
        """Return one block."""
        match block:
            case Paragraph(is_note=True):
                return self._note(block.line)
            case Paragraph():
                return f'<p dir="{self._direction}">{self.line(block.line)}</p>'
            case Points():
                tag = "ol" if block.is_numbered else "ul"
                points = "".join(
                    f'<li dir="{self._direction}">{self.line(line)}</li>' for line in block.lines
                )
                return f'<{tag} dir="{self._direction}">{points}</{tag}>'
            case Table():
                return self._table(block)
            case Picture():
                said = (
                    f'<span style="color:{self._colours["quiet"]}">{escape(block.caption)}</span>'
                )
                return f'<p align="center"><img src="{SCHEME}:{block.name}.png"><br>{said}</p>'

    def line(self, line: Line) -> str:
        """Return a line with its tones and links."""
        return "".join(self._span(span.text, span.tone, span.target) for span in line)

    def _span(self, text: str, tone: Tone, target: str) -> str:
        if target:
            return f'<a href="{SCHEME}:{target}">{escape(text)}</a>'
        match tone:
            case Tone.STRONG:
                return f'<span style="font-weight:600">{escape(text)}</span>'
            case Tone.CODE | Tone.KEY:
                own = _ISOLATED.format(text) if self._is_arabic else text
                weight = "600" if tone is Tone.KEY else "400"
                style = f"background-color:{self._colours['wash']};font-weight:{weight}"
                return f'<span style="{style}">\u00a0{escape(own)}\u00a0</span>'
            case _:
                return escape(text)

    def _note(self, line: Line) -> str:
        return (
            f'<table width="100%" cellpadding="8" cellspacing="0" dir="{self._direction}"><tr>'
            f'<td bgcolor="{self._colours["wash"]}">{self.line(line)}</td></tr></table><p></p>'
        )

    def _table(self, table: Table) -> str:
        heads = "".join(
            f'<th align="{self._side()}" bgcolor="{self._colours["wash"]}">{self.line(head)}</th>'
            for head in table.heads
        )
        rows = "".join(
            "<tr>{}</tr>".format("".join(self._cell(cell) for cell in row)) for row in table.rows
        )
        return (
            f'<table border="1" cellpadding="5" cellspacing="0" dir="{self._direction}" '
            f'style="border-collapse:collapse;border-color:{self._colours["rule"]}">'
            f"<tr>{heads}</tr>{rows}</table><p></p>"
        )

    def _cell(self, cell: Line) -> str:
        """Return a cell; words of the other language keep their own direction."""
        has_arabic = any("\u0600" <= letter <= "\u06ff" for letter in plain(cell))
        flow = "rtl" if has_arabic else "ltr"
        # a paragraph that runs the other way begins at the other side
        side = "right" if self._is_arabic == (flow == "ltr") else "left"
        own = side if flow != self._direction else self._side()
        return f'<td><p dir="{flow}" align="{own}">{self.line(cell)}</p></td>'

    def _side(self) -> str:
        return "right" if self._is_arabic else "left"
