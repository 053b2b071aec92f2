"""A table out of a file, before anybody knows what its columns mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from sad_desktop.tariff.lookup import normalise

_LOOKED_AT = 40
"""Rows in which the headings are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row that is not blank: its number in the file, from 1, and its cells, tidied."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """Return a cell; a row may be shorter than the headings."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What a file holds.

    ``headings`` are empty for a file without any; ``above`` are the rows before them: titles.
    ``encoding`` and ``separator`` are "" where the format has none.
    """

    name: str
    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    above: tuple[Line, ...] = ()
    encoding: str = ""
    separator: str = ""

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((len(line.cells) for line in self.lines), default=len(self.headings))

    @property
    def shape(self) -> str:
        """What two files of the same make have in common: headings, else the number of columns."""
        return "\t".join(map(normalise, self.headings)) or f"{self.width}"

    def title(self, column: int) -> str:
        """Return the heading of a column, "" where it has none."""
        return self.headings[column] if column < len(self.headings) else ""


def with_headings(
    name: str,
    lines: Sequence[Line],
    known: frozenset[str],
    *,
    encoding: str = "",
    separator: str = "",
) -> Table:
    """Return a table with its headings told from its titles and rows.

    ``known`` are folded words headings are written with. The headings are the first row with
    most of them; a row that holds none is no heading.
    """
    best, most = -1, 0
    for at, line in enumerate(lines[:_LOOKED_AT]):
        score = sum(1 for cell in line.cells if is_heading(cell, known))
        if score > most:
            best, most = at, score
    if best < 0:
        return Table(name=name, headings=(), lines=tuple(lines), encoding=encoding,
                     separator=separator)  # fmt: skip
    return Table(
        name=name,
        headings=lines[best].cells,
        lines=tuple(lines[best + 1 :]),
        above=tuple(lines[:best]),
        encoding=encoding,
        separator=separator,
    )


def is_heading(cell: str, known: frozenset[str]) -> bool:
    """Tell whether a cell reads like the title of a column."""
    return folded_heading(cell) in known


def folded_heading(cell: str) -> str:
    """Return a title of a column as it is compared: letters and single blanks."""
    plain = "".join(letter if letter.isalnum() else " " for letter in normalise(cell))
    return " ".join(plain.split())
