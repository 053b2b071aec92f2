"""What a chapter is made of, as plain values: sections of paragraphs, lists, tables, pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Tone(StrEnum):
    """How a piece of text is set."""

    PLAIN = "plain"
    STRONG = "strong"
    CODE = "code"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text; ``target`` is "chapter" or "chapter#anchor" where it leads somewhere."""

    text: str
    tone: Tone = Tone.PLAIN
    target: str = ""


Line: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a note stands out from the rest."""

    line: Line
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list, with numbers where its order matters."""

    lines: tuple[Line, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under heads."""

    heads: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the program by its name, with what it shows."""

    name: str
    caption: str


Block: TypeAlias = Paragraph | Points | Table | Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a chapter that links lead to by ``anchor``; the first one has none and no title."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter by its name, which is the same in every language."""

    name: str
    title: str
    sections: tuple[Section, ...]


def plain(line: Line) -> str:
    """Return a line without its tones."""
    return "".join(span.text for span in line)


def lines_of(block: Block) -> Iterator[Line]:
    """Yield every line of a block."""
    match block:
        case Paragraph():
            yield block.line
        case Points():
            yield from block.lines
        case Table():
            yield from block.heads
            for row in block.rows:
                yield from row
        case Picture():
            yield (Span(block.caption),)


def spans_of(chapter: Chapter) -> Iterator[Span]:
    """Yield every span of a chapter."""
    for section in chapter.sections:
        for block in section.blocks:
            for line in lines_of(block):
                yield from line
