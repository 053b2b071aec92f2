"""A draft that came from no file gets a new one, in the order and with the slots of real files."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures, HeaderFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.resources import resource
from sad_desktop.xml import mapping, order
from sad_desktop.xml.losses import losses
from sad_desktop.xml.read import read
from sad_desktop.xml.write import write
from tests.carried import carried, differences, lost
from tests.strategies import drafts

REAL = Path(__file__).parents[2].parent / "shared" / "samples" / "asycuda"


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(drafts())
def test_whatever_the_format_carries_of_a_draft_comes_back_and_the_rest_is_told(draft: Draft):
    draft = replace(draft, source=None, rejected={})
    again = read(write(draft, None), "new.xml")
    assert differences(carried(again), carried(draft)) == []
    told = {(loss.number, loss.place.field) for loss in losses(draft, {})}
    assert set(lost(draft.declaration, again.declaration)) <= told


@pytest.mark.parametrize("name", ["im4-seven-items.xml", "im4-assessed.xml"])
def test_a_shipped_sample_is_written_anew_letter_by_letter(name: str):
    content = resource(f"samples/{name}").read_bytes()
    assert write(replace(read(content, name), source=None), None) == content


@pytest.mark.samples
@pytest.mark.parametrize(
    "name",
    [
        *("albania-im4-86-items.xml", "albania-im4-containers-two-currencies.xml"),
        *("albania-im4-mode2.xml", "albania-im4-unverified-draft.xml"),
        *("albania-im7-suspended.xml", "grenada-im7-assessed-3-items.xml"),
        *("jamaica-imr4-header-only.xml", "nepal-im4-119-items.xml"),
        *("tool-easycustoms-119-items.xml", "tool-jaxb-7-tax-slots.xml"),
    ],
)
def test_a_real_draft_without_its_file_keeps_its_fields_and_figures(name: str):
    if not REAL.is_dir():
        pytest.skip(f"{name} is not beside the project")
    draft = read((REAL / name).read_bytes(), name)
    again = read(write(replace(draft, source=None), None), name)
    assert again.declaration == draft.declaration
    assert again.rejected == draft.rejected
    assert again.declared == draft.declared


def root_of(draft: Draft) -> etree._Element:
    return etree.fromstring(write(draft, None))


def test_a_blank_declaration_has_every_slot():
    root = root_of(Draft(declaration=Declaration(items=(Item(key=1),))))
    item = root.find("Item")
    assert item is not None
    assert len(root.findall("Assessment_notice/Item_tax_total")) == 14
    assert len(root.findall("Global_taxes/Global_tax_item")) == 8
    assert len(item.findall("Tarification/Supplementary_unit")) == 3
    assert len(item.findall("Taxation/Taxation_line")) == 8
    assert not item.findall("Attached_documents")
    assert root.findtext("Property/Selected_page") == "1"
    assert root.findtext("Valuation/Gs_insurance/Currency_name") == "No foreign currency"


def test_elements_stand_in_the_order_of_real_files():
    root = root_of(read(resource("samples/im4-assessed.xml").read_bytes(), "a.xml"))
    left_out = {path.rpartition("/")[2] for path in order.WRITTEN_WHEN_USED}
    for table, top in ((order.HEADER_ORDER, root), (order.ITEM_ORDER, root.find("Item"))):
        for path, names in table.items():
            parent = top if not path else top.find(path)
            if parent is None or path == mapping.DOCUMENT_ELEMENT:
                continue
            found = list(dict.fromkeys(child.tag for child in parent))
            rows = {mapping.CONTAINER_ELEMENT, mapping.PREVIOUS_ELEMENT, "Supplier_documents"}
            wanted = [name for name in names if name not in rows | left_out or name in found]
            assert found == wanted, path


def test_blanks_are_null_for_texts_and_empty_for_numbers():
    text = write(Draft(declaration=Declaration(items=(Item(key=1),))), None).decode()
    assert "<Location_of_goods>\n<null/>\n</Location_of_goods>" in text
    assert "<Delay/>" in text
    assert "<Duty_tax_Base/>" in text
    assert "<Duty_tax_code>\n<null/>\n</Duty_tax_code>" in text
    assert "<Year" not in text


def test_what_can_be_counted_is_counted_where_nothing_was_computed():
    draft = read(resource("samples/im4-seven-items.xml").read_bytes(), "a.xml")
    root = root_of(replace(draft, source=None, declared=None))
    assert root.findtext("Property/Forms/Number_of_the_form") == "1"
    assert root.findtext("Property/Forms/Total_number_of_forms") == "3"
    assert root.findtext("Property/Nbers/Total_number_of_items") == "7"
    assert root.findtext("Property/Nbers/Total_number_of_packages") == "292"
    assert root.findtext("Valuation/Total/Total_weight") == "11906.5"
    assert root.findtext("Valuation/Total/Total_invoice") == "129530.50"


def test_computed_figures_are_written():
    draft = Draft(declaration=Declaration(items=(Item(key=4),)))
    computed = Figures(header=HeaderFigures(form_total=9, payment_mode="CASH"))
    root = etree.fromstring(write(draft, computed))
    assert root.findtext("Property/Forms/Total_number_of_forms") == "9"
    assert root.findtext("Financial/Mode_of_payment") == "CASH"


@pytest.mark.parametrize(
    ("declaration_type", "flow"), [("IM", "I"), ("EX", "E"), ("ex1", "E"), ("TR", ""), ("", "")]
)
def test_the_flow_follows_the_type(declaration_type: str, flow: str):
    root = root_of(Draft(declaration=Declaration(declaration_type=declaration_type)))
    assert (root.findtext("Property/Sad_flow") or "").strip() == flow
