"""What an export cannot hold, or not in full length, is told before it is written."""

from dataclasses import replace
from pathlib import Path

import pytest

from sad_desktop.declaration.draft import Draft, Place, Rows
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Document
from sad_desktop.xml import mapping
from sad_desktop.xml.limits import limit_at, limits_of
from sad_desktop.xml.losses import Reason, losses
from sad_desktop.xml.read import DIALECT, read

REAL = Path(__file__).parents[2].parent / "shared" / "samples" / "asycuda"
LIMITS = limits_of(DIALECT)
MODELS = {"general": Declaration, "item": Item, "documents": Document}


def test_each_limit_is_that_of_a_carried_field_and_shorter_than_the_field():
    for (part, name), limit in LIMITS.items():
        model = MODELS[part]
        assert f"{model.__name__}.{name}" not in mapping.NOT_CARRIED
        assert 0 < limit.length < definitions(model)[name].length
        assert limit.source


def test_a_text_is_cut_at_the_limit_and_not_before():
    longest = LIMITS["item", "marks_1"].length
    fits, cut = Item(key=1, marks_1="x" * longest), Item(key=2, marks_1="x" * longest + "yz")
    document = Document(reference="r" * 36)
    draft = Draft(declaration=Declaration(items=(fits, replace(cut, documents=(document,)))))
    marks, reference = losses(draft, LIMITS)
    assert (marks.place, marks.number, marks.cut) == (Place("marks_1", 2), 2, "yz")
    assert (marks.reason, marks.length) == (Reason.TOO_LONG, longest)
    assert reference.place == Place("reference", 2, Rows.DOCUMENTS, 0)


def test_boxes_the_format_does_not_have_are_named_when_they_hold_something():
    declaration = Declaration(transit_office_1="BHSAL01", items=(Item(key=1, container_1="MSCU1"),))
    found = losses(Draft(declaration=declaration), LIMITS)
    assert [(loss.place.field, loss.reason) for loss in found] == [
        ("transit_office_1", Reason.NO_ELEMENT),
        ("container_1", Reason.NO_ELEMENT),
    ]
    assert losses(Draft(), LIMITS) == ()


def test_letters_no_file_can_hold_are_told():
    (loss,) = losses(Draft(declaration=Declaration(comments="a\x02b")), LIMITS)
    assert loss.reason is Reason.LETTERS


@pytest.mark.samples
@pytest.mark.skipif(not REAL.is_dir(), reason="shared/samples/asycuda is absent")
def test_no_limit_is_narrower_than_what_real_exports_hold():
    for path in REAL.glob("[!t]*.xml"):
        assert losses(read(path.read_bytes(), path.name), LIMITS) == ()


def test_a_field_without_a_known_limit_has_none():
    assert limit_at(Place("goods_location"), LIMITS) is None
