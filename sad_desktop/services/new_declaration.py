"""What a new declaration, or a new item of one, already says before anything is keyed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.edits import Edit, Entry, set_field
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import insert_items
from sad_desktop.declaration.values import Value, is_empty
from sad_desktop.services.fills import fills
from sad_desktop.tariff.behaviour_circumstances import BY_VALUE, declaration_model
from sad_desktop.tariff.book import TariffBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What the settings propose for a new declaration."""

    model: str = "IM4"
    office: str = ""
    office_name: str = ""
    declarant: str = ""
    declarant_name: str = ""
    place: str = ""
    representative: str = ""


def new_draft(
    book: TariffBook, on: date, start: Start | None = None, language: str = "en"
) -> Draft:
    """Return a draft with one blank item and everything the program can propose filled in."""
    draft = Draft(profile=book.profile.code)
    draft = insert_items(draft, 0, [Item()]).apply(draft)
    for edit in defaults(draft, book, on, start, language):
        draft = edit.apply(draft)
    return draft


def defaults(
    draft: Draft, book: TariffBook, on: date, start: Start | None = None, language: str = "en"
) -> tuple[Edit, ...]:
    """Return what is filled into a new declaration: model, year, home country, declarant, items.

    Nothing that stands already is touched.
    """
    done = list(_filled(draft, book, on, _header(start or Start(), on), language))
    for edit in done:
        draft = edit.apply(draft)
    for item in draft.declaration.items:
        done.extend(item_defaults(draft, item.key, book, on, language))
    return tuple(done)


def item_defaults(
    draft: Draft, key: int, book: TariffBook, on: date, language: str = "en"
) -> tuple[Edit, ...]:
    """Return what is filled into a new item: procedure of the model, method 1, adjustment 1."""
    model = declaration_model(draft.declaration, book, on)
    procedure = model.facts.get("procedure", "") if model is not None else ""
    proposed: tuple[tuple[Place, Value], ...] = (
        (Place("procedure", key), procedure),
        (Place("valuation_method", key), "1"),
        (Place("adjustment", key), Decimal(1)),
    )
    return tuple(_filled(draft, book, on, proposed, language))


def _header(start: Start, on: date) -> tuple[tuple[Place, Value], ...]:
    return (
        (Place("declaration_type"), start.model[:2]),
        (Place("general_procedure"), start.model[2:]),
        (Place("office_code"), start.office),
        (Place("office_name"), start.office_name),
        (Place("reference_year"), on.year),
        (Place("declarant_code"), start.declarant),
        (Place("declarant_name"), start.declarant_name),
        (Place("declaration_place"), start.place),
        (Place("representative"), start.representative),
        (Place("apportionment"), BY_VALUE),
    )


def _filled(
    draft: Draft,
    book: TariffBook,
    on: date,
    proposed: tuple[tuple[Place, Value], ...],
    language: str,
) -> Iterator[Edit]:
    for place, value in proposed:
        if is_empty(value) or not is_empty(draft.value(place)) or place in draft.rejected:
            continue
        cause = set_field(draft, place, Entry(value, filled=True))
        draft = cause.apply(draft)
        yield cause
        for edit in fills(draft, place, book, on, language):
            draft = edit.apply(draft)
            yield edit
