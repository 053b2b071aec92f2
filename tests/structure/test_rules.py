"""The rules catalogue: what is done of it, and that each rule done has tests and wording."""

import ast
import csv
import re
from dataclasses import fields
from pathlib import Path

import pytest
from lxml import etree

from sad_desktop.brokerage.register import Prefetched
from sad_desktop.validation.check import REMARKED, RULES
from sad_desktop.validation.messages import MESSAGES, rule_id
from tests.seeded_faults import FIRES, SILENT

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT.parent / "shared" / "design" / "data" / "rules.tsv"
TRANSLATIONS = ROOT / "translations" / "sad_ar.ts"

TOLD_AT_KEYING = {"X-08"}
"""Judged by ``field_faults`` on what is typed; a stored value has no such digits left."""

ON_DOSSIERS = {"ACI-04", "ACI-05", "ACI-06", "ACI-08"}
"""Judged of a dossier of advance cargo information: test_brokerage_advance_cargo."""

ELSEWHERE = {
    "X-01": "a file that cannot be read is refused when it is opened",
    "X-02": "unknown elements are counted when a file is opened",
    "X-03": "what a template clears is told when it is made",
    "PAY-01": "brokerage.payments, when the result of a request is recorded",
    "PAY-02": "brokerage.payments, when a request is rejected",
    "PAY-03": "brokerage.payments, when the result of a request is recorded",
    "USER-01": "brokerage.users.user_faults, when a user is stored",
    "USER-02": "brokerage.users.password_lacks, when a password is chosen",
}
OWN = {
    "F-01": "text that is no value of its field",
    "F-02": "a required box that is empty",
    "F-03": "a code that is not in its list",
    "I-01": "a list that is empty or only suggests",
    "I-02": "a form the profile leaves open",
    "I-03": "required boxes of a profile of no country",
    "I-04": "a list of the office that is empty",
    "I-05": "an office that cannot be asked",
    "BUG": "a rule that failed",
}
"""Codes that are no rules of the catalogue."""

NOT_FILLED = {
    "as_read": "the document reads it from its own file",
}
"""What rules may ask the office and the services do not answer, and why."""

DONE = (set(RULES) | set(REMARKED) | TOLD_AT_KEYING | ON_DOSSIERS) - set(OWN)
OF_ASSESSMENT = re.compile(r"[a-z_]+")
PLACEHOLDERS = re.compile(r"\{(\w+)\}")


@pytest.fixture(scope="module")
def catalogue() -> dict[str, dict[str, str]]:
    if not CATALOGUE.exists():
        pytest.skip("the rules catalogue is not here")
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len(rows) == 118
    return {row["id"]: row for row in rows}


def test_every_rule_of_the_catalogue_is_done_or_said_to_be_missing(catalogue):
    said = [*DONE, *ELSEWHERE]
    assert len(said) == len(set(said))
    assert set(catalogue) == set(said)


def test_severities_are_those_of_the_catalogue(catalogue):
    weights = {"E": "error", "W": "warning", "I": "info"}
    own = {
        name: str(message.severity)
        for name, message in MESSAGES.items()
        if rule_id(name) in catalogue
    }
    assert own == {name: weights[catalogue[rule_id(name)]["severity"]] for name in own}


def test_every_rule_has_a_test_that_fires_and_one_that_does_not():
    seeded = (set(RULES) | set(REMARKED)) - TOLD_AT_KEYING
    assert set(FIRES) == seeded
    assert set(SILENT) == seeded


def test_every_rule_is_worded_and_nothing_else_is():
    worded = {rule_id(name) for name in MESSAGES if not OF_ASSESSMENT.fullmatch(name)}
    assert worded == DONE | set(OWN)


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_says_its_id_and_what_it_demands(name):
    said = RULES[name].__doc__ or ""
    assert said.startswith(f"{name}: ")


def test_a_rule_of_the_catalogue_names_its_source(catalogue):
    for name, rule in RULES.items():
        if name in catalogue and catalogue[name]["source"] not in ("STD", "OS"):
            assert re.search(r"\((?:[^()]*)\)|flag ``", rule.__doc__ or ""), name


def test_the_services_answer_everything_a_rule_may_ask_the_office():
    source = (ROOT / "sad_desktop" / "services" / "register.py").read_text("utf-8")
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    filled = {
        keyword.arg
        for call in calls
        if getattr(call.func, "id", "") == "Prefetched"
        for keyword in call.keywords
    }
    assert {field.name for field in fields(Prefetched)} == filled | set(NOT_FILLED)
    assert not filled & set(NOT_FILLED)


def test_both_languages_have_the_same_placeholders():
    texts = arabic()
    for name, message in MESSAGES.items():
        translated = texts.get(message.text, "")
        assert translated, f"{name} has no Arabic"
        assert sorted(PLACEHOLDERS.findall(translated)) == sorted(
            PLACEHOLDERS.findall(message.text)
        ), name


def arabic() -> dict[str, str]:
    if not TRANSLATIONS.exists():
        pytest.skip("translations/sad_ar.ts is not here")
    root = etree.parse(TRANSLATIONS).getroot()
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for context in root.iter("context")
        if context.findtext("name") == "Finding"
        for message in context.iter("message")
    }
