"""The office answers what verification needs beyond a draft; warnings are acknowledged."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sad_desktop.brokerage.companies import Account, Company, Licence, Role
from sad_desktop.brokerage.manifests import BillContainer, BillOfLading, Manifest
from sad_desktop.brokerage.register import Prefetched
from sad_desktop.declaration.status import Status
from sad_desktop.paths import Paths
from sad_desktop.services.acknowledgements import (
    acknowledge,
    acknowledged_of,
    unacknowledged,
    withdraw,
)
from sad_desktop.services.companies import Companies
from sad_desktop.services.manifests import Manifests
from sad_desktop.services.register import ask
from sad_desktop.services.workspace import Workspace
from tests.clean_declaration import BILL, DAY, MANIFEST, RICE, clean, codes

pytest_plugins = ["tests.databases"]
NOW = datetime(2026, 11, 2, 8, tzinfo=UTC)


@pytest.fixture
def workspace(engine, tmp_path):
    url = engine.url.render_as_string(hide_password=False)
    workspace = Workspace(Paths(tmp_path / "data"), user="Salma", database_url=url)
    yield workspace
    workspace.close()


def stored(workspace, given, name, **changes):
    """Store the clean declaration, changed, under an id."""
    draft = given.header(**changes).draft
    workspace.store(name, replace(draft, status=Status.STORED), 0)


def verified(workspace, given, own="mine"):
    """Verify what is given through what the office answers, as the desk does."""
    answer = ask(workspace, own, given.draft, DAY)
    return replace(given, register=answer.register).found()


def judged(workspace, given, own="mine"):
    """Return the rules told; what an office that is new keeps nothing of left out."""
    return [code for code in codes(verified(workspace, given, own)) if code != "I-04"]


def test_the_clean_declaration_is_clean_in_a_new_office(workspace):
    assert judged(workspace, clean()) == []


def test_its_own_stored_version_is_no_other_declaration(workspace):
    stored(workspace, clean(), "mine")
    assert judged(workspace, clean()) == []


UNLIKE = {
    "reference_number": "T99999",
    "containers": (),
    "has_containers": False,
    "items": (),
}
"""What makes the clean declaration another one, with none of its numbers."""


@pytest.mark.parametrize(
    ("rule", "shared"),
    [
        ("H-03", {"reference_number": "T12129"}),
        ("X-04", {"containers": clean().draft.declaration.containers}),
    ],
)
def test_a_fault_of_the_register_alone_is_told_alone(workspace, rule, shared):
    stored(workspace, clean(), "other", **{**UNLIKE, **shared})
    assert judged(workspace, clean()) == [rule]


def test_a_bill_in_use_is_told_with_the_declaration_that_uses_it(workspace):
    own = clean().draft.declaration.items[3]
    other = replace(own, commercial_description="Other goods")
    stored(workspace, clean(), "other", **{**UNLIKE, "items": (other,)})
    (found,) = [one for one in verified(workspace, clean()) if one.code != "I-04"]
    assert found.code == "M-07"
    assert dict(found.values)["id"] == "2026/T99999"


def test_goods_classified_otherwise_before_are_told_with_the_case(workspace):
    own = clean().draft.declaration.items[3]
    other = replace(own, commodity_code="100630900000", summary_declaration="")
    stored(workspace, clean(), "other", **{**UNLIKE, "items": (other,)})
    (found,) = [one for one in verified(workspace, clean()) if one.code != "I-04"]
    assert (found.code, found.number) == ("T-08", 4)
    assert dict(found.values) == {"v2": "100630900000", "list": "2026/T99999", "item": "4"}
    stored(workspace, clean(), "third", **{**UNLIKE, "items": (own,), "reference_number": "T99998"})
    assert RICE  # as often, but later: the right code is the known one
    assert "T-08" not in judged(workspace, clean())


def company(workspace, **changes):
    own = Company(profile="bh", code="58411-01", en="Al Waha", roles={Role.CONSIGNEE}, **changes)
    Companies(workspace, "bh").store(own, NOW)


def billed(workspace, number=BILL, voyage=MANIFEST, **facts):
    kept = Manifests(workspace).store(Manifest(voyage=voyage, office="BHKBS"), NOW)
    Manifests(workspace).store_bill(BillOfLading(manifest_id=kept.id, number=number, **facts))


OF_LISTS = {
    "H-07": lambda w: company(
        w, licences=(Licence(name="Import licence", valid_until=date(2026, 11, 1)),)
    ),
    "PAY-04": lambda w: company(w, accounts=(Account(code="P-1001", left=Decimal(1)),)),
    "M-01": lambda w: billed(w, voyage="2026 77"),
    "M-02": lambda w: billed(w, number="OTHER"),
    "M-03": lambda w: billed(w, packages=Decimal(139)),
    "M-04": lambda w: billed(w, gross_mass=Decimal(769)),
    "M-05": lambda w: billed(w, consignee="Other Trading"),
    "M-06": lambda w: billed(w, packages=Decimal(141)),
    "C-03": lambda w: billed(w, containers=(BillContainer(identity="CSQU3054383"),)),
}
SOUND = {
    "H-07": lambda w: company(w, licences=(Licence(name="Import licence", valid_until=DAY),)),
    "PAY-04": lambda w: company(w, accounts=(Account(code="P-1001", left=Decimal(99999)),)),
    "bill": lambda w: billed(w, packages=Decimal(140), gross_mass=Decimal(770)),
}


@pytest.mark.parametrize("rule", OF_LISTS)
def test_a_fault_against_the_offices_lists_is_told_alone(workspace, rule):
    OF_LISTS[rule](workspace)
    assert set(judged(workspace, clean())) == {rule}


@pytest.mark.parametrize("name", SOUND)
def test_what_agrees_with_the_offices_lists_is_not_told(workspace, name):
    SOUND[name](workspace)
    assert judged(workspace, clean()) == []


def test_an_empty_list_is_told_once_and_no_more_when_it_holds_something(workspace):
    def empty():
        found = verified(workspace, clean())
        return {one.place.field for one in found if one.code == "I-04"}

    assert {"consignee_code", "manifest", "summary_declaration", "payment_account"} <= empty()
    SOUND["bill"](workspace)
    assert not {"manifest", "summary_declaration"} & empty()
    SOUND["H-07"](workspace)
    assert "consignee_code" not in empty()


def test_nothing_else_asked_is_not_answered_again(workspace):
    first = ask(workspace, "mine", clean().draft, DAY)
    assert ask(workspace, "mine", clean().draft, DAY, first.enquiry) is None
    mass = clean().item(1, gross_mass=None).draft
    assert ask(workspace, "mine", mass, DAY, first.enquiry) is None
    other = clean().header(reference_number="T77777").draft
    assert ask(workspace, "mine", other, DAY, first.enquiry) is not None


def test_an_office_that_cannot_be_reached_is_told_and_the_rest_is_judged(tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be")
    workspace = Workspace(Paths(tmp_path / "data"), user="Salma")
    answer = ask(workspace, "mine", clean().draft, DAY)
    assert answer.register == Prefetched(today=DAY, is_unreachable=True)
    given = replace(clean().item(3, net_mass=None), register=answer.register)
    assert codes(given.found()) == ["I-05", "W-03"]


def warning(given):
    (found,) = given.found()
    return found


def test_a_warning_is_acknowledged_until_its_values_change(workspace):
    found = warning(clean().item(3, adjustment=Decimal(2)))
    assert unacknowledged([found], acknowledged_of(workspace, "mine")) == (found,)
    at = datetime(2026, 11, 2, 8, 30, tzinfo=UTC)
    kept = acknowledge(workspace, "mine", found, at)
    assert (kept.user, kept.at) == ("Salma", at)
    assert acknowledged_of(workspace, "mine") == (kept,)
    assert unacknowledged([found], (kept,)) == ()
    other = warning(clean().item(3, adjustment=Decimal(3)))
    assert unacknowledged([other], (kept,)) == (other,)
    acknowledge(workspace, "mine", found, at)
    assert len(acknowledged_of(workspace, "mine")) == 1
    withdraw(workspace, "mine", found)
    assert acknowledged_of(workspace, "mine") == ()


def test_an_error_cannot_be_acknowledged_away():
    found = warning(clean().item(3, net_mass=Decimal(111)))
    assert unacknowledged([found], ()) == ()  # errors stop registering by themselves


def test_a_deleted_draft_takes_its_acknowledgements_along(workspace):
    stored(workspace, clean(), "mine")
    acknowledge(workspace, "mine", warning(clean().item(3, adjustment=Decimal(2))))
    workspace.delete_draft("mine")
    assert acknowledged_of(workspace, "mine") == ()


def test_the_day_of_the_calendar_goes_along(workspace):
    answer = ask(workspace, "mine", clean().draft, date(2026, 12, 31))
    assert answer.register.today == date(2026, 12, 31)
