"""Put the letters of one line in the order they are seen (Unicode Standard Annex 9).

``runs(text, direction)`` is what the paper needs: pieces of one direction each, from left to
right. Rule names (X1, W4, N0 ...) are those of the annex. The base direction is always passed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import bidirectional

from sad_desktop.printing.marks import Direction

_DEEPEST = 125
_BRACKETS_OPEN = 63
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = frozenset({"RLE", "LRE", "RLO", "LRO"})
# X9: these take no further part; they lie where the character before them lies.
_REMOVED = _EMBEDDINGS | {"PDF", "BN"}
_NEUTRAL = _ISOLATES | {"B", "S", "WS", "ON", "PDI"}
_PLAIN_LEFT_TO_RIGHT = frozenset({"L", "EN", "ES", "ET", "CS", "NSM", "ON", "WS", "S"})
# Bidi_Paired_Bracket: each opening bracket is followed by its closing one.
_PAIRS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e"
    "\u2308\u2309\u230a\u230b\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f\u2770\u2771"
    "\u2772\u2773\u2774\u2775\u27c5\u27c6\u27e6\u27e7\u27e8\u27e9\u27ea\u27eb\u27ec\u27ed"
    "\u27ee\u27ef\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298a\u298b\u298c\u298d\u2990"
    "\u298f\u298e\u2991\u2992\u2993\u2994\u2995\u2996\u2997\u2998\u29d8\u29d9\u29da\u29db"
    "\u29fc\u29fd\u2e22\u2e23\u2e24\u2e25\u2e26\u2e27\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58"
    "\u2e59\u2e5a\u2e5b\u2e5c\u3008\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011"
    "\u3014\u3015\u3016\u3017\u3018\u3019\u301a\u301b\ufe59\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e"
    "\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f\uff60\uff62\uff63\u2329\u232a"
)
_CLOSING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_SAME_BRACKET = {"\u2329": "\u3008", "\u232a": "\u3009"}
_CLOSING["\u2329"] = "\u3009"
_CLOSERS = frozenset(_CLOSING.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """``text[start:end]`` of one direction; an odd level runs from right to left."""

    start: int
    end: int
    level: int

    @property
    def direction(self) -> Direction:
        """The direction in which the letters of the run follow each other."""
        return "rtl" if self.level & 1 else "ltr"


def runs(text: str, direction: Direction) -> tuple[Run, ...]:
    """Return the runs of one line as they are seen, from left to right (rule L2)."""
    if not text:
        return ()
    found: list[Run] = []
    start = 0
    found_levels = levels(text, direction)
    for index in range(1, len(text) + 1):
        if index == len(text) or found_levels[index] != found_levels[start]:
            found.append(Run(start=start, end=index, level=found_levels[start]))
            start = index
    _reverse(found)
    return tuple(found)


def levels(text: str, direction: Direction) -> tuple[int, ...]:
    """Return the embedding level of each character of a line with this base direction."""
    base = 1 if direction == "rtl" else 0
    classes = [character_class(letter) for letter in text]
    if not base and _PLAIN_LEFT_TO_RIGHT.issuperset(classes):
        return (0,) * len(text)
    partners = _isolate_partners(classes)
    result, resolved = _explicit(classes, partners, base)
    # All sequences first: they are cut at the explicit levels, which the loop raises.
    for sequence, opening, closing in list(_sequences(classes, partners, result, base)):
        _resolve(text, classes, resolved, result[sequence[0]], sequence, opening, closing)
        for index in sequence:
            result[index] += _implicit(resolved[index], result[index])
    _carry_removed(classes, result, base)
    _line_ends(classes, result, base)
    return tuple(result)


@lru_cache(maxsize=4096)
def character_class(letter: str) -> str:
    """Return the bidi class of a character, such as ``L``, ``AL`` or ``EN``; never empty."""
    found = bidirectional(letter)
    if found:
        return found
    # A character newer than Python's tables, or none at all: the default of its block.
    if letter in ("\ufffe", "\uffff") or 0xFDD0 <= ord(letter) <= 0xFDEF:
        return "BN"
    if "\u0600" <= letter <= "\u07bf" or "\u0860" <= letter <= "\u08ff":
        return "AL"
    if "\ufb50" <= letter <= "\ufdff" or "\ufe70" <= letter <= "\ufeff":
        return "AL"
    right = "\u0590" <= letter <= "\u085f" or "\ufb1d" <= letter <= "\ufb4f"
    return "R" if right or "\U00010800" <= letter <= "\U00010fff" else "L"


def _isolate_partners(classes: Sequence[str]) -> dict[int, int]:
    """Map each isolate initiator to its PDI and back (BD9); one without PDI is not there."""
    partners: dict[int, int] = {}
    waiting: list[int] = []
    for index, found in enumerate(classes):
        if found in _ISOLATES:
            waiting.append(index)
        elif found == "PDI" and waiting:
            opener = waiting.pop()
            partners[opener] = index
            partners[index] = opener
    return partners


def _first_strong_is_right(classes: Sequence[str], partners: dict[int, int], start: int) -> bool:
    """Tell the direction of a first-strong isolate (P2, P3), passing over isolates inside."""
    end = partners.get(start, len(classes))
    index = start + 1
    while index < end:
        found = classes[index]
        if found in ("L", "R", "AL"):
            return found != "L"
        index = partners.get(index, end) if found in _ISOLATES else index + 1
    return False


def _explicit(
    classes: Sequence[str], partners: dict[int, int], base: int
) -> tuple[list[int], list[str]]:
    """Apply X1 to X8: the explicit level and the possibly overridden class of each character."""
    result = [base] * len(classes)
    resolved = list(classes)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    too_deep_isolates = too_deep_embeddings = open_isolates = 0
    for index, found in enumerate(classes):
        level, override, _ = stack[-1]
        if found == "PDI":
            if too_deep_isolates:
                too_deep_isolates -= 1
            elif open_isolates:
                too_deep_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                open_isolates -= 1
            level, override, _ = stack[-1]
        elif found == "PDF":
            if too_deep_isolates:
                pass
            elif too_deep_embeddings:
                too_deep_embeddings -= 1
            elif not stack[-1][2] and len(stack) > 1:
                stack.pop()
            continue
        elif found == "B":
            continue
        if found != "BN" and found not in _EMBEDDINGS:
            result[index] = level
            resolved[index] = override or found
        if found not in _ISOLATES and found not in _EMBEDDINGS:
            continue
        right = found in ("RLE", "RLO", "RLI") or (
            found == "FSI" and _first_strong_is_right(classes, partners, index)
        )
        deeper = (level + 1) | 1 if right else (level + 2) & ~1
        fits = deeper <= _DEEPEST and not too_deep_isolates and not too_deep_embeddings
        if found in _ISOLATES:
            too_deep_isolates += not fits
            open_isolates += fits
        elif not too_deep_isolates:
            too_deep_embeddings += not fits
        if fits:
            forced = {"RLO": "R", "LRO": "L"}.get(found, "")
            stack.append((deeper, forced, found in _ISOLATES))
    return result, resolved


def _sequences(
    classes: Sequence[str], partners: dict[int, int], result: Sequence[int], base: int
) -> Iterator[tuple[list[int], str, str]]:
    """Yield the isolating run sequences with the directions before and after them (X10)."""
    kept = [index for index, found in enumerate(classes) if found not in _REMOVED]
    level_runs: list[list[int]] = []
    for place, index in enumerate(kept):
        if not place or result[index] != result[kept[place - 1]]:
            level_runs.append([])
        level_runs[-1].append(index)
    by_first = {run[0]: run for run in level_runs}
    where = {index: place for place, index in enumerate(kept)}
    for run in level_runs:
        if classes[run[0]] == "PDI" and run[0] in partners:
            continue
        sequence = list(run)
        while classes[sequence[-1]] in _ISOLATES and sequence[-1] in partners:
            sequence += by_first[partners[sequence[-1]]]
        level = result[sequence[0]]
        first, last = where[sequence[0]], where[sequence[-1]]
        before = result[kept[first - 1]] if first else base
        ends = last + 1 == len(kept) or classes[sequence[-1]] in _ISOLATES
        after = base if ends else result[kept[last + 1]]
        yield sequence, "LR"[max(level, before) & 1], "LR"[max(level, after) & 1]


def _resolve(
    text: str,
    classes: Sequence[str],
    resolved: list[str],
    level: int,
    sequence: Sequence[int],
    opening: str,
    closing: str,
) -> None:
    """Resolve weak and neutral classes of one isolating run sequence in place (W1 to N2)."""
    types = [resolved[index] for index in sequence]
    _weak(types, opening)
    if not _NEUTRAL.isdisjoint(types):
        embedding = "LR"[level & 1]
        letters = [text[index] for index in sequence]
        marks = [classes[index] == "NSM" for index in sequence]
        _brackets(letters, marks, types, opening, embedding)
        _neutrals(types, opening, closing, embedding)
    for index, found in zip(sequence, types, strict=True):
        resolved[index] = found


def _weak(types: list[str], opening: str) -> None:
    """Apply W1 to W7 to the classes of one sequence."""
    previous = strong = opening
    for place, found in enumerate(types):
        if found == "NSM":  # W1
            types[place] = "ON" if previous in _ISOLATES or previous == "PDI" else previous
        previous = types[place]
        if previous in ("L", "R", "AL"):
            strong = previous
        elif previous == "EN" and strong == "AL":  # W2
            types[place] = "AN"
    types[:] = ["R" if found == "AL" else found for found in types]  # W3
    for place in range(1, len(types) - 1):  # W4
        around = types[place - 1]
        if around == types[place + 1] and (
            (around == "EN" and types[place] in ("ES", "CS"))
            or (around == "AN" and types[place] == "CS")
        ):
            types[place] = around
    place = 0
    while place < len(types):  # W5
        end = place
        while end < len(types) and types[end] == "ET":
            end += 1
        if end > place:
            if "EN" in types[max(place - 1, 0) : place] + types[end : end + 1]:
                types[place:end] = ["EN"] * (end - place)
            place = end
        place += 1
    strong = opening
    for place, found in enumerate(types):
        if found in ("ES", "ET", "CS"):  # W6
            types[place] = "ON"
        elif found in ("L", "R"):
            strong = found
        elif found == "EN" and strong == "L":  # W7
            types[place] = "L"


def _bracket_pairs(letters: Sequence[str], types: Sequence[str]) -> list[tuple[int, int]]:
    """Find the bracket pairs of one sequence, by their opening place (BD16)."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for place, letter in enumerate(letters):
        if types[place] != "ON":
            continue
        if letter in _CLOSING:
            if len(stack) == _BRACKETS_OPEN:
                return []
            stack.append((_CLOSING[letter], place))
        elif letter in _CLOSERS:
            closer = _SAME_BRACKET.get(letter, letter)
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == closer:
                    pairs.append((stack[depth][1], place))
                    del stack[depth:]
                    break
    return sorted(pairs)


