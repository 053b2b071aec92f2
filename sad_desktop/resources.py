"""Files shipped with the program: installed, frozen or in a checkout."""

from pathlib import Path
from zlib import crc32

from sad_desktop.errors import ResourceMissing

# start-up cost: importlib.resources takes longer to import than the window to build
_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "_resources"
_CHECKOUT = _PACKAGE.parent / "resources"
_SHIPPED_TEXTS = _PACKAGE / "_translations"
_CHECKOUT_TEXTS = _PACKAGE.parent / "translations"

CHECKSUMS = "checksums.txt"
"""Of every file, in a built program: the CRC-32 and the name below resources/, a line each."""
SAMPLE = "samples/im4-seven-items.xml"
"""A declaration to try the program with."""


def resource(name: str) -> Path:
    """Return a file or folder below resources/; raises ResourceMissing when it is not there."""
    return _below(_SHIPPED if _SHIPPED.is_dir() else _CHECKOUT, name)


def translation(name: str) -> Path:
    """Return a compiled translation; raises ResourceMissing when it is not there."""
    return _below(_SHIPPED_TEXTS if _SHIPPED_TEXTS.is_dir() else _CHECKOUT_TEXTS, name)


def demand_whole(*folders: str) -> None:
    """Demand that no file of some folders is missing or damaged, all where none is named.

    Raises ResourceMissing with the first that is. Only a built program knows what it was made
    with; a checkout is left to those who keep it.
    """
    listed = _SHIPPED / CHECKSUMS
    if not listed.is_file():
        return
    for line in listed.read_text(encoding="utf-8").splitlines():
        checksum, _, name = line.partition(" ")
        if folders and name.split("/")[0] not in folders:
            continue
        if f"{crc32(resource(name).read_bytes()):08x}" != checksum:
            raise ResourceMissing(name)


def checksums(root: Path) -> str:
    """Return the lines that ``demand_whole`` reads, for the files below a folder."""
    files = sorted(file for file in root.rglob("*") if file.is_file())
    return "".join(
        f"{crc32(file.read_bytes()):08x} {file.relative_to(root).as_posix()}\n" for file in files
    )


def _below(root: Path, name: str) -> Path:
    found = root.joinpath(*name.split("/"))
    if not found.exists():
        raise ResourceMissing(name)
    return found
