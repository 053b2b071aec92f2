"""What was meant by words nothing has: the most similar ones of a list."""

from collections.abc import Collection, Mapping, Sequence

from rapidfuzz import fuzz, process

_LEAST_SCORE = 65  # of 100: one wrong or swapped letter in a word of four
_CANDIDATES = 20  # words of the list that may stand for one misspelt word

Meant = Mapping[str, int]
"""Words of a list that one typed word may mean, each with its likeness of 100."""


def similar(typed: str, texts: Sequence[str], limit: int) -> Sequence[int]:
    """Return the positions of the texts with words most like those typed, best first."""
    vocabulary = {word for text in texts for word in text.split()}
    meant = meant_words(typed.split(), vocabulary)
    if not meant:
        return ()
    scored = ((score(meant, text.split()), -position) for position, text in enumerate(texts))
    best = sorted((pair for pair in scored if pair[0]), reverse=True)
    return tuple(-position for _, position in best[:limit])


def meant_words(typed: Sequence[str], vocabulary: Collection[str]) -> Sequence[Meant]:
    """Return what each typed word may mean; nothing when one of them is like no word."""
    meant = [_meant(word, vocabulary) for word in typed]
    return meant if all(meant) else ()


def score(meant: Sequence[Meant], own: Collection[str]) -> int:
    """Return how like the typed words a text's own words are: as the least like of them."""
    return min(max((one.get(word, 0) for word in own), default=0) for one in meant)


def _meant(word: str, vocabulary: Collection[str]) -> Meant:
    found = process.extract(
        word,
        vocabulary,
        scorer=fuzz.ratio,
        processor=None,
        limit=_CANDIDATES,
        score_cutoff=_LEAST_SCORE,
    )
    return {own: int(likeness) for own, likeness, _ in found}
