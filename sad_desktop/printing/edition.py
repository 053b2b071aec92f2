"""The editions of the form: English, Arabic (mirrored), and both languages side by side."""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # start-up cost: a menu names the editions and is painted before the form is loaded
    from sad_desktop.printing.sheet import Rect


class Edition(StrEnum):
    """In which language a page's captions stand, and whether it is mirrored."""

    ENGLISH = "en"
    ARABIC = "ar"
    BOTH = "both"

    @property
    def is_mirrored(self) -> bool:
        """True for the page that begins at the right."""
        return self is Edition.ARABIC

    def place(self, rect: "Rect") -> "Rect":
        """Return where a rectangle of the form stands in this edition."""
        return rect.mirrored() if self.is_mirrored else rect
