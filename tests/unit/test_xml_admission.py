"""Files that are not sound or not safe are refused in one sentence; the others are let in."""

import re

import pytest

from sad_desktop.errors import FileRefused
from sad_desktop.xml import admission
from sad_desktop.xml.admission import LARGEST_FILE, admit, head_of
from sad_desktop.xml.read import read

BOMB = (
    b'<!DOCTYPE ASYCUDA [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%b">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(10))
    + b"]><ASYCUDA>&k;</ASYCUDA>"
)


def refusal(content: bytes) -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(FileRefused) as caught:
        read(content, "file.xml")
    sentence = str(caught.value)
    assert sentence.startswith("file.xml ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "{" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"<!DOCTYPE ASYCUDA><ASYCUDA/>", 1),
        (b'<?xml version="1.0"?>\n<!DOCTYPE ASYCUDA SYSTEM "a.dtd">\n<ASYCUDA/>', 2),
        (b'<!DOCTYPE A [<!ENTITY x SYSTEM "file:///etc/passwd">]><A>&x;</A>', 1),
        (b"<!-- one\ntwo --><?a b?>\n<!DOCTYPE ASYCUDA []><ASYCUDA/>", 3),
        ("\ufeff<!DOCTYPE ASYCUDA><ASYCUDA/>".encode(), 1),
        ('<?xml version="1.0" encoding="UTF-16"?>\n<!DOCTYPE A><A/>'.encode("utf-16"), 2),
        ("<!DOCTYPE A><A/>".encode("utf-16-be"), 1),
        (BOMB, 1),
    ],
)
def test_any_document_type_definition_is_refused(content: bytes, line: int):
    assert f"line {line} holds a document type definition" in refusal(content)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b"\n\n  \n", 4),
        (b"%PDF-1.7\n", 1),
        (b"PK\x03\x04\x00\x00", 1),
        (b"<ASYCUDA>\n<Item>", 2),
        (b"<ASYCUDA>\n<Item>\n</ASYCUDA>", 3),
        (b"<ASYCUDA>\n&unknown;</ASYCUDA>", 2),
        (b"<ASYCUDA>\n\x00</ASYCUDA>", 2),
        (b"<ASYCUDA>\n\xff</ASYCUDA>", 2),
        (b"<ASYCUDA/>\n<ASYCUDA/>", 2),
        (b"<ASYCUDA>\n<a x='1' x='2'/></ASYCUDA>", 2),
        (b"<ASYCUDA>" + b"\n" * 70_000 + b"<Item></ASYCUDA>", 70_001),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(content: bytes, line: int):
    assert re.search(rf"not well-formed XML in line {line} \(.+\)\.$", refusal(content))


def test_a_file_of_something_else_is_refused():
    assert "its first element in line 2 is “invoice”" in refusal(b"<!-- -->\n<invoice/>")


@pytest.mark.parametrize("encoding", ["klingon", "utf-7", "rot13", "zip", "cp037", "utf-32"])
def test_an_unknown_encoding_is_refused(encoding: str):
    content = f'<?xml version="1.0" encoding="{encoding}"?><ASYCUDA/>'.encode()
    assert f"gives the encoding “{encoding}”" in refusal(content)


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0" encoding="utf-16"?><ASYCUDA/>',
        b'<?xml version="1.0" encoding="windows-1252"?><ASYCUDA>\x81</ASYCUDA>',
    ],
)
def test_a_file_that_is_not_in_its_own_encoding_is_refused(content: bytes):
    refusal(content)


def test_a_file_that_is_too_large_is_refused_unread():
    assert "larger than 100 megabytes" in refusal(b" " * (LARGEST_FILE + 1))


def test_a_file_of_too_many_elements_is_refused_unparsed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(admission, "MOST_TAGS", 100)
    assert "too many elements" in refusal(b"<ASYCUDA>" + b"<x/>" * 100 + b"</ASYCUDA>")


def test_elements_may_be_nested_256_deep_and_no_deeper():
    deep = b"<ASYCUDA>" + b"<x>" * 255 + b"</x>" * 255 + b"</ASYCUDA>"
    assert admit(deep, "file.xml", "ASYCUDA").tag == "ASYCUDA"
    deeper = b"<ASYCUDA>" + b"<x>" * 256 + b"</x>" * 256 + b"</ASYCUDA>"
    assert "nested too deep" in refusal(deeper)
    refusal(b"<ASYCUDA>" + b"<x>" * 1_000_000)


def test_a_text_no_declaration_needs_is_refused():
    refusal(b"<ASYCUDA><a>" + b"x" * 10_100_000 + b"</a></ASYCUDA>")


def test_many_attributes_take_no_long():
    attributes = b" ".join(b'a%d="1"' % n for n in range(50_000))
    assert admit(b"<ASYCUDA " + attributes + b"/>", "file.xml", "ASYCUDA").tag == "ASYCUDA"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("cp1256", "windows-1256"),
        ("iso8859-6", "ISO-8859-6"),
    ],
)
def test_arabic_is_read_in_any_encoding_it_is_written_in(encoding: str, declared: str):
    text = (
        f'<?xml version="1.0" encoding="{declared}"?><ASYCUDA><Traders><Consignee>'
        "<Consignee_name>مؤسسة</Consignee_name></Consignee></Traders></ASYCUDA>"
    )
    assert read(text.encode(encoding), "a.xml").declaration.consignee_name == "مؤسسة"


def test_the_head_gives_root_and_line():
    head = head_of(b"<?xml version='1.0'?>\r\n<!-- <x> -->\r\n<a:ASYCUDA/>", "a.xml")
    assert (head.encoding, head.root, head.line) == ("utf-8", "ASYCUDA", 3)


def test_names_in_a_namespace_are_read_without_it():
    plain = b'<ASYCUDA xmlns="urn:x"><Warehouse><Delay>30</Delay></Warehouse></ASYCUDA>'
    prefixed = plain.replace(b"<", b"<s:").replace(b"<s:/", b"</s:").replace(b"xmlns", b"xmlns:s")
    for content in (plain, prefixed):
        assert read(content, "a.xml").declaration.warehouse_days == 30


def test_comments_and_character_data_make_one_text():
    content = b"<ASYCUDA><Warehouse><Delay>3<!-- x --><![CDATA[0]]></Delay></Warehouse></ASYCUDA>"
    assert read(content, "a.xml").declaration.warehouse_days == 30
