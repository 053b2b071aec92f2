"""How a file looks: line ends, indentation, blanks; found in a file and kept for what is added."""

import re
from dataclasses import dataclass
from functools import lru_cache

from sad_desktop.xml import mapping

_SPECIAL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_FIRST_GAP = re.compile(rf"<(?:[^\s<>/]*:)?{mapping.ROOT}[^>]*[^>/]?>(\s*)<")
_NULL = re.compile(r">(\s*)<null\s*/?>")

_ENOUGH = 100_000
"""A general segment and some items: what a file calls its elements shows in these characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The looks of one file; as written by customs unless it was found otherwise.

    ``newline`` is "" where all stands on one line; ``names`` pairs a usual name with the
    spelling this file has for it.
    """

    newline: str = "\n"
    indent: str = ""
    has_nulls: bool = True
    null_stands_alone: bool = True
    gap: str = ""
    names: tuple[tuple[str, str], ...] = ()

    def start(self, depth: int) -> str:
        """Return what stands before an element at a depth; the root has depth 0."""
        return self.newline + self.indent * depth if self.newline else ""

    def empty_tag(self, tag: str) -> str:
        """Return an empty element; ``tag`` is its name and attributes."""
        return f"<{tag}{self.gap}/>"

    def null(self, depth: int) -> str:
        """Return the content of a blank text at a depth."""
        null = self.empty_tag(mapping.NULL)
        if not self.null_stands_alone:
            return null
        return f"{self.start(depth + 1)}{null}{self.start(depth)}"

    def blank(self, name: str, depth: int, *, is_empty: bool) -> str:
        """Return a blank element: empty, or with a null in it as texts have."""
        if is_empty or not self.has_nulls:
            return self.empty_tag(name)
        return f"<{name}>{self.null(depth)}</{name}>"

    def content(self, text: str) -> str:
        """Return a text as the content of an element."""
        return text if text.isalnum() else _escaped(text, self.newline)

    def name(self, usual: str) -> str:
        """Return this file's spelling of a name."""
        return dict(self.names).get(usual, usual)


@lru_cache(maxsize=8192)
def _escaped(text: str, newline: str) -> str:
    """Return a text ready to stand in a file; most texts of a declaration repeat."""
    escaped = text.translate(_SPECIAL)
    return escaped.replace("\n", newline) if newline == "\r\n" else escaped


def layout_of(text: str) -> Layout:
    """Return the looks of a file's text."""
    gap = _FIRST_GAP.search(text)
    blanks = gap[1] if gap else "\n"
    null = _NULL.search(text)
    return Layout(
        newline="\r\n" if "\r\n" in blanks else "\n" if "\n" in blanks else "",
        indent=blanks.rpartition("\n")[2],
        has_nulls=null is not None,
        null_stands_alone=null is not None and "\n" in null[1],
        gap=" " if " />" in text else "",
        names=tuple(
            (usual, other)
            for other, usual in mapping.ALIASES.items()
            if text.find(f"<{other}", 0, _ENOUGH) >= 0
        ),
    )
