"""The tariff book the program works with: the shipped lists, searched with a fast matcher."""

from collections.abc import Collection, Mapping, Sequence

from rapidfuzz import fuzz, process

from sad_desktop.tariff.book import TariffBook
from sad_desktop.tariff.shipped_book import shipped_book

_LEAST_SCORE = 65  # of 100: one wrong or swapped letter in a word of four
_CANDIDATES = 20  # words of the list that may stand for one misspelt word


def load_book(profile_code: str) -> TariffBook:
    """Return the book of a country over the lists shipped with the program.

    Raises ResourceMissing when the country is not shipped, FileRefused for a faulty profile.
    """
    return shipped_book(profile_code, similar=similar)


def similar(typed: str, texts: Sequence[str], limit: int) -> Sequence[int]:
    """Return the positions of the texts with words most like those typed, best first."""
    vocabulary = {word for text in texts for word in text.split()}
    meant = [_meant(word, vocabulary) for word in typed.split()]
    if not meant or not all(meant):
        return ()
    scored = ((_score(meant, text), -position) for position, text in enumerate(texts))
    best = sorted((pair for pair in scored if pair[0]), reverse=True)
    return tuple(-position for _, position in best[:limit])


def _meant(word: str, vocabulary: Collection[str]) -> Mapping[str, int]:
    """Return the words of a list that may be meant by a word, each with its score."""
    found = process.extract(
        word,
        vocabulary,
        scorer=fuzz.ratio,
        processor=None,
        limit=_CANDIDATES,
        score_cutoff=_LEAST_SCORE,
    )
    return {own: int(score) for own, score, _ in found}


def _score(meant: Sequence[Mapping[str, int]], text: str) -> int:
    own = text.split()
    return min(max(scores.get(word, 0) for word in own) if own else 0 for scores in meant)
