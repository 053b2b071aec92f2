"""Hours of random keying on the real window; ends with 1 where something went wrong.

python -m tests.gui.soak --seconds 7200 --seed 1 (``make soak``). Both languages in turn. Counted
as wrong: an exception anywhere, a warning of Qt, memory that grew by more than a tenth and work
that became slower by half, both between the third eighth of the rounds and the last. A round is a
fixed number of actions, after which everything is closed.
"""

import argparse
import ctypes
import gc
import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from sad_desktop.forms.document_tab import DocumentTab
from sad_desktop.forms.help_chapters import PARTS
from sad_desktop.forms.keys import ROOM_KEYS
from sad_desktop.launch import application_of
from tests.gui.desk import Clerk, open_desk

ACTIONS = 40
"""Actions of a round."""
FEWEST = 100
"""Rounds below which memory and speed say nothing yet."""
MOST_GROWTH = 1.10
MOST_SLOWER = 1.5
BOXES = (
    "1 2 2.2 7.2 8 9 14 15a 18 20 20.2 22 22.2 23 24 28 29 30 31 31.2 33 34 35 37 38 41 42 44 54"
)
TEXTS = (
    "58411-01", "USD", "EUR", "IM", "12,500.5", "-1", "0", "999999999999999", "73211100", "CN",
    "FOB", "شركة الواحة للتجارة", "١٢٣٫٥", "ABC (م.م.ح)", "x" * 300, "2026-13-45", "01/07/2026",
    " ", "ZZ", "4000",
)  # fmt: skip
COMMANDS = (
    "undo", "undo", "redo", "copy_above", "copy_item", "add_items", "delete_page_items",
    "delete_item_1", "next_item", "previous_item", "next_page", "previous_page", "verify",
    "recompute", "save", "zoom_in", "zoom_reset", "next_dock", "previous_dock", "library", "new",
    "sample", "next_declaration", "tour", "explain", "close", "details", "kept", "differences",
    "preview", "check_prices", "check_offences", "track",
    *(room for room in ROOM_KEYS if room != "users"),
)  # fmt: skip
"""Without the room of users: a desk where signing in was keyed by chance stays locked."""


@contextmanager
def dropped_lists_let_go() -> Iterator[None]:
    """Go on where a blank opened the list of a choice: PySide then loses its hold of the list.

    Keys of a keyboard reach it without passing through Python; those of this driver do not.
    """
    try:
        yield
    except RuntimeError as error:
        if "QListView) already deleted" not in str(error):
            raise


