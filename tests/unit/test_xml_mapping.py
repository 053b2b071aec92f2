"""Every field has an element or a reason to have none, and every element its place."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest
from lxml import etree

from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.figures import CostFigure, HeaderFigures, ItemFigures, TaxFigure
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document, ManualTax, PreviousDeclaration
from sad_desktop.xml import mapping, order
from sad_desktop.xml.blocks import is_empty_when_blank

REAL = Path(__file__).parents[2].parent / "shared" / "samples" / "asycuda"
TABLES: dict[type, Mapping[str, str]] = {
    Declaration: mapping.HEADER,
    Item: mapping.ITEM,
    Container: mapping.CONTAINER,
    Document: mapping.DOCUMENT,
    PreviousDeclaration: mapping.PREVIOUS,
    HeaderFigures: mapping.HEADER_FIGURES,
    ItemFigures: mapping.ITEM_FIGURES,
}


def not_carried(model: type) -> set[str]:
    return {
        entry.partition(".")[2]
        for entry in mapping.NOT_CARRIED
        if entry.partition(".")[0] == model.__name__
    }


@pytest.mark.parametrize("model", TABLES)
def test_every_field_has_a_path_or_a_reason_to_have_none(model: type):
    known = set(definitions(model))
    assert known == set(TABLES[model]) | not_carried(model)
    assert not set(TABLES[model]) & not_carried(model)


def test_every_part_of_a_figure_has_a_path():
    assert {field.name for field in fields(CostFigure)} == set(mapping.COST_FIGURE)
    assert {field.name for field in fields(TaxFigure)} == set(mapping.TAX_FIGURE)
    for model, blocks in (
        (HeaderFigures, mapping.HEADER_COSTS),
        (ItemFigures, mapping.ITEM_COST_FIGURES),
    ):
        costs = {field.name for field in fields(model) if isinstance(field.default, CostFigure)}
        assert costs == set(blocks)


def test_what_is_not_carried_exists_and_says_why():
    models = {model.__name__: model for model in (*TABLES, ManualTax)}
    for entry, reason in mapping.NOT_CARRIED.items():
        name, _, field = entry.partition(".")
        assert not field or field in definitions(models[name])
        assert len(reason) > 10


def ordered(table: order.Order, path: str) -> bool:
    """Tell whether an element stands in a table below its parent."""
    *above, name = path.replace("[", "/[").split("/")
    while name.startswith("["):
        name = above.pop()
    parent = "/".join(part for part in above if not part.startswith("["))
    return name in table.get(parent, ())


def test_every_path_has_its_place_in_the_order():
    header = [*mapping.HEADER.values(), *mapping.HEADER_FIGURES.values(), mapping.FLOW]
    item = [*mapping.ITEM.values(), *mapping.ITEM_FIGURES.values()]
    item += [mapping.COST_FORMULA, mapping.DOCUMENT_CODES]
    for blocks, paths in ((mapping.HEADER_COSTS, header), (mapping.ITEM_COST_FIGURES, item)):
        paths += [
            f"{block}/{part}" for block in blocks.values() for part in mapping.COST_FIGURE.values()
        ]
    item += [f"{mapping.DOCUMENT_ELEMENT}/{name}" for name in mapping.DOCUMENT.values()]
    item += [f"{mapping.TAX_PATH}/{name}" for name in mapping.TAX_FIGURE.values()]
    rows = [f"{mapping.CONTAINER_ELEMENT}/{name}" for name in mapping.CONTAINER.values()]
    rows += [f"{mapping.PREVIOUS_ELEMENT}/{name}" for name in mapping.PREVIOUS.values()]
    rows += [
        f"{mapping.CONTAINER_ELEMENT}/{mapping.CONTAINER_ITEM}",
        f"{mapping.PREVIOUS_ELEMENT}/{mapping.PREVIOUS_ITEM}",
    ]
    tables = ((order.HEADER_ORDER, header), (order.ITEM_ORDER, item), (order.ROW_ORDER, rows))
    missing = [path for table, paths in tables for path in paths if not ordered(table, path)]
    assert missing == []


def test_no_two_fields_share_an_element():
    for table in TABLES.values():
        assert len(set(table.values())) == len(table)


def test_tables_name_elements_that_are_in_the_order():
    tables = (order.HEADER_ORDER, order.ITEM_ORDER)
    named = {*order.FIXED_SLOTS, *order.WRITTEN_WHEN_USED, *order.CONSTANTS}
    named |= {*order.EMPTY_WHEN_BLANK, *mapping.MIRRORS}
    assert [path for path in named if not any(ordered(table, path) for table in tables)] == []
    usual = {name for table in tables for names in table.values() for name in names}
    assert set(mapping.ALIASES.values()) <= usual
    assert not set(mapping.ALIASES) & usual


def test_blanks_are_as_in_real_files():
    assert is_empty_when_blank("Warehouse/Delay")
    assert is_empty_when_blank("Tarification/Supplementary_unit[2]/Suppplementary_unit_quantity")
    assert is_empty_when_blank("Valuation/Gs_insurance/Currency_rate")
    assert not is_empty_when_blank("Valuation/Gs_insurance/Currency_code")
    assert not is_empty_when_blank("Warehouse/Identification")


@pytest.mark.samples
@pytest.mark.parametrize(
    "name",
    [
        *("albania-im4-86-items.xml", "albania-im4-containers-two-currencies.xml"),
        *("grenada-ex9-writeoff.xml", "grenada-im7-assessed-3-items.xml"),
        "nepal-im4-119-items.xml",
    ],
)
def test_the_order_is_that_of_real_files(name: str):
    if not REAL.is_dir():
        pytest.skip(f"{name} is not beside the project")
    root = etree.parse(REAL / name).getroot()
    tables = {"": order.HEADER_ORDER, "Item": order.ITEM_ORDER}
    wrong = []
    for element in root.iter(etree.Element):
        path = root.getroottree().getelementpath(element) if element is not root else ""
        path = "/".join(part.partition("[")[0] for part in path.split("/"))
        top, _, below = path.partition("/")
        table = tables["Item"] if top == "Item" else order.HEADER_ORDER
        parent = below if top == "Item" else path
        table = table if parent in table else order.ROW_ORDER
        names = [child.tag for child in element if child.tag in table.get(parent, ())]
        ranks = [table[parent].index(name) for name in names]
        if ranks != sorted(ranks):
            wrong.append(path)
    assert wrong == []
