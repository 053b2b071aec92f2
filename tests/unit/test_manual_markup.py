import pytest

from sad_desktop.manual.blocks import Paragraph, Picture, Points, Span, Table, Tone
from sad_desktop.manual.markup import MarkupFault, read_chapter, read_line
from sad_desktop.manual.voice import Key, Voice

VOICE = Voice(
    language="en",
    keys=(
        Key(id="save", shortcut="Ctrl+S", title="Save", group="The declaration"),
        Key(id="add_items", shortcut="", title="Add three items", group="Items"),
    ),
    say=lambda context, text: f"&{context}/{text}",
)


def blocks(text):
    chapter = read_chapter("a", f"# A\n\n{text}", VOICE)
    return [block for section in chapter.sections for block in section.blocks]


def test_a_line_knows_strong_code_and_links():
    line = read_line("Key **it** as `22`, see [W-01](rules#W-01).", VOICE)
    assert line == (
        Span("Key "),
        Span("it", Tone.STRONG),
        Span(" as "),
        Span("22", Tone.CODE),
        Span(", see "),
        Span("W-01", target="rules#W-01"),
        Span("."),
    )


def test_keys_titles_and_texts_of_the_window_are_said_by_the_program():
    assert read_line("`@save`", VOICE) == (Span("Ctrl+S", Tone.KEY),)
    assert read_line("`@add_items`", VOICE) == (Span("Add three items", Tone.STRONG),)
    assert read_line("`=save`", VOICE) == (Span("Save", Tone.STRONG),)
    assert read_line("`~Menu:&Help`", VOICE) == (Span("Menu/Help", Tone.STRONG),)


def test_blocks_are_told_apart():
    found = blocks(
        "One\ntwo.\n\n- a\n- b\n  more\n\n1. first\n2. second\n\n> note\n\n"
        "| x | y |\n| - | - |\n| 1 | 2 |\n\n![Shown](window)"
    )
    assert found == [
        Paragraph((Span("One two."),)),
        Points(((Span("a"),), (Span("b more"),))),
        Points(((Span("first"),), (Span("second"),)), True),
        Paragraph((Span("note"),), is_note=True),
        Table(((Span("x"),), (Span("y"),)), (((Span("1"),), (Span("2"),)),)),
        Picture("window", "Shown"),
    ]


def test_sections_have_their_anchor():
    chapter = read_chapter("a", "# A\n\nBefore.\n\n## Part {#part}\n\nIn it.", VOICE)
    assert chapter.title == "A"
    assert [(one.anchor, one.title, len(one.blocks)) for one in chapter.sections] == [
        ("", "", 1),
        ("part", "Part", 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "no title",
        "# A\n\n## Part without anchor",
        "# A\n\n## Part {#p}\ntext at once",
        "# A\n\n`@no_such_key`",
        "# A\n\n| a | b |\n| - | - |\n| 1 |",
    ],
)
def test_a_chapter_that_is_not_sound_is_told(text):
    with pytest.raises(MarkupFault, match="a: "):
        read_chapter("a", text, VOICE)
