"""Reading tables out of files: CSV in any encoding, XLSX, JSON, and pasted text.

Whatever the file holds, it is read within bounds or refused with one sentence.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sad_desktop.brokerage.list_tables import Line, Table, with_headings
from sad_desktop.errors import FileRefused
from sad_desktop.services.table_books import book_lines
from sad_desktop.text import QT_TRANSLATE_NOOP

LARGEST = 64 << 20
"""Bytes of a file; the largest tariff published is a tenth of it."""
MOST_ROWS = 300_000
MOST_SEEN = 1_100_000
"""Rows of a file, blank ones among them: an Excel sheet has no more."""
MOST_COLUMNS = 200
LONGEST = 20_000
"""Letters of a cell."""
_SEPARATORS = "\t;,|"
_SAMPLE = 1 << 16
_ARABIC = re.compile("[\u0621-\u064a]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_FAMILIES = ("cp1252", "cp1251")
_MOST_CONTROLS = 50  # one in so many letters: more are no text
_EVERY = 1000

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


class ReadingCancelled(Exception):
    """The user ended the reading."""


def read_table(
    path: Path,
    known: frozenset[str],
    *,
    encoding: str = "",
    progress: Progress = lambda _done, _total: None,
    is_cancelled: IsCancelled = lambda: False,
) -> Table:
    """Return the table in a file; raises FileRefused, ReadingCancelled.

    ``known`` are the folded words of headings; ``encoding`` is found out where it is "".
    """
    content = _content(path)
    name = path.name
    if content.startswith(b"PK\x03\x04"):
        lines = _bounded(book_lines(content, name), name, progress, is_cancelled)
        return with_headings(name, _filled(lines, name), known)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise _refused(
            name,
            QT_TRANSLATE_NOOP(
                "UserError",
                "{name} is an old Excel book (.xls) or has a password. Save it as .xlsx or CSV "
                "without a password, and import that.",
            ),
        )
    text, found = _decoded(content, name, encoding)
    return _table_of_text(text, name, known, found, progress, is_cancelled)


def read_text(text: str, name: str, known: frozenset[str]) -> Table:
    """Return the table in a text that was pasted; raises FileRefused."""
    if len(text) > LARGEST:
        raise _too_large(name)
    return _table_of_text(text, name, known, "", lambda *_: None, lambda: False)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise _too_large(path.name)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise FileRefused(
            QT_TRANSLATE_NOOP("UserError", "{name} cannot be read: {reason}."),
            {"name": path.name, "reason": getattr(error, "strerror", None) or error},
        ) from error
    if len(content) > LARGEST:  # a pipe or a device has no size
        raise _too_large(path.name)
    return content


def _table_of_text(
    text: str,
    name: str,
    known: frozenset[str],
    encoding: str,
    progress: Progress,
    is_cancelled: IsCancelled,
) -> Table:
    if text.lstrip()[:1] in ("{", "["):
        rows, separator = _json_rows(text, name), ""
    else:
        separator = _separator(text)
        rows = _csv_rows(text, separator, name)
    lines = _filled(_bounded(rows, name, progress, is_cancelled), name)
    return with_headings(name, lines, known, encoding=encoding, separator=separator)


def _decoded(content: bytes, name: str, encoding: str) -> tuple[str, str]:
    """Return the text of a file and its encoding."""
    found = encoding or _encoding(content)
    try:
        text = content.decode(found)
    except (UnicodeDecodeError, LookupError) as error:
        raise _refused(
            name,
            QT_TRANSLATE_NOOP(
                "UserError",
                "The letters of {name} cannot be read. Save it as CSV in UTF-8, and import that.",
            ),
        ) from error
    start = text[:_SAMPLE]
    if len(_CONTROLS.findall(start)) * _MOST_CONTROLS > len(start):
        raise _no_table(name)
    return text, found.removesuffix("-sig")


def _encoding(content: bytes) -> str:
    """Return the encoding of a text: by its mark, UTF-8 where it holds, else by its letters."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return encoding
    sample = content[:_SAMPLE]
    zeros = sample[1::2].count(0), sample[::2].count(0)
    if max(zeros) * 4 > len(sample) // 2:  # Latin letters and digits of UTF-16 without a mark
        return "utf-16-le" if zeros[0] > zeros[1] else "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(content)
    return "utf-8"


