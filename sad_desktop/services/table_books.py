"""Reading the rows of an Excel book: the fullest sheet, merged cells filled, numbers as shown."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sad_desktop.errors import FileRefused
from sad_desktop.text import QT_TRANSLATE_NOOP

LARGEST_UNPACKED = 512 << 20
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_STEP = 1 << 20
_OVERLAP = 200
_MOST_MERGED = 20_000
_LARGEST_MERGED = 2_000
_PERCENT = "%"


def book_lines(content: bytes, name: str) -> Iterator[tuple[int, list[object]]]:
    """Yield the rows of a book by their numbers; raises FileRefused.

    Formulas count as the values last computed. Of several sheets the largest part is read.
    """
    from openpyxl import load_workbook  # start-up cost

    _refuse_bomb(content, name)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        sheet = max(sheets or book.worksheets, key=lambda one: _size(content, one))
        merged = _merged(content, sheet)
        sheet.reset_dimensions()
        held: dict[tuple[int, int], object] = dict.fromkeys(merged.values(), "")
        for number, cells in enumerate(sheet.iter_rows(), 1):
            yield number, _row(number, cells, merged, held)
    except FileRefused:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged file makes it
        raise _damaged(name) from error


def _row(
    number: int,
    cells: tuple[Any, ...],
    merged: Mapping[tuple[int, int], tuple[int, int]],
    held: dict[tuple[int, int], object],
) -> list[object]:
    """Return the texts of a row; what was merged downwards stands in each of its rows."""
    row = [_shown(cell) for cell in cells]
    for column, value in enumerate(row, 1):
        if (number, column) in held:
            held[number, column] = value
    for column in range(1, len(row) + 1):
        first = merged.get((number, column))
        if first is not None and not row[column - 1]:
            row[column - 1] = held.get(first, "")
    return row


def _shown(cell: Any) -> object:
    """Return what a cell shows: 0.05 written as a percentage is 5%, a whole number has no point."""
    value = cell.value
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, int | float):
        return str(value)
    number = Decimal(repr(value))
    if not number.is_finite():
        return ""
    if _PERCENT in (cell.number_format or ""):
        return f"{(number * 100).normalize():f}%"
    return _padded(f"{number.normalize():f}", cell.number_format or "")


def _padded(plain: str, pattern: str) -> str:
    """Return a number with the zeros before it that its format shows: 0101210000 as 0000000000."""
    if pattern and not pattern.strip("0") and plain.isdecimal():
        return plain.zfill(len(pattern))
    return plain


def _refuse_bomb(content: bytes, name: str) -> None:
    """Refuse a packed file that unpacks to more than any list, or declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
        raise _damaged(name) from error
    if size > LARGEST_UNPACKED:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "UserError",
                "{name} is larger than any list: nothing of it was read. Choose the file of the "
                "list.",
            ),
            {"name": name},
        )


def _damaged(name: str) -> FileRefused:
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{name} is a damaged Excel book, or none. Open it in Excel, save it again as .xlsx or "
            "CSV, and import that.",
        ),
        {"name": name},
    )


def _size(content: bytes, sheet: Any) -> int:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.getinfo(_part(sheet)).file_size


def _part(sheet: Any) -> str:
    return str(sheet._worksheet_path).lstrip("/")  # noqa: SLF001 - openpyxl 3.1 tells it nowhere


def _merged(content: bytes, sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the first cell of every cell that was merged into one above it.

    Read from the sheet itself: openpyxl tells of merged cells only where it reads a whole book
    into memory.
    """
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for left, top, right, bottom in _ranges(content, _part(sheet)):
        if left != right or bottom - top > _LARGEST_MERGED:
            continue  # a title over several columns is no value of theirs
        for row in range(top + 1, bottom + 1):
            found[row, left] = (top, left)
    return found


def _ranges(content: bytes, part: str) -> Iterator[tuple[int, int, int, int]]:
    from openpyxl.utils import column_index_from_string  # start-up cost

    with zipfile.ZipFile(io.BytesIO(content)) as packed, packed.open(part) as sheet:
        before, count = b"", 0
        while chunk := sheet.read(_STEP):
            text = before + chunk
            end = 0
            for one in _MERGED.finditer(text):
                left, right = (column_index_from_string(one[at].decode()) for at in (1, 3))
                yield left, int(one[2]), right, int(one[4])
                end, count = one.end(), count + 1
                if count >= _MOST_MERGED:
                    return
            before = text[max(end, len(text) - _OVERLAP) :]
