"""Take the manual's pictures from the running program, and print the manual in both languages.

manual.py            pictures into resources/manual/pictures, PDF files into dist/
manual.py pictures   the pictures alone, and the two of the README
manual.py paper      the PDF files alone
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import sys
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from sad_desktop.forms.language import Language, use_language
from sad_desktop.forms.manual_voice import voice_of
from sad_desktop.launch import application_of
from sad_desktop.manual.book import read_manual
from sad_desktop.services.manual import save_manual
from sad_desktop.settings import ThemeChoice
from tools.manual_pictures import Photographer
from tools.manual_scenes import Scenes

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "resources/manual/pictures"
PAPER = ROOT / "dist"
COLOURS = 64
"""Of a picture's palette: text stays sharp, and the file small."""


def take_pictures(application: QApplication) -> None:
    """Take every picture in both languages."""
    for language in Language:
        folder = PICTURES / language
        folder.mkdir(parents=True, exist_ok=True)
        for former in folder.glob("*.png"):
            former.unlink()
        for name, picture in taken(application, language):
            size = save(picture, folder / f"{name}.png")
            print(f"{language}/{name}.png: {size // 1024} KB")
            if name == "window":
                save(picture, ROOT / f"docs/window-{language}.png")


def taken(
    application: QApplication,
    language: Language,
    theme: ThemeChoice = ThemeChoice.LIGHT,
    wanted: Collection[str] = (),
) -> Iterator[tuple[str, QPixmap]]:
    """Yield each picture's name and the picture, or only those that are wanted."""
    with TemporaryDirectory() as folder:
        one = Photographer(application, Path(folder), language, theme)
        for name, take in Scenes(one).all().items():
            if not wanted or name in wanted:
                yield name, take()
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
