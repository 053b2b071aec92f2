"""Let in files that are sound and safe to read, and refuse the others in one sentence."""

import codecs
import re
from dataclasses import dataclass

from lxml import etree

from sad_desktop.errors import FileRefused
from sad_desktop.text import QT_TRANSLATE_NOOP

LARGEST_FILE = 100 * 1024 * 1024
MOST_TAGS = 4_000_000
"""A declaration of 999 items has a quarter of a million tags; each costs memory when parsed."""

_HEAD = 1024 * 1024
_BEFORE_ROOT = re.compile(r"\ufeff|\s+|<!--.*?-->|<\?.*?\?>", re.DOTALL)
_ROOT = re.compile(r"<([^\s<>/!?\"'=&]+)")
_ENCODING = re.compile(r"""<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_FAMILIES = ("utf-8", "ascii", "utf-16", "iso8859-", "cp125", "koi8-")
_TOO_MUCH = 114
"""libxml2's XML_ERR_RESOURCE_LIMIT: depth, length of a text, expansion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a file says before its first element: encoding (Python's name), root and its line."""

    encoding: str
    root: str
    line: int


def head_of(content: bytes, name: str) -> Head:
    """Return what a file says of itself; raises FileRefused when it is too large or unsafe."""
    if len(content) > LARGEST_FILE:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "UserError", "{name} was not opened: it is larger than {megabytes} megabytes."
            ),
            {"name": name, "megabytes": LARGEST_FILE // 1024 // 1024},
        )
    encoding = _encoding(content, name)
    is_wide = encoding.startswith("utf-16")
    text = content[:_HEAD].decode(encoding if is_wide else "latin-1", "replace")
    place = 3 if content.startswith(codecs.BOM_UTF8) else 0
    while match := _BEFORE_ROOT.match(text, place):
        place = match.end()
    line = text.count("\n", 0, place) + 1
    if text.startswith("<!DOCTYPE", place):
        raise _with_definition(name, line)
    root = _ROOT.match(text, place)
    if root is None:
        raise malformed(name, line, "no first element was found")
    return Head(encoding=encoding, root=root[1].rpartition(":")[2], line=line)


def admit(content: bytes, name: str, root: str, *, keeps_blanks: bool = False) -> etree._Element:
    """Return the root element of a sound file, without comments; raises FileRefused.

    The file must have this root element; names in a namespace are given without it. Texts of
    nothing but white space are dropped unless they are kept.
    """
    head = head_of(content, name)
    if head.root != root:
        raise wrong_root(name, head)
    if content.count(b"<") > MOST_TAGS:
        raise FileRefused(
            QT_TRANSLATE_NOOP("UserError", "{name} was not opened: it holds too many elements."),
            {"name": name},
        )
    element = _parsed(content, name, keeps_blanks=keeps_blanks)
    _check_decoding(content, name, head.encoding)
    if "}" in element.tag:
        _drop_namespaces(element)
    return element


def wrong_root(name: str, head: Head) -> FileRefused:
    """Return the refusal of a file that is no declaration."""
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{name} was not opened: it is no declaration, its first element in line {line} is "
            "“{root}”.",
        ),
        {"name": name, "line": head.line, "root": head.root[:80]},
    )


def _parsed(content: bytes, name: str, *, keeps_blanks: bool) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        dtd_validation=False,
        remove_blank_text=not keeps_blanks,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        element = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _refusal(name, error) from error
    if element.getroottree().docinfo.internalDTD is not None:
        raise _with_definition(name, 1)
    return element


def _refusal(name: str, error: etree.XMLSyntaxError) -> FileRefused:
    line = error.lineno or 1
    if getattr(error, "code", None) == _TOO_MUCH:
        return FileRefused(
            QT_TRANSLATE_NOOP(
                "UserError",
                "{name} was not opened: its elements in line {line} are nested too deep or too "
                "long.",
            ),
            {"name": name, "line": line},
        )
    reason = re.sub(r",? line \d+, column \d+.*", "", error.msg or "", flags=re.DOTALL)
    return malformed(name, line, " ".join(reason.split()))


def malformed(name: str, line: int, reason: str) -> FileRefused:
    """Return the refusal of a file that is not sound in a line."""
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{name} was not opened: it is not well-formed XML in line {line} ({reason}).",
        ),
        {"name": name, "line": line, "reason": reason[:200]},
    )


def _with_definition(name: str, line: int) -> FileRefused:
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{name} was not opened: line {line} holds a document type definition, which no "
            "declaration needs.",
        ),
        {"name": name, "line": line},
    )


def _unknown_encoding(name: str, encoding: str) -> FileRefused:
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{name} was not opened: line 1 gives the encoding “{encoding}”, which is not known "
            "or not the file's own.",
        ),
        {"name": name, "encoding": encoding},
    )


def _encoding(content: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    declared = _ENCODING.match(content[:1000].decode("latin-1"))
    if declared is None:
        return "utf-8"
    try:
        encoding = codecs.lookup(declared[1]).name
    except LookupError:
        raise _unknown_encoding(name, declared[1]) from None
    if encoding.startswith("utf-16") or not encoding.startswith(_FAMILIES):
        raise _unknown_encoding(name, declared[1])
    return encoding


def _check_decoding(content: bytes, name: str, encoding: str) -> None:
    """Refuse a text that could be read now but not be written back later."""
    if encoding == "utf-8":
        return
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        raise _unknown_encoding(name, encoding) from None


def _drop_namespaces(root: etree._Element) -> None:
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
