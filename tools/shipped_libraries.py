"""Which shared libraries the built program needs on Linux, beside those every desktop has."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

DESKTOP = re.compile(
    r"lib(X11|X11-xcb|xcb|Xau|Xdmcp|Xext|Xrender|fontconfig|freetype|glib-2\.0|gthread-2\.0"
    r"|dbus-1|cups|stdc\+\+|gcc_s)\.so\.\d+"
)
"""What no Linux desktop is without; of two copies the system's own knows its fonts, its sessions
and its printers. A system with no printing has no libcups, and no printer either."""
_FOLDERS = re.compile(r"^$|/Qt/lib$|\.libs$")
"""Where libraries stand that are only there because something else asks for them."""

Entry = tuple[str, str, str]
"""Where a file goes in the folder, where it comes from, and what it is."""


def needed(entries: Iterable[Entry]) -> list[Entry]:
    """Return the files without the libraries nothing asks for, or that the desktop has."""
    given = list(entries)
    by_name = {PurePosixPath(target).name: (target, source, kind) for target, source, kind in given}
    kept: set[str] = set()
    waiting = [PurePosixPath(one[0]).name for one in given if not is_library(one)]
    while waiting:
        name = waiting.pop()
        if name in kept or name not in by_name or DESKTOP.fullmatch(name):
            continue
        kept.add(name)
        waiting += asked_for(by_name[name][1])
    return [one for one in given if PurePosixPath(one[0]).name in kept]


def with_one_openssl(entries: Iterable[Entry]) -> list[Entry]:
    """Return the files with Python's OpenSSL as a link to the one psycopg brings, where it does.

    Both keep the symbols of OpenSSL 3, of which psycopg's is the newer.
    """
    given = list(entries)
    brought = {
        f"{found[1]}.so.3": target
        for target, _, _ in given
        if (found := re.fullmatch(r"psycopg_binary\.libs/(lib(?:ssl|crypto))-\w+\.so\.3", target))
    }
    return [
        (target, brought[target], "SYMLINK") if target in brought else (target, source, kind)
        for target, source, kind in given
    ]


def is_library(entry: Entry) -> bool:
    """Tell whether a file is there for others only: no module of Python's, no plug-in of Qt's."""
    place = PurePosixPath(entry[0])
    folder = "" if str(place.parent) == "." else str(place.parent)
    own = place.name.startswith("libpython") or not place.name.startswith("lib")
    return bool(_FOLDERS.search(folder)) and not own


def asked_for(file: str) -> Iterator[str]:
    """Yield the libraries a file names as those it needs itself."""
    listed = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=True)
    for line in listed.stdout.splitlines():
        words = line.split()
        if words[:1] == ["NEEDED"]:
            yield words[1]
