"""Declarations in the database: exact, versioned, never silently overwritten."""

import random
import subprocess
import sys
import threading
import time
import uuid
from dataclasses import fields, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select, text

import sad_desktop
from sad_desktop.brokerage.conflict import Conflict, Side
from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.database import library
from sad_desktop.database.declarations import NotStored, delete_draft, load, store
from sad_desktop.database.schema import declarations, items, metadata, sources
from sad_desktop.declaration.draft import Draft, Place, Rows, Source
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Document
from sad_desktop.declaration.status import Status
from sad_desktop.errors import UserError
from tests.stored_drafts import MANY_DIGITS, every_field, put_as_it_is, stored_drafts

pytest_plugins = ["tests.databases"]
UNREGISTERED = (Status.DRAFT, Status.STORED)
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
LATER = datetime(2026, 7, 2, 9, 30, tzinfo=UTC)


def a_draft(**changes):
    items = (Item(key=1, commodity_code="84713000"), Item(key=2, commodity_code="22011000"))
    return Draft(declaration=Declaration(**{"items": items, **changes}))


def put(engine, draft, base_version=0, declaration_id="a", user="Salma", at=NOON, **others):
    return store(
        engine, declaration_id, draft, base_version=base_version, user=user, at=at, **others
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[*HealthCheck])
@given(draft=stored_drafts(UNREGISTERED), second=stored_drafts(UNREGISTERED))
def test_a_stored_draft_comes_back_as_it_was_also_over_another(engine, draft, second):
    declaration_id = str(uuid.uuid4())
    put(engine, draft, declaration_id=declaration_id)
    assert load(engine, declaration_id).draft == draft
    put(engine, second, 1, declaration_id)
    assert load(engine, declaration_id).draft == second


def test_every_field_of_every_model_is_stored(engine):
    draft = every_field()
    put(engine, draft)
    found = load(engine, "a").draft
    assert found == draft
    for holder in (found.declaration, *found.declaration.items):
        empty = [one.name for one in fields(holder) if getattr(holder, one.name) in (None, "", ())]
        assert not empty


def test_a_decimal_keeps_each_of_its_digits(engine):
    for number in (MANY_DIGITS, Decimal("1.50"), Decimal("0.0000000001"), Decimal("-7")):
        put(engine, a_draft(invoice_amount=number), declaration_id=str(number))
        found = load(engine, str(number)).draft.declaration.invoice_amount
        assert (found, str(found)) == (number, str(number))


def test_each_storing_is_a_version_that_says_who_and_when(engine):
    first = put(engine, a_draft(), user="Salma", at=NOON)
    second = put(engine, a_draft(comments="x"), 1, user="Karim", at=LATER)
    assert (first.version, second.version) == (1, 2)
    found = load(engine, "a")
    assert found == second
    assert (found.created_by, found.created_at) == ("Salma", NOON)
    assert (found.stored_by, found.stored_at) == ("Karim", LATER)


def test_fewer_items_and_rows_leave_none_behind(engine):
    full = every_field()
    put(engine, replace(full, source=Source(dialect="d", name="n", content=b"c")))
    put(engine, Draft(), 1)
    left = {}
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            if "declaration_id" in table.c and table.name not in ("library", "history"):
                left[table.name] = connection.scalar(select(func.count()).select_from(table))
    assert set(left.values()) == {0}
    assert {"items", "containers", "documents", "sources", "kept_numbers"} <= set(left)


