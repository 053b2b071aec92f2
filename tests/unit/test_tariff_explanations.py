"""Every field is explained in both languages, and nothing else is."""

import re

import pytest

from sad_desktop.declaration.containers import check_digit, written_digit
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.figures import HeaderFigures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document, ManualTax, PreviousDeclaration
from sad_desktop.declaration.values import parse
from sad_desktop.errors import ResourceMissing
from sad_desktop.tariff import explanations as module
from sad_desktop.tariff.explanations import explanation, explanations

OWNERS = {
    "declaration": Declaration,
    "item": Item,
    "container": Container,
    "document": Document,
    "previous_declaration": PreviousDeclaration,
    "manual_tax": ManualTax,
    "header_figures": HeaderFigures,
    "item_figures": ItemFigures,
}
FIELDS = [(owner, name) for owner, model in OWNERS.items() for name in definitions(model)]
LONGEST_HINT = 110
MOST_SENTENCES = 3
ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")
SENTENCE_END = re.compile(r"\.(?=\s|$)")
MISSPELT = frozenset(
    [
        "الى",
        "الي",
        "علي",
        "او",
        "ان",
        "اذا",
        "اي",
        "الذى",
        "فى",
        "ادخل",
        "اول",
        "ايضا",
        "اليا",
        "هى",
        "اخر",
        "اكبر",
    ]
)


def every(*kinds):
    """Run a test once for each text of these kinds, named by its place in the file."""
    texts = {
        f"{owner}.{field}.{kind}": getattr(explained, kind)
        for owner, fields in explanations().items()
        for field, explained in fields.items()
        for kind in kinds
    }
    return pytest.mark.parametrize("said", texts.values(), ids=texts.keys())


def test_each_field_is_explained_in_the_order_of_the_form_and_nothing_else_is():
    told = {owner: list(fields) for owner, fields in explanations().items()}
    assert told == {owner: list(definitions(model)) for owner, model in OWNERS.items()}


@every("hint_en", "hint_ar", "rule_en", "rule_ar")
def test_a_text_is_said_in_whole_sentences_and_without_placeholders(said):
    assert said.endswith(".")
    assert said == " ".join(said.split())
    assert not re.search(r"[{}%<>&]", said)


@every("hint_en", "hint_ar")
def test_a_hint_is_one_sentence_that_fits_the_status_line(said):
    assert len(said) <= LONGEST_HINT
    assert len(SENTENCE_END.findall(said)) == 1


@every("rule_en", "rule_ar")
def test_a_rule_has_at_most_three_sentences(said):
    assert 1 <= len(SENTENCE_END.findall(said)) <= MOST_SENTENCES


@every("hint_ar", "rule_ar")
def test_arabic_is_written_as_arabic(said):
    assert ARABIC_LETTER.search(said)
    assert not re.search(r"[,;?`']", said)
    assert not re.search(r"[\u0640\u06a9\u06cc\u06af\u0660-\u0669\u06f0-\u06f9]", said)
    assert not re.search(r"\s[،؛:.)]|\(\s|[،؛](?!\s)", said)
    wrong = MISSPELT & set(re.findall(r"[\u0621-\u064a]+", re.sub(r"[\u064b-\u0652]", "", said)))
    assert not wrong


@every("hint_en", "rule_en", "example")
def test_english_and_examples_hold_no_arabic(said):
    assert not ARABIC_LETTER.search(said)


@pytest.mark.parametrize(("owner", "field"), FIELDS)
@pytest.mark.parametrize("kind", ["hint", "rule"])
def test_both_languages_name_the_same_boxes_and_codes(owner, field, kind):
    explained = explanation(owner, field)
    said = [getattr(explained, f"{kind}_{language}") for language in ("en", "ar")]
    english, arabic = (set(re.findall(r"[A-Z]*\d+", text)) for text in said)
    assert english == arabic


@pytest.mark.parametrize(("owner", "field"), FIELDS)
def test_an_example_can_be_keyed_in_its_field(owner, field):
    definition = definitions(OWNERS[owner])[field]
    example = explanation(owner, field).example
    value = parse(definition, example)
    assert value not in (None, "", False)


@pytest.mark.parametrize("field", ["container_1", "container_2", "container_3", "container_4"])
def test_example_containers_have_their_check_digit(field):
    number = explanation("item", field).example
    assert written_digit(number) == check_digit(number) is not None


def test_a_language_chooses_its_texts():
    explained = explanation("declaration", "reference_number")
    assert explained.hint("ar") == explained.hint_ar != explained.hint("en") == explained.hint_en
    assert explained.rule("ar") == explained.rule_ar != explained.rule("en") == explained.rule_en
    assert explained.example == "T12129"


@pytest.mark.parametrize(("owner", "field"), [("declaration", "colour"), ("person", "name")])
def test_a_field_that_is_not_there_has_no_explanation(owner, field):
    with pytest.raises(KeyError):
        explanation(owner, field)


@pytest.mark.parametrize(
    "content",
    [
        b"[item.quota]\nhint_en = 'Key it.'\n",
        b"item = 'quota'\n",
        b"[item.quota\n",
        b"[item.quota]\nhint_en = '\xff'\n",
        None,
    ],
)
def test_damaged_texts_are_told_as_a_missing_file(content, tmp_path, monkeypatch):
    file = tmp_path / "fields.toml"
    if content is not None:
        file.write_bytes(content)

    def resource(name):
        if content is None:
            raise ResourceMissing(name)
        return file

    monkeypatch.setattr(module, "resource", resource)
    with pytest.raises(ResourceMissing):
        explanations.__wrapped__()
