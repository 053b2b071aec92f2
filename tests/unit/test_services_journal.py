"""What was keyed survives a kill, a full disk and a damaged file."""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sad_desktop
from sad_desktop.declaration.draft import Draft, Place, Source
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import StorageUnavailable
from sad_desktop.paths import Paths
from sad_desktop.services.journal import FORMAT, Journal, from_json, to_json
from tests.read_only import read_only
from tests.stored_drafts import anything_typed, every_field, places, stored_drafts

SOURCE = Source(dialect="d", name="بيان.xml", content=b"<a/>" * 5000, keys=(1, 2))
KILLS = 20


@pytest.fixture
def paths(tmp_path):
    return Paths(tmp_path)


@pytest.fixture
def journal(paths):
    return Journal(paths)


def a_draft(comments=""):
    return Draft(declaration=Declaration(comments=comments, items=(Item(key=1),)))


@settings(max_examples=150, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_a_journal_gives_back_the_draft_as_it_was(data):
    draft = data.draw(stored_drafts())
    somewhere = places(draft.declaration)
    focused = data.draw(st.none() | st.tuples(somewhere, anything_typed))
    plain = json.loads(to_json(draft, 3, focused, "x"))
    content = draft.source.content if draft.source else None
    assert from_json(plain, content) == (draft, 3, focused, sad_desktop.__version__)


def test_what_is_recovered_is_what_was_written_last(journal, paths):
    full = replace(every_field(), rejected={Place("gross_mass", 3): "12 boxes"}, source=SOURCE)
    journal.write("a", a_draft(), 1)
    focused = (Place("comments"), "half a wo")
    journal.write("a", full, 1, focused)
    (found,) = Journal(paths).recovered().drafts
    assert (found.document, found.base_version, found.focused) == ("a", 1, focused)
    assert found.draft == full
    assert found.program == sad_desktop.__version__
    assert abs(found.written - datetime.now(UTC)) < timedelta(minutes=1)


def test_each_document_has_its_journal_until_it_is_discarded(journal, paths):
    journal.write("a", replace(a_draft(), source=SOURCE), 0)
    journal.write("b", replace(a_draft("b"), source=SOURCE), 0)
    (paths.recovery / "a.json.part").write_bytes(b"half wri")
    journal.discard("a")
    assert [found.document for found in Journal(paths).recovered().drafts] == ["b"]
    journal.discard("b")
    assert list(paths.recovery.iterdir()) == []
    journal.discard("b")


def test_nothing_to_recover_is_no_fault(journal, paths):
    assert journal.recovered().drafts == ()
    assert journal.recovered().notices == ()
    assert not paths.recovery.exists()


def test_a_large_source_is_written_once(journal, paths):
    draft = replace(a_draft(), source=SOURCE)
    journal.write("a", draft, 0)
    (source,) = paths.recovery.glob("*.source")
    before = source.stat()
    journal.write("a", replace(draft, profile="bh"), 0)
    Journal(paths).write("a", replace(draft, profile="sa"), 0)
    assert source.stat().st_mtime_ns == before.st_mtime_ns
    assert source.stat().st_ino == before.st_ino
    assert (paths.recovery / "a.json").stat().st_size < 1000


def test_another_source_takes_the_place_of_the_former(journal, paths):
    journal.write("a", replace(a_draft(), source=SOURCE), 0)
    other = replace(SOURCE, content=b"<b/>")
    journal.write("a", replace(a_draft(), source=other), 0)
    (found,) = Journal(paths).recovered().drafts
    assert found.draft.source == other
    journal.discard("a")
    assert list(paths.recovery.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\x00" * 4096,
        "نص".encode(),
        b"[]",
        b"[" * 100_000,
        b'{"format": 1}',
        b'{"format": 1, "program": "", "base_version": 0, "focused": null, "draft": {}}',
    ],
)
def test_a_damaged_journal_is_kept_aside_and_told(journal, paths, content):
    journal.write("good", a_draft("good"), 0)
    (paths.recovery / "bad.json").write_bytes(content)
    found = journal.recovered()
    assert [one.document for one in found.drafts] == ["good"]
    (notice,) = found.notices
    assert "damaged" in str(notice)
    assert str(paths.recovery / "bad.damaged") in str(notice)
    assert (paths.recovery / "bad.damaged").read_bytes() == content
    assert journal.recovered().notices == ()