def _strong(found: str) -> str:
    """Return the direction of a strong class or number, for which numbers are R; else nothing."""
    if found == "L":
        return "L"
    return "R" if found in ("R", "EN", "AN") else ""


def _brackets(
    letters: Sequence[str], marks: Sequence[bool], types: list[str], opening: str, embedding: str
) -> None:
    """Give each bracket pair the direction of what it holds or follows (N0)."""
    before = opening
    scanned = 0
    for start, end in _bracket_pairs(letters, types):
        # The strong direction in force before this pair; pairs come by their opening place.
        for place in range(scanned, start):
            before = _strong(types[place]) or before
        scanned = start
        inside = {_strong(types[place]) for place in range(start + 1, end)} - {""}
        if not inside:
            continue
        turn = embedding if embedding in inside else before
        for place in (start, end):
            types[place] = turn
            after = place + 1
            while after < len(types) and marks[after]:
                types[after] = turn
                after += 1


def _neutrals(types: list[str], opening: str, closing: str, embedding: str) -> None:
    """Let neutrals follow what stands on both sides of them, or the embedding (N1, N2)."""
    place = 0
    while place < len(types):
        if types[place] not in _NEUTRAL:
            place += 1
            continue
        end = place
        while end < len(types) and types[end] in _NEUTRAL:
            end += 1
        left = _strong(types[place - 1]) if place else opening
        right = _strong(types[end]) if end < len(types) else closing
        types[place:end] = [left if left == right else embedding] * (end - place)
        place = end


