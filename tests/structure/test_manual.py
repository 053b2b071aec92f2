"""The manual is whole: every box, rule and key has its entry, every link leads somewhere."""

import re
from pathlib import Path

import pytest
from lxml import etree

from sad_desktop.declaration.draft import ROW_TYPES
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.forms import document_tab, help_chapters
from sad_desktop.forms.keys import KEYS
from sad_desktop.forms.rooms import ROOMS
from sad_desktop.manual.blocks import Chapter, Picture, lines_of, plain, spans_of
from sad_desktop.manual.book import CHAPTERS, read_manual
from sad_desktop.manual.boxes import BOX_CHAPTERS
from sad_desktop.manual.rules import rule_entries
from sad_desktop.manual.tables import glossary
from sad_desktop.manual.voice import Key, Voice
from sad_desktop.validation.check import RULES
from sad_desktop.validation.messages import MESSAGES, rule_id

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources/manual"
PLACEHOLDER = re.compile(r"\{(\w+)\}")
PART = re.compile(r"`~(?P<context>\w+):(?P<text>[^`]+)`")
LETTERS = re.compile(r"[\u0621-\u064a]")
LANGUAGES = ("en", "ar")
MOST_BYTES = 2_000_000
"""All pictures of one language together."""


def texts() -> dict[tuple[str, str], str]:
    root = etree.parse(ROOT / "translations/sad_ar.ts").getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext(
            "translation", ""
        )
        for context in root.iter("context")
        for message in context.iter("message")
    }


TEXTS = texts()


def voice(language: str) -> Voice:
    def say(context: str, text: str) -> str:
        return TEXTS[context, text] if language == "ar" else text

    return Voice(
        language=language,
        keys=tuple(
            Key(id=key.id, shortcut=key.shortcut, title=say("Key", key.text), group=key.group)
            for key in KEYS
        ),
        say=say,
    )


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def manual(language) -> tuple[Chapter, ...]:
    return read_manual(voice(language))


def targets(manual: tuple[Chapter, ...]) -> set[str]:
    return {chapter.name for chapter in manual} | {
        f"{chapter.name}#{section.anchor}" for chapter in manual for section in chapter.sections
    }


def pictures_of(chapter: Chapter) -> set[str]:
    blocks = (block for section in chapter.sections for block in section.blocks)
    return {block.name for block in blocks if isinstance(block, Picture)}


def test_every_field_of_every_box_has_its_entry(manual):
    there = targets(manual)
    for chapter, owners in BOX_CHAPTERS.items():
        for owner, model in owners.items():
            for name in definitions(model):
                assert f"{chapter}#{owner}.{name}" in there


def test_no_kind_of_field_is_passed_over_and_no_entry_is_empty(manual):
    owners = {model for chapter in BOX_CHAPTERS.values() for model in chapter.values()}
    assert owners >= {Declaration, Item, *ROW_TYPES.values()}
    for chapter in manual:
        for section in chapter.sections:
            if section.anchor:
                said = [line for block in section.blocks for line in lines_of(block)]
                assert any(plain(line).strip() for line in said), f"{chapter.name}#{section.anchor}"


def test_every_rule_has_its_entry_and_no_entry_is_left_over(manual):
    worded = {rule_id(code) for code in MESSAGES}
    assert set(RULES) <= worded
    assert set(rule_entries()) == worded
    assert {f"rules#{name}" for name in worded} <= targets(manual)


def test_the_examples_of_a_rule_fill_its_sentences():
    for code, message in MESSAGES.items():
        given = set(rule_entries()[rule_id(code)].values)
        assert set(PLACEHOLDER.findall(message.text)) <= given, code
    for name, entry in rule_entries().items():
        wanted = {
            place
            for code, message in MESSAGES.items()
            if rule_id(code) == name
            for place in PLACEHOLDER.findall(message.text)
        }
        assert set(entry.values) == wanted, name