def test_each_damaged_journal_of_a_document_is_kept(journal, paths):
    paths.recovery.mkdir()
    for content in (b"first", b"second", b"third"):
        (paths.recovery / "bad.json").write_bytes(content)
        journal.recovered()
    kept = {path.read_bytes() for path in paths.recovery.iterdir()}
    assert kept == {b"first", b"second", b"third"}


@pytest.mark.parametrize("damage", ["not_a_field", "wrong_kind", "wrong_place", "wrong_status"])
def test_a_journal_with_an_impossible_field_is_damaged(journal, paths, damage):
    journal.write("a", every_field(), 0)
    path = paths.recovery / "a.json"
    plain = json.loads(path.read_text())
    match damage:
        case "not_a_field":
            plain["draft"]["declaration"]["unheard_of"] = "x"
        case "wrong_kind":
            plain["draft"]["declaration"]["invoice_amount"] = 12
        case "wrong_place":
            plain["draft"]["filled"] = [["unheard_of", 0, "", 0]]
        case "wrong_status":
            plain["draft"]["status"] = "unheard_of"
    path.write_text(json.dumps(plain))
    assert journal.recovered().drafts == ()
    assert (paths.recovery / "a.damaged").exists()


def test_a_journal_of_a_newer_program_is_left_for_it(journal, paths):
    journal.write("a", a_draft(), 0)
    path = paths.recovery / "a.json"
    path.write_text(path.read_text().replace(f'"format":{FORMAT}', '"format":99'))
    found = journal.recovered()
    assert found.drafts == ()
    assert "newer version" in str(found.notices[0])
    assert path.exists()


@pytest.mark.parametrize("damage", ["gone", "cut", "other"])
def test_a_draft_is_recovered_without_its_damaged_source(journal, paths, damage):
    journal.write("a", replace(a_draft("kept"), source=SOURCE), 0)
    (source,) = paths.recovery.glob("*.source")
    match damage:
        case "gone":
            source.unlink()
        case "cut":
            source.write_bytes(source.read_bytes()[:20])
        case "other":
            Journal(paths).write("b", replace(a_draft(), source=replace(SOURCE, content=b"x")), 0)
            (other,) = paths.recovery.glob("b.*.source")
            source.write_bytes(other.read_bytes())
            journal.discard("b")
    found = Journal(paths).recovered()
    assert [(one.draft.declaration.comments, one.draft.source) for one in found.drafts] == [
        ("kept", None)
    ]
    assert "imported from" in str(found.notices[0])


def test_a_name_that_leads_elsewhere_is_a_bug(journal):
    with pytest.raises(ValueError, match=r"\.\./x"):
        journal.write("../x", a_draft(), 0)


def test_a_folder_that_cannot_be_made_is_told(journal, paths):
    paths.recovery.write_text("a file")
    with pytest.raises(StorageUnavailable, match="kept in memory only"):
        journal.write("a", a_draft(), 0)
    assert journal.recovered().drafts == ()


def test_a_read_only_folder_is_told_and_the_former_state_stays(journal, paths):
    journal.write("a", a_draft("former"), 0)
    with read_only(paths.recovery), pytest.raises(StorageUnavailable, match="cannot be written"):
        journal.write("a", a_draft("new"), 0)
    (found,) = journal.recovered().drafts
    assert found.draft.declaration.comments == "former"


