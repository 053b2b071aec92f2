"""The editions of the sheet: English, Arabic (mirrored), and both captions side by side."""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # start-up cost: the editions are named in a menu that is painted before the form is loaded
    from sad_desktop.printing.sheet import Box, Rect
    from sad_desktop.tariff.profile import Profile


class Edition(StrEnum):
    """In which language the form's captions stand, and whether it is mirrored."""

    ENGLISH = "en"
    ARABIC = "ar"
    BOTH = "both"

    @property
    def is_mirrored(self) -> bool:
        """True for the form that begins at the right."""
        return self is Edition.ARABIC

    def place(self, rect: "Rect") -> "Rect":
        """Return where a rectangle of the form stands in this edition."""
        return rect.mirrored() if self.is_mirrored else rect


def captions(box: "Box", edition: Edition, profile: "Profile") -> tuple[str, str]:
    """Return a box's caption at the left and at the right, with the country's own titles."""
    title = profile.titles.get(box.number)
    is_own = title is not None and box.id == box.number
    english = title.en if title is not None and is_own else box.en
    arabic = title.ar if title is not None and is_own else box.ar
    left = f"{box.number} {english}".strip()
    right = f"{box.number} {arabic}".strip()
    if edition is Edition.ENGLISH:
        return left, ""
    if edition is Edition.ARABIC:
        return "", right
    return left, arabic if english else right
