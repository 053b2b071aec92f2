"""What goes out of dossiers and comes in: mails, envelopes, invoices, declarations."""

import email
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from email import policy
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from sad_desktop.brokerage.advance_cargo import Dossier, Invoice, InvoiceLine
from sad_desktop.brokerage.advance_cargo_files import LINE_PARTS, lines_of_table
from sad_desktop.brokerage.advance_cargo_law import load_law
from sad_desktop.brokerage.list_layouts import by_headings
from sad_desktop.brokerage.list_parts import known_words
from sad_desktop.database.plain import from_plain, to_plain
from sad_desktop.declaration.draft import Place
from sad_desktop.errors import FileRefused, StorageUnavailable, UserError
from sad_desktop.services.advance_cargo_drafts import declaration_of, dossier_of
from sad_desktop.services.advance_cargo_envelope import (
    EnvelopePart,
    InvoiceLacks,
    envelope,
    invoice_book,
    save_envelope,
)
from sad_desktop.services.advance_cargo_notice import mail_draft, notice
from sad_desktop.services.desk import Desk
from sad_desktop.services.reference_lists import load_book
from sad_desktop.services.table_files import read_table
from tests.dossiers import ACID, NOW, accepted, dossier

LAW = load_law("eg")
ON = date(2026, 11, 2)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(book=load_book("eg"), on=ON)


def test_the_shipper_is_told_in_both_languages_with_the_number_unbroken():
    for language, first in (("en", "Dear"), ("ar", "تحية")):
        text = notice(accepted(), LAW, language)
        assert text.startswith(first)
        assert text.count(ACID) == 2
        assert "91310000" in text
        assert "صالح حتى 02/05/2027" in text
        assert "{" not in text
    assert "Invoice:" not in notice(replace(accepted(), invoices=()), LAW, "en")
    with pytest.raises(UserError):
        notice(dossier(), LAW, "en")


def test_a_mail_is_a_draft_to_the_exporter_whatever_was_keyed():
    one = replace(accepted(), exporter_email="a@b.example\r\nBcc: x@y.example", importer_name="{x}")
    mail = email.message_from_bytes(mail_draft(one, LAW, "ar"), policy=policy.default)
    assert mail["X-Unsent"] == "1"
    assert "Bcc" not in mail
    assert mail["Cc"] == "office@nile.example"
    assert ACID in mail["Subject"]
    assert "المستورد: {x}" in mail.get_content()


def test_an_invoice_is_a_table_with_the_five_data_and_no_formulas():
    line = replace(accepted().lines[0], description="=cmd()", price=Decimal("0.1"))
    one = replace(accepted(), lines=(line,))
    sheet = load_workbook(BytesIO(invoice_book(one, one.invoices[0]))).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    said = {row[0]: row[1] for row in rows}
    assert said["ACID"] == ACID
    assert said["Importer's tax number"] == "100-200-300"
    assert said["Exporter's registration number"] == "91310000"
    last = rows[-1]
    assert last[1:3] == ["8413701000", "=cmd()"]
    assert "4006381333931" in last
    assert sheet.cell(row=sheet.max_row, column=3).data_type == "s"
    assert str(last[-1]) == "0.1"


def test_an_invoice_written_is_read_again_as_it_was(tmp_path):
    own = accepted()
    path = tmp_path / "invoice.xlsx"
    path.write_bytes(invoice_book(own, own.invoices[0]))
    table = read_table(path, known_words(LINE_PARTS))
    lines, remarks = lines_of_table(table, by_headings(table, LINE_PARTS), (10,))
    assert remarks == ()
    assert lines == (replace(own.lines[0], invoice=""),)


def test_an_envelope_holds_each_document_as_a_file_of_its_own(tmp_path):
    packing = tmp_path / "packing list.pdf"
    packing.write_bytes(b"%PDF-1.4 packing")
    parts = envelope(accepted(), LAW, [packing], NOW)
    assert [part.name for part in parts] == ["invoice-01-INV-1.xlsx", "packing list.pdf"]
    size = save_envelope(parts, tmp_path / "e.zip", NOW)
    with zipfile.ZipFile(tmp_path / "e.zip") as archive:
        assert archive.read("packing list.pdf") == b"%PDF-1.4 packing"
        assert sum(one.file_size for one in archive.infolist()) == size
    save_envelope(parts, tmp_path / "folder", NOW)
    assert sorted(one.name for one in (tmp_path / "folder").iterdir()) == sorted(
        part.name for part in parts
    )
    with pytest.raises(UserError):
        save_envelope(parts, tmp_path / "folder", NOW)
    with pytest.raises(StorageUnavailable):
        save_envelope(parts, tmp_path / "nowhere" / "e.zip", NOW)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["e.zip", "folder", "packing list.pdf"]


def test_what_is_too_large_is_refused_with_its_numbers(tmp_path):
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"x" * 5_000_000)
    envelope(accepted(), LAW, [tmp_path / "a.pdf"], NOW)
    (tmp_path / "a.pdf").write_bytes(b"x" * 5_000_001)
    with pytest.raises(FileRefused, match=r"a.pdf has 5,000,001 bytes, and 5,000,000 are taken"):
        envelope(accepted(), LAW, [tmp_path / "a.pdf"], NOW)
    many = []
    for number in range(20):
        path = tmp_path / f"{number}.pdf"
        path.symlink_to(tmp_path / "b.pdf")
        many.append(path)
    with pytest.raises(FileRefused, match="100,000,000 are taken"):
        envelope(accepted(), LAW, many, NOW)


