"""Where values fall on pre-printed forms: offsets and scale of each printer, kept in one file."""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from sad_desktop.errors import StorageUnavailable
from sad_desktop.services.lock import PRIVATE
from sad_desktop.settings import replace_file
from sad_desktop.text import QT_TRANSLATE_NOOP

logger = logging.getLogger(__name__)

LEFT, TOP = 15.0, 18.0
"""Where the first cross of the calibration page lies while nothing moves, in mm."""

ACROSS, DOWN = 180.0, 260.0
"""Between the crosses of the calibration page, in mm."""

FARTHEST = 50.0
"""No printer is out by more, in mm."""

SCALES = (0.8, 1.25)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """How values are moved for one printer: mm to the right and down, after a scale."""

    offset_x: float = 0.0
    offset_y: float = 0.0
    scale: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Where the crosses of a calibration page came to lie on paper, in mm."""

    left: float = LEFT
    top: float = TOP
    across: float = ACROSS
    down: float = DOWN


def corrected(former: Placement, found: Measured) -> Placement:
    """Return the placement that puts the crosses where they belong.

    ``former`` is the one the page was printed with. The printer is taken to stretch what it gets
    by one factor and to move it; both are undone. Raises ValueError for lengths of zero.
    """
    if found.across <= 0 or found.down <= 0:
        raise ValueError(found)
    stretch = (found.across / ACROSS + found.down / DOWN) / 2 / former.scale
    moved_right = found.left - stretch * (former.scale * LEFT + former.offset_x)
    moved_down = found.top - stretch * (former.scale * TOP + former.offset_y)
    return _bounded(
        Placement(
            offset_x=-moved_right / stretch,
            offset_y=-moved_down / stretch,
            scale=1 / stretch,
        )
    )


class Stationery:
    """The placements of all printers, by the printer's name; a damaged file counts as empty."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def of(self, printer: str) -> Placement:
        """Return a printer's placement; nothing is moved on one that was never measured."""
        return self._kept().get(printer, Placement())

    def keep(self, printer: str, placement: Placement) -> None:
        """Remember a printer's placement; raises StorageUnavailable, the former is then kept."""
        kept = {**self._kept(), printer: placement}
        content = json.dumps({name: asdict(one) for name, one in kept.items()}, indent=2)
        try:
            self._file.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
            replace_file(self._file, content.encode("utf-8"))
        except OSError as error:
            raise StorageUnavailable(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "The offsets of printer {printer} cannot be kept ({reason}). They hold until "
                    "the program is closed.",
                ),
                {"printer": printer, "reason": error.strerror or error},
            ) from error

    def _kept(self) -> Mapping[str, Placement]:
        try:
            stored = json.loads(self._file.read_text(encoding="utf-8"))
            return {str(name): _placement(one) for name, one in stored.items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            logger.warning("offsets of printers not read: %s", type(error).__name__)
            return {}


def _placement(stored: Mapping[str, object]) -> Placement:
    numbers = {key: float(str(stored[key])) for key in ("offset_x", "offset_y", "scale")}
    return _bounded(Placement(**numbers))


def _bounded(placement: Placement) -> Placement:
    """Return a placement that still lies on the sheet, rounded to what a ruler can tell."""
    least, most = SCALES
    return Placement(
        offset_x=round(min(max(placement.offset_x, -FARTHEST), FARTHEST), 2),
        offset_y=round(min(max(placement.offset_y, -FARTHEST), FARTHEST), 2),
        scale=round(min(max(placement.scale, least), most), 5),
    )
