import pytest

from sad_desktop.manual.blocks import Chapter, Paragraph, Section, Span
from sad_desktop.manual.search import Index


def section(anchor: str, title: str, text: str) -> Section:
    return Section(anchor=anchor, title=title, blocks=(Paragraph((Span(text),)),))


INDEX = Index(
    [
        Chapter(
            name="keying",
            title="إدخال البيان",
            sections=(
                section("", "", "أدخل الحقل الأول. The gross mass stands in box 35."),
                section("mass", "35  Gross mass (kg)", "Kilograms with all packing. " * 20),
                section("W-01", "W-01  The net mass is not above it", "gross and net"),
            ),
        )
    ]
)


def targets(typed: str) -> list[str]:
    return [hit.target for hit in INDEX.search(typed)]


def test_every_word_must_be_there_and_titles_come_first():
    assert targets("gross mass") == ["keying#mass", "keying", "keying#W-01"]
    assert targets("gross elephants") == []


@pytest.mark.parametrize("typed", ["إدخال", "ادخال", "اِدْخَال", "ادخل"])
def test_other_letter_forms_find_the_same(typed):
    assert targets(typed)[0] == "keying"


def test_a_rule_is_found_by_its_id_and_a_box_by_its_number():
    assert targets("w-01")[0] == "keying#W-01"
    assert targets("35")[0] == "keying#mass"
    assert targets("٣٥")[0] == "keying#mass"


def test_nothing_typed_finds_nothing():
    assert INDEX.search("  ") == ()


def test_the_excerpt_stands_around_the_word():
    hit = INDEX.search("packing")[0]
    assert "packing" in hit.excerpt
    assert hit.excerpt.endswith("…")
    assert len(hit.excerpt) < 150
