"""Entries of the boxes: each field with its title, what to key, its rule and an example."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sad_desktop.declaration.fields import FieldDef, definitions
from sad_desktop.declaration.figures import HeaderFigures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document, ManualTax, PreviousDeclaration
from sad_desktop.manual.blocks import Block, Paragraph, Section, Span, Tone
from sad_desktop.manual.voice import Voice
from sad_desktop.tariff.explanations import Explanation, explanation
from sad_desktop.text import QT_TRANSLATE_NOOP

BOX_CHAPTERS: Mapping[str, Mapping[str, type]] = MappingProxyType(
    {
        "boxes": {"declaration": Declaration, "header_figures": HeaderFigures},
        "boxes-item": {"item": Item, "item_figures": ItemFigures},
        "boxes-rows": {
            "container": Container,
            "document": Document,
            "previous_declaration": PreviousDeclaration,
            "manual_tax": ManualTax,
        },
    }
)
"""Which fields stand in which chapter, by the owners of the explanations."""

_EXAMPLE = QT_TRANSLATE_NOOP("Manual", "Example:")
_OTHER = QT_TRANSLATE_NOOP("Manual", "On the Arabic form:")
_LIST = QT_TRANSLATE_NOOP("Manual", "The finder searches its list:")


def box_sections(chapter: str, voice: Voice) -> Iterator[Section]:
    """Yield the entries of a chapter in the order of the form."""
    for owner, model in BOX_CHAPTERS[chapter].items():
        for name, definition in definitions(model).items():
            found = explanation(owner, name)
            yield Section(
                anchor=f"{owner}.{name}",
                title=f"{definition.box}  {definition.title(voice.language)}",
                blocks=tuple(_blocks(definition, found, voice)),
            )


def box_target(owner: str, field: str) -> str:
    """Return where the entry of a field stands."""
    chapter = next(name for name, owners in BOX_CHAPTERS.items() if owner in owners)
    return f"{chapter}#{owner}.{field}"


def _blocks(definition: FieldDef, found: Explanation, voice: Voice) -> Iterator[Block]:
    yield Paragraph((Span(found.hint(voice.language)),))
    yield Paragraph((Span(found.rule(voice.language)),))
    if found.example:
        said = Span(f"{voice.say('Manual', _EXAMPLE)} ")
        yield Paragraph((said, Span(found.example, Tone.CODE)))
    if definition.lookup:
        said = Span(f"{voice.say('Manual', _LIST)} ")
        yield Paragraph((said, Span(voice.key("finder").shortcut, Tone.KEY)))
    other = definition.en if voice.is_arabic else definition.ar
    yield Paragraph((Span(f"{voice.say('Manual', _OTHER)} "), Span(other, Tone.STRONG)))
