"""Where each element stands in the text of a well-formed file, found only as far as needed."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

_LEAF = re.compile(
    r"""<([^\s/>"']+)(?:\s[^>"']*?)?(?:/>|>([^<]*(?:<null\s*/>[^<]*)?)</\1\s*>)""", re.ASCII
)
"""An element without others in it but a null; attributes and odd content take the longer way."""
_START = re.compile(r"""<([^\s/>]+)(?:[^>"']|"[^"]*"|'[^']*')*>""")
_SKIPPED = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))
_MARKUP = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[|\]\]>|<[^>]*>", re.DOTALL)


class Span(NamedTuple):
    """One element: ``start`` and ``end`` around it, ``inner`` and ``close`` around its content.

    ``name`` is without a prefix. An empty-element tag has no content: inner, close and end agree.
    """

    name: str
    start: int
    inner: int
    close: int
    end: int

    @property
    def is_empty_tag(self) -> bool:
        """True for ``<X/>``, false for ``<X></X>``."""
        return self.inner == self.end


def root_of(text: str) -> Span:
    """Return the span of the first element of a file.

    An end tag of its name that ends the file closes it, and the rest need not be searched.
    """
    place = 0
    while text[(start := text.index("<", place)) + 1] in "!?":
        place = _after_skipped(text, start)
    tag = _START.match(text, start)
    last = text.rfind("</")
    if tag is not None and last > start and text[last + 2 :].rstrip() == f"{tag[1]}>":
        end = text.index(">", last) + 1
        return Span(tag[1].rpartition(":")[2], start, tag.end(), last, end)
    return next(_elements(text, start, len(text)))


def children(text: str, parent: Span) -> Iterator[Span]:
    """Yield the elements directly below an element, in their order."""
    return _elements(text, parent.inner, parent.close)


def has_text(text: str, parent: Span, names: Collection[str]) -> bool:
    """Tell whether any child of these names holds more than blanks."""
    if _is_blank(text[parent.inner : parent.close]):
        return False
    return any(
        not _is_blank(text[child.inner : child.close])
        for child in children(text, parent)
        if child.name in names
    )


def _is_blank(content: str) -> bool:
    return not _MARKUP.sub("", content).strip()


def _elements(text: str, place: int, limit: int) -> Iterator[Span]:
    while (start := text.find("<", place, limit)) >= 0:
        if text[start + 1] in "!?":
            place = _after_skipped(text, start)
            continue
        leaf = _LEAF.match(text, start, limit)
        if leaf is not None:
            inner, close = leaf.span(2)
            place = leaf.end()
            name = leaf[1].rpartition(":")[2]
            yield Span(name, start, *((inner, close) if inner >= 0 else (place, place)), place)
            continue
        tag = _START.match(text, start)
        if tag is None:
            return
        raw, inner = tag[1], tag.end()
        close = end = inner
        if text[inner - 2] != "/":
            close = _closing(text, raw, inner, limit)
            end = text.index(">", close) + 1
        yield Span(raw.rpartition(":")[2], start, inner, close, end)
        place = end


def _after_skipped(text: str, start: int) -> int:
    for opening, ending in _SKIPPED:
        if text.startswith(opening, start):
            return text.index(ending, start + len(opening)) + len(ending)
    return start + 2


def _closing(text: str, raw: str, inner: int, limit: int) -> int:
    """Return where the end tag of an element starts.

    It is the next one of its name, unless the element holds another of its name or something
    that may look like one: a comment, a section of character data, an instruction.
    """
    telling, any_tag = _tags(raw)
    found = telling.search(text, inner, limit)
    if found is None:
        return limit
    if text[found.start() + 1] == "/":
        return found.start()
    depth = 1
    for tag in any_tag.finditer(text, inner, limit):
        if tag["end"]:
            depth -= 1
        elif tag["start"] and not tag["start"].endswith("/>"):
            depth += 1
        if not depth:
            return tag.start()
    return limit


@lru_cache(maxsize=512)
def _tags(raw: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = re.escape(raw)
    ending = rf"</{name}(?=[\s>])"
    return (
        re.compile(rf"<(?:/?{name}(?=[\s/>])|[!?])"),
        re.compile(
            rf"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|(?P<end>{ending})"
            rf"""|(?P<start><{name}(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>)""",
            re.DOTALL,
        ),
    )