def _single_byte(content: bytes) -> str:
    """Return the Windows code page of a text: the Arabic one where that gives Arabic words."""
    high = [bytes((byte,)) for byte in content if byte > 0x7F][:_SAMPLE]
    letters = b"".join(high).decode("cp1256", "replace")
    if len(_ARABIC.findall(letters)) * 10 >= len(letters) * 7:
        return "cp1256"
    from charset_normalizer import from_bytes  # start-up cost

    best = from_bytes(content[:_SAMPLE], cp_isolation=list(_FAMILIES)).best()
    return best.encoding if best is not None else "cp1252"


def _separator(text: str) -> str:
    """Return what separates the cells: the sign that gives most rows the same number of cells."""
    lines = [line for line in text[:_SAMPLE].splitlines()[:60] if line.strip()]
    best, most = ",", 0
    for sign in _SEPARATORS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=sign)]
        except csv.Error:
            continue
        wide = [width for width in widths if width > 1]
        usual = max(set(wide), key=wide.count, default=0)
        score = wide.count(usual) * 100 + min(usual, 50)
        if usual and score > most:
            best, most = sign, score
    return best


def _csv_rows(text: str, separator: str, name: str) -> Iterator[tuple[int, Iterable[object]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    number = 0
    try:
        for row in reader:
            yield number + 1, row
            number = reader.line_num
    except csv.Error as error:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Row {row} of {name} cannot be read: a cell there is too long, or a quotation "
                "mark is not closed. Correct the file, and import it again.",
            ),
            {"name": name, "row": number + 1},
        ) from error


def _json_rows(text: str, name: str) -> Iterator[tuple[int, Iterable[object]]]:
    """Yield the objects of the first list of objects: first their names, then their values."""
    try:
        read = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise _no_table(name) from error
    rows = _objects(read)
    names = list(dict.fromkeys(key for row in rows for key in row))
    if not rows or len(names) > MOST_COLUMNS:
        raise _no_table(name)
    yield 0, names
    for number, row in enumerate(rows, 1):
        yield number, [_scalar(row.get(key)) for key in names]


def _objects(read: object) -> list[dict[str, object]]:
    values = read if isinstance(read, list) else ()
    if isinstance(read, dict):
        lists = (one for one in read.values() if isinstance(one, list))
        values = next((one for one in lists if one and isinstance(one[0], dict)), ())
    return [one for one in values if isinstance(one, dict)]


def _scalar(value: object) -> object:
    return value if isinstance(value, str | bool) else ""


def _bounded(
    rows: Iterable[tuple[int, Iterable[object]]],
    name: str,
    progress: Progress,
    is_cancelled: IsCancelled,
) -> list[Line]:
    """Return the rows with anything in them as texts; refuses more than any list has."""
    lines: list[Line] = []
    for seen, (number, row) in enumerate(rows):
        cells = tuple(map(_cell, row))
        while cells and not cells[-1]:
            cells = cells[:-1]
        if len(lines) >= MOST_ROWS or seen >= MOST_SEEN or len(cells) > MOST_COLUMNS:
            raise _too_large(name)
        if cells:
            lines.append(Line(number=number, cells=cells))
        if seen % _EVERY == 0:
            if is_cancelled():
                raise ReadingCancelled
            progress(len(lines), 0)
    return lines


def _filled(lines: list[Line], name: str) -> list[Line]:
    if not lines:
        raise _no_table(name)
    return lines


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return " ".join(_CONTROLS.sub(" ", text[:LONGEST]).split())


def _too_large(name: str) -> FileRefused:
    return _refused(
        name,
        QT_TRANSLATE_NOOP(
            "UserError",
            "{name} is larger than any list: nothing of it was read. Choose the file of the list.",
        ),
    )


def _no_table(name: str) -> FileRefused:
    return _refused(
        name,
        QT_TRANSLATE_NOOP(
            "UserError",
            "{name} holds no table. Choose a file in CSV, XLSX or JSON with one row per code.",
        ),
    )


def _refused(name: str, sentence: str) -> FileRefused:
    return FileRefused(sentence, {"name": name})