def _implicit(found: str, level: int) -> int:
    """Return what a resolved class adds to its level (I1, I2)."""
    if level & 1:
        return 0 if found == "R" else 1
    return {"R": 1, "AN": 2, "EN": 2}.get(found, 0)


def _carry_removed(classes: Sequence[str], result: list[int], base: int) -> None:
    """Lay characters without a place of their own beside the one before them."""
    for index, found in enumerate(classes):
        if found in _REMOVED:
            result[index] = result[index - 1] if index else base


def _line_ends(classes: Sequence[str], result: list[int], base: int) -> None:
    """Reset tabs and the blanks before them and at the end of the line (L1)."""
    blank = True
    for index in range(len(classes) - 1, -1, -1):
        found = classes[index]
        if found in ("B", "S"):
            blank = True
        elif found not in _REMOVED and found not in _ISOLATES and found not in ("WS", "PDI"):
            blank = False
        if blank:
            result[index] = base


def _reverse(found: list[Run]) -> None:
    highest = max(run.level for run in found)
    for level in range(highest, 0, -1):
        place = 0
        while place < len(found):
            end = place
            while end < len(found) and found[end].level >= level:
                end += 1
            if end > place + 1:
                found[place:end] = found[place:end][::-1]
            place = max(end, place + 1)
