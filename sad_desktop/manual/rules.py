"""Entries of the rules: each by its id, with what it demands, what it says, and what to do.

What a rule says comes from the wording of ``validation``; the rest from the manual's rules.toml.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import ResourceMissing
from sad_desktop.manual.blocks import Block, Paragraph, Points, Section, Span, Tone
from sad_desktop.manual.voice import Voice
from sad_desktop.resources import resource
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.findings import Severity
from sad_desktop.validation.messages import MESSAGES, NAMES_OF_FIELDS, rule_id
from sad_desktop.validation.wording.message import Message

_FILE = "manual/rules.toml"
_WEIGHTS = {
    Severity.ERROR: QT_TRANSLATE_NOOP("Manual", "Error: it stops the declaration."),
    Severity.WARNING: QT_TRANSLATE_NOOP("Manual", "Warning: look at it before you go on."),
    Severity.INFO: QT_TRANSLATE_NOOP("Manual", "Information: nothing has to be done."),
}
_BOX = QT_TRANSLATE_NOOP("Manual", "Box {box}.")
_SAYS = QT_TRANSLATE_NOOP("Manual", "The finding says, for example:")
_REMEDY = QT_TRANSLATE_NOOP("Manual", "What to do:")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEntry:
    """What the manual adds to a rule: what it demands, the remedy, and values for an example."""

    box: str
    demand_en: str
    demand_ar: str
    remedy_en: str
    remedy_ar: str
    values: Mapping[str, str] = field(default_factory=dict)


@cache
def rule_entries() -> Mapping[str, RuleEntry]:
    """Return the entries by the rule's id; raises ResourceMissing when the file is damaged."""
    try:
        stored = tomllib.loads(resource(_FILE).read_text(encoding="utf-8"))
        return MappingProxyType({name: RuleEntry(**texts) for name, texts in stored.items()})
    except (TypeError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise ResourceMissing(_FILE) from fault


def rule_sections(voice: Voice) -> Iterator[Section]:
    """Yield an entry for every rule that is worded, in the order of the wording."""
    sayings: dict[str, list[Message]] = {}
    for code, message in MESSAGES.items():
        sayings.setdefault(rule_id(code), []).append(message)
    entries = rule_entries()
    for name, messages in sayings.items():
        entry = entries[name]
        yield Section(
            anchor=name,
            title=f"{name}  {voice.of(entry.demand_en, entry.demand_ar)}",
            blocks=tuple(_blocks(name, entry, messages, voice)),
        )


def _blocks(name: str, entry: RuleEntry, messages: list[Message], voice: Voice) -> Iterator[Block]:
    severity = Severity(voice.severities.get(name, messages[0].severity))
    box = voice.say("Manual", _BOX).format(box=_boxes(entry.box, voice)) if entry.box else ""
    yield Paragraph((Span(f"{box} {voice.say('Manual', _WEIGHTS[severity])}".strip()),))
    remedy = Span(f"{voice.say('Manual', _REMEDY)} ", Tone.STRONG)
    yield Paragraph((remedy, Span(voice.of(entry.remedy_en, entry.remedy_ar))))
    yield Paragraph((Span(voice.say("Manual", _SAYS)),))
    yield Points(tuple((Span(_said(message, entry, voice)),) for message in messages))


def _boxes(boxes: str, voice: Voice) -> str:
    return boxes.replace(",", "،") if voice.is_arabic else boxes


def _said(message: Message, entry: RuleEntry, voice: Voice) -> str:
    values = {name: _value(name, value, voice) for name, value in entry.values.items()}
    if voice.is_arabic:
        values = {name: f"\u2068{value}\u2069" for name, value in values.items()}
    return voice.say("Finding", message.text).format_map(values)


def _value(name: str, value: str, voice: Voice) -> str:
    """Return a value as a reader is told it: a field by its title, "~Context:text" in words."""
    context, colon, text = value.removeprefix("~").partition(":")
    if value.startswith("~") and colon:
        return voice.say(context, text)
    if name not in NAMES_OF_FIELDS:
        return value
    known = {**definitions(Item), **definitions(Declaration)}
    return known[value].title(voice.language)
