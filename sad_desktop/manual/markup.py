r"""How a chapter is written: a few marks in a text file.

``# Title`` begins the file; ``## Heading {#anchor}`` a section. Blocks are separated by empty
lines: paragraphs, ``- points``, ``1. steps``, ``| tables |`` with their heads in the first row,
``> notes``, ``![caption](picture)``. Inside a line stand ``**strong**``, ``[text](chapter#anchor)``
and `````code`````; code that begins with a sign is said by the program itself, so that the manual
and the window never differ:

    @save                    the key of a command, as the user has it now
    =save                    the title of a command
    ~Context:English text    a text of the window
"""

import re
from collections.abc import Iterator

from sad_desktop.manual.blocks import (
    Block,
    Chapter,
    Line,
    Paragraph,
    Picture,
    Points,
    Section,
    Span,
    Table,
    Tone,
)
from sad_desktop.manual.voice import Voice

_HEADING = re.compile(r"## (?P<title>.+?) \{#(?P<anchor>[\w.-]+)\}")
_PICTURE = re.compile(r"!\[(?P<caption>[^\]]+)\]\((?P<name>[\w-]+)\)")
_INLINE = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|`(?P<code>[^`]+)`|\[(?P<text>[^\]]+)\]\((?P<target>[\w.#-]+)\)"
)
_STEP = re.compile(r"\d+\. ")
_RULE = re.compile(r"\|[ |:-]+\|")


class MarkupFault(ValueError):
    """A chapter is not written as it should be; says the chapter and the line or the reason."""


def read_chapter(name: str, text: str, voice: Voice) -> Chapter:
    """Return a chapter of a text file; raises MarkupFault."""
    first, _, rest = text.partition("\n")
    if not first.startswith("# "):
        raise MarkupFault(f"{name}: the first line is no title")
    try:
        sections = tuple(_sections(rest, voice))
    except (KeyError, MarkupFault) as fault:
        raise MarkupFault(f"{name}: {fault}") from fault
    return Chapter(name=name, title=first[2:].strip(), sections=sections)


def read_line(text: str, voice: Voice) -> Line:
    """Return a line's spans; raises KeyError for a command that is not there."""
    spans: list[Span] = []
    end = 0
    for match in _INLINE.finditer(text):
        if match.start() > end:
            spans.append(Span(text[end : match.start()]))
        spans.append(_marked(match, voice))
        end = match.end()
    if end < len(text):
        spans.append(Span(text[end:]))
    return tuple(spans)


def _marked(match: re.Match[str], voice: Voice) -> Span:
    if match["strong"]:
        return Span(match["strong"], Tone.STRONG)
    if match["target"]:
        return Span(match["text"], target=match["target"])
    return _code(match["code"], voice)


def _code(code: str, voice: Voice) -> Span:
    sign, said = code[0], code[1:]
    if sign == "@":
        key = voice.key(said)
        return Span(key.shortcut, Tone.KEY) if key.shortcut else Span(key.title, Tone.STRONG)
    if sign == "=":
        return Span(voice.key(said).title, Tone.STRONG)
    context, colon, text = said.partition(":")
    if sign == "~" and colon:
        return Span(voice.say(context, text).replace("&", ""), Tone.STRONG)
    return Span(code, Tone.CODE)


def _sections(text: str, voice: Voice) -> Iterator[Section]:
    anchor, title = "", ""
    blocks: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        heading = _HEADING.fullmatch(paragraph.strip())
        if heading is None:
            blocks.append(_block(paragraph.strip(), voice))
            continue
        yield Section(anchor=anchor, title=title, blocks=tuple(blocks))
        anchor, title, blocks = heading["anchor"], heading["title"], []
    yield Section(anchor=anchor, title=title, blocks=tuple(blocks))


def _block(text: str, voice: Voice) -> Block:
    lines = text.split("\n")
    if text.startswith("#"):
        raise MarkupFault(f"a heading needs an anchor and a blank line around it: {lines[0]}")
    picture = _PICTURE.fullmatch(text)
    if picture is not None:
        return Picture(picture["name"], picture["caption"])
    if text.startswith("| "):
        return _table(lines, voice)
    if text.startswith("- "):
        return Points(tuple(read_line(point, voice) for point in _points(lines, "- ")))
    if _STEP.match(text):
        return Points(tuple(read_line(point, voice) for point in _points(lines, "1. ")), True)
    if text.startswith("> "):
        said = " ".join(line.removeprefix("> ") for line in lines)
        return Paragraph(read_line(said, voice), is_note=True)
    return Paragraph(read_line(" ".join(line.strip() for line in lines), voice))


def _points(lines: list[str], sign: str) -> Iterator[str]:
    """Yield the points of a list; a line without the sign goes on with the one before."""
    point = ""
    for line in lines:
        begins = _STEP.match(line) if sign == "1. " else line.startswith(sign)
        if begins:
            if point:
                yield point
            point = line.split(" ", 1)[1].strip()
        else:
            point = f"{point} {line.strip()}"
    yield point


def _table(lines: list[str], voice: Voice) -> Table:
    rows = [
        tuple(read_line(cell.strip(), voice) for cell in line.strip().strip("|").split("|"))
        for line in lines
        if not _RULE.fullmatch(line.strip())
    ]
    if any(len(row) != len(rows[0]) for row in rows):
        raise MarkupFault(f"the rows of a table differ in length: {lines[0]}")
    return Table(rows[0], tuple(rows[1:]))
