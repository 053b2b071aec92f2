"""How long a text may be: what the box takes, and what customs take of it."""

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.fields import Kind
from sad_desktop.xml.limits import ASYCUDA_LIMITS, limit_at, limits_of

_TEXTS = frozenset({Kind.TEXT, Kind.LINES})


def longest_at(place: Place) -> int:
    """Return the greatest useful length of a text, 0 for a box that holds none."""
    definition = place.definition()
    if definition.kind not in _TEXTS:
        return 0
    limit = limit_at(place, limits_of(ASYCUDA_LIMITS))
    return definition.length if limit is None else min(limit.length, definition.length)
