"""Usual prices, offences and licences come from CSV files: every line is taken or named."""

from datetime import date
from decimal import Decimal

import pytest

from sad_desktop.brokerage.ledgers import Ledger, UsualPrice
from sad_desktop.errors import FileRefused, UserError
from sad_desktop.paths import Paths
from sad_desktop.services.ledgers import Ledgers, read_file, write_file
from sad_desktop.services.workspace import Workspace

ROWS = (
    UsualPrice(
        commodity_code="100630100000",
        origin="IN",
        least=Decimal("0.250"),
        most=Decimal("1234.5"),
        valid_from=date(2026, 1, 1),
        source="Circular 4, “rice”",
    ),
    UsualPrice(commodity_code="8418", unit="NMB", least=Decimal(10), most=Decimal(20)),
)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "prices.csv"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_written_is_read_again(file, language):
    write_file(Ledger.PRICES, ROWS, file, language)
    read = read_file(Ledger.PRICES, file)
    assert (read.entries, read.problems, read.unknown) == (ROWS, (), ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_spreadsheets_of_the_region_are_read(file, encoding, separator):
    lines = (
        ("رمز بند التعرفة أو أوّله", "least", "Greatest value", "المصدر", "غير معروف"),
        ("1006", "1", "٢٫٥", "تعميم", "x"),
        ("", "", "", "", ""),
    )
    if encoding == "cp1256":
        lines = tuple(tuple(cell.replace("٢٫٥", "2.5") for cell in line) for line in lines)
    text = "\r\n".join(separator.join(line) for line in lines)
    file.write_bytes(text.encode(encoding))
    read = read_file(Ledger.PRICES, file)
    (row,) = read.entries
    assert (row.commodity_code, row.most, row.source) == ("1006", Decimal("2.5"), "تعميم")
    assert read.unknown == ("غير معروف",)


def test_each_bad_line_is_named_and_then_nothing_is_taken(file, tmp_path):
    file.write_text(
        "commodity_code,least,most,valid_from\n"
        "1006,1,2,01/01/2026\n,1,2,\n1006,x,2,\n1006,3,2,\n1006,1,2,31/02/2026\n",
        encoding="utf-8",
    )
    read = read_file(Ledger.PRICES, file)
    assert len(read.entries) == 1
    assert [(one.line, one.field) for one in read.problems] == [
        (3, "commodity_code"),
        (4, "least"),
        (5, "most"),
        (6, "valid_from"),
    ]
    workspace = Workspace(Paths(tmp_path / "data"), user="Salma")
    own = Ledgers(workspace, "bh")
    with pytest.raises(UserError, match="4 lines"):
        own.take_file(Ledger.PRICES, read)
    assert own.entries(Ledger.PRICES) == ()
    workspace.close()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04\x00\x00",
        b"\xff\xfea",
        b"a,b,c\n1,2,3\n",
        b"\x00" * 50,
        b'commodity_code,least\n"' + b"x" * 200_000,
    ],
)
def test_what_is_no_such_table_is_refused_in_a_sentence(file, content):
    file.write_bytes(content)
    with pytest.raises(FileRefused, match=r"prices\.csv"):
        read_file(Ledger.PRICES, file)


def test_a_file_that_is_not_there_or_too_large_is_refused(file, monkeypatch):
    with pytest.raises(FileRefused):
        read_file(Ledger.PRICES, file)
    file.write_text("commodity_code\n1006\n")
    monkeypatch.setattr("sad_desktop.services.ledgers.MOST_BYTES", 5)
    with pytest.raises(FileRefused, match="too large"):
        read_file(Ledger.PRICES, file)
