"""A page of the manual on screen: links, back and forward, pictures in the window's width."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QByteArray, Qt, QUrl, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QPalette,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from sad_desktop.errors import ResourceMissing
from sad_desktop.forms.language import current_language
from sad_desktop.forms.theme import colours
from sad_desktop.manual.blocks import Chapter
from sad_desktop.manual.book import picture
from sad_desktop.manual.html import SCHEME, chapter_html

_MARGIN = 24
_NARROWEST = 300
"""Pixels a picture gets at least, before the window has its size."""


class ManualReader(QTextBrowser):
    """Shows the chapters by links ``manual:chapter#anchor``. ``turned`` with the target shown."""

    turned = Signal(str)

    def __init__(self, chapters: Sequence[Chapter], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chapters: Mapping[str, Chapter] = {chapter.name: chapter for chapter in chapters}
        self._language = str(current_language())
        self.setAccessibleName(self.tr("Page of the manual"))
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(_MARGIN)
        option = QTextOption(self.document().defaultTextOption())
        option.setTextDirection(current_language().direction)
        self.document().setDefaultTextOption(option)
        self.document().setDefaultStyleSheet(self._styles())
        self.sourceChanged.connect(self._on_source_changed)

    def open(self, target: str) -> None:
        """Show a chapter, or a section of it, by "chapter" or "chapter#anchor"."""
        name, _, anchor = target.partition("#")
        url = QUrl(f"{SCHEME}:{name}")
        url.setFragment(anchor or "top")
        if url == self.source():
            self.scrollToAnchor(url.fragment())
        else:
            self.setSource(url, QTextDocument.ResourceType.HtmlResource)

    def target(self) -> str:
        """Return what is shown, as ``open`` takes it."""
        return _target_of(self.source())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a chapter as a page, or one of its pictures."""
        url = QUrl(name)
        path = url.path() if url.scheme() == SCHEME else ""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(path)
        chapter = self._chapters.get(path)
        if chapter is None:
            return QByteArray()
        return chapter_html(chapter, self._language, self._colours())

    def _picture(self, path: str) -> QImage:
        """Return a picture no wider than the page."""
        image = QImage()
        try:
            image.loadFromData(picture(path.removesuffix(".png"), self._language))
        except ResourceMissing:
            return image
        widest = max(self.viewport().width() - 3 * _MARGIN, _NARROWEST)
        if image.width() <= widest:
            return image
        return image.scaledToWidth(widest, Qt.TransformationMode.SmoothTransformation)

    def _on_source_changed(self, url: QUrl) -> None:
        self.turned.emit(_target_of(url))  # Qt's own source() is still the former one now

    def _colours(self) -> Mapping[str, str]:
        palette = QGuiApplication.palette()
        ours = colours(palette)
        return {
            "ink": ours.ink,
            "quiet": ours.computed,
            "link": palette.color(QPalette.ColorRole.Link).name(),
            "wash": palette.color(QPalette.ColorRole.AlternateBase).name(),
            "rule": palette.color(QPalette.ColorRole.Mid).name(),
        }

    def _styles(self) -> str:
        chosen = self._colours()
        return (
            f"a {{ color: {chosen['link']}; }}"
            f"h1 {{ font-size: 20pt; font-weight: 600; color: {chosen['ink']}; }}"
            f"h2 {{ font-size: 13pt; font-weight: 600; color: {chosen['ink']}; "
            "margin-top: 18px; }"
        )


def _target_of(url: QUrl) -> str:
    anchor = url.fragment()
    return url.path() if anchor in ("", "top") else f"{url.path()}#{anchor}"
