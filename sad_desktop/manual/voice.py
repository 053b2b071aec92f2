"""In whose words the manual speaks: a language, the keys as they are now, the program's texts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A command: its key as the platform writes it ("" for none), what it does, its headline."""

    id: str
    shortcut: str
    title: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What a chapter needs to speak: ``say`` puts a text of a translation context into words.

    ``severities`` are those the country's profile changed, by the rule's id.
    """

    language: str
    keys: tuple[Key, ...]
    say: Callable[[str, str], str]
    severities: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_arabic(self) -> bool:
        """True where the manual reads from right to left."""
        return self.language == "ar"

    def key(self, key_id: str) -> Key:
        """Return a command; raises KeyError when the program has none of this name."""
        for key in self.keys:
            if key.id == key_id:
                return key
        raise KeyError(key_id)

    def of(self, english: str, arabic: str) -> str:
        """Return the one of two texts that is in this language."""
        return arabic if self.is_arabic else english
