"""Tables out of files: every encoding and separator, books with merged cells, and rubbish."""

import io
import json
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook

from sad_desktop.brokerage.list_parts import known_words, parts_of
from sad_desktop.errors import FileRefused
from sad_desktop.services import table_books, table_files
from sad_desktop.services.table_files import ReadingCancelled, read_table, read_text

KNOWN = known_words(parts_of("tariff", (), ("DTY", "VAT")))
ROWS = [
    ["رمز البند", "الوصف بالعربية", "English description", "فئة الرسم"],
    ["0101.21.10", "خيول أصيلة؛ للإنسال", "Horses, pure-bred", "5%"],
    ["0102 21 00", "أبقار", "Bovine animals", "معفاة"],
]


def as_csv(separator):
    return "".join(
        separator.join(f'"{cell}"' if separator in cell else cell for cell in row) + "\r\n"
        for row in ROWS
    )


def book(rows, **formats):
    """Return the bytes of a book; formats are number formats by cell."""
    workbook = Workbook()
    sheet = workbook.active
    for row in rows:
        sheet.append(row)
    for cell, pattern in formats.items():
        sheet[cell].number_format = pattern
    return saved(workbook)


def saved(workbook):
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


@pytest.fixture
def read(tmp_path):
    def reading(content, name="file.csv", **more):
        path = tmp_path / name
        path.write_bytes(content)
        return read_table(path, KNOWN, **more)

    return reading


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"]
)
def test_the_same_table_comes_out_of_every_encoding_and_separator(read, encoding, separator):
    table = read(as_csv(separator).encode(encoding))
    assert [table.headings, *(line.cells for line in table.lines)] == [tuple(r) for r in ROWS]
    assert [line.number for line in table.lines] == [2, 3]


def test_a_western_file_is_no_arabic_one(read):
    table = read("code;name\nDE;Größe und Maß\nFR;Café crème\n".encode("cp1252"))
    assert [line.cells[1] for line in table.lines] == ["Größe und Maß", "Café crème"]


def test_the_user_may_say_the_encoding(read):
    assert read("code,name\nA,й\n".encode("cp1251"), encoding="cp1251").lines[0].cells[1] == "й"


def test_titles_above_the_headings_and_blank_rows_are_no_rows(read):
    text = "Tariff of 2026\n\n" + as_csv(",") + "\n\n"
    table = read(text.encode())
    assert table.headings[0] == "رمز البند"
    assert [line.cells for line in table.above] == [("Tariff of 2026",)]
    assert [line.number for line in table.lines] == [4, 5]


def test_a_cell_of_several_lines_keeps_the_rows_numbers_right(read):
    table = read(b'code,name\n1010,"two\nlines"\n1020,one\n')
    assert [(line.number, line.cells[1]) for line in table.lines] == [(2, "two lines"), (4, "one")]


def test_a_book_shows_percentages_days_and_the_zeros_of_its_format(read):
    content = book(
        [
            ["code", "description", "duty", "valid from"],
            [10121100000, "Horses", 0.05, date(2026, 1, 1)],
            ["0102", "Cattle", 6.5, datetime(2026, 2, 1)],  # noqa: DTZ001 - as Excel has it
            [103, True, None, None],
        ],
        A2="000000000000",
        C2="0%",
    )
    cells = [line.cells for line in read(content, "book.xlsx").lines]
    assert cells == [
        ("010121100000", "Horses", "5%", "2026-01-01"),
        ("0102", "Cattle", "6.5", "2026-02-01"),
        ("103", "yes"),
    ]


def test_what_is_merged_downwards_stands_in_each_row_and_the_largest_sheet_is_read(read):
    workbook = Workbook()
    workbook.active.append(["Read me first"])
    sheet = workbook.create_sheet()
    for row in (["Tariff", None, None], ["code", "unit", "name"], ["0101", "KGM", "One"],
                ["0102", None, "Two"], ["0103", None, "Three"]):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("B3:B4")
    table = read(saved(workbook), "book.xlsx")
    assert table.headings == ("code", "unit", "name")
    assert [line.cells[1] for line in table.lines] == ["KGM", "KGM", ""]


def test_a_list_in_json_is_a_table_of_its_names(read):
    rows = [{"value": "1A", "comment": "Drum"}, {"value": 2, "more": [1]}]
    table = read(json.dumps({"label": "x", "values": rows}).encode())
    assert table.headings == ("value", "comment", "more")
    assert [line.cells for line in table.lines] == [("1A", "Drum"), ("2",)]


def zip_bomb():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in range(6):
            packed.writestr(f"xl/{part}.xml", bytes(1 << 20))
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n\n ,,, \n",
        bytes(range(256)) * 100,
        b"\x00" * 5000,
        b"\xff\xfe\xff",
        b"PK\x03\x04 and rubbish",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        book([["code"], ["1010"]])[:-200],
        b'code,name\n1010,"' + b"x" * 200_000,
        b"[" * 100_000,
        b'{"values": 1}',
        b"[]",
        b'{"a": [{"b": 1}]',
        (b"a," * 300 + b"\n") * 3,
    ],
    ids=range(14),
)
def test_rubbish_is_refused_with_one_sentence(read, content):
    with pytest.raises(FileRefused) as refused:
        read(content)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


def test_a_book_that_unpacks_to_more_than_any_list_is_refused_unread(read, monkeypatch):
    monkeypatch.setattr(table_books, "LARGEST_UNPACKED", 5 << 20)
    with pytest.raises(FileRefused, match="larger than any list"):
        read(zip_bomb(), "bomb.xlsx")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(FileRefused, match="larger than any list"):
        read_table(path, KNOWN)


def test_more_rows_than_any_list_are_refused(read, monkeypatch):
    monkeypatch.setattr(table_files, "MOST_ROWS", 100)
    with pytest.raises(FileRefused, match="larger than any list"):
        read(b"code,name\n" + b"1010,x\n" * 101)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.csv", tmp_path, tmp_path / "a\x00b"):
        with pytest.raises(FileRefused, match="cannot be read"):
            read_table(path, KNOWN)


def test_reading_can_be_cancelled(read):
    with pytest.raises(ReadingCancelled):
        read(as_csv(",").encode(), is_cancelled=lambda: True)


@given(st.text(max_size=300))
@example('a,"b')
@example("{")
@example("code\x00,name\n1,2")
def test_any_text_is_a_table_or_refused(text):
    try:
        table = read_text(text, "pasted", KNOWN)
    except FileRefused:
        return
    assert table.lines or table.headings
    assert all(any(line.cells) for line in table.lines)
