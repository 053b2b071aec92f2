"""The fixed texts of the paper in both languages, read from the file of words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from sad_desktop.errors import ResourceMissing
from sad_desktop.printing.edition import Edition
from sad_desktop.resources import resource

_FILE = "sheets/paper.toml"
Section = Literal["words", "tax_heads", "composed", "copies"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A text in both languages; ``both`` is the two in one line, where the file has its own."""

    en: str
    ar: str
    both: str = ""

    def filled(self, **values: object) -> "Word":
        """Return the word with its places filled in every language."""
        return Word(
            en=self.en.format_map(values),
            ar=self.ar.format_map(values),
            both=self.both.format_map(values),
        )

    def in_line(self, edition: Edition, **values: object) -> str:
        """Return the text of an edition in one line, its places filled."""
        text = {
            Edition.ENGLISH: self.en,
            Edition.ARABIC: self.ar,
            Edition.BOTH: self.both or f"{self.en} / {self.ar}",
        }[edition]
        return text.format_map(values) if values else text


@cache
def _sections() -> Mapping[str, Mapping[str, Word]]:
    try:
        stored = tomllib.loads(resource(_FILE).read_text(encoding="utf-8"))
        return MappingProxyType(
            {
                section: MappingProxyType({key: Word(**texts) for key, texts in words.items()})
                for section, words in stored.items()
                if isinstance(words, dict)
            }
        )
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise ResourceMissing(_FILE) from error


def word(key: str, section: Section = "words") -> Word:
    """Return one text; raises ResourceMissing when the file is unreadable or lacks it."""
    try:
        return _sections()[section][key]
    except KeyError as error:
        raise ResourceMissing(_FILE) from error
