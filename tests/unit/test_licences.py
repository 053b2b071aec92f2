"""Everything that is shipped may be shipped, and says under which licence."""

import sys

import pytest

from tools.licences import PINS, Part, pins, shipped, write


def part(licence):
    return Part(name="x", version="1", licence=licence, texts=())


def test_every_dependency_has_an_allowed_licence():
    parts = shipped()
    assert {"pyside6-essentials", "sqlalchemy", "argon2-cffi-bindings", "cryptography"} <= {
        one.name for one in parts
    }
    assert [f"{one.name}: {one.licence}" for one in parts if not one.is_allowed] == []


def test_a_licence_that_binds_the_whole_program_is_refused():
    for licence in ("GPL-3.0-only", "AGPL-3.0-or-later", "unknown", "MIT, GPL-2.0-only", ""):
        assert not part(licence).is_allowed
    assert part("LGPL-3.0-only OR GPL-3.0-only").is_allowed


def test_the_texts_stand_in_one_folder_with_a_list(tmp_path):
    parts = shipped()
    write(parts, tmp_path / "licences")
    listed = (tmp_path / "licences/LICENCES.txt").read_text(encoding="utf-8")
    assert all(f"{one.name} {one.version}: " in listed for one in parts)
    names = {path.name for path in (tmp_path / "licences").iterdir()}
    assert {"GPL-3.0.txt", "LGPL-3.0.txt"} <= names
    assert any(name.startswith("cryptography") for name in names)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems ship other parts")
def test_every_part_is_pinned_to_the_version_that_is_tried():
    assert PINS.read_text(encoding="utf-8") == pins(shipped())
