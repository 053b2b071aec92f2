r"""Collect the program's texts, merge what was translated, and compile what the program loads.

translations.py update            texts of the sources into translations/*.ts
translations.py merge FILE.tsv... context, source and Arabic (and English plurals) into the .ts
translations.py compile           translations/*.ts into *.qm
translations.py check             exit 1 where a text is missing, stale or untranslated

In a .tsv file a line break of a text is written as \n, the forms of a plural are separated by |.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "translations"
ARABIC, ENGLISH = "sad_ar.ts", "sad_en.ts"
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n|%\d")
_DOCTYPE = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a .tsv file: ``english`` only where a plural needs its forms."""

    context: str
    source: str
    arabic: tuple[str, ...]
    english: tuple[str, ...] = ()


def update(folder: Path = FOLDER) -> None:
    r"""Collect the texts of the sources; the English file holds plurals only."""
    folder.mkdir(parents=True, exist_ok=True)
    _lupdate(folder / ARABIC, "ar")
    _lupdate(folder / ENGLISH, "en", "-pluralonly")


def compile_all(folder: Path = FOLDER) -> None:
    """Compile every .ts file; each .qm takes the place of the former one at once."""
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        fresh = target.with_suffix(f".{os.getpid()}.tmp")
        _run("pyside6-lrelease", "-silent", str(source), "-qm", str(fresh))
        fresh.replace(target)


def merge(files: Iterable[Path], folder: Path = FOLDER) -> list[str]:
    """Put translations into the .ts files; returns complaints about lines that fit no text."""
    entries = [entry for file in files for entry in read_tsv(file)]
    arabic = {(entry.context, entry.source): entry.arabic for entry in entries}
    english = {(entry.context, entry.source): entry.english for entry in entries if entry.english}
    unused = _merge_file(folder / ARABIC, arabic)
    _merge_file(folder / ENGLISH, english)
    return [f"no such text: {context}\t{source}" for context, source in sorted(unused)]


def check(folder: Path = FOLDER) -> list[str]:
    """Return what is missing, stale or untranslated, one line each."""
    complaints: list[str] = []
    with tempfile.TemporaryDirectory() as empty:
        fresh = Path(empty)
        for file in folder.glob("*.ts"):
            shutil.copy(file, fresh)
        update(fresh)
        for name in (ARABIC, ENGLISH):
            complaints += [
                f"{name}: {fault}" for fault in _differences(folder / name, fresh / name)
            ]
    for name in (ARABIC, ENGLISH):
        if (folder / name).exists():
            complaints += [f"{name}: {fault}" for fault in _untranslated(folder / name)]
    return complaints


def read_tsv(file: Path) -> Iterator[Entry]:
    """Yield the entries of a .tsv file; raises ValueError naming a broken line."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        cells = [cell.replace("\\n", "\n") for cell in line.split("\t")]
        if len(cells) not in (3, 4) or not all(cells):
            raise ValueError(f"{file}:{number}: context, source and Arabic are wanted: {line}")
        plural = "%n" in cells[1]
        forms = [tuple(cell.split("|")) if plural else (cell,) for cell in cells[2:]]
        yield Entry(
            context=cells[0],
            source=cells[1],
            arabic=forms[0],
            english=forms[1] if len(forms) > 1 else (),
        )


def messages(file: Path) -> Iterator[tuple[str, etree._Element]]:
    """Yield every message of a .ts file with its context."""
    if not file.exists():
        return
    for context in etree.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            yield name, message


def forms_of(message: etree._Element) -> tuple[str, ...]:
    """Return the translations of a message: one, or one for each plural form; empty if undone."""
    translation = message.find("translation")
    if translation is None or translation.get("type"):
        return ()
    numerus = [form.text or "" for form in translation.iter("numerusform")]
    return tuple(numerus) if numerus else (translation.text or "",)


def _lupdate(file: Path, language: str, *more: str) -> None:
    arguments = ("-silent", "-extensions", "py", "-locations", "none", "-no-obsolete", *more)
    package = str(ROOT / "sad_desktop")
    languages = ("-source-language", "en", "-target-language", language)
    _run("pyside6-lupdate", *arguments, package, *languages, "-ts", str(file))


def _run(tool: str, *arguments: str) -> None:
    beside = Path(sys.executable).with_name(tool)
    command = str(beside) if beside.exists() else tool
    subprocess.run([command, *arguments], check=True, cwd=ROOT)


def _merge_file(
    file: Path, translated: dict[tuple[str, str], tuple[str, ...]]
) -> set[tuple[str, str]]:
    tree = etree.parse(file)
    unused = set(translated)
    for context in tree.getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            key = (name, message.findtext("source") or "")
            if key in translated:
                unused.discard(key)
                _translate(message, translated[key])
    text = etree.tostring(tree.getroot(), encoding="unicode")
    file.write_text(f"{_DOCTYPE}\n{text}\n", encoding="utf-8")
    return unused


def _translate(message: etree._Element, forms: tuple[str, ...]) -> None:
    translation = message.find("translation")
    if translation is None:
        translation = etree.SubElement(message, "translation")
    translation.attrib.pop("type", None)
    for child in list(translation):
        translation.remove(child)
    if message.get("numerus") != "yes":
        translation.text = forms[0]
        return
    translation.text = None
    for form in forms:
        etree.SubElement(translation, "numerusform").text = form


def _differences(kept: Path, fresh: Path) -> Iterator[str]:
    had = {(context, message.findtext("source")) for context, message in messages(kept)}
    has = {(context, message.findtext("source")) for context, message in messages(fresh)}
    for context, source in sorted(has - had, key=str):
        yield f"not collected: {context}: {source}"
    for context, source in sorted(had - has, key=str):
        yield f"no longer in the sources: {context}: {source}"


def _untranslated(file: Path) -> Iterator[str]:
    for context, message in messages(file):
        source = message.findtext("source") or ""
        forms = forms_of(message)
        if not forms or not all(forms):
            yield f"untranslated: {context}: {source}"
            continue
        for form in forms:
            yield from _placeholder_faults(context, source, form)


def _placeholder_faults(context: str, source: str, form: str) -> Iterator[str]:
    wanted = set(PLACEHOLDER.findall(source))
    has = set(PLACEHOLDER.findall(form))
    if has - wanted or wanted - has - {"%n"}:
        yield f"placeholders differ: {context}: {source} / {form}"


def main() -> int:
    """Run one of the four steps and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("step", choices=("update", "merge", "compile", "check"))
    parser.add_argument("files", nargs="*", type=Path)
    chosen = parser.parse_args()
    complaints: list[str] = []
    if chosen.step == "update":
        update()
    elif chosen.step == "merge":
        update()
        complaints = merge(chosen.files)
        update()  # lupdate's own layout, so that a difference shows texts only
    elif chosen.step == "compile":
        compile_all()
    else:
        complaints = check()
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
