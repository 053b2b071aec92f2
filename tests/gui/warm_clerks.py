"""Clerks in processes of their own, begun at once and killed without a goodbye."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


class WarmClerk:
    """One process; what it says stands in a file."""

    def __init__(self, number: int, said: Path) -> None:
        self.number = number
        self._said = said

    def said(self) -> list[tuple[float, str]]:
        """Return the moments and texts so far."""
        text = self._said.read_text() if self._said.exists() else ""
        whole = text[: text.rfind("\n") + 1].splitlines()
        return [(float(moment), what) for moment, what in (line.split() for line in whole)]

    def until_it_speaks(self) -> None:
        """Wait for its first line."""
        deadline = time.monotonic() + PATIENCE
        while not self.said():
            assert time.monotonic() < deadline, "the program did not start"
            time.sleep(0.02)

    def kill(self) -> float:
        """End it at once; return when."""
        os.kill(self.number, signal.SIGKILL)
        killed = time.monotonic()
        with suppress(ProcessLookupError):
            while time.monotonic() < killed + PATIENCE:
                os.kill(self.number, 0)
                time.sleep(0.01)
        return killed


class WarmClerks:
    """Begins clerks out of one process that has everything loaded."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self._begun: list[WarmClerk] = []

    def begin(self, what: str, folder: Path, seed: int = 0) -> WarmClerk:
        """Begin one that keys or waits on a data folder."""
        said = folder.with_name(f"{folder.name}-{what}-{len(self._begun)}.said")
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{what}\t{folder}\t{seed}\t{said}\n")
        self._process.stdin.flush()
        clerk = WarmClerk(int(self._process.stdout.readline()), said)
        self._begun.append(clerk)
        return clerk

    def kill_all(self) -> None:
        """Leave none behind."""
        for clerk in self._begun:
            with suppress(ProcessLookupError):
                clerk.kill()


@contextmanager
def loaded_program() -> Iterator[WarmClerks]:
    """Load the program for clerks to begin in."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.gui.warm_process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=environment,
        text=True,
    ) as process:
        clerks = WarmClerks(process)
        try:
            yield clerks
        finally:
            clerks.kill_all()
            process.kill()