class Soak:
    """One desk, keyed on by chance."""

    def __init__(self, application: QApplication, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.wrong: list[str] = []
        self.done: list[str] = []
        self.application = application
        self.clerk: Clerk = open_desk(application, folder, "en")
        self.clerk.open_office()
        sys.excepthook = self._on_exception
        qInstallMessageHandler(self._on_message)

    def round(self, number: int, actions: int) -> float:
        """Do the actions of a round and close everything; return their processor seconds."""
        self.clerk.program.preferences.choose("language", ("en", "ar")[number % 2])
        self.clerk.settle()
        start = time.process_time()
        for _ in range(actions):
            self._act()
            if self.wrong:
                break
        taken = time.process_time() - start
        self._close_all()
        return taken

    def _act(self) -> None:
        clerk, chance = self.clerk, self.chance
        self._answer_dialogs()
        if clerk.window.current_tab() is None and chance.random() < 0.8:
            self._run(chance.choice(("new", "sample")))
            return
        dice = chance.random()
        if dice < 0.6:
            self._key()
        elif dice < 0.7:
            self._show_part()
        elif dice < 0.75:
            keys = (
                Qt.Key.Key_F3,
                Qt.Key.Key_F4,
                Qt.Key.Key_Escape,
                Qt.Key.Key_Down,
                Qt.Key.Key_Return,
            )
            key = chance.choice(keys)
            self._note(f"press {key.name}")
            clerk.press(key)
        else:
            self._run(chance.choice(COMMANDS))
        self.application.processEvents()

    def _key(self) -> None:
        clerk, chance = self.clerk, self.chance
        box, text = chance.choice(BOXES.split()), chance.choice(TEXTS)
        self._note(f"key {text[:20]!r} into {box}")
        if clerk.window.current_tab() is not None:
            clerk.go_to(box)
        self._answer_dialogs()
        is_left = chance.random() < 0.8
        with dropped_lists_let_go():
            clerk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            clerk.type(text)
            if is_left:
                clerk.press(Qt.Key.Key_Tab)

    def _show_part(self) -> None:
        tab = self.clerk.window.current_tab()
        if tab is not None:
            part = self.chance.choice(tuple(PARTS))
            self._note(f"show {part}")
            tab.show_part(part)

    def _run(self, name: str) -> None:
        self._note(name)
        action = self.clerk.window.actions_by_key[name]
        if action.isEnabled():
            action.trigger()

    def _answer_dialogs(self) -> None:
        for _ in range(5):
            popup = QApplication.activePopupWidget()
            modal = QApplication.activeModalWidget()
            if popup is not None:
                popup.close()
            elif modal is not None:
                self._note(f"leave {type(modal).__name__}")
                modal.close()
            else:
                return
            self.application.processEvents()

    def _close_all(self) -> None:
        self._answer_dialogs()
        tour = self.clerk.program.workplace.help.tour
        if tour is not None:
            tour.end()
        tabs = self.clerk.program.workplace.tabs
        for _ in range(tabs.count()):
            tabs.setCurrentIndex(0)
            shown = tabs.currentWidget()
            if isinstance(shown, DocumentTab):
                self.clerk.program.workplace.abandon_changes()
            self._run("close")
            self._answer_dialogs()
        self.clerk.settle()
        # what a running event loop does with everything that was to be deleted later
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()

    def _note(self, what: str) -> None:
        self.done = [*self.done[-30:], what]

    def _on_exception(self, kind, error, trace) -> None:
        self.wrong.append("".join(traceback.format_exception(kind, error, trace)))

    def _on_message(self, kind: QtMsgType, _context: object, message: str) -> None:
        if kind in {QtMsgType.QtInfoMsg, QtMsgType.QtDebugMsg} or "plugin does not" in message:
            return
        self.wrong.append(f"Qt: {message}")


def resident() -> float:
    """Return the memory this process holds, in MB, without what it could give back at once."""
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    """Soak for some seconds, and tell."""
    words = argparse.ArgumentParser()
    words.add_argument("--seconds", type=float, default=7200)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--actions", type=int, default=ACTIONS, help="of a round")
    asked = words.parse_args()
    application = application_of()
    with tempfile.TemporaryDirectory() as folder:
        soak = Soak(application, Path(folder), asked.seed)
        memory: list[float] = []
        times: list[float] = []
        end = time.monotonic() + asked.seconds
        while time.monotonic() < end and not soak.wrong:
            try:
                times.append(soak.round(len(times), asked.actions))
            except Exception:  # noqa: BLE001 - the hook above would hide what stops the driver
                soak.wrong.append(traceback.format_exc())
                break
            memory.append(resident())
            print(f"round {len(times)}: {times[-1]:.2f} s, {memory[-1]:.0f} MB", flush=True)
        if soak.wrong:
            print(f"WRONG with seed {asked.seed}, after: {soak.done}", *soak.wrong, sep="\n")
            return 1
        soak.clerk.leave()
    return judged(memory, times)


def judged(memory: list[float], times: list[float]) -> int:
    """Compare the last rounds with the first settled ones; too few rounds say nothing."""
    if len(memory) < FEWEST:
        print(f"{len(memory)} rounds: too few to speak of memory and speed")
        return 0
    eighth = len(memory) // 8
    early, late = slice(2 * eighth, 3 * eighth), slice(-eighth, None)
    growth = median(memory[late]) / median(memory[early])
    slower = median(times[late]) / median(times[early])
    print(f"{len(memory)} rounds: memory × {growth:.2f}, time × {slower:.2f}")
    return int(growth > MOST_GROWTH or slower > MOST_SLOWER)


if __name__ == "__main__":
    sys.exit(main())
