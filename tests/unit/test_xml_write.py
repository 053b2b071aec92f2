"""A file is written back as it was read, but for what was edited."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.figures import (
    CostFigure,
    Figures,
    HeaderFigures,
    ItemFigures,
    TaxFigure,
)
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import insert_items, move_item, remove_items
from sad_desktop.declaration.rows import Container, Document, PreviousDeclaration
from sad_desktop.resources import resource
from sad_desktop.xml.read import read
from sad_desktop.xml.write import write

REAL = Path(__file__).parents[2].parent / "shared" / "samples" / "asycuda"
NAMES = (
    *("albania-im4-86-items.xml", "albania-im4-containers-two-currencies.xml"),
    *("albania-im4-mode2.xml", "albania-im4-unverified-draft.xml", "albania-im7-suspended.xml"),
    *("grenada-blank.xml", "grenada-ex9-writeoff.xml", "grenada-im7-assessed-3-items.xml"),
    *("jamaica-imr4-header-only.xml", "nepal-im4-119-items.xml", "tool-easycustoms-119-items.xml"),
    *("tool-jaxb-7-tax-slots.xml", "tool-waternut-4-items.xml", "tool-xmport-3-items.xml"),
)


def real(name: str) -> bytes:
    if not REAL.is_dir():
        pytest.skip(f"{name} is not beside the project")
    return (REAL / name).read_bytes()


def assessed() -> Draft:
    return read(resource("samples/im4-assessed.xml").read_bytes(), "im4-assessed.xml")


def edited(draft: Draft, **changes: Any) -> Draft:
    return replace(draft, declaration=replace(draft.declaration, **changes))


def edited_item(draft: Draft, key: int, **changes: Any) -> Draft:
    items = tuple(
        replace(item, **changes) if item.key == key else item for item in draft.declaration.items
    )
    return edited(draft, items=items)


def leaves(content: bytes) -> dict[str, str]:
    """Return the text of every leaf by its path with numbers; a null counts as no text."""
    root = etree.fromstring(content)
    tree = root.getroottree()
    return {
        tree.getpath(element): (element.text or "").strip()
        for element in root.iter(etree.Element)
        if element.tag != "null" and all(child.tag == "null" for child in element)
    }


def changed(before: bytes, after: bytes) -> dict[str, str | None]:
    """Return the leaves that differ, without the root, and what they say now."""
    old, new = leaves(before), leaves(after)
    return {
        path.removeprefix("/ASYCUDA/"): new.get(path)
        for path in {**old, **new}
        if old.get(path) != new.get(path)
    }


def said(content: bytes) -> dict[str, list[str]]:
    """Return the leaves that say something, as lines without indentation."""
    found = leaves(content)
    return {path: re.split(r"\s*\n\s*", text) for path, text in found.items() if text}


@pytest.mark.samples
@pytest.mark.parametrize("name", NAMES)
def test_a_real_file_nobody_edited_is_written_byte_for_byte(name: str):
    content = real(name)
    assert write(read(content, name), None) == content
    assert write(read(content, name), Figures()) == content


@pytest.mark.samples
@pytest.mark.parametrize("name", NAMES)
def test_in_a_real_file_one_edited_field_changes_its_element_only(name: str):
    content = real(name)
    draft = read(content, name)
    rejected = {at: text for at, text in draft.rejected.items() if at.field != "goods_location"}
    draft = replace(edited(draft, goods_location="SHED <7> & ٣"), rejected=rejected)
    written = write(draft, None)
    path = "Transport/Location_of_goods"
    assert changed(content, written) == {path: "SHED <7> & ٣"}
    old = re.search(rb"<Location_of_goods(?:/>|>.*?</Location_of_goods>)", content, re.DOTALL)
    assert old is not None
    new = "<Location_of_goods>SHED &lt;7&gt; &amp; ٣</Location_of_goods>".encode()
    assert written == content[: old.start()] + new + content[old.end() :]


@pytest.mark.samples
@pytest.mark.parametrize("name", NAMES)
def test_an_edit_taken_back_gives_what_the_real_file_said(name: str):
    content = real(name)
    draft = edited(read(content, name), warehouse="W9", consignee_name="One\nTwo")
    again = read(write(draft, None), name)
    original = read(content, name).declaration
    back = edited(again, warehouse=original.warehouse, consignee_name=original.consignee_name)
    assert said(write(back, None)) == said(content)


def test_a_price_keyed_anew_stands_wherever_the_price_stands():
    draft = assessed()
    written = write(edited_item(draft, 2, invoice_amount=Decimal("5300.50")), None)
    assert draft.source is not None
    assert changed(draft.source.content, written) == {
        "Item[2]/Tarification/Item_price": "5300.50",
        "Item[2]/Valuation_item/Item_Invoice/Amount_foreign_currency": "5300.50",
    }


def test_a_type_keyed_anew_changes_the_flow():
    draft = assessed()
    written = write(edited(draft, declaration_type="EX"), None)
    assert draft.source is not None
    assert changed(draft.source.content, written) == {
        "Identification/Type/Type_of_declaration": "EX",
        "Property/Sad_flow": "E",
    }


def test_a_field_blanked_is_null_or_empty_as_its_kind_is():
    draft = edited(assessed(), manifest="", registration_day=None, registration_number="")
    written = write(draft, None)
    assert b"<Manifest_reference_number>\n<null/>\n</Manifest_reference_number>" in written
    assert b"<Number/>\n<Date/>\n</Registration>" in written


def test_a_rejected_text_is_written_as_it_was_typed():
    draft = replace(assessed(), rejected={Place("net_mass", 1): "12 kg\x07"})
    written = write(draft, None)
    assert b"<Net_weight_itm>12 kg</Net_weight_itm>" in written
    assert read(written, "b.xml").rejected == {Place("net_mass", 1): "12 kg"}


STRANGE = (
    '\ufeff<?xml version=\'1.0\'   encoding="utf-8"?>\r\n<!-- kept -->\r\n<ASYCUDA  id="7" >\r\n'
    "\t<New a='>' ><Deep>1.0</Deep></New>\r\n\t<Warehouse>\r\n\t\t<Identification k=\"v\" />\r\n"
    "\t\t<Delay u='d'>30</Delay><!-- <Delay>1</Delay> -->\r\n\t</Warehouse>\r\n"
    "\t<Item><Licence_number>L<![CDATA[<1>]]></Licence_number><Free_text_1/></Item>\r\n"
    "\t<Valuation><Total_cost>1.0623724E7</Total_cost></Valuation>\r\n</ASYCUDA>\r\n<!-- end -->"
).encode()


def test_everything_strange_stays_where_it_stood():
    draft = read(STRANGE, "a.xml")
    draft = edited(draft, warehouse="A&B", warehouse_days=None)
    draft = edited_item(draft, 1, free_text_1="one")
    wanted = STRANGE.replace(
        b'<Identification k="v" />', b'<Identification k="v">A&amp;B</Identification>'
    )
    wanted = wanted.replace(b"<Delay u='d'>30</Delay>", b"<Delay u='d' />")
    wanted = wanted.replace(b"<Free_text_1/>", b"<Free_text_1>one</Free_text_1>")
    assert write(draft, None) == wanted


def test_a_missing_element_is_put_where_it_belongs_and_looks_like_the_others():
    draft = edited(read(STRANGE, "a.xml"), goods_location="P1", exporter_name="One\nTwo")
    written = write(draft, None).decode()
    start = '<ASYCUDA  id="7" >\r\n\t<Traders>\r\n\t\t<Exporter>\r\n\t\t\t<Exporter_code />\r\n'
    assert start in written
    assert "<Exporter_name>One\r\nTwo</Exporter_name>" in written
    assert written.index("<Traders>") < written.index("<Transport>") < written.index("<Warehouse>")
    assert read(written.encode(), "b.xml").declaration == draft.declaration


@pytest.mark.parametrize("encoding", ["windows-1256", "ISO-8859-1", "UTF-16"])
def test_the_encoding_of_a_file_is_kept_and_holds_any_letter(encoding: str):
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<ASYCUDA><Warehouse><Identification>W'
        "</Identification></Warehouse></ASYCUDA>"
    )
    content = text.encode(encoding)
    written = write(edited(read(content, "a.xml"), warehouse="مخزن é 7"), None)
    assert written.decode(encoding).startswith(text[:40])
    assert read(written, "b.xml").declaration.warehouse == "مخزن é 7"


def test_a_removed_item_is_gone_with_its_containers_and_counted():
    content = resource("samples/im4-seven-items.xml").read_bytes()
    draft = remove_items(read(content, "a.xml"), [2]).apply(read(content, "a.xml"))
    written = write(draft, None)
    blocks = re.findall(rb"\n<Item>.*?</Item>", content, re.DOTALL)
    assert re.findall(rb"\n<Item>.*?</Item>", written, re.DOTALL) == blocks[:1] + blocks[2:]
    found = {path: text for path, text in leaves(written).items() if "/Item" not in path}
    assert found["/ASYCUDA/Property/Nbers/Total_number_of_items"] == "6"
    assert found["/ASYCUDA/Property/Forms/Total_number_of_forms"] == "3"
    assert found["/ASYCUDA/Property/Nbers/Total_number_of_packages"] == "252"
    rows = read(written, "b.xml").declaration.containers
    assert [row.item_key for row in rows] == [1, 2, 3, 4, 5, 6]


def test_an_added_item_is_a_whole_block_in_the_looks_of_the_file():
    draft = assessed()
    item = Item(commodity_code="870322700000", documents=(Document(document_code="380"),))
    written = write(insert_items(draft, 1, [item]).apply(draft), None)
    root = etree.fromstring(written)
    new = root.findall("Item")[1]
    assert new.findtext("Tarification/HScode/Commodity_code") == "87032270"
    assert new.findtext("Tarification/HScode/Precision_1") == "0000"
    assert len(new.findall("Tarification/Supplementary_unit")) == 3
    assert len(new.findall("Taxation/Taxation_line")) == 8
    assert new.findtext("Tarification/Attached_doc_item") == "380"
    shapes = [
        [
            child.tag
            for child in item.iter()
            if child.tag != "null" and not child.tag.startswith("Attached_document")
        ]
        for item in root.findall("Item")
    ]
    assert shapes[1] == shapes[0]
    assert draft.source is not None
    for block in re.findall(rb"\n<Item>.*?</Item>", draft.source.content, re.DOTALL):
        assert block in written


def test_moved_items_change_places_and_nothing_in_them():
    draft = assessed()
    written = write(move_item(draft, 3, 0).apply(draft), None)
    assert draft.source is not None
    blocks = re.findall(rb"<Item>.*?</Item>", draft.source.content, re.DOTALL)
    assert re.findall(rb"<Item>.*?</Item>", written, re.DOTALL) == [blocks[2], blocks[0], blocks[1]]


def test_a_blank_item_beyond_the_last_stays_behind_those_added():
    content = (
        b"<ASYCUDA><Property><Nbers><Total_number_of_items>1</Total_number_of_items></Nbers>"
        b"</Property><Item><Licence_number>L</Licence_number></Item><Item><Free_text_1/></Item>"
        b"</ASYCUDA>"
    )
    draft = read(content, "a.xml")
    draft = insert_items(draft, 1, [Item(licence_number="M")]).apply(draft)
    written = write(draft, None)
    assert written.endswith(b"<Item><Free_text_1/></Item></ASYCUDA>")
    licences = [item.licence_number for item in read(written, "b.xml").declaration.items]
    assert licences == ["L", "M"]


def test_a_document_fills_a_blank_slot_and_leaves_one():
    slot = "<Attached_documents><Attached_document_code/></Attached_documents>"
    used = slot.replace("_code/>", "_code>380</Attached_document_code>")
    content = f"<ASYCUDA><Item>{slot}{used}{slot}</Item></ASYCUDA>".encode()
    draft = read(content, "a.xml")
    two = (Document(document_code="380"), Document(document_code="705"))
    written = write(edited_item(draft, 1, documents=two), None)
    assert written.count(b"<Attached_documents>") == 3
    assert read(written, "b.xml").declaration.items[0].documents == two
    none = write(edited_item(draft, 1, documents=()), None)
    assert none.count(b"<Attached_documents>") == 3
    assert not read(none, "b.xml").declaration.items[0].documents


def test_rows_keep_what_the_program_does_not_know():
    row = (
        "<Container><Item_Number>1</Item_Number><Container_identity>{0}</Container_identity>"
        "<Seal>{0}</Seal></Container>"
    )
    rows = "".join(row.format(name) for name in "ABC")
    draft = read(f"<ASYCUDA><Item/>{rows}</ASYCUDA>".encode(), "a.xml")
    a, b, c = draft.declaration.containers
    b = replace(b, fullness="FCL")
    written = write(edited(draft, containers=(c, b, Container(identity="N"))), None).decode()
    assert re.findall(r"<Seal>(.)</Seal>", written) == ["C", "B"]
    assert [c.identity for c in read(written.encode(), "b.xml").declaration.containers] == [
        "C",
        "B",
        "N",
    ]
    assert a.identity not in re.findall(r"<Container_identity>(.)<", written)


def test_previous_declarations_are_written_behind_their_own():
    rows = "".join(
        f"<Prev_decl><Prev_decl_reg_number>{name}</Prev_decl_reg_number><Prev_decl_current_item>"
        f"{item}</Prev_decl_current_item></Prev_decl>"
        for name, item in (("A", 2), ("B", 1), ("C", 2))
    )
    draft = read(f"<ASYCUDA>{rows}<Item/><Item/></ASYCUDA>".encode(), "a.xml")
    more = (*draft.declaration.items[0].previous_declarations, PreviousDeclaration(number="D"))
    draft = edited_item(draft, 1, previous_declarations=more)
    written = write(remove_items(draft, [2]).apply(draft), None).decode()
    assert re.findall(r"reg_number>(.)</", written) == ["B", "D"]


FRESH = Figures(
    header=HeaderFigures(cif=Decimal("9000.1"), total_taxes=Decimal("900"), item_count=3),
    items=tuple(
        (
            key,
            ItemFigures(
                cif=Decimal(key),
                external_freight=CostFigure(national=Decimal("1234.5")),
                taxes=(TaxFigure(tax_code="DTY", base=Decimal(key), amount=Decimal("0.5")),),
            ),
        )
        for key in (1, 2, 3)
    ),
)


def test_figures_are_kept_while_nothing_they_depend_on_was_edited():
    draft = edited(assessed(), exporter_name="Another", arrival_identity="MV OTHER")
    written = write(draft, FRESH)
    assert draft.source is not None
    assert set(changed(draft.source.content, written)) == {
        "Traders/Exporter/Exporter_name",
        "Transport/Means_of_transport/Departure_arrival_information/Identity",
    }


def test_computed_figures_take_the_place_of_stale_ones():
    draft = edited(assessed(), exchange_rate=Decimal("0.4"))
    found = leaves(write(draft, FRESH))
    assert found["/ASYCUDA/Valuation/Total_CIF"] == "9000.1"
    assert found["/ASYCUDA/Financial/Amounts/Totals_taxes"] == "900"
    assert found["/ASYCUDA/Financial/Amounts/Global_taxes"] == "3.000"
    assert found["/ASYCUDA/Item[2]/Valuation_item/Total_CIF_itm"] == "2"
    assert found["/ASYCUDA/Item[2]/Tarification/Value_item"] == "1,234.5+0+5.637+0-0"
    assert found["/ASYCUDA/Item[2]/Taxation/Taxation_line[1]/Duty_tax_amount"] == "0.5"
    assert found["/ASYCUDA/Item[2]/Taxation/Taxation_line[2]/Duty_tax_code"] == ""
    assert len([path for path in found if "Item[2]/Taxation/Taxation_line" in path]) == 8 * 6


def test_equal_figures_keep_the_spelling_of_the_file():
    draft = assessed()
    assert draft.declared is not None
    respelled = replace(
        draft.declared.header, total_taxes=draft.declared.header.total_taxes + Decimal("0.000000")
    )
    draft = edited(draft, general_procedure="9")
    written = write(draft, replace(draft.declared, header=respelled))
    assert draft.source is not None
    assert set(changed(draft.source.content, written)) == {
        "Identification/Type/Declaration_gen_procedure_code"
    }


def test_a_gross_mass_changes_the_total_and_the_taxes_but_no_value_by_value():
    draft = edited_item(assessed(), 1, gross_mass=Decimal("400"))
    found = changed(draft.source.content if draft.source else b"", write(draft, FRESH))
    assert found["Valuation/Total/Total_weight"] == "1790"
    assert "Valuation/Total_CIF" not in found
    assert found["Financial/Amounts/Totals_taxes"] == "900"
    by_weight = edited(draft, apportionment="1")
    assert write(by_weight, FRESH).count(b"<Total_CIF>9000.1</Total_CIF>") == 1


def test_declared_figures_let_go_are_blanked():
    written = write(replace(assessed(), declared=None), None)
    assert read(written, "b.xml").declaration == assessed().declaration
    assert b"<Total_CIF/>" in written
    assert b"VAT" not in written
