"""The program is killed while somebody keys: what is older than two seconds is on the disk."""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import fields
from pathlib import Path

import pytest

from sad_desktop.declaration.draft import Draft
from sad_desktop.paths import Paths
from sad_desktop.services.journal import Journal, Recovered

ROOT = Path(__file__).resolve().parents[2]
GRACE = 2.0
"""Seconds after which a change is safe (issue: 'within 2 seconds of a change')."""


def texts_of(found: Recovered) -> set[str]:
    """Everything that stands in any box of a recovered draft, and in the box being typed in."""
    draft: Draft = found.draft
    values = {str(getattr(draft.declaration, field.name)) for field in fields(draft.declaration)}
    for item in draft.declaration.items:
        values |= {str(getattr(item, field.name)) for field in fields(item)}
    values |= set(draft.rejected.values())
    if found.focused is not None:
        values.add(found.focused[1])
    return values


def newest_number(found: Recovered) -> int:
    numbers = [int(text[1:]) for text in texts_of(found) if text[:1] == "K" and text[1:].isdigit()]
    return max(numbers, default=0)


@pytest.mark.parametrize("seed", range(20))
def test_nothing_older_than_two_seconds_is_missing_after_a_kill(seed, tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.gui.keying_process", str(tmp_path), str(seed)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=environment,
        text=True,
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first, "the program did not start"
        time.sleep(0.3 + random.Random(seed).random() * 3.0)
        os.kill(process.pid, signal.SIGKILL)
        killed = time.monotonic()
        lines = [first, *process.stdout.read().splitlines()]
    keyed = [(float(moment), text) for moment, text in (line.split() for line in lines)]
    old = [int(text[1:]) for moment, text in keyed if moment < killed - GRACE]
    recovery = Journal(Paths(tmp_path)).recovered()
    assert not recovery.notices
    if old:
        assert len(recovery.drafts) == 1
        assert newest_number(recovery.drafts[0]) >= max(old)
