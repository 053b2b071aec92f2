"""Run every bench of the project, one after the other, each in a process of its own.

`python -m bench` runs all and ends with one table; `python -m bench assess print` only those;
`--readme` puts the table into the README. A bench compares with the floor of the same work in
the same run; nothing here fails, the table is read by people.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.table import ROWS, machine, markdown, put_into_readme

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Run the benches named, or all."""
    wanted = [word for word in sys.argv[1:] if not word.startswith("-")]
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "rows"
        rows.touch()
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(HERE.parent),
            ROWS: str(rows),
        }
        for script in sorted(HERE.glob("bench_*.py")):
            name = script.stem.removeprefix("bench_")
            if wanted and name not in wanted:
                continue
            print(f"\n== {name}", flush=True)
            command = [sys.executable, str(script)]
            subprocess.run(command, cwd=HERE.parent, env=environment, check=False)
        table = markdown(rows.read_text(encoding="utf-8"))
    print(f"\n{table}")
    if "--readme" in sys.argv:
        put_into_readme(table)
    return 0


sys.exit(main())
