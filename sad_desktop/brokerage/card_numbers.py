"""Numbers of payment cards are never kept: what looks like one is refused where it is keyed."""

import re
from collections.abc import Iterable, Iterator

from sad_desktop.declaration.values import fold_digits
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

_SHORTEST, _LONGEST = 13, 19
"""Digits of a card's number (ISO/IEC 7812-1)."""

_GROUPED = re.compile(r"[0-9]+(?:[ \u00a0._/-]{1,3}[0-9]+)*")


class CardNumber(UserError):
    """A field that seems to hold the number of a payment card; ``field`` is its English title."""

    def __init__(self, field: str) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "“{field}” looks like the number of a payment card, which is never kept: leave it "
                "out, or key its last four digits only.",
            ),
            {"field": field},
            texts={"field": "PaymentField"},
        )


def refuse_cards(keyed: Iterable[tuple[str, str]]) -> None:
    """Refuse texts that hold a card's number; pairs of a field's English title and its text.

    Raises CardNumber (S0-020).
    """
    for title, text in keyed:
        if holds_card_number(text):
            raise CardNumber(title)


def holds_card_number(text: str) -> bool:
    """Tell whether a text holds 13 to 19 digits that check as a card's number does (Luhn)."""
    return any(_checks(digits) for digits in _runs(fold_digits(text)))


def _runs(text: str) -> Iterator[str]:
    """Yield every run of as many digits as a card has, whole groups of them joined."""
    for match in _GROUPED.finditer(text):
        groups = re.findall(r"[0-9]+", match[0])
        for start in range(len(groups)):
            joined = ""
            for group in groups[start:]:
                joined += group
                if len(joined) > _LONGEST:
                    break
                if len(joined) >= _SHORTEST:
                    yield joined


def _checks(digits: str) -> bool:
    """Tell whether digits fulfil the formula of ISO/IEC 7812-1, annex B."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
