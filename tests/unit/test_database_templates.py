"""Templates in the database, on SQLite and on PostgreSQL: whole, listed, never overwritten."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings

from sad_desktop.brokerage.templates import Kept, Template, TemplateLine
from sad_desktop.database import declarations, templates
from sad_desktop.database.templates import TemplateChanged, TemplateGone
from sad_desktop.declaration.draft import Draft
from tests.strategies import drafts

pytest_plugins = ["tests.databases"]
MOMENT = datetime(2026, 7, 1, 12, 30, 15, 250, tzinfo=UTC)


def a_template(template_id: str = "T1", **changes) -> Template:
    facts = {
        "id": template_id,
        "version": 0,
        "name": "سيارات Gulf",
        "importer_code": "123",
        "importer_name": "شركة الخليج",
        "declaration_model": "IM 4",
        "goods": "cars",
        "item_count": 3,
        "kept": Kept(amounts=True, taxes=True),
        "saved_at": MOMENT,
        "saved_by": "amal",
    }
    line = TemplateLine(**{**facts, **changes})
    return Template(line=line, draft=Draft(profile="bh"), rates={("8703", "DTY"): "100 % min 5"})


def test_a_template_comes_back_as_it_was(engine):
    line = templates.store(engine, a_template())
    assert line == replace(a_template().line, version=1)
    found = templates.load(engine, "T1")
    assert found == replace(a_template(), line=line)
    assert templates.lines(engine) == (line,)


def test_a_template_somebody_changed_is_not_overwritten(engine):
    opened = templates.store(engine, a_template())
    theirs = replace(opened, name="theirs", saved_by="badr")
    newer = templates.store(engine, replace(a_template(), line=theirs))
    assert newer.version == 2
    with pytest.raises(TemplateChanged, match="badr changed this template"):
        templates.store(engine, replace(a_template(), line=replace(opened, name="mine")))
    assert templates.load(engine, "T1").line == newer
    with pytest.raises(TemplateGone):
        templates.store(engine, replace(a_template(), line=replace(newer, id="T2")))


def test_the_last_declaration_of_a_template_is_the_last_that_was_stored(engine):
    templates.store(engine, a_template())
    templates.store(engine, a_template("T2"))
    for declaration, hour in (("D1", 1), ("D2", 3), ("D3", 2)):
        templates.note_use(engine, "T1", declaration, "amal", MOMENT.replace(month=8, hour=hour))
    first, second = templates.lines(engine)
    assert (first.id, first.used_at.hour, first.last_declaration) == ("T1", 3, "")
    assert second.used_at is None
    for stored in ("D1", "D3"):
        declarations.store(engine, stored, Draft(), base_version=0, user="amal", at=MOMENT)
    assert [line.last_declaration for line in templates.lines(engine)] == ["D3", ""]
    templates.note_use(engine, "T2", "D3", "amal", MOMENT.replace(month=9))
    assert [line.last_declaration for line in templates.lines(engine)] == ["D3", "D1"]
    assert templates.rates_of(engine, "D1") == {("8703", "DTY"): "100 % min 5"}
    assert templates.rates_of(engine, "D4") == {}


def test_an_ended_template_keeps_all_it_has(engine):
    kept = templates.store(engine, a_template())
    assert templates.end(engine, "T1", MOMENT) == replace(kept, ended_at=MOMENT)
    named = templates.store(engine, replace(a_template(), line=replace(kept, name="B")))
    assert (named.name, named.ended_at) == ("B", MOMENT)
    assert templates.end(engine, "T1", None).ended_at is None


def test_what_is_not_there_is_said(engine):
    for action in (
        lambda: templates.load(engine, "no"),
        lambda: templates.end(engine, "no", None),
        lambda: templates.note_use(engine, "no", "D", "amal", MOMENT),
    ):
        with pytest.raises(TemplateGone, match="no longer in the database"):
            action()


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(draft=drafts())
def test_whatever_a_draft_holds_comes_back(engine, draft: Draft):
    own = replace(draft, source=None)
    line = templates.store(engine, replace(a_template(str(uuid4())), draft=own))
    assert templates.load(engine, line.id).draft == own
