"""Whatever the bytes are, a file is opened or refused, and what was opened can be written."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sad_desktop.declaration.draft import Draft
from sad_desktop.errors import FileRefused
from sad_desktop.resources import resource
from sad_desktop.xml import native
from sad_desktop.xml.dialects import DIALECTS, read_any
from sad_desktop.xml.read import read
from tools.fuzz_xml import fuzz, try_out

SAMPLE = resource("samples/im4-assessed.xml").read_bytes()
OWN = native.write(replace(read(SAMPLE, "a.xml"), source=None))
PIECES = [
    *(b"<Item/>", b"<Item><Item>", b"</Item>", b"<null/>", b"<null>x</null>", b"<!--", b"-->"),
    *(
        b"<![CDATA[",
        b"]]>",
        b"<?x ?>",
        b"&amp;",
        b"&x;",
        b"&#0;",
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
    ),
    *(b"9" * 5000, b"1E9999", b"-1", b"NaN", b"\xd9\xa1", b" ", b"\r\n", b"<Taxation/>"),
    *(b"<Container><Item_Number>1</Item_Number></Container>", b"<Prev_decl/>", b"<A.I._code>"),
    *(b"<Attached_documents><Attached_document_code>1</Attached_document_code>",),
    *(b"</Attached_documents>", b"<!DOCTYPE a>", b' encoding="x"', b' xmlns="u"', b'form="json"'),
]


@st.composite
def spoiled(draw: st.DrawFn, content: bytes) -> bytes:
    """Return a file that was cut, overwritten, put together or stuffed anew."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.sampled_from([0, 1, 7, 200, 5000])))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=6))
        if draw(st.integers(0, 9)) == 0:
            return content[:start]
        content = content[:start] + piece + content[end:]
    return content


@st.composite
def with_elements(draw: st.DrawFn, content: bytes) -> bytes:
    """Return a file with whole elements taken out, doubled, moved or filled with something else."""
    lines = content.split(b"\n")
    for _ in range(draw(st.integers(1, 5))):
        place = draw(st.integers(2, len(lines) - 2))
        leaf = draw(st.integers(2, len(lines) - 2))
        whole = lines[leaf].startswith(b"<") and lines[leaf].count(b"<") == 2
        action = draw(st.sampled_from(["double", "remove", "fill", "empty"]))
        name = lines[leaf].partition(b">")[0].removeprefix(b"<").split(b" ")[0]
        if not whole:
            continue
        if action == "double":
            lines.insert(place, lines[leaf])
        elif action == "remove":
            del lines[leaf]
        elif action == "empty":
            lines[leaf] = b"<" + name + b"/>"
        else:
            text = draw(st.sampled_from([b"9" * 400, b"x" * 3000, b"1E400", b"?", b"<b/>", b"-7"]))
            lines[leaf] = b"<" + name + b">" + text + b"</" + name + b">"
    return b"\n".join(lines)


def opened(content: bytes) -> Draft | None:
    try:
        return read_any(content, "file.xml")
    except FileRefused as refusal:
        sentence = str(refusal)
    assert sentence.startswith("file.xml was not opened: ")
    return None


def check(content: bytes) -> None:
    draft = opened(content)
    if draft is None:
        return
    for dialect in DIALECTS:
        again = dialect.read(dialect.write(draft, None), "again.xml")
        assert len(again.declaration.items) == len(draft.declaration.items)
    edited = replace(draft, declaration=replace(draft.declaration, warehouse="W7"))
    edited = replace(
        edited,
        rejected={at: text for at, text in draft.rejected.items() if at.field != "warehouse"},
    )
    for dialect in DIALECTS:
        assert dialect.read(dialect.write(edited, None), "b.xml").declaration.warehouse == "W7"


FUZZ: Callable[..., Callable[..., object]] = settings(
    max_examples=300, deadline=None, suppress_health_check=list(HealthCheck)
)


@FUZZ
@given(spoiled(SAMPLE))
def test_a_spoiled_file_of_customs(content: bytes):
    check(content)


@FUZZ
@given(with_elements(SAMPLE))
def test_a_file_of_customs_with_odd_elements(content: bytes):
    check(content)


@FUZZ
@given(spoiled(OWN))
def test_a_spoiled_file_of_the_program(content: bytes):
    check(content)


@FUZZ
@given(with_elements(OWN.replace(b" <", b"<").replace(b" <", b"<")))
def test_a_file_of_the_program_with_odd_elements(content: bytes):
    check(content)


@FUZZ
@example(b"<ASYCUDA/>")
@example(b"<ASYCUDA><Item/></ASYCUDA>")
@example(b"<SadDesktopDeclaration/>")
@given(st.binary(max_size=200))
def test_any_bytes(content: bytes):
    check(content)


@pytest.mark.parametrize("size", range(0, len(SAMPLE), 997))
def test_a_file_cut_anywhere_is_refused(size: int):
    assert opened(SAMPLE[:size]) is None


def test_a_repeatable_run_of_the_long_trial_breaks_nothing():
    found = []
    opened, broken = fuzz(600, 7, on_broken=lambda number, _content: found.append(number))
    assert (found, broken) == ([], 0)
    assert opened > 100


def test_the_long_trial_sees_what_breaks(monkeypatch):
    monkeypatch.setattr("tools.fuzz_xml.read_any", lambda _content, _name: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        try_out(SAMPLE)
