"""Files that come to the desk by drag and drop or the clipboard, as a service can examine them."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from sad_desktop.services.digital_documents import Opened, examine, joined, read

Incoming = list[Path] | bytes
"""Files, or a picture as PNG that stands in no file."""


def holds_files(given: QMimeData) -> bool:
    """Tell whether something dropped or copied holds files or a picture."""
    return given.hasImage() or any(url.isLocalFile() for url in given.urls())


def incoming(given: QMimeData) -> Incoming:
    """Return what was dropped or copied; no files where there is none."""
    paths = [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]
    if paths or not given.hasImage():
        return paths
    image = QImage(given.imageData())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def examined(given: Incoming) -> Opened:
    """Return what came as one digital document; several files follow each other as pages.

    To be run beside the screen. Raises FileRefused.
    """
    if isinstance(given, bytes):
        return examine(given, QCoreApplication.translate("IncomingFiles", "The picture copied"))
    return joined([read(path) for path in given])
