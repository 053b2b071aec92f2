"""Collect the texts of mapped elements by path, whatever their order and spelling."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Union

from lxml import etree

from sad_desktop.xml import mapping

Texts = dict[str, str]
"""What stands in each mapped element, by path; stripped, and blank elements left out."""


@dataclass(slots=True)
class Block:
    """The texts of the general segment or of an item, and those of its repeated rows by name."""

    texts: Texts = field(default_factory=dict)
    rows: dict[str, list[Texts]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Repeated:
    """A row that repeats: its name among a block's rows and the elements in it."""

    name: str
    tree: "Tree"


Node = Union[str, "Tree", "list[Tree]", Repeated]
Tree = dict[str, Node]
"""Elements by name: the path of a leaf, a branch, numbered branches, or a repeated row."""


def collect(element: etree._Element, tree: Tree, block: Block) -> None:
    """Add the texts below an element to a block; elements the tree does not know are passed by."""
    texts = block.texts
    turns: dict[str, int] = {}
    for child in element:
        tag: str = child.tag
        node = tree.get(tag)
        if type(node) is str:
            text = child.text
            if text and (text := text.strip()) and node not in texts:
                texts[node] = text
        elif type(node) is dict:
            collect(child, node, block)
        elif type(node) is list:
            turn = turns[tag] = turns.get(tag, -1) + 1
            if turn < len(node) and _has_text(child):
                collect(child, node[turn], block)
        elif type(node) is Repeated and _has_text(child):
            row = Block()
            collect(child, node.tree, row)
            if row.texts:
                block.rows.setdefault(node.name, []).append(row.texts)


def _has_text(element: etree._Element) -> bool:
    """Tell whether there is any text in a row; most of the fixed slots are blank."""
    text: str = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    return bool(text) and not text.isspace()


def fill_from_mirrors(texts: Texts) -> None:
    """Fill blank texts from the other elements that say the same."""
    for path, others in mapping.MIRRORS.items():
        if path in texts:
            continue
        for other in others:
            if other in texts:
                texts[path] = texts[other]
                break


def grow(paths: Iterable[str]) -> Tree:
    """Return the tree of some paths, with every spelling of their names."""
    tree: Tree = {}
    for path in paths:
        branch = tree
        *parents, leaf = path.split("/")
        for name in parents:
            branch = _numbered(branch, name) if name.endswith("]") else _branch(branch, name)
        for spelling in spellings(leaf):
            branch[spelling] = path
    return tree


@cache
def spellings(name: str) -> tuple[str, ...]:
    """Return the names under which an element is known, the usual one first."""
    return (name, *(other for other, meant in mapping.ALIASES.items() if meant == name))


def _branch(branch: Tree, name: str) -> Tree:
    found = branch.get(name)
    below: Tree = found if isinstance(found, dict) else {}
    for spelling in spellings(name):
        branch[spelling] = below
    return below


def _numbered(branch: Tree, name: str) -> Tree:
    name, _, number = name.rstrip("]").partition("[")
    found = branch.get(name)
    rows: list[Tree] = found if isinstance(found, list) else []
    branch[name] = rows
    while len(rows) < int(number):
        rows.append({})
    return rows[int(number) - 1]
