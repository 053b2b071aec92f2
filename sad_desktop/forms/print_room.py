"""What everything that prints stands in: printers, their offsets, print designs, questions."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from sad_desktop.forms.printer import Printers, SystemPrinters
from sad_desktop.forms.questions import ask_folder
from sad_desktop.forms.tasks import Starter
from sad_desktop.services.designs import Designs, load_designs
from sad_desktop.services.stationery import Stationery

DESIGNS = "designs"
"""The folder below the data folder that an office puts its own designs into."""

_STATIONERY = "stationery.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRoom:
    """What printing needs; tests put printers and answers of their own into it."""

    tasks: Starter
    printers: Printers
    stationery: Stationery
    designs: Callable[[], Designs]
    save_path: Callable[[QWidget, str], Path | None]
    open_paths: Callable[[QWidget], list[Path]]
    choose_folder: Callable[[QWidget, str], Path | None]


def print_room(
    folder: Path,
    tasks: Starter,
    *,
    save_path: Callable[[QWidget, str], Path | None],
    open_paths: Callable[[QWidget], list[Path]],
) -> PrintRoom:
    """Return the printing room of a data folder, with the printers of the system."""
    return PrintRoom(
        tasks=tasks,
        printers=SystemPrinters(),
        stationery=Stationery(folder / _STATIONERY),
        designs=lambda: load_designs(folder / DESIGNS),
        save_path=save_path,
        open_paths=open_paths,
        choose_folder=ask_folder,
    )
