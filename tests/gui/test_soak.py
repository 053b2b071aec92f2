"""A few rounds of random keying on the real window; ``make soak`` does hours of it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.usefixtures("compiled_texts")
def test_random_keying_meets_no_exception_and_no_warning():
    asked = ("--seconds", "1", "--seed", "7", "--actions", "15")
    command = [sys.executable, "-m", "tests.gui.soak", *asked]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "round 1" in done.stdout
