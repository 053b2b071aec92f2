"""The licences of everything the built program ships: collected, checked, written beside it.

python tools/licences.py lists the parts and ends with 1 where a licence is not allowed; with
--pin it writes their versions into constraints.txt, by which the set-up installs them and an
audit asks for known faults.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PINS = ROOT / "constraints.txt"
ALLOWED = re.compile(
    r"MIT(-0|-CMU| License)?|(New )?BSD( License|-[23]-Clause)?"
    r"|Apache(-2\.0| License 2\.0| Software License)|PSF-2\.0|OFL-1\.1|Public Domain|MPL-2\.0"
    r"|LGPL-(2\.1|3\.0)-(only|or-later)|dependency licenses",
)
"""What may be shipped with a closed or an open program; of a choice (OR) one suffices.

LGPL libraries stay separate files that can be replaced. GPL and AGPL are not among them.
"""
_SHORT = 60
_TEXT = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A distribution that is shipped, its licence as it says itself, and the texts it brings."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]

    @property
    def is_allowed(self) -> bool:
        """True when every term of one of its alternatives is allowed."""
        return any(
            all(ALLOWED.fullmatch(term.strip()) for term in alternative.split(", "))
            for alternative in self.licence.split(" OR ")
        )


def shipped(platform: str = sys.platform) -> tuple[Part, ...]:
    """Return the distributions the program needs where it runs, with what they need."""
    found: dict[str, Part] = {}
    own = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*own["dependencies"], *own["optional-dependencies"]["postgresql"]]
    _follow(wanted, ("",), platform, found)
    return tuple(found[name] for name in sorted(found))


def pins(parts: Iterable[Part]) -> str:
    """Return the versions of some parts as pip reads them."""
    lines = "".join(f"{part.name}=={part.version}\n" for part in parts)
    return "# Everything the program ships, as tried: python tools/licences.py --pin\n" + lines


def write(parts: Iterable[Part], folder: Path, libraries: Iterable[Path] = ()) -> None:
    """Write a list and every text into a folder; ``libraries`` are taken from the system."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = ["The program ships these parts, each under the licence named.", ""]
    for part in parts:
        lines.append(f"{part.name} {part.version}: {part.licence}")
        for number, text in enumerate(part.texts, 1):
            mark = f"-{number}" if len(part.texts) > 1 else ""
            shutil.copy(text, folder / f"{part.name}{mark}-{text.stem}.txt")
    lines.append("ICU, in Qt for Linux: Unicode-DFS-2016; tables of other languages are left out")
    lines += _python(folder)
    lines += _system(folder, libraries)
    for text in sorted((ROOT / "resources/licences").glob("*.txt")):
        shutil.copy(text, folder)
    (folder / "LICENCES.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _follow(
    lines: Iterable[str], extras: Iterable[str], platform: str, found: dict[str, Part]
) -> None:
    """Add what some requirements name, and what those need in their turn."""
    for line in lines:
        need = Requirement(line)
        marks = [{"sys_platform": platform, "extra": extra} for extra in extras]
        name = canonicalize_name(need.name)
        if name in found or (need.marker and not any(map(need.marker.evaluate, marks))):
            continue
        made = distribution(name)
        found[name] = _part(name, made)
        _follow(made.requires or (), ("", *need.extras), platform, found)


def _part(name: str, made: Distribution) -> Part:
    said = made.metadata
    classifiers = [
        one.rsplit("::", 1)[-1].strip()
        for one in said.get_all("Classifier") or ()
        if one.startswith("License ::")
    ]
    own = said.get("License", "")
    short = own if len(own) < _SHORT else ""  # some put the whole text there
    licence = said.get("License-Expression") or short or ", ".join(classifiers)
    return Part(
        name=name,
        version=made.version,
        licence=" ".join((licence or "unknown").split())[:120],
        texts=tuple(_texts(made)),
    )


def _texts(made: Distribution) -> Iterator[Path]:
    for file in made.files or ():
        own = str(file).split("/")
        inside = own[0].endswith(".dist-info") and len(own) > 1
        path = Path(str(file.locate()))
        if inside and _TEXT.search("/".join(own[1:])) and path.is_file():
            yield path


def _python(folder: Path) -> list[str]:
    text = Path(sysconfig.get_paths()["stdlib"]) / "LICENSE.txt"
    if text.is_file():
        shutil.copy(text, folder / "python-LICENSE.txt")
    return [f"Python {sys.version.split()[0]}: PSF-2.0"]


def _system(folder: Path, libraries: Iterable[Path]) -> list[str]:
    """Copy what Debian says of the libraries that were taken from it; nothing elsewhere."""
    packages = set()
    for library in libraries:
        if shutil.which("dpkg-query") is None:
            return []
        for name in {library, library.resolve()}:
            asked = subprocess.run(
                ["dpkg-query", "-S", str(name)], capture_output=True, text=True, check=False
            )
            packages |= {line.split(":", 1)[0] for line in asked.stdout.splitlines()}
    for package in sorted(packages):
        text = Path("/usr/share/doc") / package / "copyright"
        if text.is_file():
            shutil.copy(text, folder / f"system-{package}.txt")
    return ["", "System libraries, as Debian ships them: " + ", ".join(sorted(packages))]


def main() -> int:
    """List every part; tell which may not be shipped."""
    parts = shipped()
    if sys.argv[1:] == ["--pin"]:
        PINS.write_text(pins(parts), encoding="utf-8")
    for part in parts:
        said = "" if part.is_allowed else "  NOT ALLOWED"
        print(f"{part.name} {part.version}: {part.licence} ({len(part.texts)} texts){said}")
    return 0 if all(part.is_allowed for part in parts) else 1


if __name__ == "__main__":
    sys.exit(main())
