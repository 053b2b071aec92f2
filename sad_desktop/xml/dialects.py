"""The formats a declaration travels in; a new one is a new entry here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures
from sad_desktop.xml import mapping, native, native_read, read, write
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


def read_any(content: bytes, name: str) -> Draft:
    """Return the draft a file of any known format holds; raises FileRefused."""
    head = head_of(content, name)
    for dialect in DIALECTS:
        if dialect.recognises(head.root):
            return dialect.read(content, name)
    raise wrong_root(name, head)
