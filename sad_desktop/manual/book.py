"""The manual: its chapters in their order, written and generated, in one language."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from sad_desktop.errors import ResourceMissing
from sad_desktop.manual.blocks import Chapter, Section
from sad_desktop.manual.boxes import BOX_CHAPTERS, box_sections
from sad_desktop.manual.markup import MarkupFault, read_chapter
from sad_desktop.manual.rules import rule_sections
from sad_desktop.manual.tables import glossary_sections, key_sections
from sad_desktop.manual.voice import Voice
from sad_desktop.resources import resource

CHAPTERS = (
    "start",
    "keying",
    "sheet",
    "finders",
    "valuation",
    "items",
    "assessment",
    "verify",
    "watch",
    "documents",
    "life",
    "payments",
    "guarantees",
    "companies",
    "manifests",
    "advance-cargo",
    "lists",
    "templates",
    "printing",
    "keeping",
    "office",
    "users",
    "keys",
    "boxes",
    "boxes-item",
    "boxes-rows",
    "rules",
    "glossary",
)
"""The chapters in the order of a broker's day, and what one looks things up in."""

_Generated = Callable[[Voice], Iterable[Section]]
GENERATED: Mapping[str, _Generated] = MappingProxyType(
    {
        "keys": key_sections,
        **{name: partial(box_sections, name) for name in BOX_CHAPTERS},
        "rules": rule_sections,
        "glossary": glossary_sections,
    }
)
"""What follows the written beginning of a chapter."""


def read_manual(voice: Voice) -> tuple[Chapter, ...]:
    """Return the whole manual; raises ResourceMissing when a chapter is absent or damaged."""
    return tuple(chapter(name, voice) for name in CHAPTERS)


def chapter(name: str, voice: Voice) -> Chapter:
    """Return one chapter; raises ResourceMissing when it is absent or damaged."""
    file = f"manual/{voice.language}/{name}.md"
    try:
        written = read_chapter(name, resource(file).read_text(encoding="utf-8"), voice)
    except (MarkupFault, UnicodeDecodeError) as fault:
        raise ResourceMissing(file) from fault
    generated = GENERATED.get(name)
    if generated is None:
        return written
    return replace(written, sections=(*written.sections, *generated(voice)))


def picture(name: str, language: str) -> bytes:
    """Return a picture as PNG; raises ResourceMissing when there is none."""
    return resource(f"manual/pictures/{language}/{name}.png").read_bytes()
