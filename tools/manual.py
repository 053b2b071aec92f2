"""Take the manual's pictures from the running program, and print the manual in both languages.

manual.py            pictures into resources/manual/pictures, PDF files into dist/
manual.py pictures   the pictures alone
manual.py paper      the PDF files alone
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import sys
from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QRect, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from sad_desktop.app import Program
from sad_desktop.declaration.draft import Place
from sad_desktop.forms.document_tab import DocumentTab
from sad_desktop.forms.language import Language, use_language
from sad_desktop.forms.lookup import Finder
from sad_desktop.forms.manual_voice import voice_of
from sad_desktop.forms.questions import dialogs
from sad_desktop.launch import application_of
from sad_desktop.manual.book import read_manual
from sad_desktop.paths import Paths
from sad_desktop.services.manual import save_manual
from sad_desktop.settings import Settings, ThemeChoice

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources/samples/im4-seven-items.xml"
PICTURES = ROOT / "resources/manual/pictures"
PAPER = ROOT / "dist"
DAY = date(2026, 11, 21)
COLOURS = 128
"""Of a picture's palette: text stays sharp, and the file small."""

SETTLED_AFTER = 400


class Photographer:
    """The program in one language with the sample declaration, and who takes its pictures."""

    def __init__(self, application: QApplication, folder: Path, language: str) -> None:
        self.application = application
        settings = Settings(language=language, theme=ThemeChoice.LIGHT, profile="bh", zoom=0)
        self.program = Program(application, Paths(folder), settings, on=DAY, questions=dialogs())
        self.window = self.program.window
        self.window.resize(1280, 800)
        self.window.show()
        self.program.furnish()
        self.workplace = self.program.workplace
        self.workplace.open_path(SAMPLE)
        self.settle()

    def settle(self) -> None:
        """Let the window lay itself out and paint."""
        loop = QEventLoop()
        QTimer.singleShot(SETTLED_AFTER, loop.quit)
        loop.exec()
        self.application.processEvents()

    def tab(self) -> DocumentTab:
        """Return the sample's tab."""
        tab = self.workplace.current_tab()
        if tab is None:
            raise TypeError("the sample did not open")
        return tab

    def whole(self) -> QPixmap:
        """Take the whole window."""
        self.settle()
        return self.window.grab()

    def part(self, name: str) -> QPixmap:
        """Take one part of the declaration, as wide as without the docks."""
        for dock in self.window.docks:
            dock.hide()
        self.workplace.show_part(name)
        self.settle()
        picture = self.window.centre.grab()
        for dock in self.window.docks:
            dock.show()
        return picture

    def sheet(self) -> QPixmap:
        """Take the upper part of the sheet."""
        picture = self.part("sad")
        return picture.copy(QRect(0, 0, picture.width(), picture.height() * 4 // 5))

    def finder(self) -> QPixmap:
        """Take the finder on the commodity code."""
        tab = self.tab()
        item = tab.document.draft.declaration.items[0].key
        place = Place("commodity_code", item)
        tab.go_to(place)
        self.workplace.commands.open_finder(place)
        dialog = self.application.activeModalWidget()
        if not isinstance(dialog, Finder):
            raise TypeError("the finder did not open")
        dialog.line.setText("8703")
        self.settle()
        picture = dialog.grab()
        dialog.close()
        return picture

    def findings(self) -> QPixmap:
        """Take the lower part of the window, with the findings."""
        tab = self.tab()
        tab.document.enter(Place("border_mode"), "")
        tab.document.enter(Place("invoice_amount"), "12,3x4")
        self.workplace.run("verify")
        picture = self.whole()
        top = picture.height() * 2 // 5
        return picture.copy(QRect(0, top, picture.width(), picture.height() - top))

    def close(self) -> None:
        """Close the program and its window."""
        self.workplace.abandon_changes()
        self.program.close()
        self.workplace.let_go()
        self.window.close()
        self.window.deleteLater()


def pictures_of(one: Photographer) -> Mapping[str, Callable[[], QPixmap]]:
    """Return who takes each picture, in an order that disturbs none."""
    return {
        "window": one.whole,
        "sheet": one.sheet,
        "valuation": lambda: one.part("valuation"),
        "items": lambda: one.part("items"),
        "assessment": lambda: one.part("assessment"),
        "documents": lambda: one.part("documents"),
        "preview": lambda: one.part("preview"),
        "finder": one.finder,
        "findings": one.findings,
    }


def take_pictures(application: QApplication) -> None:
    """Take every picture in both languages."""
    for language in Language:
        folder = PICTURES / language
        folder.mkdir(parents=True, exist_ok=True)
        for former in folder.glob("*.png"):
            former.unlink()
        with TemporaryDirectory() as data:
            one = Photographer(application, Path(data), str(language))
            for name, take in pictures_of(one).items():
                size = save(take(), folder / f"{name}.png")
                print(f"{language}/{name}.png: {size // 1024} KB")
            one.close()


def save(picture: QPixmap, path: Path) -> int:
    """Write a picture with a small palette; return the file's size."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    image = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    return path.stat().st_size


def print_both(application: QApplication) -> None:
    """Print the manual in both languages."""
    PAPER.mkdir(exist_ok=True)
    for language in Language:
        use_language(application, language)
        path = PAPER / f"sad-desktop-manual-{language}.pdf"
        save_manual(read_manual(voice_of(str(language), {}, {})), str(language), path)
        print(f"{path}: {path.stat().st_size // 1024} KB")


def main() -> int:
    """Do what was asked for."""
    wanted = sys.argv[1:] or ["pictures", "paper"]
    application = application_of()
    if "pictures" in wanted:
        take_pictures(application)
    if "paper" in wanted:
        print_both(application)
    return 0


if __name__ == "__main__":
    sys.exit(main())
