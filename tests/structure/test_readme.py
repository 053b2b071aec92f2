"""What the README names is there: every command, package and picture, and none is left out."""

import re
from pathlib import Path

from sad_desktop.commands import _parser

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "README.md").read_text("utf-8")


def test_every_command_is_named_and_every_line_is_one():
    lines = re.findall(r"^    python -m sad_desktop (\w.+)$", TEXT, re.MULTILINE)
    parser = _parser()
    named = set()
    for line in lines:
        options = parser.parse_args(line.split())  # exits where the line is wrong
        assert callable(options.run), line
        named.add(line.split()[0])
    (commands,) = (action for action in parser._actions if action.dest == "==SUPPRESS==")
    assert named == set(commands.choices)


def test_every_package_stands_in_the_table():
    named = set(re.findall(r"^\| `(\w+)/` \|", TEXT, re.MULTILINE))
    assert named == {file.parent.name for file in (ROOT / "sad_desktop").glob("*/__init__.py")}


def test_every_picture_and_link_is_there():
    for path in re.findall(r"\]\(([^)#:]+)\)", TEXT):
        assert (ROOT / path).exists(), path
