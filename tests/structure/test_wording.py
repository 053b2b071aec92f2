"""Every finding has its wording, and nothing is worded that nobody finds."""

import ast
import re
from pathlib import Path

import pytest

import sad_desktop
from sad_desktop.validation.messages import MESSAGES

PACKAGE = Path(sad_desktop.__file__).parent
RULE_ID = re.compile(r"[A-Z]{1,4}-\d\d")
STATING = {"finding", "_remark", "Remark"}


def constants(tree: ast.AST) -> set[str]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def sources() -> list[ast.Module]:
    return [
        ast.parse(path.read_text(encoding="utf-8"))
        for name in ("validation", "valuation")
        for path in sorted((PACKAGE / name).glob("*.py"))
        if path.name != "messages.py"
    ]


def codes_stated() -> set[str]:
    """What stands first in finding(...) and _remark(...), or as the code of a Remark."""
    stated = set()
    for tree in sources():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if name not in STATING:
                continue
            given = [word.value for word in call.keywords if word.arg == "code"] + call.args[:1]
            stated.update(node.value for node in given if isinstance(node, ast.Constant))
    return stated


def test_every_code_that_is_stated_is_worded():
    ids = {text for tree in sources() for text in constants(tree) if RULE_ID.fullmatch(text)}
    assert (codes_stated() | ids) - set(MESSAGES) == set()


def test_every_wording_is_used():
    used = {text for tree in sources() for text in constants(tree)}
    assert set(MESSAGES) - used == set()


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_message_is_one_sentence_that_fits_a_line(code):
    text = MESSAGES[code].text
    assert text.endswith((".", "}"))
    assert len(text) <= 110