def test_an_envelope_is_not_made_of_doubles_of_nothing_or_of_what_is_missing(tmp_path):
    for name in ("a.pdf", "A.pdf"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(FileRefused, match="Two files"):
        envelope(accepted(), LAW, [tmp_path / "a.pdf", tmp_path / "A.pdf"], NOW)
    (tmp_path / "a.pdf").write_bytes(b"")
    with pytest.raises(FileRefused, match="empty"):
        envelope(accepted(), LAW, [tmp_path / "a.pdf"], NOW)
    with pytest.raises(FileRefused, match="cannot be read"):
        envelope(accepted(), LAW, [tmp_path / "gone.pdf"], NOW)
    with pytest.raises(InvoiceLacks) as lacks:
        envelope(dossier(), LAW, (), NOW)
    assert lacks.value.names == ("acid",)


def test_a_folder_half_written_leaves_nothing(tmp_path):
    parts = (EnvelopePart(name="a", content=b"a"), EnvelopePart(name="no/such", content=b"b"))
    with pytest.raises(StorageUnavailable):
        save_envelope(parts, tmp_path / "folder", NOW)
    assert list(tmp_path.iterdir()) == []


def test_rows_of_a_file_are_lines_or_are_named(tmp_path):
    file = tmp_path / "invoice.csv"
    file.write_text(
        "Commercial invoice,,,,\n"
        "HS Code,Description,Qty,Amount,EAN\n"
        '8413.70.1000,Pumps,30,"1,900.50",4006381333931\n'
        "841370,Parts,2,10,\n"
        "8413701000,Bad,two,10,\n"
        ",,,TOTAL,\n",
        encoding="utf-8",
    )
    table = read_table(file, known_words(LINE_PARTS))
    lines, remarks = lines_of_table(table, by_headings(table, LINE_PARTS), (10,))
    assert [line.heading for line in lines] == ["8413701000", "841370"]
    assert (lines[0].unit_quantity, lines[0].price) == (Decimal(30), Decimal("1900.50"))
    assert [(one.number, str(one)) for one in remarks] == [
        (4, "Heading 841370 has not 10 digits."),
        (5, "Column Qty: two is not understood."),
        (6, "There is no heading and no description here: it is no line of goods."),
    ]


def test_a_declaration_begins_with_an_item_for_each_heading_and_origin(desk):
    line = accepted().lines[0]
    other = replace(line, heading="8413910000", origin="DE", gross_mass=None)
    more = replace(line, description="Pump seals", price=Decimal("99.50"))
    one = replace(accepted(), lines=(line, other, more), vessel="MV Nile")
    one = replace(one, invoices=(replace(one.invoices[0], expenses=Decimal(-20)),))
    draft = declaration_of(one, desk)
    made = draft.declaration
    assert (made.acid, made.consignee_code, made.invoice_currency) == (ACID, "100-200-300", "USD")
    assert made.invoice_amount == Decimal("900.00")
    assert made.exporter_name == "Ningbo Pumps Co\n8 Harbour Road\nNingbo"
    assert (made.deductions, made.deductions_currency) == (Decimal(20), "USD")
    assert [item.commodity_code for item in made.items] == ["8413701000", "8413910000"]
    first, second = made.items
    assert first.invoice_amount == Decimal("999.50")
    assert first.gross_mass == Decimal("241.0")
    assert first.commercial_description == "Centrifugal pumps; Pump seals"
    assert second.gross_mass is None
    assert [row.document_code for row in first.documents][:2] == ["380", "705"]
    assert Place("acid") in draft.filled
    assert made.declaration_type == "IM"
    assert made.exchange_rate is not None


def test_a_dossier_begins_from_a_declaration_with_its_parties_and_goods(desk):
    made = declaration_of(accepted(), desk).declaration
    back = dossier_of(made, "eg")
    own = accepted()
    assert back.importer_code == own.importer_code
    assert (back.exporter_name, back.exporter_address) == (own.exporter_name, own.exporter_address)
    assert (back.bill, back.loading_port) == (own.bill, own.loading_port)
    assert back.invoices[0].number == "INV-1"
    assert back.lines[0].heading == "8413701000"
    assert back.acids == ()


TEXT = st.text(st.characters(exclude_categories=("C",)), max_size=20)
LINES = st.builds(
    InvoiceLine,
    heading=TEXT,
    description=TEXT,
    price=st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=3),
)


@given(st.lists(LINES, max_size=4), TEXT, st.none() | st.dates())
def test_a_dossier_goes_into_the_database_and_comes_back(lines, name, day):
    one = Dossier(
        lines=tuple(lines), exporter_name=name, ships_on=day, requested_at=NOW,
        invoices=(Invoice(number=name, issued=day),), acids=accepted().acids,
    )  # fmt: skip
    assert from_plain(Dossier, to_plain(one)) == one