def test_a_newer_version_is_not_overwritten_and_the_conflict_says_all(engine):
    base = a_draft(invoice_currency="EUR", comments="old")
    put(engine, base)
    theirs = a_draft(invoice_currency="USD", comments="theirs")
    put(engine, theirs, 1, user="Karim", at=LATER)
    mine = replace(
        a_draft(invoice_currency="EUR", comments="mine", reference_number="7"),
        rejected={Place("gross_mass", 2): "12 boxes"},
    )
    with pytest.raises(Conflict) as refusal:
        put(engine, mine, 1, base=base)
    conflict = refusal.value
    assert conflict.theirs == load(engine, "a")
    assert (conflict.theirs.draft, conflict.theirs.stored_by) == (theirs, "Karim")
    found = {one.place: (one.base, one.theirs, one.mine, one.side) for one in conflict.differences}
    assert found == {
        Place("invoice_currency"): ("EUR", "USD", "EUR", Side.THEIRS),
        Place("comments"): ("old", "theirs", "mine", Side.BOTH),
        Place("reference_number"): (None, None, "7", Side.MINE),
        Place("gross_mass", 2): (None, None, "12 boxes", Side.MINE),
    }
    assert str(conflict) == (
        f"Karim stored this declaration on {LATER.astimezone():%d/%m/%Y at %H:%M}, after you "
        "opened it. "
        "Fields that differ: 4 (boxes 7.2, 22, VN, 35). Yours is still open and was not stored."
    )


def test_after_a_conflict_either_version_can_win_or_both_stay(engine):
    put(engine, a_draft())
    put(engine, a_draft(comments="theirs"), 1)
    with pytest.raises(Conflict) as refusal:
        put(engine, a_draft(comments="mine"), 1)
    put(engine, a_draft(comments="mine"), declaration_id="copy")
    put(engine, a_draft(comments="mine"), refusal.value.theirs.version)
    assert load(engine, "a").draft.declaration.comments == "mine"
    assert load(engine, "a").version == 3
    assert library.count(engine, LibraryQuery()) == 2


def test_an_item_one_side_added_differs_by_its_fields(engine):
    put(engine, a_draft())
    document = Document(document_code="380")
    added = Item(key=3, commodity_code="9", documents=(document,))
    put(engine, a_draft(items=(*a_draft().declaration.items, added)), 1)
    with pytest.raises(Conflict) as refusal:
        put(engine, a_draft(), 1, base=a_draft())
    assert {(one.place, one.mine, one.side) for one in refusal.value.differences} == {
        (Place("commodity_code", 3), None, Side.THEIRS),
        (Place("document_code", 3, Rows.DOCUMENTS, 0), None, Side.THEIRS),
    }


def test_what_both_changed_alike_is_no_difference(engine):
    put(engine, a_draft())
    put(engine, a_draft(comments="same"), 1)
    with pytest.raises(Conflict) as refusal:
        put(engine, a_draft(comments="same"), 1, base=a_draft())
    assert refusal.value.differences == ()


def test_a_first_storing_under_a_known_id_is_a_conflict(engine):
    put(engine, a_draft())
    with pytest.raises(Conflict):
        put(engine, a_draft(comments="x"), 0)