def test_every_key_stands_on_the_sheet_of_keys(manual, language):
    sheet = next(chapter for chapter in manual if chapter.name == "keys")
    said = {plain(line) for part in sheet.sections for b in part.blocks for line in lines_of(b)}
    assert {key.title for key in voice(language).keys} <= said
    assert {key.shortcut for key in KEYS if key.shortcut} <= said


def test_every_link_leads_somewhere(manual):
    there = targets(manual)
    for chapter in manual:
        for span in spans_of(chapter):
            assert not span.target or span.target in there, f"{chapter.name}: {span.target}"


def test_no_mark_is_left_to_be_read(manual):
    for chapter in manual:
        for section in chapter.sections:
            for line in (plain(line) for block in section.blocks for line in lines_of(block)):
                assert not re.search(r"\*|`|\]\(", line), f"{chapter.name}: {line}"


def test_anchors_are_given_once(manual):
    for chapter in manual:
        anchors = [section.anchor for section in chapter.sections]
        assert len(anchors) == len(set(anchors)), chapter.name


def test_both_languages_have_the_same_parts():
    english, arabic = (read_manual(voice(language)) for language in LANGUAGES)
    for one, other in zip(english, arabic, strict=True):
        assert [section.anchor for section in one.sections] == [
            section.anchor for section in other.sections
        ], one.name
        for left, right in zip(one.sections, other.sections, strict=True):
            kinds = [type(block) for block in left.blocks]
            assert kinds == [type(block) for block in right.blocks], f"{one.name}#{left.anchor}"


@pytest.mark.parametrize("name", CHAPTERS)
def test_both_languages_speak_of_the_same_keys_and_texts(name):
    mark = re.compile(r"`([@=~][^`]+)`|\]\(([\w.#-]+)\)")
    english, arabic = ((FOLDER / one / f"{name}.md").read_text("utf-8") for one in LANGUAGES)
    assert sorted(mark.findall(english)) == sorted(mark.findall(arabic))


def test_texts_of_the_window_that_are_quoted_exist():
    for file in FOLDER.glob("*/*.md"):
        for match in PART.finditer(file.read_text("utf-8")):
            assert (match["context"], match["text"]) in TEXTS, f"{file}: {match[0]}"


def test_every_file_is_a_chapter():
    for language in LANGUAGES:
        assert {file.stem for file in (FOLDER / language).glob("*.md")} == set(CHAPTERS)


def test_the_arabic_manual_is_arabic(manual, language):
    for chapter in manual:
        assert bool(LETTERS.search(chapter.title)) == (language == "ar")


def test_every_picture_is_there_in_both_languages_and_none_is_left_over():
    shown = set().union(*(pictures_of(chapter) for chapter in read_manual(voice("en"))))
    for language in LANGUAGES:
        files = list((FOLDER / "pictures" / language).glob("*.png"))
        assert {file.stem for file in files} == shown
        assert sum(file.stat().st_size for file in files) < MOST_BYTES


def test_terms_of_the_glossary_are_said_once_and_stand_in_both_languages():
    terms = glossary()
    assert len({english for english, _ in terms}) == len(terms)
    for english, arabic in terms:
        assert english.isascii(), english
        assert LETTERS.search(arabic), english


def test_every_part_and_every_room_has_its_chapter_and_its_picture():
    manual = read_manual(voice("en"))
    there = targets(manual)
    pictures = {chapter.name: pictures_of(chapter) for chapter in manual}
    named = vars(document_tab).items()
    parts = {value for name, value in named if name.isupper() and isinstance(value, str)}
    assert set(help_chapters.ROOMS) == set(ROOMS)
    for room, target in help_chapters.ROOMS.items():
        named = {room, room.replace("_", "-")}
        assert named & pictures[target.partition("#")[0]], room
    for part, target in help_chapters.PARTS.items():
        assert pictures[target.partition("#")[0]], part
    assert set(help_chapters.PARTS) == parts
    assert {*help_chapters.PARTS.values(), *help_chapters.ROOMS.values()} <= there
