"""The recipes of the README, each followed in a copy of the program."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = "resources/samples/im4-seven-items.xml"
DAY = "2026-11-21"

TAX = """
[[taxes]]
code = "PSF"
en = "Port security fee"
ar = "رسم أمن الميناء"
order = 9
base = ["cif"]
rules = [{ name = "psf", valid_from = 2026-01-01, rate = "1%", source = "a decision" }]
"""
COUNTRY = """
code = "xx"
en = "Example"
ar = "مثال"
country = "BH"
currency = "BHD"
decimals = 3

[[regimes]]
name = "paid"
valid_from = 2000-01-01
procedures = ["4"]
payment = "paid"
source = "a law"
"""
DESIGN = """
code = "label"
en = "Label"
ar = "ملصق"
page = [100, 60]

[[texts]]
at = [5, 5, 90, 8]
en = "Our label"
ar = "ملصقنا"

[[fields]]
at = [5, 20, 90, 8]
field = "reference_number"
"""
RULE = '''

def heavy(case: Case) -> Iterator[Finding]:
    """W-99: no item weighs more than a ton."""
    for one in case.items:
        if one.item.gross_mass and one.item.gross_mass > 1000:
            yield case.finding("W-99", one.place("gross_mass"))


RULES = MappingProxyType({**RULES, "W-99": heavy})
'''
WORDING = """
        "W-99": Message(
            _W, QT_TRANSLATE_NOOP("Finding", "Item {item}: weigh it again.")
        ),
"""


class Copy:
    """A copy of the program, and its command line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("sad_desktop", "resources", "translations"):
            ignored = shutil.ignore_patterns("manual")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        shutil.copytree(ROOT / "sad_desktop/manual", folder / "sad_desktop/manual")

    def add(self, name: str, text: str) -> None:
        """Write a file, or more at the end of one that is there."""
        with (self.folder / name).open("a", encoding="utf-8") as file:
            file.write(text)

    def run(self, *arguments: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(self.folder)}
        done = subprocess.run(
            [sys.executable, "-m", "sad_desktop", *arguments, "--data-dir", "data", "--on", DAY],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in (0, 1), done.stderr
        return done.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_a_tax_is_an_entry_in_the_profile(copy):
    def codes() -> set[str]:
        said = json.loads(copy.run("assess", SAMPLE, "--profile", "bh", "--json"))
        return {tax["code"] for item in said["items"] for tax in item["taxes"]}

    before = codes()
    copy.add("resources/profiles/bh.toml", TAX)
    assert codes() == before | {"PSF"}


def test_a_country_is_a_profile_and_a_line_of_editions(copy):
    copy.add("resources/profiles/xx.toml", COUNTRY)
    copy.add("resources/codelists/editions.toml", '\n[xx]\nfolders = ["world"]\n')
    said = json.loads(copy.run("assess", SAMPLE, "--profile", "xx", "--json"))
    assert len(said["items"]) == 7


def test_a_print_design_is_a_file(copy):
    copy.add("resources/designs/label.toml", DESIGN)
    copy.run("print", SAMPLE, "-o", "label.pdf", "--design", "label")
    (page,) = PdfReader(copy.folder / "label.pdf").pages
    assert "Our label" in page.extract_text()
    assert "P26114" in page.extract_text()


def test_a_rule_is_a_function_and_a_wording(copy):
    assert "W-99" not in copy.run("check", SAMPLE, "--profile", "bh")
    copy.add("sad_desktop/validation/weights.py", RULE)
    wording = copy.folder / "sad_desktop/validation/wording/items.py"
    text = wording.read_text("utf-8")
    wording.write_text(text.replace('        "W-02":', f'{WORDING}        "W-02":', 1), "utf-8")
    assert "weigh it again" in copy.run("check", SAMPLE, "--profile", "bh")
