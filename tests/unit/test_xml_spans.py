"""Elements are found in the text where a parser finds them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from sad_desktop.xml.spans import Span, children, has_text, root_of

REAL = Path(__file__).parents[2].parent / "shared" / "samples" / "asycuda"

TRICKY = [
    "<a/>",
    "<a></a>",
    "\ufeff<?xml version='1.0'?><!-- <b> --><a ><b /></a><!-- </a> -->",
    "<a><a><a>1</a></a><a/></a>",
    "<a><ab>1</ab><a-b>2</a-b><a.b/></a>",
    "<a><b><!-- </b> --></b><b><![CDATA[</b></a>]]></b><b><?p </b> ?></b></a>",
    "<a x='>' y=\"/a>\"><b z='/>'>1</b><b z='/'/></a>",
    "<a\n x='1'\n><b\t/><b\n>1</b\n></a >",
    "<n:a xmlns:n='u'><n:b>1</n:b><b>2</b></n:a>",
    "<a>1 <null/> 2<b><null/></b><b> <null /> </b></a>",
    "<a><b>&lt;b&gt;&#60;</b></a>",
    "<a><é>1</é><مكتب>2</مكتب></a>",
    "<a><b><b/></b><b><b x='1'>2</b><b/></b></a>",
]


def nest(text: str, span: Span) -> list[object]:
    """Return names and contents as spans give them."""
    below = list(children(text, span))
    return [span.name, [nest(text, child) for child in below]]


def parsed(element: etree._Element) -> list[object]:
    """Return names and contents as a parser gives them."""
    name = etree.QName(element).localname
    return [name, [parsed(child) for child in element.iterchildren(etree.Element)]]


def check(text: str) -> None:
    root = root_of(text)
    assert nest(text, root) == parsed(etree.fromstring(text.removeprefix("\ufeff").encode()))


@pytest.mark.parametrize("text", TRICKY)
def test_tricky_texts(text: str):
    check(text)


def test_spans_enclose_exactly_their_element():
    text = "<!--x--><a k='1'> <b>one</b><c /></a >"
    root = root_of(text)
    b, c = children(text, root)
    assert text[root.start : root.end] == "<a k='1'> <b>one</b><c /></a >"
    assert text[root.inner : root.close] == " <b>one</b><c />"
    assert text[b.inner : b.close] == "one"
    assert text[c.start : c.end] == "<c />"
    assert (b.is_empty_tag, c.is_empty_tag) == (False, True)


@pytest.mark.parametrize(
    ("content", "holds"),
    [
        ("<b/><c>x</c>", False),
        ("<b>\u00a0</b>", False),
        ("<b><null/></b>", False),
        ("<b><!-- x --> </b>", False),
        ("<b><![CDATA[x]]></b>", True),
        ("<b>0</b>", True),
    ],
)
def test_a_row_is_in_use_when_a_known_leaf_holds_text(content: str, holds: bool):
    text = f"<a>{content}</a>"
    assert has_text(text, root_of(text), {"b"}) is holds


@pytest.mark.samples
def test_real_files():
    if not REAL.is_dir():
        pytest.skip("the real files are not beside the project")
    for path in sorted(REAL.glob("*.xml")):
        check(path.read_text(encoding="utf-8"))


NAMES = st.sampled_from(["a", "ab", "a.b", "b", "n-1"])
TEXTS = st.sampled_from(
    ["", "x", " \n", "<!-- </a> -->", "<![CDATA[<b></b>]]>", "<?p </a>?>", "&gt;", "<null/>"]
)


@st.composite
def elements(draw: st.DrawFn, depth: int = 0) -> str:
    name = draw(NAMES)
    attributes = draw(st.sampled_from(["", " k='>'", ' k="/"', "\n", " k='</a>'".replace("<", "")]))
    if draw(st.booleans()):
        return f"<{name}{attributes}/>"
    below = [] if depth > 3 else draw(st.lists(elements(depth + 1), max_size=4))
    parts = "".join(draw(TEXTS) + child for child in below) + draw(TEXTS)
    return f"<{name}{attributes}>{parts}</{name}>"


@settings(max_examples=300, deadline=None)
@given(elements())
def test_any_nest_of_elements(text: str):
    check(text)
