"""A desk in a process of its own, holding its data folder until its input ends.

Usage: desk_process.py DATA_FOLDER. Prints its process number when it has taken the folder.
"""

import os
import sys
from pathlib import Path

from sad_desktop.launch import application_of
from tests.gui.desk import open_desk


def main() -> None:
    clerk = open_desk(application_of(), Path(sys.argv[1]))
    clerk.open_office()
    print(os.getpid(), flush=True)
    sys.stdin.read()


main()
