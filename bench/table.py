"""The one table all benches write into: a line for each work, with its floor, ratio and goal."""

import json
import os
import platform
from pathlib import Path

ROWS = "BENCH_ROWS"
"""The variable that names the file lines are gathered in; without it nothing is gathered."""
README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- bench -->\n", "<!-- end of bench -->\n"


def record(work: str, floor: str, ratio: float, goal: float | None = None, unit: str = "×") -> None:
    """Put a measured line into the table."""
    if ROWS in os.environ:
        with Path(os.environ[ROWS]).open("a", encoding="utf-8") as file:
            file.write(json.dumps([work, floor, ratio, goal, unit]) + "\n")


def machine() -> str:
    """Return what the table was measured on."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, {memory:.0f} GB, "
        f"Python {platform.python_version()}"
    )


def markdown(gathered: str) -> str:
    """Return the table of the lines that were gathered."""
    lines = [f"Measured on {machine()}.", "", "| work | floor | measured | goal |"]
    lines.append("| --- | --- | --- | --- |")
    for line in gathered.splitlines():
        work, floor, ratio, goal, unit = json.loads(line)
        shown = f"{ratio:.0f} {unit}" if unit == "MB" else f"{ratio:.2f} {unit}"
        aim = "–" if goal is None else f"≤ {goal:g} {unit}"
        missed = " (missed)" if goal is not None and ratio > goal else ""
        lines.append(f"| {work} | {floor} | {shown}{missed} | {aim} |")
    return "\n".join(lines) + "\n"


def put_into_readme(table: str) -> None:
    """Replace the table that stands in the README."""
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    README.write_text(f"{before}{BEGIN}{table}{END}{after}", encoding="utf-8")