def test_a_disk_that_takes_no_more_is_told_and_the_former_state_stays(journal, paths):
    journal.write("a", a_draft("former"), 0)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
    try:
        with pytest.raises(StorageUnavailable, match="kept in memory only"):
            journal.write("a", a_draft("n" * 5000), 0)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    (found,) = journal.recovered().drafts
    assert found.draft.declaration.comments == "former"
    assert [path.name for path in paths.recovery.iterdir()] == ["a.json"]
    journal.write("a", a_draft("n" * 5000), 0)


def test_a_full_disk_says_to_make_room(journal, paths, monkeypatch):
    paths.recovery.mkdir()
    Path("/dev/full").exists() or pytest.skip("this system has no /dev/full")
    monkeypatch.setattr(os, "open", _open_full(os.open))
    with pytest.raises(StorageUnavailable, match=r"disk of .* is full.* make room"):
        journal.write("a", a_draft(), 0)


def _open_full(real):
    def opened(path, flags, *mode):
        return real("/dev/full" if str(path).endswith(".part") else path, flags, *mode)

    return opened


def test_two_threads_may_write_and_discard(journal, paths):
    def keep_writing():
        for number in range(30):
            journal.write("a", a_draft(str(number)), 0)

    threads = [threading.Thread(target=keep_writing) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (found,) = journal.recovered().drafts
    assert found.draft.declaration.comments == "29"
    journal.discard("a")
    assert list(paths.recovery.iterdir()) == []


KEYING = """
import random, sys
from dataclasses import replace
from pathlib import Path
from sad_desktop.declaration.draft import Draft, Place, Source
from sad_desktop.declaration.edits import Entry, set_field
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import Unreadable, parse
from sad_desktop.paths import Paths
from sad_desktop.services.journal import Journal

choose = random.Random(int(sys.argv[2]))
journal = Journal(Paths(Path(sys.argv[1])))
items = tuple(Item(key=key, commercial_description="x" * 300) for key in range(1, 60))
source = Source(dialect="d", name="n", content=b"<a/>" * 50_000)
draft = Draft(declaration=Declaration(items=items), source=source)
fields = [Place(name) for name in definitions(Declaration) if name != "seals_number"]
fields += [Place(name, item.key) for item in items for name in definitions(Item)]
count = 0
while True:
    place = choose.choice(fields)
    typed = str(choose.randrange(10_000))
    try:
        after = Entry(parse(place.definition(), typed))
    except Unreadable:
        after = Entry(draft.value(place), rejected=typed)
    count += 1
    draft = set_field(draft, place, after).apply(draft)
    draft = set_field(draft, Place("seals_number"), Entry(count)).apply(draft)
    journal.write("a", draft, 0, (place, f"{count} half a wo"))
    print(count, flush=True)
"""


def test_a_program_killed_while_it_keys_loses_nothing_it_had_written(tmp_path):
    """Twenty kills at random moments: what comes back is whole, and never older than told."""
    choose = random.Random(20)
    for kill in range(KILLS):
        folder = tmp_path / str(kill)
        program = subprocess.Popen(
            [sys.executable, "-c", KEYING, str(folder), str(kill)],
            stdout=subprocess.PIPE,
            cwd=Path(sad_desktop.__file__).parents[1],
        )
        program.stdout.readline()
        time.sleep(choose.uniform(0, 0.12))
        program.kill()
        told = [
            1,
            *(
                int(line)
                for line in program.stdout.read().splitlines(keepends=True)
                if line.endswith(b"\n")
            ),
        ]
        program.stdout.close()
        program.wait()
        recovery = Journal(Paths(folder)).recovered()
        assert recovery.notices == ()
        (found,) = recovery.drafts
        count = found.draft.declaration.seals_number
        assert told[-1] <= count <= told[-1] + 1
        assert found.focused[1] == f"{count} half a wo"
        assert found.draft.source.content == b"<a/>" * 50_000
        assert len(found.draft.declaration.items) == 59
