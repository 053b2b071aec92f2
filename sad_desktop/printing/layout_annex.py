"""The annex: every text whole that had no room in its box, under the number its box names."""

from collections.abc import Sequence

from sad_desktop.declaration.draft import Draft
from sad_desktop.printing.annexes import Overflow
from sad_desktop.printing.layout_blocks import Block, Heading, Kind, Paragraph, Written
from sad_desktop.printing.layout_subject import subject
from sad_desktop.printing.words import Word, word
from sad_desktop.valuation.note import AssessmentNote


def annex(draft: Draft, note: AssessmentNote, overflows: Sequence[Overflow]) -> Written:
    """Return the annex of a declaration; there must be something on it."""
    blocks: list[Block] = []
    for overflow in overflows:
        blocks.append(Heading(title=_title(overflow)))
        kind = Kind.TEXT if overflow.is_free else Kind.CODE
        blocks.append(overflow.table or Paragraph(text=overflow.text, kind=kind))
    return Written(title=word("annex"), facts=subject(draft, note), blocks=tuple(blocks))


def _title(overflow: Overflow) -> Word:
    """Return where the text belongs: annex number, box, item, field."""
    parts = [
        word("annex_entry").filled(number=overflow.annex),
        word("box").filled(box=overflow.box),
        word("item_place").filled(item=overflow.item) if overflow.item else word("general_segment"),
        Word(en=overflow.en, ar=overflow.ar),
    ]
    return Word(en=" · ".join(part.en for part in parts), ar=" · ".join(part.ar for part in parts))
