"""Every text the user sees is a literal that lupdate finds, and stands in both languages."""

import ast
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "sad_desktop"
MARKERS = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""Calls that carry a text, and the position of it."""

QUOTES = PACKAGE / "forms/manual_voice.py"
"""Says texts of the window for the manual; test_manual.py finds each of them in the texts."""


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "tools/translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["translations"]


def calls(source: str) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        if name not in MARKERS or (name == "translate" and not is_qt_translate(function)):
            continue
        yield name, node


def is_qt_translate(function: ast.expr) -> bool:
    """Tell Qt's ``translate`` from that of a string or a painter."""
    if isinstance(function, ast.Name):
        return True
    owner = function.value if isinstance(function, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id in {"QCoreApplication", "QApplication"}


def faults(source: str, marked: frozenset[str] = frozenset({"Finding"})) -> list[str]:
    """Return the calls whose text lupdate cannot read.

    ``marked`` are the contexts whose texts are marked where they stand and looked up later.
    """
    found = []
    for name, call in calls(source):
        position = MARKERS[name]
        texts = [argument for argument in call.args[: position + 1] if is_text(argument)]
        if len(texts) != position + 1 and not (name == "translate" and context(call) in marked):
            found.append(f"line {call.lineno}: {ast.unparse(call)}")
    return found


def context(call: ast.Call) -> object:
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) else None


def marked_contexts(sources: list[str]) -> frozenset[str]:
    """Return the contexts of all texts marked with QT_TRANSLATE_NOOP."""
    return frozenset(
        str(context(call))
        for source in sources
        for name, call in calls(source)
        if name == "QT_TRANSLATE_NOOP"
    )


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value != ""


@pytest.mark.parametrize(
    "source",
    [
        "self.tr(f'{count} items')",
        "self.tr(title)",
        "self.tr('Item ' + number)",
        "self.tr('')",
        "QCoreApplication.translate(context, 'Item')",
        "QCoreApplication.translate('Item', text)",
        "QT_TRANSLATE_NOOP('Finding', text)",
        "QT_TRANSLATE_NOOP('Finding')",
    ],
)
def test_a_text_lupdate_cannot_read_is_told(source: str) -> None:
    assert faults(source)


@pytest.mark.parametrize(
    "source",
    [
        "self.tr('Item')",
        "self.tr('%n item(s)', '', count)",
        "QCoreApplication.translate('Item', 'Item ' 'number')",
        "QCoreApplication.translate('Finding', finding.message)",
        "typed.translate(table)",
        "painter.translate(x, y)",
    ],
)
def test_literals_and_other_translate_methods_pass(source: str) -> None:
    assert not faults(source)


def test_only_literals_are_marked_for_translation() -> None:
    sources = {path: path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
    marked = marked_contexts(list(sources.values()))
    found = [
        f"{path.relative_to(PACKAGE)}: {fault}"
        for path, source in sources.items()
        for fault in faults(source, marked)
        if path != QUOTES
    ]
    assert found == []


def test_the_texts_are_collected_and_translated(translations: ModuleType) -> None:
    """The kept .ts files hold what the sources hold, translated, with the same placeholders."""
    assert translations.check() == []


def test_a_missing_text_a_stale_one_and_an_unfinished_one_are_told(
    translations: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "sad_ar.ts").write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="ar">'
        "<context><name>Unreadable</name><message><source>No longer said.</source>"
        '<translation type="unfinished"/></message></context></TS>',
        encoding="utf-8",
    )
    told = "\n".join(translations.check(tmp_path))
    assert "sad_ar.ts: not collected: Unreadable: This is not a number." in told
    assert "sad_ar.ts: no longer in the sources: Unreadable: No longer said." in told
    assert "sad_ar.ts: untranslated: Unreadable: No longer said." in told


def test_merged_translations_stand_in_the_file_and_a_lost_placeholder_is_told(
    translations: ModuleType, tmp_path: Path
) -> None:
    folder = tmp_path / "translations"
    translations.update(folder)
    tsv = tmp_path / "texts.tsv"
    tsv.write_text(
        "Unreadable\tThis is not a number.\tهذا ليس رقمًا.\n"
        "UserError\tThe program's file {name} is missing or damaged. Install the program again.\t"
        "أحد ملفات البرنامج مفقود أو تالف. أعد تثبيت البرنامج.\n"
        "Unreadable\tNobody says this.\tلا أحد يقول هذا.\n",
        encoding="utf-8",
    )
    assert translations.merge([tsv], folder) == ["no such text: Unreadable\tNobody says this."]
    translated = {
        (context, message.findtext("source")): translations.forms_of(message)
        for context, message in translations.messages(folder / "sad_ar.ts")
    }
    assert translated["Unreadable", "This is not a number."] == ("هذا ليس رقمًا.",)
    told = "\n".join(translations.check(folder))
    assert "placeholders differ: UserError: The program's file {name}" in told
    assert "untranslated: Unreadable: This is not a number." not in told


def test_a_line_of_a_tsv_file_that_is_not_whole_is_refused(
    translations: ModuleType, tmp_path: Path
) -> None:
    tsv = tmp_path / "texts.tsv"
    tsv.write_text("Unreadable\tThis is not a number.\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"texts.tsv:1"):
        list(translations.read_tsv(tsv))
