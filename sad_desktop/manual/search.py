"""Find what was typed in the manual: every word of it, in any letter form of either language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sad_desktop.manual.blocks import Chapter, Section, lines_of, plain
from sad_desktop.tariff.lookup import normalise

MOST = 60
_BEFORE, _AFTER = 40, 90
"""Letters of an excerpt around the first word that was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A section that holds the words, with a piece of its text."""

    target: str
    title: str
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    target: str
    title: str
    text: str
    folded_title: str
    folded: str


class Index:
    """The sections of the manual, folded once for searching."""

    def __init__(self, chapters: Sequence[Chapter]) -> None:
        self._entries = tuple(
            _entry(chapter, section) for chapter in chapters for section in chapter.sections
        )

    def search(self, typed: str) -> tuple[Hit, ...]:
        """Return the sections that hold every word; those whose title does stand first."""
        wanted = normalise(typed).split()
        if not wanted:
            return ()
        ranked = sorted(self._found(wanted), key=lambda one: one[0])
        return tuple(
            Hit(target=entry.target, title=entry.title, excerpt=_excerpt(entry, wanted[0]))
            for _, entry in ranked[:MOST]
        )

    def _found(self, wanted: list[str]) -> Iterator[tuple[int, _Entry]]:
        whole = " ".join(wanted)
        for entry in self._entries:
            if not all(word in entry.folded for word in wanted):
                continue
            if whole in entry.folded_title.split() or entry.folded_title == whole:
                yield 0, entry
            elif all(word in entry.folded_title for word in wanted):
                yield 1, entry
            else:
                yield 2, entry


def _entry(chapter: Chapter, section: Section) -> _Entry:
    title = section.title or chapter.title
    text = " ".join(plain(line) for block in section.blocks for line in lines_of(block))
    return _Entry(
        target=f"{chapter.name}#{section.anchor}" if section.anchor else chapter.name,
        title=title,
        text=text,
        folded_title=normalise(title),
        folded=normalise(f"{title} {text}"),
    )


def _excerpt(entry: _Entry, word: str) -> str:
    """Return the text around a word; the beginning where folding moved it."""
    at = max(entry.text.casefold().find(word), 0)
    start = max(at - _BEFORE, 0)
    end = min(at + _AFTER, len(entry.text))
    start = entry.text.find(" ", start) + 1 if start else 0
    piece = entry.text[start:end].strip()
    return f"{'…' if start else ''}{piece}{'…' if end < len(entry.text) else ''}"
