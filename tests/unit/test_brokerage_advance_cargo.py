"""Dossiers of advance cargo information: the clock, the locks, the walk of states, the rules."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sad_desktop.brokerage import advance_cargo_steps as steps
from sad_desktop.brokerage.advance_cargo import (
    FIELDS,
    Acid,
    Dossier,
    Mark,
    Phase,
    State,
    grouped_acid,
    is_gtin,
    plain_acid,
)
from sad_desktop.brokerage.advance_cargo_law import load_law, months_after, read_law
from sad_desktop.brokerage.advance_cargo_locks import locked_changes
from sad_desktop.brokerage.advance_cargo_steps import Step
from sad_desktop.brokerage.advance_cargo_terms import (
    Due,
    appeal_until,
    days_left,
    next_deadline,
    standing,
    valid_until,
)
from sad_desktop.errors import FileRefused
from sad_desktop.resources import resource
from sad_desktop.validation.dossiers import missing_of_invoice, objections
from sad_desktop.validation.messages import MESSAGES
from tests.dossiers import ACID, DAY, NOW, accepted, dossier, event

LAW = load_law("eg")


def rules_of(one: Dossier, now: datetime = NOW) -> list[str]:
    found = objections(one, LAW, now)
    assert all(objection.wording in MESSAGES for objection in found)
    return [objection.wording for objection in found]


def test_only_egypt_asks_advance_cargo_information():
    assert load_law("bh") is None
    assert load_law("../profiles/eg") is None
    assert LAW.is_asked("1", date(2021, 10, 1))
    assert not LAW.is_asked("1", date(2021, 9, 30))
    assert LAW.is_asked("4", date(2026, 1, 1))
    assert not LAW.is_asked("4", date(2025, 12, 31))


def test_a_field_without_a_row_of_locks_or_with_two_is_refused():
    whole = resource("advance_cargo/eg.toml").read_bytes()
    with pytest.raises(FileRefused, match="see voyage"):
        read_law(whole.replace(b'"loading_port"', b'"voyage"'), "eg.toml", LAW.working_days)
    with pytest.raises(FileRefused, match="a row for loading_port"):
        read_law(
            whole.replace(b'fields = ["loading_port"]', b"fields = []"), "eg.toml", LAW.working_days
        )


@pytest.mark.parametrize(
    ("start", "last"),
    [
        (date(2026, 1, 15), date(2026, 7, 15)),
        (date(2025, 8, 31), date(2026, 2, 28)),
        (date(2026, 10, 1), date(2027, 4, 1)),
    ],
)
def test_six_months_end_on_the_day_of_the_same_number(start, last):
    assert months_after(start, 6) == last


def test_an_extension_adds_the_same_period_once():
    one = accepted(on=date(2026, 3, 31))
    assert valid_until(one, LAW) == date(2026, 9, 30)
    longer = steps.taken(one, event(Step.EXTEND, date(2026, 9, 1), reason="Decision 12/2026"))
    assert valid_until(longer, LAW) == date(2027, 3, 31)
    assert longer.approval == "Decision 12/2026"
    assert Step.EXTEND not in steps.steps_open(longer)
    without = event(Step.EXTEND, date(2026, 9, 1), reason=" ")
    assert steps.fault_of(one, without, LAW) == (steps.NO_APPROVAL, {})


def test_a_number_is_good_on_its_last_day_and_expired_on_the_next():
    one = accepted(on=date(2026, 3, 10))
    assert days_left(one, LAW, date(2026, 9, 10)) == 0
    assert days_left(one, LAW, date(2026, 9, 11)) == -1


def test_an_appeal_ends_after_three_working_days_without_weekend_and_holidays():
    # 2026-10-01 is a Thursday; Friday and Saturday are the weekend, 6 October is a holiday.
    one = replace(dossier(), state=State.REJECTED, answered_on=date(2026, 10, 1))
    assert appeal_until(one, LAW) == date(2026, 10, 7)
    assert steps.fault_of(one, event(Step.APPEAL, date(2026, 10, 7)), LAW) is None
    late = steps.fault_of(one, event(Step.APPEAL, date(2026, 10, 8)), LAW)
    assert late == (steps.TOO_LATE, {"date": "07/10/2026"})


def test_each_state_tells_its_next_time_limit():
    draft = dossier(ships_on=DAY + timedelta(days=5))
    due = next_deadline(draft, LAW, NOW)
    assert due.due is Due.FILE
    assert due.at == datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC) + timedelta(days=3)
    asked = steps.taken(draft, event(Step.REQUEST))
    assert next_deadline(asked, LAW, NOW).at == NOW + timedelta(hours=48)
    given_one = accepted()
    assert next_deadline(given_one, LAW, NOW).due is Due.EXPIRY
    rejected = steps.taken(asked, event(Step.REJECT, reason="Restricted"))
    assert next_deadline(rejected, LAW, NOW).due is Due.APPEAL
    assert next_deadline(dossier(ships_on=None), LAW, NOW) is None


@pytest.mark.parametrize("digits", ["123456789012345678", "12345678901234567890", "12a", ""])
def test_customs_number_has_nineteen_digits(digits):
    asked = steps.taken(dossier(), event(Step.REQUEST))
    fault = steps.fault_of(asked, event(Step.ACCEPT, acid=digits), LAW)
    assert fault == (steps.NO_ACID, {"count": 19})


def test_a_number_is_read_however_it_is_written():
    assert plain_acid("1234 5678-9012 3456 789 m") == (ACID, "M")
    assert plain_acid("١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩") == (ACID, "")
    assert grouped_acid(ACID + "M") == "1234 5678 9012 3456 789 M"


def test_a_request_says_what_it_lacks():
    fault = steps.fault_of(Dossier(exporter_name="A"), event(Step.REQUEST), LAW)
    assert fault is not None
    message, values = fault
    assert message == steps.LACKING
    assert "exporter_name" not in values["fields"]
    assert {"importer_code", "exporter_registration", "lines.heading"} <= set(values["fields"])
    assert all(name in FIELDS for name in values["fields"])
    assert steps.fault_of(dossier(), event(Step.REQUEST), LAW) is None


def test_a_request_noted_later_counts_from_the_day_it_was_filed():
    shipped_today = dossier(ships_on=DAY)
    late = replace(event(Step.REQUEST, DAY), at=NOW + timedelta(days=1))
    assert steps.fault_of(shipped_today, late, LAW) is None
    asked = steps.taken(shipped_today, late)
    assert asked.requested_at == NOW
    assert next_deadline(asked, LAW, NOW).at == NOW + timedelta(hours=48)


def test_an_amended_number_keeps_its_digits_and_the_former_one_is_old():
    asked = steps.taken(accepted(), event(Step.REQUEST))
    assert asked.phase is Phase.WAITING
    other = event(Step.ACCEPT, acid="9" * 19)
    assert steps.fault_of(asked, other, LAW) == (steps.NOT_THIS_ACID, {"acid": ACID})
    amended = steps.taken(asked, event(Step.ACCEPT, acid=ACID + "M"))
    assert [one.text for one in amended.acids] == [ACID + "O", ACID + "M"]
    assert standing(amended, ACID) is Mark.OLD
    assert standing(amended, ACID + "M") is Mark.NONE
    assert standing(amended, ACID + "C") is Mark.CANCELLED
    assert valid_until(amended, LAW) == valid_until(accepted(), LAW)


def test_a_rejected_shipment_marks_its_number():
    rejected = steps.taken(
        steps.taken(accepted(), event(Step.REQUEST)), event(Step.REJECT, reason="Wrong goods")
    )
    assert rejected.acid.text == ACID + "C"
    assert standing(rejected, ACID) is Mark.CANCELLED
    assert rejected.reason == "Wrong goods"


def test_an_amendment_taken_back_leaves_the_number_as_it_was():
    asked = steps.taken(accepted(), event(Step.REQUEST))
    assert steps.taken(asked, event(Step.WITHDRAW)).state is State.ACCEPTED
    first = steps.taken(dossier(), event(Step.REQUEST))
    assert steps.taken(first, event(Step.WITHDRAW)).state is State.DRAFT


def test_nothing_is_amended_or_cancelled_once_a_new_dossier_took_its_place():
    replaced = replace(accepted(), replaced_by=7)
    assert steps.steps_open(replaced) == frozenset()
    assert standing(replaced, ACID) is Mark.OLD


def test_the_agents_enquiry_closes_the_dossier_to_amendment():
    shipped = steps.taken(accepted(), event(Step.SHIP))
    assert shipped.phase is Phase.AFTER
    assert steps.steps_open(shipped) == {Step.EXTEND}


@pytest.mark.parametrize(
    ("changes", "before", "after"),
    [
        ({"importer_code": "9"}, False, False),
        ({"exporter_registration": "9"}, False, False),
        ({"declared_value": Decimal(9)}, True, True),
        ({"loading_port": "CNNGB"}, True, True),
        ({"declarant_code": "9"}, True, True),
        ({"arrival_port": "2"}, True, True),
        ({"options": "x"}, True, True),
        ({"packages": Decimal(9)}, True, False),
        ({"remark": "x"}, True, True),
    ],
)
def test_what_may_be_changed_before_and_after_shipment(changes, before, after):
    one = accepted()
    shipped = steps.taken(one, event(Step.SHIP))
    assert (locked_changes(one, replace(one, **changes), LAW) == ()) is before
    assert (locked_changes(shipped, replace(shipped, **changes), LAW) == ()) is after


def test_after_shipment_headings_may_be_added_and_weights_not_changed():
    shipped = steps.taken(accepted(), event(Step.SHIP))
    more = replace(shipped, lines=(*shipped.lines, shipped.lines[0]))
    assert locked_changes(shipped, more, LAW) == ()
    heavier = replace(shipped, lines=(replace(shipped.lines[0], gross_mass=Decimal(99)),))
    assert locked_changes(shipped, heavier, LAW) == ("lines.gross_mass",)
    second = replace(shipped, invoices=(*shipped.invoices, shipped.invoices[0]))
    assert locked_changes(shipped, second, LAW) == ("invoices",)


def test_while_customs_decide_only_the_offices_own_notes_are_open():
    asked = steps.taken(dossier(), event(Step.REQUEST))
    changed = replace(asked, vessel="X", remark="Rang them up")
    assert locked_changes(asked, changed, LAW) == ("vessel",)


def test_aci_04_names_what_an_invoice_lacks():
    whole = accepted()
    assert "ACI-04" not in rules_of(whole)
    bare = replace(whole, exporter_registration="", lines=())
    assert missing_of_invoice(bare, bare.invoices[0]) == (
        "exporter_registration",
        "lines.heading",
        "lines.gtin",
    )
    assert "ACI-04" in rules_of(bare)
    assert missing_of_invoice(dossier(), dossier().invoices[0]) == ("acid",)
    assert "ACI-04" not in rules_of(dossier())  # no number yet, and none can be


def test_aci_05_warns_when_less_than_48_hours_remain():
    near = dossier(ships_on=DAY + timedelta(days=2))
    midnight = datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)
    assert "ACI-05" not in rules_of(near, midnight)
    assert "ACI-05" in rules_of(near, midnight + timedelta(minutes=1))
    assert "ACI-05" not in rules_of(replace(accepted(), ships_on=DAY + timedelta(days=1)))


def test_aci_06_refuses_a_request_after_shipment():
    gone = dossier(ships_on=DAY - timedelta(days=1))
    assert "ACI-06" in rules_of(gone)
    assert steps.fault_of(gone, event(Step.REQUEST), LAW) == (steps.AFTER_SHIPMENT, {})
    today = dossier(ships_on=DAY)
    assert "ACI-06" not in rules_of(today)
    assert steps.fault_of(today, event(Step.REQUEST), LAW) is None


def test_aci_08_wants_a_standard_code_or_a_part_number():
    one = dossier()
    assert "ACI-08" not in rules_of(one)
    without = replace(one, lines=(replace(one.lines[0], gtin=""),))
    assert "ACI-08" in rules_of(without)
    by_part = replace(one, lines=(replace(one.lines[0], gtin="", part_number="P-1"),))
    assert "ACI-08" not in rules_of(by_part)
    wrong = replace(one, lines=(replace(one.lines[0], gtin="4006381333932"),))
    assert rules_of(wrong) == ["ACI-08.check"]


@pytest.mark.parametrize("code", ["4006381333931", "036000291452", "96385074", "00012345600012"])
def test_standard_codes_have_their_check_digit(code):
    assert is_gtin(code)
    for place, sign in enumerate(code):
        other = str((int(sign) + 1) % 10)
        assert not is_gtin(code[:place] + other + code[place + 1 :])


EVENTS = st.lists(
    st.tuples(st.sampled_from(list(Step)), st.sampled_from([ACID, ACID + "M", "9" * 19, "1"])),
    max_size=14,
)


@settings(max_examples=120, deadline=None)
@given(EVENTS)
def test_whatever_is_tried_a_dossier_stays_whole(tried):
    one = dossier()
    parties = (one.importer_code, one.exporter_registration)
    for day, (step, acid) in enumerate(tried):
        happening = event(step, DAY + timedelta(days=day), acid=acid, reason="why")
        if steps.fault_of(one, happening, LAW) is not None:
            continue
        assert step in steps.steps_open(one)
        one = steps.taken(one, happening)
        current = [acid for acid in one.acids if acid.mark in (Mark.NONE, Mark.AMENDED)]
        assert current in ([], list(one.acids[-1:]))
        if one.state is State.ACCEPTED:
            assert len(one.acid.digits) == 19
            assert one.acid.mark in (Mark.NONE, Mark.AMENDED)
            other = replace(one, exporter_registration="other")
            assert locked_changes(one, other, LAW) == ("exporter_registration",)
        if one.state in (State.REJECTED, State.CANCELLED):
            assert not current
    assert (one.importer_code, one.exporter_registration) == parties


@given(st.dates(date(2021, 10, 1), date(2090, 1, 1)))
def test_validity_never_shrinks_with_a_later_day(on):
    first, second = accepted(on=on), accepted(on=on + timedelta(days=1))
    assert valid_until(first, LAW) <= valid_until(second, LAW)
    assert 181 <= (valid_until(first, LAW) - on).days <= 184


def test_an_acid_is_written_with_its_letter():
    assert Acid(digits=ACID, mark=Mark.OLD, noted_on=DAY).text == ACID + "O"
