"""Open the program; on a machine without a screen run the demonstration offscreen instead."""

import os
import subprocess
import sys


def has_screen() -> bool:
    """Tell whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> int:
    """Start the program and return its exit status."""
    command = [sys.executable, "-m", "sad_desktop"]
    if has_screen():
        return subprocess.call(command)
    print("No screen here: running the demonstration offscreen.", flush=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.call([*command, "demo", "-o", "demo"], env=environment)


if __name__ == "__main__":
    sys.exit(main())
