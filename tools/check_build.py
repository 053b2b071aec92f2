"""Try a built folder as a stranger would: moved to a folder with an Arabic name, nothing around it.

python tools/check_build.py FOLDER. No PATH, no home, no Python, no fonts and no network are given
to the program; ends with 1 at the first thing that is not there.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = "sad-desktop.exe" if os.name == "nt" else "sad-desktop"
COMMANDS = "sad-desktop-console.exe" if os.name == "nt" else PROGRAM
GOAL = 150
STARTS_WITHIN = 60
MADE = ("declaration-ar.pdf", "declaration.xml", "window-ar-light.png", "assessment.json")
NETWORKLESS = ("unshare", "--net", "--map-root-user")


def main() -> int:
    """Move, run and look."""
    built = Path(sys.argv[1])
    size = sum(file.stat().st_size for file in built.rglob("*") if not file.is_symlink())
    print(f"size: {size / 1e6:.0f} MB (goal {GOAL})")
    if size > GOAL * 1e6 and sys.platform == "linux":
        print("FAILED the size: something new is in the folder, or build.spec leaves out less")
        return 1
    with tempfile.TemporaryDirectory() as place:
        moved = Path(place) / "مكتب التخليص 1"
        shutil.copytree(built, moved, symlinks=True)
        try:
            check(moved, Path(place))
        except AssertionError as error:
            print(f"FAILED {error}")
            return 1
    return 0


def check(moved: Path, place: Path) -> None:
    """Run the self-check, the demonstration, the window, and a damaged copy of it.

    Raises AssertionError.
    """
    listed = list(moved.rglob("licences/LICENCES.txt"))
    demand(listed, "the licences are not in the folder")
    print(f"OK licences: {len(list(listed[0].parent.iterdir()))} texts")
    said = run(moved, place, "--self-check")
    print(said.strip())
    demand("FAILED" not in said, "the self-check")
    made = place / "demo"
    run(moved, place, "demo", "-o", str(made))
    missing = [name for name in MADE if not (made / name).stat().st_size]
    demand(not missing, f"the demonstration made no {missing}")
    print(f"OK demo: {len(list(made.iterdir()))} files")
    print(f"OK window: open and furnished after {window(moved, place / 'office'):.1f} s")
    damaged(moved, place)


def damaged(moved: Path, place: Path) -> None:
    """Take fonts and a translation away, then half a list; each is told, and what can goes on."""
    (resources,) = moved.rglob("_resources")
    shutil.rmtree(resources / "fonts")
    (resources.with_name("_translations") / "sad_ar.qm").unlink()
    window(moved, place / "lacking")
    (log,) = (place / "lacking").rglob("sad-desktop.log")
    told = log.read_text(encoding="utf-8")
    for name in ("sad_ar.qm", "fonts/IBMPlexSansArabic-Regular.ttf"):
        demand(f"ResourceMissing {name}" in told, f"nobody was told that {name} is missing\n{told}")
    tariff = resources / "codelists/gcc/tariff.csv"
    tariff.write_bytes(tariff.read_bytes()[:-20])
    said = run(moved, place, "--self-check", status=1)
    demand("tariff.csv is missing or damaged" in said, f"half a tariff was not seen\n{said}")
    print("OK damage: told, and worked on without fonts and translation")


def run(moved: Path, place: Path, *words: str, status: int = 0) -> str:
    """Return what a command says; raises AssertionError where it ends with another status."""
    done = subprocess.run(
        [*alone(), str(moved / COMMANDS), *words],
        capture_output=True,
        encoding="utf-8",
        env=bare(place),
        cwd=place,
        timeout=300,
        check=False,
    )
    demand(done.returncode == status, f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def window(moved: Path, place: Path) -> float:
    """Open the window on an office of its own; return the seconds until its database stands."""
    data = place / "sad-desktop"
    data.mkdir(parents=True)
    (data / "settings.json").write_text('{"version": 1, "settings": {"language": "ar"}}')
    start = time.monotonic()
    surroundings = {**bare(place), "XDG_DATA_HOME": str(place), "LOCALAPPDATA": str(place)}
    process = subprocess.Popen([str(moved / PROGRAM)], env=surroundings, cwd=place)
    try:
        while not list((data / "backups").glob("*.zip")):
            demand(process.poll() is None, f"the window ended: {process.returncode}")
            demand(time.monotonic() - start < STARTS_WITHIN, "the office was never opened")
            time.sleep(0.1)
        return time.monotonic() - start
    finally:
        process.terminate()
        process.wait(timeout=20)


def bare(place: Path) -> dict[str, str]:
    """Return the surroundings of a machine that has nothing."""
    return {
        "HOME": str(place),
        "XDG_DATA_HOME": str(place / "data"),
        "LOCALAPPDATA": str(place / "data"),
        "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
        "PATH": str(place / "nothing"),
        "LANG": "C.UTF-8",
        "FONTCONFIG_FILE": str(place / "none"),
        "QT_QPA_PLATFORM": "offscreen",
    }


def alone() -> tuple[str, ...]:
    """Return what takes the network away, where the system lets us."""
    found = shutil.which(NETWORKLESS[0])
    words = (found or "", *NETWORKLESS[1:])
    if not found or subprocess.run([*words, "true"], capture_output=True, check=False).returncode:
        return ()
    return words


def demand(met: object, otherwise: str) -> None:
    """Raise AssertionError where something is not as it must be."""
    if not met:
        raise AssertionError(otherwise)


if __name__ == "__main__":
    sys.exit(main())
