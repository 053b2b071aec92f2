"""What the built program leaves out is not asked for, and what it keeps of Unicode is whole."""

import os
import re
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from tools import shipped_libraries
from tools.shipped_libraries import needed, with_one_openssl
from tools.unicode_tables import is_needed, read, slimmed

QT = Path(PySide6.__file__).parent / "Qt/lib"
TABLES = next(iter(QT.glob("libicudata.so.*")), None)
needs_tables = pytest.mark.skipif(TABLES is None, reason="Qt brings no tables on this system")
SORTED = """
from functools import cmp_to_key
from PySide6.QtCore import QCollator, QDateTime, QLocale, QTimeZone
letters = [chr(one) for one in (*range(0x620, 0x64B), *range(0x41, 0x17F))]
words = [a + b for a in letters[::3] for b in letters[::7]]
for name in ("en_US", "ar_BH"):
    locale = QLocale(name)
    order = QCollator(locale)
    print(ascii(sorted(words, key=cmp_to_key(order.compare))), ascii(locale.toUpper("istanbul ß")))
    zone = QTimeZone(b"Asia/Bahrain")
    print(ascii(zone.displayName(QDateTime.currentDateTime(), QTimeZone.LongName, locale)))
"""


def entry(target):
    return (target, f"/from/{target}", "BINARY")


def test_a_library_goes_with_the_last_that_asks_for_it_and_what_the_desktop_has(monkeypatch):
    asked = {
        "_sqlite3.so": ["libsqlite3.so.0", "libc.so.6"],
        "libqxcb.so": ["libxcb-cursor.so.0", "libX11.so.6"],
        "libxcb-cursor.so.0": ["libxcb-image.so.0"],
        "libX11.so.6": ["libbsd.so.0"],
        "libunasked.so.1": ["libfurther.so.1"],
    }
    monkeypatch.setattr(
        shipped_libraries, "asked_for", lambda file: iter(asked.get(Path(file).name, ()))
    )
    kept = [
        *("python3.11/lib-dynload/_sqlite3.so", "PySide6/Qt/plugins/platforms/libqxcb.so"),
        *("libpython3.11.so.1.0", "pypdfium2_raw/libpdfium.so"),
        *("libsqlite3.so.0", "libxcb-cursor.so.0", "libxcb-image.so.0"),
    ]
    gone = ["libX11.so.6", "libbsd.so.0", "libunasked.so.1", "pillow.libs/libfurther.so.1"]
    assert needed(map(entry, kept + gone)) == [entry(one) for one in kept]


def test_of_two_copies_of_openssl_one_is_a_link():
    ours, theirs = entry("libcrypto.so.3"), entry("psycopg_binary.libs/libcrypto-3a06.so.3")
    linked = (ours[0], theirs[0], "SYMLINK")
    assert with_one_openssl([ours, theirs]) == [linked, theirs]
    assert with_one_openssl([ours]) == [ours]


@needs_tables
def test_english_and_arabic_are_sorted_and_named_as_with_all_tables(tmp_path):
    made = slimmed(TABLES, tmp_path / TABLES.name)
    assert made.stat().st_size < TABLES.stat().st_size / 5
    assert read_names(made) == [one.name for one in read(TABLES.read_bytes())[1] if is_needed(one)]
    assert said(LD_LIBRARY_PATH=str(tmp_path)) == said()


def test_what_holds_no_tables_is_refused(tmp_path):
    with pytest.raises(ValueError, match="no library"):
        read(b"\x7fELF" + bytes(500))
    stranger = tmp_path / "libicudata.so.73"
    stranger.write_bytes(bytes(500))
    with pytest.raises(ValueError, match="no library"):
        slimmed(stranger, tmp_path / "made/libicudata.so.73")


def read_names(library):
    listed = subprocess.run(["strings", library], capture_output=True, text=True, check=True)
    return [line for line in listed.stdout.splitlines() if re.match(r"icudt\d+l/", line)]


def said(**surroundings):
    done = subprocess.run(
        [sys.executable, "-c", SORTED],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **surroundings},
    )
    return done.stdout
