"""Searching a list by what is typed: Arabic and Latin letters folded, words by their beginning."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from sad_desktop.declaration.values import fold_digits
from sad_desktop.tariff.book import ListEntry

_DROPPED = (
    *range(0x0300, 0x0370),  # Latin accents, after decomposition
    0x0640,  # tatweel
    *range(0x064B, 0x0660),  # harakat and the hamza taken off its letter
    0x0670,
    *range(0x06D6, 0x06ED),
    0x061C,
    *range(0x200B, 0x2010),  # joiners and direction marks
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
)
_FOLDED: dict[int, str | None] = {
    **dict.fromkeys(_DROPPED),
    **{ord(own): one for own, one in zip("ىیةەہکٱ", "ييهههكا", strict=True)},
}
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = ("وال", "بال", "كال", "فال", "ال", "لل")
_ENDINGS = ("ات", "ه", "s")  # سيارة and سيارات, car and cars
_SHORTEST_STEM = 3
_MOST_WORDS_GUESSED = 4  # a pasted sentence is no misspelt word

Similar = Callable[[str, Sequence[str], int], Sequence[int]]
"""Returns the positions of the texts most like the first one, best first, at most so many."""


def normalise(text: str) -> str:
    """Return a text folded for comparison only; show the original.

    Tatweel, harakat, accents and direction marks go; أ إ آ ا, ى ي ی, ة ه and ك ک become one
    letter each; Arabic-Indic and Persian digits become Latin ones; case and blanks are folded.
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    folded = unicodedata.normalize("NFKD", fold_digits(text)).translate(_FOLDED)
    return " ".join(folded.casefold().split())


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text."""
    return tuple(_WORD.findall(normalise(text)))


@dataclass(frozen=True, slots=True)
class Searchable:
    """The entries of one list in their order, each with its folded code and words."""

    entries: tuple[ListEntry, ...]
    codes: tuple[str, ...]
    beginnings: tuple[str, ...]

    def find(self, typed: str, limit: int, similar: Similar | None = None) -> tuple[ListEntry, ...]:
        """Return the entries that match: by code, by whole words, by beginnings, in list order.

        All words must begin a word of the entry, in either language. When nothing matches,
        the most similar entries come, best first.
        """
        wanted = query_words(typed)
        if not wanted:
            return self.entries[:limit] if not typed.strip() else ()
        code = folded_code(typed)
        by_code = [i for i, own in enumerate(self.codes) if own.startswith(code)]
        by_code.sort(key=lambda i: self.codes[i] != code)
        if len(by_code) >= limit:
            return tuple(self.entries[i] for i in by_code[:limit])
        seen = frozenset(by_code)
        by_words = [
            i
            for i, own in enumerate(self.beginnings)
            if i not in seen and all(f" {word}" in own for word in wanted)
        ]
        by_words.sort(key=lambda i: not all(f" {word} " in self.beginnings[i] for word in wanted))
        found: Sequence[int] = [*by_code, *by_words]
        if not found and len(wanted) <= _MOST_WORDS_GUESSED and not code.isdecimal():
            found = (similar or most_similar)(normalise(typed), self.beginnings, limit)
        return tuple(self.entries[i] for i in found[:limit])


def searchable(entries: Iterable[ListEntry]) -> Searchable:
    """Return entries made ready for searching; they keep their order."""
    kept = tuple(entries)
    return Searchable(
        kept,
        tuple(folded_code(entry.code) for entry in kept),
        tuple(f" {' '.join(index_words(entry))} " for entry in kept),
    )


def folded_code(code: str) -> str:
    """Return a code as it is compared: without the blanks, dots and dashes people put in."""
    return re.sub(r"[\s.\-/]+", "", normalise(code))


def query_words(typed: str) -> tuple[str, ...]:
    """Return what each word of an entry must begin with: no article, no ending of number."""
    return tuple(_stem(word) for word in words(typed))


def most_similar(typed: str, texts: Sequence[str], limit: int) -> Sequence[int]:
    """Return the positions of the texts with the words most like what was typed, best first."""
    wanted = typed.split()
    scored = [(_likeness(wanted, text), -i) for i, text in enumerate(texts)]
    best = sorted((pair for pair in scored if pair[0] >= _LEAST_LIKENESS), reverse=True)
    return [-position for _, position in best[:limit]]


_LEAST_LIKENESS = 62  # per cent: one wrong letter in a word of four still counts


def _likeness(wanted: Sequence[str], text: str) -> int:
    own = text.split()
    if not own or not wanted:
        return 0
    return min(max(_ratio(word, other) for other in own) for word in wanted)


@lru_cache(maxsize=4096)
def _ratio(word: str, other: str) -> int:
    if abs(len(word) - len(other)) > max(len(word), len(other)) // 2:
        return 0
    return int(SequenceMatcher(None, word, other).ratio() * 100)


def index_words(entry: ListEntry) -> tuple[str, ...]:
    """Return the words an entry is found by: of both names, with and without article and ending.

    The fact ``also`` holds other words people type for the entry.
    """
    return text_words(f"{entry.en} {entry.ar} {entry.facts.get('also', '')}")


def text_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, each with and without article and ending."""
    own = words(text)
    bare = (_without_article(word) for word in own)
    stems = (_stem(word) for word in own)
    return tuple(dict.fromkeys((*own, *bare, *stems)))


_WORDS_KEPT = 1 << 15  # the words of a tariff repeat; folding it anew takes a third of the time


@lru_cache(maxsize=_WORDS_KEPT)
def _without_article(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _SHORTEST_STEM:
            return word[len(article) :]
    return word


@lru_cache(maxsize=_WORDS_KEPT)
def _stem(word: str) -> str:
    bare = _without_article(word)
    if bare.endswith("ss"):
        return bare
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST_STEM:
            return bare.removesuffix(ending)
    return bare
