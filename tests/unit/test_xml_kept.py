"""What a file says beyond the fields is listed: every name once, with where it stands."""

from pathlib import Path

import pytest

from sad_desktop.resources import resource
from sad_desktop.xml.kept import MOST_KEPT, kept
from sad_desktop.xml.read import read
from sad_desktop.xml.write import write

REAL = Path(__file__).parents[2].parent / "shared" / "samples" / "asycuda"
ITEM = "<Item><Packages><Number_of_packages>{}</Number_of_packages>{}</Packages></Item>"


def of(inside: str):
    return kept(f'<?xml version="1.0"?>\n<ASYCUDA>{inside}</ASYCUDA>'.encode(), "a.xml")


def test_names_nobody_knows_stand_in_the_list_once_with_items_line_and_text():
    first = ITEM.format(1, "<Colour>red</Colour>\n")
    second, third = ITEM.format(2, ""), ITEM.format(3, "<Colour>blue</Colour>")
    (one,) = of(first + second + third)
    assert (one.path, one.count, one.items) == ("Item/Packages/Colour", 2, (1, 3))
    assert (one.line, one.text, one.is_known) == (2, "red", False)


def test_attributes_are_listed_wherever_they_stand():
    found = of('<Property id="7"><Sad_flow kind="x">I</Sad_flow></Property>')
    assert [one.path for one in found] == ["Property/@id", "Property/Sad_flow/@kind"]
    assert all(one.is_attribute for one in found)


def test_an_element_of_the_format_without_a_field_is_told_from_an_unknown_one():
    found = of("<Export_release><Comments>left</Comments><Reason>1</Reason></Export_release>")
    assert [(one.path, one.is_known) for one in found] == [
        ("Export_release/Comments", True),
        ("Export_release/Reason", False),
    ]


def test_what_stands_twice_is_read_once_and_listed_once():
    found = of("<Transport><Location_of_goods>A</Location_of_goods>"
               "<Location_of_goods>B</Location_of_goods></Transport>")  # fmt: skip
    assert [(one.path, one.text) for one in found] == [("Transport/Location_of_goods", "B")]


def test_slots_beyond_those_of_the_form_and_unknown_parts_of_rows_are_listed():
    unit = "<Supplementary_unit><Suppplementary_unit_code>{}</Suppplementary_unit_code></Supplementary_unit>"  # noqa: E501
    units = "".join(unit.format(code) for code in ("A", "B", "C", "D"))
    tax = "<Taxation><Taxation_line><Duty_tax_code>VAT</Duty_tax_code><Why>law</Why></Taxation_line></Taxation>"  # noqa: E501
    found = of(f"<Item><Tarification>{units}</Tarification>{tax}</Item>")
    assert [(one.path, one.text) for one in found] == [
        ("Item/Tarification/Supplementary_unit/Suppplementary_unit_code", "D"),
        ("Item/Taxation/Taxation_line/Why", "law"),
    ]


def test_a_blank_slot_counts_as_one():
    unit = "<Supplementary_unit><Suppplementary_unit_code>D</Suppplementary_unit_code></Supplementary_unit>"  # noqa: E501
    inside = "<Supplementary_unit/>" * 3 + unit
    (one,) = of(f"<Item><Tarification>{inside}</Tarification></Item>")
    assert one.text == "D"


def test_blanks_and_what_fields_say_anyway_are_not_listed():
    inside = "<Property><Sad_flow>I</Sad_flow><Selected_page>2</Selected_page></Property><New/>"
    assert of(inside + "<Older><null/></Older>") == ()
    sample = resource("samples/im4-seven-items.xml")
    assert kept(sample.read_bytes(), sample.name) == ()


def test_a_file_of_nothing_but_unknown_names_gives_a_list_that_ends():
    assert len(of("".join(f"<n{number}>x</n{number}>" for number in range(5_000)))) == MOST_KEPT


def test_all_that_is_listed_is_still_there_when_the_file_is_written():
    content = (
        b'<ASYCUDA id="9"><Property><New>yes</New></Property>'
        b"<Transport><Location_of_goods>A</Location_of_goods></Transport></ASYCUDA>"
    )
    draft = read(content, "a.xml")
    declaration = type(draft.declaration)(goods_location="B")
    written = write(type(draft)(declaration=declaration, source=draft.source), None)
    assert b">B<" in written
    assert kept(written, "b.xml") == kept(content, "a.xml")


@pytest.mark.samples
@pytest.mark.skipif(not REAL.is_dir(), reason="shared/samples/asycuda is absent")
def test_what_other_tools_add_is_found_in_their_files():
    def paths(name: str) -> set[str]:
        return {one.path for one in kept((REAL / name).read_bytes(), name)}

    assert paths("tool-waternut-4-items.xml") == {
        "Transport/Single_waybill_flag",
        "Item/Suppliers_link/Suppliers_link_code",
        "Suppliers_documents/Suppliers_document_date",
    }
    assert paths("grenada-blank.xml") == set()
    assert "Assessment_notice/Total_item_taxes" in paths("jamaica-imr4-header-only.xml")
