"""The tables of Unicode that Qt brings for Linux, without the languages the program does not speak.

Qt asks them for the order and the case of letters, names of time zones and foreign charsets; what
is kept serves that in English and Arabic, and falls back to the tables' root for the rest. The
tables are one block in a library of their own: a list of names and places, then the pieces.
"""

import re
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path

UNNEEDED = re.compile(
    r"/(brkitr|curr|lang|rbnf|region|translit|unit)/"  # Qt divides words, and names things, itself
    r"|/(?!(en|ar)\b|(en|ar|res)_)([a-z]{2,3}(_\w+)?)\.res$"  # other languages
    r"|/coll/(?!(root|en|ar|res_index|ucadata)\b)"
    r"|\.(spp|cfu)$|/unames\.icu"  # what networks ask of names, look-alikes, names of letters
)
"""Pieces, by name, that are left out."""
LARGE = 20_000
"""Bytes: charsets above it are the East Asian ones; Python reads those."""
_MARK = b"CmnD"  # what a block of ICU's says it is, 12 bytes from its beginning
_ALIGNED = 16


@dataclass(frozen=True, slots=True)
class Piece:
    """One table: its name, "icudt73l/coll/root.res", and its content."""

    name: str
    content: bytes


def slimmed(library: Path, made: Path) -> Path:
    """Write a library of Unicode tables anew without what is unneeded; return where.

    Raises ValueError where the library is not built as expected, and CalledProcessError where it
    cannot be linked.
    """
    content = library.read_bytes()
    header, pieces = read(content)
    kept = [piece for piece in pieces if is_needed(piece)]
    made.parent.mkdir(parents=True, exist_ok=True)
    block = made.with_suffix(".dat")
    block.write_bytes(header + written(kept))
    version = re.search(r"\.so\.(\d+)$", library.name)
    if version is None:
        raise ValueError(f"{library.name} says no version")
    script = made.with_suffix(".ld")
    script.write_text(
        f"SECTIONS {{ . = SIZEOF_HEADERS; .rodata : ALIGN({_ALIGNED}) "
        f"{{ icudt{version[1]}_dat = .; *(.data) }} }}"
    )
    linked = made.with_suffix(".o")
    _link("-r", "-b", "binary", block.name, "-o", linked.name, within=made.parent)
    _link(
        *("-shared", "-z", "noexecstack", "-soname", library.name, "-T", script.name),
        *(linked.name, "-o", made.name),
        within=made.parent,
    )
    return made


def _link(*words: str, within: Path) -> None:
    subprocess.run(["ld", *words], check=True, cwd=within)


def is_needed(piece: Piece) -> bool:
    """Tell whether a table stays."""
    is_charset = piece.name.endswith(".cnv")
    return not UNNEEDED.search(piece.name) and not (is_charset and len(piece.content) > LARGE)


def read(library: bytes) -> tuple[bytes, list[Piece]]:
    """Return the block's header and its pieces in order; raises ValueError where there is none."""
    marked = library.find(_MARK)
    if marked < 0 or library.find(_MARK, marked + 1) >= 0:
        raise ValueError("this is no library of Unicode tables")
    start = marked - 12
    (size,) = struct.unpack_from("<H", library, start)
    first = start + size
    (count,) = struct.unpack_from("<I", library, first)
    places = [struct.unpack_from("<II", library, first + 4 + 8 * one) for one in range(count)]
    ends = [place for _, place in places[1:]] + [_end_of(library, start) - first]
    return library[start:first], [
        Piece(_text(library, first + name), library[first + place : first + end])
        for (name, place), end in zip(places, ends, strict=True)
    ]


def written(pieces: list[Piece]) -> bytes:
    """Return the list of names and places, and the pieces, as they follow the header."""
    names = b""
    head = 4 + 8 * len(pieces)
    name_places = []
    for piece in pieces:
        name_places.append(head + len(names))
        names += piece.name.encode("ascii") + b"\0"
    content = bytearray(_padded(b"\0" * head + names))
    struct.pack_into("<I", content, 0, len(pieces))
    for number, (piece, name) in enumerate(zip(pieces, name_places, strict=True)):
        struct.pack_into("<II", content, 4 + 8 * number, name, len(content))
        content += _padded(piece.content)
    return bytes(content)


def _padded(content: bytes) -> bytes:
    return content + b"\0" * (-len(content) % _ALIGNED)


def _text(library: bytes, place: int) -> str:
    return library[place : library.index(b"\0", place)].decode("ascii")


def _end_of(library: bytes, start: int) -> int:
    """Return where the block ends, by the one symbol the library exports."""
    for entry in range(0, start, 8):
        if struct.unpack_from("<Q", library, entry)[0] == start:
            (size,) = struct.unpack_from("<Q", library, entry + 8)
            if size > start and start + size <= len(library):
                return start + size
    raise ValueError("the library does not say how long its tables are")
