"""The formats a declaration travels in; a new one is a new entry here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from sad_desktop.brokerage.manifest_files import ManifestFile
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures
from sad_desktop.errors import FileRefused
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.xml import awmds, mapping, native, native_read, read, write
from sad_desktop.xml.admission import head_of, wrong_root


class Dialect(Protocol):
    """One format of files."""

    @property
    def name(self) -> str:
        """The name kept in the source of a draft."""
        ...

    def recognises(self, root: str) -> bool:
        """Tell by the name of its first element whether a file is of this format."""
        ...

    def read(self, content: bytes, name: str) -> Draft:
        """Return the draft a file holds; raises FileRefused."""
        ...

    def write(self, draft: Draft, figures: Figures | None) -> bytes:
        """Return the file of a draft with its computed figures."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class RootedDialect:
    """A format that is known by the name of its first element."""

    name: str
    root: str
    reader: Callable[[bytes, str], Draft]
    writer: Callable[[Draft, Figures | None], bytes]

    def recognises(self, root: str) -> bool:
        """Tell by the name of its first element whether a file is of this format."""
        return root == self.root

    def read(self, content: bytes, name: str) -> Draft:
        """Return the draft a file holds; raises FileRefused."""
        return self.reader(content, name)

    def write(self, draft: Draft, figures: Figures | None) -> bytes:
        """Return the file of a draft with its computed figures."""
        return self.writer(draft, figures)


ASYCUDA: Dialect = RootedDialect(
    name=read.DIALECT, root=mapping.ROOT, reader=read.read, writer=write.write
)
NATIVE: Dialect = RootedDialect(
    name=native.DIALECT, root=native.ROOT, reader=native_read.read, writer=native.write
)
DIALECTS: tuple[Dialect, ...] = (ASYCUDA, NATIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestDialect:
    """A format of carriers' manifests, known by the name of its first element; only read."""

    name: str
    root: str
    reader: Callable[[bytes, str], ManifestFile]

    def recognises(self, root: str) -> bool:
        """Tell by the name of its first element whether a file is of this format."""
        return root == self.root

    def read(self, content: bytes, name: str) -> ManifestFile:
        """Return the voyage a file holds; raises FileRefused."""
        return self.reader(content, name)


MANIFEST_DIALECTS = (ManifestDialect(name=awmds.DIALECT, root=awmds.ROOT, reader=awmds.read),)


def read_manifest(content: bytes, name: str) -> ManifestFile:
    """Return the voyage a file of any known format holds; raises FileRefused."""
    head = head_of(content, name)
    for dialect in MANIFEST_DIALECTS:
        if dialect.recognises(head.root):
            return dialect.read(content, name)
    raise FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{name} was not opened: it is no manifest, its first element is “{root}”.",
        ),
        {"name": name, "root": head.root[:80]},
    )


def read_any(content: bytes, name: str) -> Draft:
    """Return the draft a file of any known format holds; raises FileRefused."""
    head = head_of(content, name)
    for dialect in DIALECTS:
        if dialect.recognises(head.root):
            return dialect.read(content, name)
    raise wrong_root(name, head)
