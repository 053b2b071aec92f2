"""The tables keyed by field names fit together: nothing is missing, nothing is left over."""

from collections import Counter

import pytest

from sad_desktop.declaration.draft import ROW_TYPES
from sad_desktop.declaration.fields import FieldDef, Kind, Level, definitions
from sad_desktop.declaration.figures import HeaderFigures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.printing.sheet import PAGE_HEIGHT, PAGE_WIDTH, Subject, sheet
from sad_desktop.services.reference_lists import load_book
from sad_desktop.tariff.explanations import explanation

OWNERS = {
    "declaration": Declaration,
    "item": Item,
    "header_figures": HeaderFigures,
    "item_figures": ItemFigures,
    **{str(rows).removesuffix("s"): model for rows, model in ROW_TYPES.items()},
}
NAMES = {"manual_taxe": "manual_tax"}

NOT_PRINTED = {
    "manifest_day": "the manifest's date is no box of the form",
    "acid": "printed on the annex and by national designs",
    "additional_information": "free text of the file, no box of the form",
    "comments": "stands on the valuation note",
    "apportionment": "stands on the valuation note",
    "total_gross_mass": "stands on the valuation note",
    "guarantee_name": "box 52 prints what the guarantee is not valid for",
    "guarantee_day": "box 52 prints what the guarantee is not valid for",
    "principal_day": "box 50 holds a signature there",
    "departure_office": "box C is for the office's stamp",
    "transit_destination_country": "box 53 prints the office; its code begins with the country",
    "transhipments": "box 55 stands on transit copies, which this edition does not hold",
    "incidents": "box 56 stands on transit copies, which this edition does not hold",
    **dict.fromkeys(COSTS, "stands on the valuation note"),
    **{f"{name}_currency": "stands on the valuation note" for name in COSTS},
    **{f"{name}_rate": "stands on the valuation note" for name in COSTS},
}
COMPOSED = {
    f"{step}_{part}": "printed as one line with its fellows in box B"
    for step in ("assessment", "receipt")
    for part in ("serial", "number", "day")
}
NOT_PRINTED_ITEM = {
    "specification": "keyed with box 33, printed by national designs only",
    "previous_document": "box 40 prints the summary declaration",
    "previous_warehouse": "box 40 prints the summary declaration",
    "unit_1_name": "box 41 prints the unit's code",
    **{
        f"unit_{n}{part}": "second and third units stand in their own window"
        for n in (2, 3)
        for part in ("", "_name", "_quantity")
    },
    "invoice_amount": "box 42 mirrors it as item_price",
    "delivery_terms": "stands on the item valuation note",
    "delivery_place": "stands on the item valuation note",
    "retail_price": "stands on the item valuation note",
    "sugar_content": "stands on the item valuation note",
    **dict.fromkeys(COSTS, "stands on the item valuation note"),
}


def all_fields() -> list[tuple[str, FieldDef]]:
    return [
        (owner, field) for owner, model in OWNERS.items() for field in definitions(model).values()
    ]


def fields_on(name: str) -> Counter[tuple[bool, str]]:
    return Counter(
        (bool(cell.slot), cell.name) for cell in sheet(name).cells if cell.subject is Subject.FIELD
    )


def test_every_field_has_a_cell_on_the_main_sheet_or_a_reason():
    shown = fields_on("main")
    for name in definitions(Declaration):
        assert ((False, name) in shown) != (name in NOT_PRINTED | COMPOSED), name
    for name in definitions(Item):
        assert ((True, name) in shown) != (name in NOT_PRINTED_ITEM), name


def test_no_field_stands_twice_and_no_cell_shows_an_unknown_one():
    for name in ("main", "continuation"):
        for (is_item, field), times in fields_on(name).items():
            assert field in definitions(Item if is_item else Declaration)
            slots = sheet(name).slots if is_item else 1
            assert times == slots, field


def test_the_continuation_sheet_has_every_item_field_of_the_main_one_but_what_it_has_no_room_for():
    main = {name for is_item, name in fields_on("main") if is_item}
    continuation = {name for is_item, name in fields_on("continuation") if is_item}
    assert main - continuation == {"free_text_2"}


def test_figures_of_the_form_exist():
    for name in ("main", "continuation"):
        for cell in sheet(name).cells:
            if cell.subject is Subject.FIGURE:
                assert cell.name in definitions(ItemFigures if cell.slot else HeaderFigures)


@pytest.mark.parametrize("name", ["main", "continuation"])
def test_boxes_tile_the_page_without_gap_or_overlap(name):
    unit_x, unit_y = 2.54, 4.23333
    taken = Counter()
    for box in sheet(name).boxes:
        first_x, first_y = round((box.rect.x - 5.94) / unit_x), round((box.rect.y - 8.8) / unit_y)
        across, down = round(box.rect.width / unit_x), round(box.rect.height / unit_y)
        taken.update(
            (x, y) for x in range(first_x, first_x + across) for y in range(first_y, first_y + down)
        )
        for cell in box.cells:
            assert cell.rect.x >= box.rect.x - 0.01
            assert cell.rect.x + cell.rect.width <= box.rect.x + box.rect.width + 0.01
            assert cell.rect.y + cell.rect.height <= box.rect.y + box.rect.height + 0.01
    assert set(taken.values()) == {1}
    assert len(taken) == 78 * 66


@pytest.mark.parametrize("name", ["main", "continuation"])
def test_the_mirrored_form_lies_on_the_page(name):
    for box in sheet(name).boxes:
        mirrored = box.rect.mirrored()
        assert mirrored.x > 0
        assert mirrored.x + mirrored.width < PAGE_WIDTH
        assert mirrored.y + mirrored.height < PAGE_HEIGHT
        assert mirrored.mirrored() == pytest.approx(box.rect) or mirrored.width == box.rect.width


def test_every_box_has_captions_in_both_languages():
    for name in ("main", "continuation"):
        for box in sheet(name).boxes:
            if box.kind in ("box", "label") and box.id not in ("47", "51", "47S"):
                assert box.en, box.id
                assert any("\u0600" <= letter <= "\u06ff" for letter in box.ar), box.id


@pytest.mark.parametrize(
    ("owner", "field"), all_fields(), ids=lambda value: getattr(value, "name", value)
)
def test_every_field_has_titles_a_length_and_an_explanation(owner, field):
    assert field.en
    assert any("\u0600" <= letter <= "\u06ff" for letter in field.ar)
    assert field.length > 0
    assert field.box
    assert isinstance(field.level, Level)
    if field.kind in (Kind.AMOUNT, Kind.QUANTITY, Kind.RATE):
        assert field.decimals >= field.shown_decimals
    assert explanation(NAMES.get(owner, owner), field.name).hint_en


@pytest.mark.parametrize("profile", ["bh", "kw", "eg"])
def test_every_lookup_names_a_list_of_the_book(profile):
    book = load_book(profile)
    kept_by_the_office = {"manifests", "bills", "suppliers", "dossiers"}
    for _, field in all_fields():
        if field.lookup and field.lookup not in kept_by_the_office:
            assert book.has_list(field.lookup), field.lookup
