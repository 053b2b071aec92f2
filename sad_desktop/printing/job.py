"""What is asked of the paper: which pages, in which edition, and where on the sheet."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

What: TypeAlias = Literal[
    "sad",
    "valuation",
    "general_valuation",
    "item_valuation",
    "assessment",
    "documents",
    "containers",
    "estimate",
    "all",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """What is printed and how; lengths in mm.

    ``values_only`` leaves the form away, for pre-printed sheets; ``offset_x`` and ``offset_y``
    then move the values to the right and down, after ``scale`` has stretched their distances
    from the page's corner. ``copies`` are numbers of the form's copies, from 1 to 8; none given
    prints the sheets once, without a number. ``explained`` adds to the assessment note the steps
    of every amount. ``valuation`` are both valuation notes, ``documents`` the documents and, where
    there are any, the containers; ``all`` is everything but the client's estimate.
    """

    what: What = "sad"
    edition: Literal["en", "ar", "both"] = "en"
    values_only: bool = False
    offset_x: float = 0.0
    offset_y: float = 0.0
    scale: float = 1.0
    copies: tuple[int, ...] = ()
    explained: bool = False

    @property
    def has_sheets(self) -> bool:
        """True when the sheets of the form are among what is printed."""
        return self.what in ("sad", "all")

    @property
    def has_assessment(self) -> bool:
        """True when the assessment note is among what is printed."""
        return self.what in ("assessment", "all")
