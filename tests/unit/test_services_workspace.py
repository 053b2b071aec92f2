"""What the user can do with stored declarations."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sad_desktop.brokerage.conflict import Conflict, Side
from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.paths import Paths
from sad_desktop.services.workspace import Workspace

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


def a_draft(**changes):
    items = (Item(key=1, commodity_code="84713000", commercial_description="حواسيب محمولة"),)
    header = {"reference_year": 2026, "reference_number": "BR-17", "invoice_currency": "EUR"}
    return Draft(declaration=Declaration(**{**header, "items": items, **changes}))


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace(Paths(tmp_path), user="Salma")
    yield workspace
    workspace.close()


def test_what_was_stored_is_listed_and_loaded(workspace):
    stored = workspace.store("a", a_draft(), 0, NOON)
    assert stored.version == 1
    (line,) = workspace.summaries(LibraryQuery(typed="محمول"))
    assert (line.reference, line.stored_by, line.version) == ("2026/BR-17", "Salma", 1)
    assert workspace.load("a") == stored
    assert workspace.counts() == {Status.DRAFT: 1}


def test_a_store_over_a_newer_version_says_who_changed_what(workspace, tmp_path):
    other = Workspace(Paths(tmp_path), user="Karim")
    workspace.store("a", a_draft(), 0, NOON)
    mine = workspace.load("a").draft
    theirs = other.load("a").draft
    other.store("a", replace_field(theirs, invoice_currency="USD"), 1, NOON)
    with pytest.raises(Conflict, match="Karim stored this declaration on 01/07/2026") as refusal:
        workspace.store("a", replace_field(mine, reference_number="BR-18"), 1, NOON)
    sides = {found.place: found.side for found in refusal.value.differences}
    assert sides == {Place("invoice_currency"): Side.THEIRS, Place("reference_number"): Side.MINE}
    assert workspace.load("a").draft.declaration.invoice_currency == "USD"
    other.close()


def replace_field(draft, **changes):
    return replace(draft, declaration=replace(draft.declaration, **changes))
