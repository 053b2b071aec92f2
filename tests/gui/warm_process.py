"""The program loaded but not begun: each clerk asked of it is a process of its own, to be killed.

Each line of its input is ``<keying or waiting> <data folder> <seed> <file>``, parted by tabs, and
begins one; the answer is its process number. It says into the file what it keyed when, each line
``<monotonic seconds> <keyed text>`` in the order keyed: a text stands in its box, committed or
still being typed, when its line appears. One that waits says a line when its office is open.
"""

import gc
import importlib
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.launch import application_of
from tests.gui.desk import Clerk, open_desk

BOXES = ("18", "20.2", "7.2", "28.3", "30", "54", "31.2")
LOADED = (
    *("forms.workplace", "forms.list_refresh", "forms.library", "forms.crash", "forms.recovered"),
    *("services.workspace", "services.journal", "services.companies", "services.users"),
    *("services.server", "services.company_lists", "services.similar", "services.lock"),
    *("database.declarations", "database.upgrade", "database.library", "database.search_copy"),
)


def key(folder: Path, seed: int, say: Callable[[str], None]) -> None:
    """Key texts into boxes until the process is killed."""
    application = application_of()
    clerk = open_desk(application, folder)
    clerk.ctrl(Qt.Key.Key_N)
    chance, number = random.Random(seed), 0
    while True:
        number += 1
        text = f"K{number}"
        key_one(clerk, chance, text)
        say(text)
        pause = time.monotonic() + chance.random() * 0.15
        while time.monotonic() < pause:
            application.processEvents()


def key_one(clerk: Clerk, chance: random.Random, text: str) -> None:
    clerk.go_to(chance.choice(BOXES))
    clerk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    clerk.type(text)
    if chance.random() < 0.7:
        clerk.press(Qt.Key.Key_Tab)


def wait(folder: Path, _seed: int, say: Callable[[str], None]) -> None:
    """Hold the data folder until the process is killed."""
    clerk = open_desk(application_of(), folder)
    clerk.open_office()
    say("open")
    while True:
        signal.pause()


def begin(line: str) -> None:
    """Do what a line asks for; does not return."""
    what, folder, seed, said = line.rstrip("\n").split("\t")
    file = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def say(text: str) -> None:
        os.write(file, f"{time.monotonic():.3f} {text}\n".encode())

    try:
        {"keying": key, "waiting": wait}[what](Path(folder), int(seed), say)
    finally:
        os._exit(1)


def main() -> None:
    assert QApplication.instance() is None, "only a process without threads can be forked"
    for name in LOADED:
        importlib.import_module(f"sad_desktop.{name}")
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            begin(line)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
