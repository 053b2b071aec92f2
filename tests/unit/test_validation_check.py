"""The check as a whole: order, weights, one finding for one fault, and a rule that fails."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from string import Formatter
from types import MappingProxyType

import pytest

from sad_desktop.brokerage.register import CompanyPaper
from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import Document
from sad_desktop.tariff.behaviour import ITEM_RULES, StateKind, circumstances, state_of
from sad_desktop.validation import check as checking
from sad_desktop.validation.boxes import OWN_RULE, REQUIRED_OF_ITEMS
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Severity
from sad_desktop.validation.messages import MESSAGES, rule_id, spoken_values
from tests.clean_declaration import BILL, RICE, at, clean, codes, entries
from tests.seeded_faults import FIRES, from_file

SAID_BY_HAND = re.compile(r"[a-z_]+")


def test_the_general_segment_comes_first_by_its_boxes_then_the_items():
    given = clean().item(5, net_mass=Decimal(120), marks_1="").item(2, unit_1_quantity=None)
    found = given.header(border_mode="", office_code="", exporter_name="").found()
    shown = [(one.number, one.code) for one in found if one.code != "H-18"]
    assert shown == [
        (0, "H-11"),
        (0, "H-04"),
        (0, "H-15"),
        (2, "T-04"),
        (5, "W-09"),
        (5, "W-01"),
    ]


def test_box_10_stands_after_box_9():
    given = clean().header(consignment_country="QQ", payer_code="", payer_name="")
    assert codes(given.found()) == ["H-09", "H-12"]


def test_the_profile_makes_a_warning_an_error():
    given = FIRES["W-02"](clean())
    (found,) = given.found()
    assert found.severity is Severity.WARNING
    (found,) = given.flags(**{"severity.W-02": "error"}).found()
    assert found.severity is Severity.ERROR


def test_a_severity_nobody_knows_leaves_the_rule_its_own():
    (found,) = FIRES["W-02"](clean()).flags(**{"severity.W-02": "fatal"}).found()
    assert found.severity is Severity.WARNING


def test_a_closed_code_with_successors_stops_registration_unless_the_profile_lets_it():
    given = FIRES["T-03"](clean())
    (found,) = given.found()
    assert found.severity is Severity.ERROR
    assert dict(found.values)["list"] == RICE
    (found,) = given.profiled(dated_code_lengths=((date(2025, 1, 1), (12,)),)).found()
    assert found.code == "T-03"
    (found,) = given.flags(**{"severity.T-03": "warning"}).found()
    assert found.severity is Severity.WARNING


def test_a_rule_that_fails_is_told_as_a_bug_and_the_others_still_run(monkeypatch):
    def broken(_):
        raise ZeroDivisionError("nothing to divide by")
        yield

    rules = {**checking.RULES, "H-16": broken}
    monkeypatch.setattr(checking, "RULES", MappingProxyType(rules))
    found = clean().item(3, net_mass=Decimal(111)).found()
    assert sorted(codes(found)) == ["BUG", "W-01"]
    bug = next(one for one in found if one.code == "BUG")
    assert bug.severity is Severity.ERROR
    assert dict(bug.values) == {"rule": "H-16", "reason": "ZeroDivisionError: nothing to divide by"}


def test_a_rule_is_silent_where_the_text_of_its_field_was_rejected():
    place = at(3, "net_mass")
    given = clean().item(3, net_mass=Decimal(111)).drafted(rejected={place: "1 1 1 kg"})
    assert codes(given.found()) == ["F-01"]
    given = clean().item(3, net_mass=Decimal(111))
    given = given.drafted(rejected={at(3, "gross_mass"): "much"})
    assert codes(given.found()) == ["F-01"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"commodity_code": "1006"}, ["T-02"]),
        ({"commodity_code": ""}, ["F-02"]),
        ({"procedure": ""}, ["F-02"]),
        ({"procedure": "40999"[:4], "extended_code": "QQQ", "previous_document": "C 1"}, ["P-01"]),
        ({"gross_mass": None, "net_mass": None}, ["W-03"]),
        ({"adjustment": Decimal(-1)}, ["V-11"]),
        ({"origin_country": ""}, ["H-12"]),
    ],
)
def test_one_fault_of_an_item_is_told_once(changes, told):
    assert codes(clean().item(4, **changes).found()) == told


def test_an_empty_box_is_called_as_the_country_calls_it():
    (one,) = clean().header(certificate_of_origin="").found()
    assert (one.code, dict(one.values)["box"]) == ("F-02", "13")
    assert spoken_values(one, "ar")["field"] == "شهادة المنشأ"
    assert spoken_values(one, "en")["field"] == "Certificate of origin"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"invoice_currency": "XXX", "exchange_rate": None}, ["V-02"]),
        ({"invoice_currency": "", "exchange_rate": None}, ["V-02"]),
        ({"payment_account": "NONE"}, ["PAY-04"]),
        ({"declarant_code": ""}, ["H-08"]),
        ({"declarant_code": "77777-07"}, ["H-08"]),
        ({"consignee_code": "", "consignee_name": "Al Waha"}, ["H-05"]),
        ({"declaration_type": "", "general_procedure": ""}, ["H-01"]),
        ({"goods_location": ""}, ["H-18"]),
        ({"bank_name": ""}, ["H-19"]),
        ({"delivery_place": ""}, ["H-14"]),
        ({"warehouse": "NONE"}, ["P-07"]),
    ],
)
def test_one_fault_of_the_general_segment_is_told_once(changes, told):
    given = clean().header(payment_account="").header(**changes)
    found = [code for code in codes(given.found()) if code != "H-17"]
    assert found == told


def test_a_licence_is_judged_on_the_day_of_the_declaration():
    paper = CompanyPaper(name="CR 4471", valid_until=date(2026, 10, 31))
    given = clean().registered(papers={"58411-01": (paper,)})
    assert codes(given.found()) == ["H-07"]
    assert given.header(registration_day=date(2026, 10, 30)).found() == ()


def test_every_item_with_an_unknown_code_is_told_and_an_open_list_once():
    given = clean().item(4, package_kind="QQ").item(6, package_kind="QQ")
    assert [(one.code, one.number) for one in given.found()] == [("F-03", 4), ("F-03", 6)]
    assert codes(given.without_list("packages").found()) == ["I-01"]


def test_a_profile_of_no_country_wants_no_box():
    given = clean().header(exporter_name="", border_mode="", goods_location="").item(4, marks_1="")
    assert codes(given.profiled(country="").found()) == ["I-03"]


def test_a_file_with_fewer_items_than_it_says_is_told():
    (found,) = from_file(clean(), items=9).found()
    assert dict(found.values) == {"v1": "9", "v2": "7"}


def test_a_declaration_without_items_says_so():
    given = clean().header(items=(), containers=(), has_containers=False, invoice_amount=None)
    found = given.found()
    assert "H-10" in codes(found)
    assert (
        found[codes(found).index("H-10")].message
        == "The declaration has no items; add at least one."
    )


def test_a_repeated_document_stands_at_its_row():
    given = clean().documents(
        4, *[Document(document_code="705", reference=BILL, issued=date(2026, 10, 1))] * 2
    )
    (found,) = given.found()
    assert found.place == Place("reference", at(4, "documents").item, Rows.DOCUMENTS, 1)


@pytest.mark.parametrize("rule", sorted(FIRES))
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_sentence_finds_its_values(rule, language):
    for finding in FIRES[rule](clean()).found():
        said = finding.message.format_map(spoken_values(finding, language))
        assert "{" not in said
        assert finding.box


def test_the_values_of_fields_are_spoken_by_their_titles():
    (found,) = FIRES["V-08"](clean()).found()
    assert found.message.format_map(spoken_values(found, "en")) == "Terms FOB: Insurance is zero."
    (found,) = FIRES["V-05"](clean()).found()
    assert found.message.format_map(spoken_values(found, "ar")).startswith("التأمين")


def test_all_wordings_of_a_rule_weigh_the_same():
    for name, message in MESSAGES.items():
        assert (
            message.severity is MESSAGES[rule_id(name)].severity
            if rule_id(name) in MESSAGES
            else True
        )
        assert all(part is None or part for _, part, _, _ in Formatter().parse(message.text))


def test_the_boxes_an_item_can_require_are_all_looked_at():
    """No field whose behaviour demands it is forgotten by the rule of required boxes."""
    given = clean().listed("specifications", *entries("CAR-N1"))
    models = (("IM", "4", "4000"), ("IM", "4", "4071"), ("IM", "7", "7100"), ("EX", "3", "3100"))
    wanted = set()
    for kind, general, procedure in models:
        own = given.header(declaration_type=kind, general_procedure=general)
        own = own.each_item(procedure=procedure).draft
        around = circumstances(own.declaration, own.status, given.book, given.on)
        for item in own.declaration.items:
            for name in ITEM_RULES:
                if state_of(Place(name, item.key), around).kind is StateKind.REQUIRED:
                    wanted.add(name)
    assert wanted - set(REQUIRED_OF_ITEMS) <= OWN_RULE
    assert set(REQUIRED_OF_ITEMS) <= wanted
    assert all(hasattr(Item(), name) for name in wanted)


def test_a_lookup_is_made_once_for_all_rules():
    asked = []
    given = clean()

    class Counting(type(given.book)):
        def entry(self, list_name, code, on):
            asked.append((list_name, code))
            return super().entry(list_name, code, on)

    own = given.book
    book = Counting(own.profile, own.entries, own.lines, own.rates)
    found = replace(given, book=book)
    note_asked = len(asked)
    found.found()
    of_kinds = [one for one in asked[note_asked:] if one[0] == "packages"]
    assert len(of_kinds) == len(set(of_kinds))


def test_a_case_of_one_item_looks_at_no_other():
    given = clean()
    case = Case(draft=given.draft, note=None, book=given.book, on=given.on, only=13)
    assert [one.number for one in case.items] == [3]
