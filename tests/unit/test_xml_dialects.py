"""Each format is known by its first element, and all of them can be asked alike."""

from dataclasses import replace

import pytest

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import FileRefused
from sad_desktop.resources import resource
from sad_desktop.xml.dialects import ASYCUDA, DIALECTS, NATIVE, Dialect, read_any
from sad_desktop.xml.read import read


def test_names_are_unique():
    names = [dialect.name for dialect in DIALECTS]
    assert len(set(names)) == len(names) == 2


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
def test_what_a_format_writes_it_recognises_and_no_other_does(dialect: Dialect):
    draft = Draft(declaration=Declaration(warehouse="W1"))
    content = dialect.write(draft, None)
    root = content.partition(b"?>\n<")[2].split(b" ")[0].split(b">")[0].decode()
    assert [other for other in DIALECTS if other.recognises(root)] == [dialect]
    assert read_any(content, "a.xml").declaration == draft.declaration


def test_a_file_of_customs_keeps_its_source_in_the_programs_own():
    content = resource("samples/im4-assessed.xml").read_bytes()
    draft = read(content, "im4-assessed.xml")
    again = read_any(NATIVE.write(draft, None), "a.sad")
    assert again == draft
    assert ASYCUDA.write(again, None) == content
    moved = replace(again, declaration=replace(again.declaration, warehouse="W1"))
    assert ASYCUDA.write(moved, None) != content


def test_a_format_nobody_knows_is_refused():
    with pytest.raises(FileRefused, match="it is no declaration, its first element in line 2"):
        read_any(b"\n<asycuda/>", "a.xml")
