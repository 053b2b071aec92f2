"""The rules of a sheet, each drawn once, so that a line between two boxes is no thicker."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from sad_desktop.printing.marks import Line
from sad_desktop.printing.sheet import Rect

_STEPS = 20  # to the mm: neighbours' edges that should coincide do, whatever was rounded

_Edge = tuple[bool, int, int, int]
"""Whether it lies flat, its distance from the page's edge, its beginning and its end."""


def rules(
    frames: Iterable[Rect], inner: Iterable[Rect], *, colour: str = "#000000"
) -> tuple[Line, ...]:
    """Return the edges of boxes, and of cells where no box has an edge already."""
    boxes = [edge for rect in frames for edge in _edges(rect)]
    cells = [edge for rect in inner for edge in _edges(rect)]
    ends: dict[tuple[bool, int], set[int]] = {}
    for flat, at, start, end in (*boxes, *cells):
        ends.setdefault((flat, at), set()).update((start, end))
    stops = {line: sorted(found) for line, found in ends.items()}
    strong = _pieces(boxes, stops)
    weak = _pieces(cells, stops) - strong
    return (
        *_lines(weak, weight=0.25, colour=colour),
        *_lines(strong, weight=0.6, colour="#000000"),
    )


def _pieces(edges: Iterable[_Edge], stops: Mapping[tuple[bool, int], list[int]]) -> set[_Edge]:
    """Return edges cut at every end of another edge on the same line."""
    return {
        (flat, at, first, second)
        for flat, at, start, end in edges
        for first, second in pairwise(stop for stop in stops[flat, at] if start <= stop <= end)
    }


def _edges(rect: Rect) -> tuple[_Edge, ...]:
    left, top = round(rect.x * _STEPS), round(rect.y * _STEPS)
    right = round((rect.x + rect.width) * _STEPS)
    bottom = round((rect.y + rect.height) * _STEPS)
    return (
        (True, top, left, right),
        (True, bottom, left, right),
        (False, left, top, bottom),
        (False, right, top, bottom),
    )


def _lines(pieces: Iterable[_Edge], *, weight: float, colour: str) -> list[Line]:
    """Return the pieces as lines, those that follow each other as one."""
    joined: list[list[int]] = []
    for flat, at, start, end in sorted(pieces):
        if joined and joined[-1][:2] == [flat, at] and joined[-1][3] >= start:
            joined[-1][3] = max(joined[-1][3], end)
        else:
            joined.append([flat, at, start, end])
    return [
        Line(
            x1=(start if flat else at) / _STEPS,
            y1=(at if flat else start) / _STEPS,
            x2=(end if flat else at) / _STEPS,
            y2=(at if flat else end) / _STEPS,
            weight=weight,
            colour=colour,
        )
        for flat, at, start, end in joined
    ]
