"""The sheet of keys and the glossary."""

from collections.abc import Iterator
from functools import cache

from sad_desktop.errors import ResourceMissing
from sad_desktop.manual.blocks import Line, Section, Span, Table, Tone
from sad_desktop.manual.voice import Voice
from sad_desktop.resources import resource
from sad_desktop.text import QT_TRANSLATE_NOOP

_GLOSSARY = "manual/glossary.tsv"
_COMMAND = QT_TRANSLATE_NOOP("Manual", "Command")
_KEY = QT_TRANSLATE_NOOP("Manual", "Key")
_ENGLISH = QT_TRANSLATE_NOOP("Manual", "English")
_ARABIC = QT_TRANSLATE_NOOP("Manual", "Arabic")


def key_sections(voice: Voice) -> Iterator[Section]:
    """Yield a table of keys for each headline, as the keys are now."""
    groups = dict.fromkeys(key.group for key in voice.keys)
    for number, group in enumerate(groups, start=1):
        rows = tuple(
            ((Span(key.title),), _key_cell(key.shortcut))
            for key in voice.keys
            if key.group == group
        )
        heads = (_head(_COMMAND, voice), _head(_KEY, voice))
        yield Section(anchor=f"group-{number}", title=group, blocks=(Table(heads, rows),))


def glossary_sections(voice: Voice) -> Iterator[Section]:
    """Yield the terms of the program in both languages, in the order of the reader's."""
    place = 1 if voice.is_arabic else 0
    terms = sorted(glossary(), key=lambda term: term[place].casefold())
    rows = tuple(
        tuple((Span(term[side]),) for side in ((1, 0) if voice.is_arabic else (0, 1)))
        for term in terms
    )
    heads = (_head(_ENGLISH, voice), _head(_ARABIC, voice))
    if voice.is_arabic:
        heads = heads[::-1]
    yield Section(anchor="terms", title="", blocks=(Table(heads, rows),))


@cache
def glossary() -> tuple[tuple[str, str], ...]:
    """Return the terms, English and Arabic; raises ResourceMissing when the file is damaged."""
    try:
        lines = resource(_GLOSSARY).read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as fault:
        raise ResourceMissing(_GLOSSARY) from fault
    terms = [tuple(line.split("\t")) for line in lines if line]
    if not all(len(term) == 2 for term in terms):
        raise ResourceMissing(_GLOSSARY)
    return tuple((english, arabic) for english, arabic in terms)


def _head(text: str, voice: Voice) -> Line:
    return (Span(voice.say("Manual", text), Tone.STRONG),)


def _key_cell(shortcut: str) -> Line:
    return (Span(shortcut, Tone.KEY),) if shortcut else (Span("–"),)
