"""No binary number reaches the core: one module is allowed them, and it is named here."""

import ast
from pathlib import Path

import pytest

CORE = Path(__file__).resolve().parent.parent.parent / "sad_desktop"
ALLOWED = {"java_rounding.py"}
MODULES = [
    path
    for package in ("valuation", "tariff")
    for path in sorted((CORE / package).glob("*.py"))
    if path.name not in ALLOWED
]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_neither_a_literal_nor_the_name_of_a_binary_number_occurs(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, (float, complex)), node.lineno
        if isinstance(node, ast.Name):
            assert node.id != "float", node.lineno
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"from_float", "hypot"}, node.lineno


def test_the_one_exception_does_use_them():
    text = (CORE / "valuation" / "java_rounding.py").read_text(encoding="utf-8")
    assert "float(" in text
