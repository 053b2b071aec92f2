"""The fingerprint of a declaration: equal for equal content, whatever was stored in between."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from sad_desktop.declaration.draft import Draft, Rows
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import Row
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import Value

_LENGTH = 8
_LONGEST_REFERENCE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What the codes of a sheet say: the reference, and the hash of what is declared."""

    reference: str
    content_hash: str

    @property
    def line(self) -> str:
        """Reference and hash in one line, as the bar code holds them."""
        return " ".join(part for part in (self.reference, self.content_hash) if part)


def seal(draft: Draft) -> Seal:
    """Return a draft's reference (year and number) and the beginning of its content's hash.

    A reference too long for a bar code is cut there; the form itself has it whole.
    """
    kept = draft.declaration
    year = "" if kept.reference_year is None else str(kept.reference_year)
    reference = "-".join(part for part in (year, kept.reference_number) if part)
    return Seal(
        reference=reference[:_LONGEST_REFERENCE],
        content_hash=content_hash(draft)[:_LENGTH].upper(),
    )


def content_hash(draft: Draft) -> str:
    """Return the SHA-256 of all that is keyed, in hexadecimal digits.

    Items are named by their place and not by their key, numbers are without idle zeros, and
    empty fields are left out, so that a newer form of the declaration keeps old hashes.
    """
    kept = draft.declaration
    places = {item.key: str(place) for place, item in enumerate(kept.items, start=1)}
    content = [
        _text(_fields(kept)),
        *map(_item_text, kept.items),
        *(_text({**_fields(row), "item": places.get(row.item_key, "")}) for row in kept.containers),
        *sorted(
            _text(
                [place.field, places.get(place.item, ""), str(place.rows or ""), place.row, typed]
            )
            for place, typed in draft.rejected.items()
        ),
    ]
    return hashlib.sha256("\n".join(content).encode("ascii")).hexdigest()


@lru_cache(maxsize=4096)
def _item_text(item: Item) -> str:
    """Return an item's content; kept, for a preview is made again when one item has changed."""
    rows = {
        str(kind): [_fields(row) for row in getattr(item, kind)]
        for kind in Rows
        if kind is not Rows.CONTAINERS and getattr(item, kind)
    }
    return _text({**_fields(item), **rows})


def _text(content: object) -> str:
    return json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _fields(holder: Declaration | Item | Row) -> Mapping[str, str]:
    model: type = type(holder)
    written = {name: _written(getattr(holder, name)) for name in definitions(model)}
    return {name: text for name, text in written.items() if text}


def _written(value: Value) -> str:
    if value is None or value is False:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
