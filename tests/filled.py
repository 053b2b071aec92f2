"""Drafts keyed as a clerk keys them, with all that follows from each edit."""

from datetime import date

from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.edits import Entry, set_field
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.services.fills import fills
from sad_desktop.tariff.shipped_book import shipped_book

TODAY = date(2026, 11, 21)
BOOK = shipped_book("bh")
CARS, CIGARETTES, RICE = "870322700000", "240220000000", "100630100000"
WAHA = "Al Waha Trading Company W.L.L. (sample)\nBuilding 120, Road 2831\nManama, Bahrain"


def a_draft(*items, **changes):
    own = {"declaration_type": "IM", "general_procedure": "4", **changes}
    return Draft(declaration=Declaration(items=items or (Item(key=1),), **own))


def key(draft, place, value, *, book=BOOK, on=TODAY, language="en"):
    """Key a value as a clerk does, with all that follows; return the draft after it."""
    edits = [set_field(draft, place, Entry(value))]
    edits += fills(edits[0].apply(draft), place, book, on, language)
    for edit in edits:
        draft = edit.apply(draft)
    return draft


def header(draft, *names):
    return tuple(getattr(draft.declaration, name) for name in names)


def is_filled(draft, *names, item=0):
    return all(Place(name, item) in draft.filled for name in names)


NAMED = [
    ("office_code", "BHKBS", "office_name", "Khalifa Bin Salman Port Customs"),
    ("border_office", "BHKFC", "border_office_name", "King Fahd Causeway Customs"),
    ("export_country", "TR", "export_country_name", "Türkiye"),
    ("destination_country", "SA", "destination_country_name", "Saudi Arabia"),
    ("loading_place", "AEJEA", "loading_place_name", "Jebel Ali"),
    ("payment_terms", "03", "payment_terms_name", "Letter of credit at sight"),
    ("bank_code", "NBOBBHBM", "bank_name", "National Bank of Bahrain"),
]
