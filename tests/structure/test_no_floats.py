"""No float comes near money or mass: neither the name nor a literal, in the core packages."""

import ast
from pathlib import Path

import pytest

import sad_desktop

PACKAGE = Path(sad_desktop.__file__).parent
CORE = ("declaration", "tariff", "valuation", "validation", "brokerage")
EXCEPTION = PACKAGE / "valuation" / "java_rounding.py"
FILES = [path for name in CORE for path in sorted((PACKAGE / name).glob("*.py"))]


def floats_in(source: str) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]


def test_the_search_finds_a_literal_and_the_name():
    assert floats_in("x = 1.5") == [1]
    assert floats_in("y = float('2')") == [1]
    assert floats_in("z = Decimal('1.5')") == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_core_knows_no_float(path):
    found = floats_in(path.read_text(encoding="utf-8"))
    assert (path == EXCEPTION) if found else True, found
