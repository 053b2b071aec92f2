"""A printing room for tests: printers that write PDF files, and answers given beforehand."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from sad_desktop.forms.preview_pages import PdfPages
from sad_desktop.forms.print_room import PrintRoom
from sad_desktop.forms.printer import printer_gone
from sad_desktop.services.designs import load_designs
from sad_desktop.services.stationery import Stationery


@dataclass
class PaperPrinters:
    """Printers whose paper is a PDF file each; ``gone`` are switched off."""

    folder: Path
    present: tuple[str, ...] = ("Office", "Counter")
    gone: set[str] = field(default_factory=set)
    opened: list[QPrinter] = field(default_factory=list)

    def names(self) -> tuple[str, ...]:
        return self.present

    def default(self) -> str:
        return self.present[-1] if self.present else ""

    def open(self, name: str) -> QPrinter:
        if name in self.gone:
            raise printer_gone(name)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.paper(len(self.opened))))
        self.opened.append(printer)
        return printer

    def paper(self, job: int = 0) -> Path:
        return self.folder / f"paper-{job}.pdf"


@dataclass
class Answered:
    """What the clerk answers."""

    save_path: Path | None = None
    open_paths: list[Path] = field(default_factory=list)
    folder: Path | None = None


def a_room(
    folder: Path, tasks: object, answers: Answered, printers: PaperPrinters | None = None
) -> PrintRoom:
    """Return a printing room in a folder."""
    return PrintRoom(
        tasks=tasks,
        printers=printers or PaperPrinters(folder),
        stationery=Stationery(folder / "stationery.json"),
        designs=lambda: load_designs(folder / "designs"),
        save_path=lambda _parent, _proposed: answers.save_path,
        open_paths=lambda _parent: answers.open_paths,
        choose_folder=lambda _parent, _title: answers.folder,
    )


def page_count(file: Path) -> int:
    pages = PdfPages(file.read_bytes())
    count = len(pages)
    pages.close()
    return count
