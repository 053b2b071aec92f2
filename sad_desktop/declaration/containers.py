"""Container numbers as ISO 6346 writes them: owner, category, serial number, check digit."""

import re
from string import ascii_uppercase

_NUMBER = re.compile(r"([A-Z]{3}[UJZ]\d{6})(\d?)")
_JOINTS = re.compile(r"[\s\-./]+")
_MODULUS = 11
# ISO 6346, annex A: letters count from 10 and leave out the multiples of 11.
_LETTER_VALUES = dict(zip(ascii_uppercase, (n for n in range(10, 39) if n % _MODULUS), strict=True))


def check_digit(identity: str) -> int | None:
    """Return the digit that ends this container number; None when it is not of ISO 6346's form.

    The last digit of the number may be there or not; blanks, hyphens and points do not count.
    """
    match = _NUMBER.fullmatch(_plain(identity))
    if match is None:
        return None
    total = sum(_value(sign) << position for position, sign in enumerate(match[1]))
    return total % _MODULUS % 10


def written_digit(identity: str) -> int | None:
    """Return the check digit as it stands in the number; None when it is not there."""
    match = _NUMBER.fullmatch(_plain(identity))
    if match is None or not match[2]:
        return None
    return int(match[2])


def _plain(identity: str) -> str:
    return _JOINTS.sub("", identity).upper()


def _value(sign: str) -> int:
    return int(sign) if sign.isdigit() else _LETTER_VALUES[sign]
