"""A clerk in a process of its own, to be killed while keying; prints what was keyed when.

Usage: keying_process.py DATA_FOLDER SEED. Each line is ``<monotonic seconds> <keyed text>``, in the
order keyed; a text stands in its box, committed or still being typed, when its line appears.
"""

import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.launch import application_of
from tests.gui.desk import Clerk, open_desk

BOXES = ("18", "20.2", "7.2", "28.3", "30", "54", "31.2")


def key(clerk: Clerk, application: QApplication, chance: random.Random) -> None:
    number = 0
    while True:
        number += 1
        clerk.go_to(chance.choice(BOXES))
        text = f"K{number}"
        clerk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        clerk.type(text)
        if chance.random() < 0.7:
            clerk.press(Qt.Key.Key_Tab)
        sys.stdout.write(f"{time.monotonic():.3f} {text}\n")
        sys.stdout.flush()
        pause = time.monotonic() + chance.random() * 0.15
        while time.monotonic() < pause:
            application.processEvents()


def main() -> None:
    application = application_of()
    clerk = open_desk(application, Path(sys.argv[1]))
    clerk.ctrl(Qt.Key.Key_N)
    key(clerk, application, random.Random(int(sys.argv[2])))


main()
