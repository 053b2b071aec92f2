"""Templates: a declaration saved as a pattern, a new one begun in one form, and what has aged."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sad_desktop.brokerage.register import Prefetched
from sad_desktop.brokerage.templates import Kept, Template, TemplateLine
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.draft import Draft, Place, Rows
from sad_desktop.declaration.edits import Entry, set_field
from sad_desktop.declaration.rows import Container, Document
from sad_desktop.errors import UserError
from sad_desktop.paths import Paths
from sad_desktop.resources import resource
from sad_desktop.services.desk import Desk
from sad_desktop.services.new_declaration import Start
from sad_desktop.services.reference_lists import load_book
from sad_desktop.services.rights import NotAllowed
from sad_desktop.services.templates import (
    Templates,
    begin,
    expected,
    outlived,
    without_blank_containers,
)
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.book import ListEntry
from sad_desktop.xml.read import read
from tests.builders import a_book, a_declaration, a_line, a_rate, an_item
from tests.signed_in import sign_in

pytest_plugins = ["tests.databases"]
ON = date(2026, 11, 2)
CODE = "870322700000"
INVOICE = Document(document_code="380", reference="INV-1", issued=date(2026, 1, 1))


def a_desk(*, duty: str = "5%", lines: tuple[str, ...] = (CODE,), **entries: str) -> Desk:
    listed = {name: [ListEntry(code=code, en=code, ar=code)] for name, code in entries.items()}
    book = a_book(
        lines=[a_line(code, DTY=duty) for code in lines],
        rates=[a_rate("USD", "0.3765")],
        entries=listed,
    )
    return Desk(book=book, on=ON, start=Start(declarant="D1"))


def a_pattern(**changes) -> Draft:
    item = an_item(7, documents=(INVOICE,))
    facts = {"reference_number": "OLD", "manifest": "M1", "consignee_name": "Gulf Cars\nManama"}
    return Draft(declaration=a_declaration(item, **{**facts, **changes}), profile="bh")


@pytest.fixture
def templates(tmp_path):
    workspace = Workspace(Paths(tmp_path), user="amal")
    yield Templates(workspace), workspace
    workspace.close()


def test_a_declaration_becomes_a_template_and_comes_back(templates):
    shelf, _ = templates
    pattern = replace(a_pattern(), rejected={Place("net_mass", 7): "ten"})
    line = shelf.save(" Cars ", pattern, Kept(masses=True), a_desk())
    assert (line.name, line.version, line.importer_name) == ("Cars", 1, "Gulf Cars")
    assert (line.declaration_model, line.item_count, line.saved_by) == ("IM 4", 1, "amal")
    assert shelf.lines() == (line,)
    kept = shelf.load(line.id)
    assert kept.line == line
    assert kept.draft == pattern
    assert kept.rates == {(CODE, "DTY"): "5%"}


def test_a_template_keeps_nothing_of_its_file(templates):
    shelf, _ = templates
    draft = read(resource("samples/im4-assessed.xml").read_bytes(), "a.xml")
    kept = shelf.load(shelf.save("A", draft, Kept(), a_desk()).id)
    assert kept.draft.source is None
    assert kept.draft.declared is None
    assert kept.draft.declaration == draft.declaration


def test_a_template_without_a_name_is_refused(templates):
    shelf, _ = templates
    with pytest.raises(UserError, match="Give the template a name"):
        shelf.save("  ", a_pattern(), Kept(), a_desk())
    assert shelf.lines() == ()


def test_using_a_template_is_remembered_and_brings_it_to_the_front(templates):
    shelf, workspace = templates
    cars = shelf.save("Cars", a_pattern(), Kept(), a_desk(), at=datetime(2026, 1, 1, tzinfo=UTC))
    rice = shelf.save("Rice", a_pattern(), Kept(), a_desk(), at=datetime(2026, 1, 2, tzinfo=UTC))
    assert [line.name for line in shelf.lines()] == ["Rice", "Cars"]
    shelf.note_use(cars.id, "D-1", datetime(2026, 3, 1, tzinfo=UTC))
    first, _ = shelf.lines()
    assert (first.name, first.last_declaration) == ("Cars", "")  # it was not stored
    assert first.used_at == datetime(2026, 3, 1, tzinfo=UTC)
    workspace.store("D-1", a_pattern(), 0)
    shelf.note_use(cars.id, "D-2", datetime(2026, 3, 2, tzinfo=UTC))
    first, second = shelf.lines()
    assert (first.used_at.day, first.last_declaration, second) == (2, "D-1", rice)


def test_a_template_is_renamed_ended_and_offered_again(templates):
    shelf, _ = templates
    line = shelf.save("Cars", a_pattern(), Kept(), a_desk())
    named = shelf.rename(line, " Gulf cars ")
    assert (named.name, named.version) == ("Gulf cars", 2)
    assert shelf.load(line.id).rates == {(CODE, "DTY"): "5%"}
    with pytest.raises(UserError, match="changed this template"):
        shelf.rename(line, "Mine")
    with pytest.raises(UserError, match="Give the template a name"):
        shelf.rename(named, " ")
    moment = datetime(2026, 5, 1, tzinfo=UTC)
    assert shelf.end(line.id, moment).ended_at == moment
    assert shelf.lines()[0].ended_at == moment
    assert shelf.end(line.id, None) == named


def test_templates_need_their_right(templates):
    shelf, workspace = templates
    line = shelf.save("Cars", a_pattern(), Kept(), a_desk())
    sign_in(workspace, {Service.DECLARE})
    for change in (
        lambda: shelf.save("Rice", a_pattern(), Kept(), a_desk()),
        lambda: shelf.rename(line, "Rice"),
        lambda: shelf.end(line.id, None),
    ):
        with pytest.raises(NotAllowed):
            change()
    shelf.note_use(line.id, "D-1")  # whoever keys declarations uses them


def test_a_new_declaration_has_nothing_of_the_former_shipment_and_the_day_s_rate():
    draft = begin(a_pattern(), Kept(), a_desk())
    found, item = draft.declaration, draft.declaration.items[0]
    assert (found.reference_number, found.manifest, found.reference_year) == ("", "", 2026)
    assert (found.invoice_amount, item.invoice_amount) == (None, None)
    assert found.exchange_rate == Decimal("0.3765")
    assert Place("exchange_rate") in draft.filled
    assert found.declarant_code == "D1"
    assert item.documents == (Document(document_code="380"),)
    assert (item.commodity_code, item.net_mass) == (CODE, None)
    assert draft.profile == "bh"


def test_containers_keep_their_rows_until_it_is_known_which_get_a_number():
    rows = tuple(
        Container(item_key=7, identity=f"OLD{n}", container_type="22G1", goods="x")
        for n in range(3)
    )
    pattern = a_pattern(containers=rows, has_containers=True)
    begun = begin(pattern, Kept(), a_desk())
    assert begun.declaration.containers == 3 * (Container(item_key=7, container_type="22G1"),)
    first, second, third = (Place("identity", 0, Rows.CONTAINERS, row) for row in range(3))
    draft = set_field(begun, second, Entry("MSKU1234565")).apply(begun)
    draft = set_field(draft, third, Entry("", rejected="far too long")).apply(draft)
    for edit in without_blank_containers(draft):
        draft = edit.apply(draft)
    assert [row.identity for row in draft.declaration.containers] == ["MSKU1234565", ""]
    assert draft.rejected == {second: "far too long"}
    assert draft.declaration.has_containers
    for edit in without_blank_containers(begun):
        begun = edit.apply(begun)
    assert begun.declaration.containers == ()
    assert not begun.declaration.has_containers
    assert without_blank_containers(begun) == ()
    assert first not in begun.rejected


def test_what_is_cleared_and_what_is_asked_depend_on_what_is_kept():
    cleared, wanted = expected(a_pattern(), Kept())
    assert Place("gross_mass", 7) in cleared
    assert Place("gross_mass", 7) in wanted
    cleared, wanted = expected(a_pattern(), Kept(masses=True, amounts=True))
    assert Place("gross_mass", 7) not in cleared
    assert not {Place("gross_mass", 7), Place("invoice_amount")} & set(wanted)
    assert Place("reference", 7, Rows.DOCUMENTS, 0) in wanted


def test_the_report_names_rates_codes_and_changes(templates):
    shelf, workspace = templates
    saved_on = a_desk(duty="5%", countries="TR")
    line = shelf.save("Cars", a_pattern(export_country="TR"), Kept(), saved_on)
    assert shelf.outlived(shelf.load(line.id), saved_on).differing is None
    made = begin(a_pattern(export_country="TR"), Kept(), saved_on)
    made = replace(made, declaration=replace(made.declaration, delivery_terms="CIF"))
    workspace.store("D-1", made, 0)
    shelf.note_use(line.id, "D-1")
    today = a_desk(duty="15%", countries="DE")
    told = shelf.outlived(shelf.load(line.id), today)
    assert [(one.code, dict(one.values)) for one in told.rates] == [
        ("T-11", {"item": "1", "v1": "5%", "v2": "15%"})
    ]
    lapsed = {one.place.field for one in told.lapsed}
    assert {"export_country", "origin_country"} <= lapsed
    assert "commodity_code" not in lapsed
    assert [(one.place.field, one.theirs, one.mine) for one in told.differing] == [
        ("delivery_terms", "CIF", "FOB")
    ]


def test_a_code_out_of_force_is_told_with_its_successors():
    successors = ListEntry(code=CODE, en="", ar="", facts={"codes": "870322700011 870322700012"})
    book = a_book(lines=[a_line("870322700011")], entries={"successors": [successors]})
    desk = Desk(book=book, on=ON)
    shelf = outlived(_template(), desk, None)
    told = [one for one in shelf.lapsed if one.code == "T-03"]
    assert [dict(one.values)["list"] for one in told] == ["870322700011, 870322700012"]


def test_a_desk_that_begins_from_a_template_sees_the_changed_rate():
    draft = begin(a_pattern(), Kept(amounts=True, masses=True), a_desk(duty="15%"))
    desk = a_desk(duty="15%")
    register = Prefetched(template_rates={(CODE, "DTY"): "5%"})
    note = desk.assessor().assess(draft.declaration, None)
    assert "T-11" in {finding.code for finding in desk.check(draft, note, register)}


def _template():
    line = TemplateLine(
        id="T",
        version=1,
        name="Cars",
        importer_code="",
        importer_name="",
        declaration_model="IM 4",
        goods="",
        item_count=1,
        kept=Kept(),
        saved_at=datetime(2026, 1, 1, tzinfo=UTC),
        saved_by="amal",
    )
    return Template(line=line, draft=a_pattern())


def test_the_shipped_book_finds_nothing_lapsed_in_its_own_sample():
    desk = Desk(book=load_book("bh"), on=date(2026, 11, 21))
    draft = read(resource("samples/im4-assessed.xml").read_bytes(), "a.xml")
    template = replace(_template(), draft=draft)
    assert outlived(template, desk, None).rates == ()
