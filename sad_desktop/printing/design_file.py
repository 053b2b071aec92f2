"""Read a print design from its file; every fault is told by file, line and key."""

import re
import tomllib
from collections.abc import Collection, Mapping

from sad_desktop.declaration.fields import definitions
from sad_desktop.errors import FileRefused
from sad_desktop.printing.design import (
    ALONGSIDE,
    COUNTED,
    MODELS,
    ROW_SCOPES,
    Design,
    DesignColumn,
    DesignFrame,
    DesignTable,
    DesignText,
    Scope,
    Shown,
)
from sad_desktop.printing.marks import Align, Style
from sad_desktop.printing.sheet import PAGE_HEIGHT, PAGE_WIDTH, Rect
from sad_desktop.printing.words import Word
from sad_desktop.text import QT_TRANSLATE_NOOP

_ALIGNS: Mapping[str, Align] = {"left": "left", "right": "right", "centre": "centre"}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_MOST = 1000.0
"""No length and no size of letters is greater."""

_PARTS = ("frames", "texts", "fields", "table")
_EVERYWHERE = frozenset({Scope.GENERAL, Scope.FIGURES, Scope.PAGE})


def read_design(content: bytes, name: str) -> Design:
    """Return the design a file says; raises FileRefused naming file, line and reason."""
    try:
        text = content.decode("utf-8-sig")
        stored = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "UserError", "The print design {file} was not used: it is no TOML file: {reason}."
            ),
            {"file": name, "reason": error},
        ) from error
    top = _Part(stored, name, 1)
    parts = {key: top.parts(key, _beginnings(key, text)) for key in _PARTS}
    design = _design(top, parts)
    top.done()
    return design


def _beginnings(key: str, text: str) -> list[int]:
    """Return the lines, from 1, at which the tables of a name begin."""
    head = re.compile(rf"\s*\[\[\s*{key}\s*\]\]\s*(#.*)?")
    return [n for n, line in enumerate(text.split("\n"), start=1) if head.fullmatch(line)]


class _Part:
    """One table of the file: its values, taken by key, and the line it begins at."""

    def __init__(self, values: Mapping[str, object], file: str, line: int) -> None:
        self._values = dict(values)
        self._file = file
        self._line = line

    def text(self, key: str, default: str | None = None) -> str:
        value = self._values.pop(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, "a text")
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        value = self._values.pop(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return value

    def number(self, key: str, default: float, *, least: float = 0.0) -> float:
        value = self._values.pop(key, default)
        length = _length(value)
        if length is None or length < least:
            raise self.wrong(key, f"a number from {least:g} to {_MOST:g}")
        return length

    def lengths(self, key: str, count: int, default: tuple[float, ...] = ()) -> list[float]:
        value = self._values.pop(key, list(default))
        found = [_length(one) for one in value] if isinstance(value, list) else []
        lengths = [length for length in found if length is not None]
        if len(found) != count or len(lengths) != count:
            raise self.wrong(key, f"{count} lengths in mm")
        return lengths

    def choice(self, key: str, among: Collection[str], default: str) -> str:
        value = self.text(key, default)
        if value not in among and value != default:
            raise self.wrong(key, " / ".join(among))
        return value

    def colour(self, key: str, default: str) -> str:
        value = self.text(key, default)
        if value and not _COLOUR.fullmatch(value):
            raise self.wrong(key, "a colour such as #808080")
        return value

    def rect(self) -> Rect:
        return Rect(*self.lengths("at", 4))

    def style(self) -> Style:
        return Style(
            size_pt=self.number("size", 8.0, least=4.0),
            bold=self.flag("bold", default=False),
            colour=self.colour("colour", "#000000"),
        )

    def align(self) -> Align | None:
        return _ALIGNS.get(self.choice("align", _ALIGNS, ""))

    def word(self, default: Word | None = None) -> Word:
        """Return a text in both languages; without an Arabic one it is the English."""
        if default is not None and "en" not in self._values:
            return default
        english = self.text("en")
        return Word(en=english, ar=self.text("ar", english))

    def shown(self, known: Collection[Scope]) -> Shown:
        written = self.text("field")
        owner, _, name = written.rpartition(".")
        scope = next((scope for scope in known if scope == (owner or Scope.GENERAL)), None)
        if scope is Scope.PAGE and name in COUNTED:
            return Shown(scope=Scope.PAGE, name=name)
        if scope is not None and scope in MODELS and name in definitions(MODELS[scope]):
            return Shown(scope=scope, name=name, definition=definitions(MODELS[scope])[name])
        raise self.wrong("field", f"a field known here; {written} is none")

    def parts(self, key: str, lines: list[int] | None = None) -> list["_Part"]:
        """Return the tables of a name; ``lines`` are where they begin, else all where this does."""
        value = self._values.pop(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "a list of tables")
        begins = [self._line] * len(value) if lines is None else lines
        if len(value) != len(begins):
            raise self.wrong(key, f"tables that begin with [[{key}]] on a line of their own")
        parts: list[_Part] = []
        for one, line in zip(value, begins, strict=True):
            if not isinstance(one, dict):
                raise self.wrong(key, "a list of tables")
            parts.append(_Part(one, self._file, line))
        return parts

    def done(self) -> None:
        """Complain about a key nobody asked for."""
        for key in self._values:
            raise self.wrong(key, "left away, it means nothing here")

    def wrong(self, key: str, wanted: str) -> FileRefused:
        return FileRefused(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The print design {file} was not used: line {line}: {key} must be {wanted}.",
            ),
            {"file": self._file, "line": self._line, "key": key, "wanted": wanted},
        )


