"""Run every bench of the project, one after the other, each in a process of its own.

`python -m bench` runs all, `python -m bench assess print` only those. A bench compares with the
floor of the same work in the same run; nothing here fails, the table is read by people.
"""

import os
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Run the benches named, or all."""
    wanted = sys.argv[1:]
    scripts = sorted(HERE.glob("bench_*.py"))
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python "
          f"{platform.python_version()}")  # fmt: skip
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for script in scripts:
        name = script.stem.removeprefix("bench_")
        if wanted and name not in wanted:
            continue
        print(f"\n== {name}", flush=True)
        subprocess.run([sys.executable, str(script)], cwd=HERE.parent, env=environment, check=False)
    return 0


sys.exit(main())
