"""The program's own file holds a draft whole."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from sad_desktop.declaration.draft import Draft, Place, Source
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import FileRefused
from sad_desktop.xml import native
from sad_desktop.xml.native_read import read
from tests.strategies import drafts


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drafts())
def test_whatever_a_draft_holds_comes_back(draft: Draft):
    assert read(native.write(draft), "d.sad") == draft


def spoiled(old: bytes, new: bytes) -> bytes:
    """Return the file of a small draft with something else in one place."""
    draft = Draft(
        declaration=Declaration(items=(Item(key=1, net_mass=Decimal("1.50")), Item(key=2))),
        rejected={Place("net_mass", 2): "two"},
        source=Source(dialect="asycuda", name="a.xml", content=b"<ASYCUDA/>", keys=(1,)),
    )
    content = native.write(draft)
    assert content.count(old) == 1
    return content.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"<declaration>", b"<declared>", "well-formed"),
        (b'<item key="2"/>', b'<item key="1"/>', "two items have the key 1"),
        (b'<item key="2"/>', b'<item key="x"/>', "key is no number"),
        (b'status="draft"', b'status="lost"', "an unknown status"),
        (b'field="net_mass" item="2"', b'field="x" item="2" rows="none"', "unknown list of rows"),
        (b'keys="1"', b'keys="one"', "the source is not whole"),
        (b"PEFTWUNVREEvPg==", b"PEFTWUNVREEvPg", "the source is not whole"),
        (b'version="1"', b'version="2"', "a newer version of the program wrote it"),
    ],
)
def test_a_damaged_file_is_refused_with_its_line(old: bytes, new: bytes, reason: str):
    with pytest.raises(FileRefused, match=re.escape(reason)) as caught:
        read(spoiled(old, new), "d.sad")
    assert re.search(r"line \d+", str(caught.value))


def test_a_number_nobody_can_read_is_kept_as_it_stands():
    for text in (b"1E999999999", b"NaN", b"1,5", b"9" * 100):
        draft = read(spoiled(b"1.50", text), "d.sad")
        assert draft.rejected[Place("net_mass", 1)] == text.decode()
        assert draft.declaration.items[0].net_mass is None


def test_numbers_keep_their_spelling():
    draft = read(spoiled(b"two", b"three"), "d.sad")
    assert str(draft.declaration.items[0].net_mass) == "1.50"


def test_fields_nobody_knows_are_passed_by():
    content = spoiled(b"<net_mass>", b"<colour>red</colour><net_mass>")
    assert read(content, "d.sad").declaration.items[0].net_mass == Decimal("1.50")


def test_texts_xml_cannot_hold_come_back():
    texts = {Place("net_mass", 1): "\x00\x1f\ufffe\ud800 \t", Place("marks_1", 1): " \r\n\r x "}
    draft = Draft(declaration=Declaration(items=(Item(key=1),)), rejected=texts)
    assert read(native.write(draft), "d.sad").rejected == texts


def test_a_large_source_comes_back():
    content = bytes(range(256)) * 50_000
    source = Source(dialect="asycuda", name="a.xml", content=content, keys=(3, 1))
    draft = replace(Draft(), source=source)
    assert read(native.write(draft), "d.sad").source == source