def _design(top: _Part, parts: Mapping[str, list[_Part]]) -> Design:
    width, height = top.lengths("page", 2, (PAGE_WIDTH, PAGE_HEIGHT))
    each = Scope(top.choice("each", ROW_SCOPES, Scope.GENERAL))
    known = ALONGSIDE[each] | _EVERYWHERE
    tables = [_table(part, each) for part in parts["table"]]
    if len(tables) > 1:
        raise parts["table"][1].wrong("table", "the only one")
    return Design(
        code=top.text("code"),
        title=top.word(),
        width=width,
        height=height,
        each=each,
        is_mirrored=top.flag("mirrored", default=True),
        frames=tuple(map(_frame, parts["frames"])),
        texts=(
            *(_text(part, None) for part in parts["texts"]),
            *(_text(part, known) for part in parts["fields"]),
        ),
        table=tables[0] if tables else None,
    )


def _frame(part: _Part) -> DesignFrame:
    frame = DesignFrame(
        rect=part.rect(), weight=part.number("weight", 0.5), fill=part.colour("fill", "")
    )
    part.done()
    return frame


def _text(part: _Part, known: Collection[Scope] | None) -> DesignText:
    """Return a fixed text or, where scopes are known, a field."""
    text = DesignText(
        rect=part.rect(),
        style=part.style(),
        align=part.align(),
        word=part.word() if known is None else None,
        shown=part.shown(known) if known is not None else None,
    )
    part.done()
    return text


def _table(part: _Part, each: Scope) -> DesignTable:
    rows = Scope(part.choice("rows", ROW_SCOPES, Scope.ITEM))
    known = ALONGSIDE[rows] | ALONGSIDE[each] | {Scope.GENERAL}
    columns = tuple(_column(column, known) for column in part.parts("columns"))
    if not columns:
        raise part.wrong("columns", "one or more")
    table = DesignTable(
        rect=part.rect(),
        rows=rows,
        row_height=part.number("row_height", 5.0, least=3.0),
        style=part.style(),
        columns=columns,
    )
    part.done()
    return table


def _column(part: _Part, known: Collection[Scope]) -> DesignColumn:
    shown = part.shown(known)
    own = shown.definition
    column = DesignColumn(
        shown=shown,
        title=part.word(Word(en=own.en, ar=own.ar) if own else None),
        share=part.number("share", 1.0, least=0.1),
        align=part.align(),
    )
    part.done()
    return column


def _length(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _MOST:
        return None
    return float(value)
