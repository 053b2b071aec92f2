"""What a written page is made of, without places: facts, tables and paragraphs."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from sad_desktop.printing.words import Word

Said: TypeAlias = str | Word
"""A text as it is, or a word said in the language of the edition."""


NO_TITLE = Word(en="", ar="")


class Kind(StrEnum):
    """What a column holds: text in any language, codes and days, amounts, or short marks."""

    TEXT = "text"
    CODE = "code"
    AMOUNT = "amount"
    MARK = "mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table; ``share`` is its part of the width against the other columns'."""

    share: float
    title: Word = NO_TITLE
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table: a text for each column; strong rows are sums and headings."""

    cells: tuple[Said, ...]
    is_strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Small print under a row of a table, across all its columns."""

    text: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose heads are repeated on every page it reaches."""

    columns: tuple[Column, ...]
    rows: tuple[Row | Remark, ...]
    has_heads: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Names with their values, two beside each other; those without a value are left out."""

    pairs: tuple[tuple[Word, Said], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A title inside a page; it never stands alone at the foot."""

    title: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text over the whole width, as long as it is; a code keeps its direction."""

    text: Said
    kind: Kind = Kind.TEXT


Block: TypeAlias = Table | Facts | Heading | Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One document of written pages: its title, what stands under it on every page, and blocks."""

    title: Word
    facts: tuple[tuple[Word, str], ...]
    blocks: tuple[Block, ...]
    is_wide: bool = False
