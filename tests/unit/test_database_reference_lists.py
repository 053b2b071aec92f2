"""The office's lists: every edition is kept, and two desks cannot change one code unseen."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sad_desktop.brokerage.reference_lists import Change, Work
from sad_desktop.database import list_layouts, successors
from sad_desktop.database import reference_lists as kept
from sad_desktop.tariff.book import ListEntry

pytest_plugins = ["tests.databases"]
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
PORT = ListEntry(
    code="BHKBS",
    en="Khalifa Bin Salman Port",
    ar="ميناء خليفة بن سلمان",
    facts={"modes": "1"},
    valid_from=date(2025, 1, 1),
    source="Customs",
)


def a_change(*entries, seen=0, list_name="offices", work=Work.EDITED):
    periods = {}
    for entry in entries:
        periods[entry.code] = (*periods.get(entry.code, ()), entry)
    return Change(list_name=list_name, work=work, periods=periods, seen=seen, changed=len(periods))


def put(engine, change, user="Salma", profile="bh", **more):
    return kept.store(engine, profile, change, user=user, at=NOON, **more)


def test_what_was_stored_comes_back_exactly(engine):
    assert kept.newest_edition(engine, "bh") == 0
    undated = ListEntry(code="Ü/1'", en='a "b"', ar="")
    assert put(engine, a_change(PORT, undated)) == 1
    newest, changes = kept.changed_since(engine, "bh", 0)
    assert newest == 1
    assert changes == {("offices", "BHKBS"): (PORT,), ("offices", "Ü/1'"): (undated,)}


def test_only_what_changed_after_an_edition_is_read_again(engine):
    put(engine, a_change(PORT))
    other = replace(PORT, code="BHMIN")
    put(engine, a_change(other, seen=1))
    assert kept.changed_since(engine, "bh", 1) == (2, {("offices", "BHMIN"): (other,)})
    assert kept.changed_since(engine, "bh", 2) == (2, {})


def test_each_country_has_its_own_lists(engine):
    put(engine, a_change(PORT))
    assert kept.newest_edition(engine, "kw") == 0
    assert kept.changed_since(engine, "kw", 0) == (0, {})


def test_the_history_names_who_made_what_of_a_code(engine):
    put(engine, a_change(PORT, work=Work.ADDED))
    ended = replace(PORT, valid_to=date(2027, 1, 1))
    put(engine, a_change(ended, seen=1, work=Work.ENDED), user="Yusuf")
    past = kept.history(engine, "bh", "offices", "BHKBS")
    assert [(one.edition.work, one.edition.by, one.periods) for one in past] == [
        (Work.ENDED, "Yusuf", (ended,)),
        (Work.ADDED, "Salma", (PORT,)),
    ]
    assert [one.number for one in kept.editions(engine, "bh", "offices")] == [2, 1]
    assert kept.editions(engine, "bh", "tariff") == ()


def test_a_code_somebody_changed_meanwhile_is_refused_and_nothing_written(engine):
    put(engine, a_change(PORT))
    stale = a_change(replace(PORT, en="Other"), replace(PORT, code="NEW"), seen=0)
    with pytest.raises(kept.ListChanged, match="Salma changed BHKBS"):
        put(engine, stale, user="Yusuf")
    assert kept.changed_since(engine, "bh", 0) == (1, {("offices", "BHKBS"): (PORT,)})


def test_two_desks_at_the_same_moment_do_not_lose_an_edition(engine):
    done, refused = [], []

    def work(desk):
        for number in range(6):
            entry = replace(PORT, code=f"{desk}{number}")
            try:
                done.append(put(engine, a_change(entry, seen=1_000_000), user=desk))
            except kept.ListChanged as error:
                refused.append(error)

    desks = [threading.Thread(target=work, args=(name,)) for name in ("A", "B")]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert (sorted(done), refused) == (list(range(1, 13)), [])
    assert len(kept.changed_since(engine, "bh", 0)[1]) == 12


def test_a_cancelled_import_leaves_nothing(engine):
    many = a_change(*(replace(PORT, code=f"{number:06}") for number in range(1200)))
    seen = []
    with pytest.raises(kept.ImportCancelled):
        put(
            engine,
            many,
            progress=lambda done, total: seen.append((done, total)),
            is_cancelled=lambda: len(seen) == 2,
        )
    assert seen == [(500, 1200), (1000, 1200)]
    assert kept.changed_since(engine, "bh", 0) == (0, {})


def test_layouts_and_successors_are_remembered_anew_each_time(engine):
    assert list_layouts.remembered(engine, "tariff", "code\tname") == ""
    for layout in ("first", "second"):
        list_layouts.remember(engine, "tariff", "code\tname", layout)
    assert list_layouts.remembered(engine, "tariff", "code\tname") == "second"
    assert list_layouts.remembered(engine, "units", "code\tname") == ""
    mares, stallions = ("arab mares", "01012110"), ("stallions", "01012110")
    for code in ("010121100000", "010121900000"):
        successors.remember(engine, "18095-04", {mares: code}, user="Salma", at=NOON)
    assert successors.choices(engine, "18095-04", [mares, stallions]) == {mares: "010121900000"}
    assert successors.choices(engine, "58411-01", [mares]) == {}
    assert successors.choices(engine, "58411-01", []) == {}