def test_of_two_desks_that_store_at_once_one_wins_and_the_other_is_told(engine):
    put(engine, a_draft())
    together = threading.Barrier(4)
    outcomes = []

    def one_desk(name):
        together.wait()
        try:
            put(engine, a_draft(comments=name), 1, user=name)
            outcomes.append(name)
        except Conflict as conflict:
            outcomes.append(conflict)

    desks = [threading.Thread(target=one_desk, args=(f"desk {n}",)) for n in range(4)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    winners = [one for one in outcomes if isinstance(one, str)]
    assert len(winners) == 1
    assert len(outcomes) == 4
    assert load(engine, "a").draft.declaration.comments == winners[0]
    assert {one.theirs.stored_by for one in outcomes if not isinstance(one, str)} == set(winners)


def test_a_reader_sees_one_version_while_another_is_stored(engine):
    """The header of one version is never read with the items of another."""
    versions = [
        a_draft(comments=str(n), items=tuple(Item(key=k, marks_1=str(n)) for k in range(1, 40)))
        for n in range(2)
    ]
    put(engine, versions[0])
    done = threading.Event()

    def keep_storing():
        for version in range(1, 25):
            put(engine, versions[version % 2], version)
        done.set()

    writer = threading.Thread(target=keep_storing)
    writer.start()
    seen = set()
    while not done.is_set():
        found = load(engine, "a").draft.declaration
        assert {item.marks_1 for item in found.items} == {found.comments}
        seen.add(found.comments)
    writer.join()
    assert seen


def test_a_failure_in_the_middle_leaves_the_former_version(engine):
    put(engine, a_draft(comments="old"))
    twice = (Item(key=1), Item(key=1))
    with pytest.raises(Exception, match="items"):
        put(engine, a_draft(comments="new", items=twice), 1)
    found = load(engine, "a")
    assert (found.version, found.draft) == (1, a_draft(comments="old"))
    assert library.summaries(engine, LibraryQuery())[0].version == 1


def test_the_source_is_written_once_and_follows_the_draft(engine):
    source = Source(dialect="d", name="n.xml", content=b"<a/>" * 100, keys=(2, 1))
    put(engine, replace(a_draft(), source=source))
    with engine.begin() as connection:
        connection.execute(sources.update().values(content=b"not written again"))
    put(engine, replace(a_draft(comments="x"), source=source), 1)
    with engine.connect() as connection:
        assert connection.scalar(select(sources.c.content)) == b"not written again"
    other = replace(source, content=b"<b/>")
    put(engine, replace(a_draft(), source=other), 2)
    assert load(engine, "a").draft.source == other


def test_only_drafts_are_deleted_and_all_of_them_goes(engine):
    put(engine, every_field())
    put_as_it_is(engine, "b", replace(a_draft(), status=Status.REGISTERED))
    delete_draft(engine, "a", user="Karim", at=LATER)
    with pytest.raises(NotStored):
        load(engine, "a")
    with pytest.raises(NotStored):
        delete_draft(engine, "a", user="Karim", at=LATER)
    with pytest.raises(UserError, match="registered declaration stays"):
        delete_draft(engine, "b", user="Karim", at=LATER)
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(items)) == 2
        assert connection.scalar(text("SELECT count(*) FROM library_words")) == 1


def test_a_draft_another_desk_deleted_is_stored_again(engine):
    put(engine, a_draft())
    delete_draft(engine, "a", user="Karim", at=LATER)
    assert put(engine, a_draft(comments="mine"), 1).version == 2
    assert load(engine, "a").draft.declaration.comments == "mine"


def test_a_moment_without_a_time_zone_is_refused(engine):
    with engine.begin() as connection, pytest.raises(Exception, match="2026"):
        connection.execute(declarations.update().values(stored_at=datetime(2026, 7, 1)))  # noqa: DTZ001


STORING = """
import sys
from datetime import UTC, datetime
from sad_desktop.brokerage.conflict import Conflict
from sad_desktop.database.declarations import store
from sad_desktop.database.engine import connect
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration

engine = connect(sys.argv[1])
version = int(sys.argv[2])
while True:
    items = tuple(Item(key=key, marks_1=str(version + 1)) for key in range(1, 30))
    draft = Draft(declaration=Declaration(comments=str(version + 1), items=items))
    at = datetime(2026, 7, 1, tzinfo=UTC)
    try:
        version = store(engine, "a", draft, base_version=version, user="Salma", at=at).version
    except Conflict as conflict:  # a server may finish what a killed program began
        version = conflict.theirs.version
        continue
    print(version, flush=True)
"""


def test_a_program_killed_while_it_stores_loses_nothing_it_had_stored(engine):
    choose = random.Random(5)
    version = 0
    url = engine.url.render_as_string(hide_password=False)
    for _ in range(5):
        program = subprocess.Popen(
            [sys.executable, "-c", STORING, url, str(version)],
            stdout=subprocess.PIPE,
            cwd=Path(sad_desktop.__file__).parents[1],
        )
        told = program.stdout.readline()
        time.sleep(choose.uniform(0, 0.1))
        program.kill()
        rest = program.stdout.read().splitlines(keepends=True)
        told = [told, *(line for line in rest if line.endswith(b"\n"))][-1]
        program.stdout.close()
        program.wait()
        found = load(engine, "a")
        assert int(told) <= found.version <= int(told) + 1
        marks = {item.marks_1 for item in found.draft.declaration.items}
        assert marks == {found.draft.declaration.comments} == {str(found.version)}
        version = found.version
