"""Due dates by the guide of procedures: first periods, extensions, limits, claims and alerts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sad_desktop.brokerage.due_dates import (
    OPEN_TO,
    DueAct,
    DueDate,
    DueDateRefused,
    DueState,
    after_goods,
    alert,
    claim_extended,
    claimed,
    debited,
    discharged,
    extended,
    last_day_to_ask,
    opened,
    refunded,
    set_by_customs,
)
from sad_desktop.errors import FileRefused
from sad_desktop.resources import resource
from sad_desktop.tariff.profile_file import load_profile
from sad_desktop.tariff.regime_file import read_regimes, regime_law
from sad_desktop.tariff.working_days import WorkingDays, working_days

PROFILE = load_profile("bh")[0]
LAW = regime_law(PROFILE)
DAY = date(2026, 1, 1)
PROOF = ("re_export_copy", "C 12")


def period(regime, case):
    return LAW.regime(regime, DAY).case(case)


def due(regime="0301", case="c", **changes):
    begun = DueDate(regime=regime, case=case, first_on=DAY, started_on=DAY, guarantee_id=1)
    return replace(opened(begun, period(regime, case), LAW.claims), **changes)


def days(kept):
    return (kept.due_on - DAY).days


@pytest.mark.parametrize(
    ("regime", "case", "reached"),
    [
        ("0301", "a", [180, 360, 540, 720, 900, 1080, 1095]),
        ("0301", "b", [365]),
        ("0301", "c", [180, 360, 365]),
        ("03010101", "carnet", [180]),
        ("030102", "carnet", [180]),
        ("030102", "plain", [90, 180]),
        ("0303", "deposit", [365, 730, 1095]),
        ("0305", "re_export", [180]),
        ("0203", "a", [365, 730, 1095, 1460, 1825]),
        ("0203", "c", [365]),
        ("0203", "f", [180]),
        ("0101", "documents", [90]),
        ("0503", "decision", [180, 365]),
        ("0503", "form_b", [90, 365]),
    ],
)
def test_each_regime_runs_and_is_extended_as_its_law_says(regime, case, reached):
    kept, found = due(regime, case), []
    while len(found) < 20:
        found.append(days(kept))
        try:
            kept = extended(kept, period(regime, case), kept.due_on - timedelta(days=1))
        except DueDateRefused:
            break
    assert found == reached


def test_regimes_without_a_period_take_the_day_customs_wrote():
    for regime, case in (("0302", "transit"), ("0304", "zone")):
        kept = due(regime, case)
        assert (kept.due_on, kept.state(date(2090, 1, 1))) == (None, DueState.OPEN)
    kept = set_by_customs(due("0302", "transit"), date(2026, 1, 8), DAY)
    assert kept.state(date(2026, 1, 9)) is DueState.EXPIRED
    with pytest.raises(DueDateRefused, match="before 01/01/2026"):
        set_by_customs(kept, date(2025, 12, 31), DAY)


def test_an_extension_is_asked_for_before_the_day_not_on_it():
    kept, law = due(), period("0301", "c")
    assert days(extended(kept, law, kept.due_on - timedelta(days=1))) == 360
    for late in (0, 1, 100):
        with pytest.raises(DueDateRefused, match="must be requested before 30/06/2026"):
            extended(kept, law, kept.due_on + timedelta(days=late))


def test_customs_may_approve_more_only_where_the_law_lets_them():
    heavy, law = due(case="a"), period("0301", "a")
    assert days(extended(heavy, law, DAY, 2000, is_approved=True)) == 2180
    assert days(extended(heavy, law, DAY, 2000)) == 360
    assert days(extended(due(), period("0301", "c"), DAY, 2000, is_approved=True)) == 360
    assert days(extended(heavy, law, DAY, 30)) == 210


def test_the_limit_counts_from_the_first_deposit_of_goods_transferred():
    start = DAY + timedelta(days=1000)
    kept = opened(
        DueDate(regime="0303", case="deposit", first_on=DAY, started_on=start),
        period("0303", "deposit"),
    )
    assert days(kept) == 1095
    with pytest.raises(DueDateRefused, match="limit of 1095 days from 01/01/2026"):
        extended(kept, period("0303", "deposit"), start)


def test_a_claim_runs_from_the_proof_and_is_extended_once():
    today = DAY + timedelta(days=400)
    kept = discharged(due(), PROOF, DAY + timedelta(days=50), today)
    assert kept.claim_due_on == DAY + timedelta(days=140)
    longer = claim_extended(kept, LAW.claims, DAY + timedelta(days=139), today)
    assert longer.claim_due_on == DAY + timedelta(days=230)
    with pytest.raises(DueDateRefused):
        claim_extended(longer, LAW.claims, DAY + timedelta(days=139), today)
    with pytest.raises(DueDateRefused, match="requested before 21/05/2026"):
        claim_extended(kept, LAW.claims, DAY + timedelta(days=140), today)
    with pytest.raises(DueDateRefused, match="claimed by 21/05/2026"):
        claimed(kept, DAY + timedelta(days=141), today)
    done = refunded(claimed(kept, DAY + timedelta(days=140), today), today, today)
    assert (done.state(today), done.next_day()) == (DueState.REFUNDED, None)


def test_documents_are_claimed_within_90_days_of_the_declaration_and_no_longer():
    today = DAY + timedelta(days=80)
    kept = discharged(due("0101", "documents"), ("originals", ""), today, today)
    assert kept.claim_due_on == DAY + timedelta(days=90)
    with pytest.raises(DueDateRefused, match="no extension"):
        claim_extended(kept, LAW.claims, today, today)


def test_a_proof_is_neither_from_before_nor_from_tomorrow():
    with pytest.raises(DueDateRefused, match="before 01/01/2026"):
        discharged(due(), PROOF, DAY - timedelta(days=1), DAY)
    with pytest.raises(DueDateRefused, match="still to come"):
        discharged(due(), PROOF, DAY + timedelta(days=1), DAY)


def test_goods_discharge_it_and_bring_it_back():
    part = after_goods(due(), has_left=True, is_all=False, on=DAY)
    assert part.state(DAY) is DueState.PARTLY
    whole = after_goods(part, has_left=True, is_all=True, on=DAY)
    assert whole.state(DAY) is DueState.DISCHARGED
    assert whole.claim_due_on == DAY + timedelta(days=90)
    back = after_goods(whole, has_left=False, is_all=False, on=DAY)
    assert back == due()


def test_alerts_are_the_narrowest_that_is_reached():
    kept, end = due(), due().due_on
    reached = [alert(kept, end - timedelta(days=n), LAW.alerts) for n in (31, 30, 16, 15, 7, 1, 0)]
    assert reached == [None, 30, 30, 15, 7, 1, 1]
    assert alert(kept, end + timedelta(days=1), LAW.alerts) == -1


def test_the_last_day_to_ask_is_a_working_day():
    calendar = working_days(PROFILE)
    friday = replace(due(), due_on=date(2026, 6, 28))  # a Sunday: before it Friday and Saturday
    assert last_day_to_ask(friday, period("0301", "c"), calendar) == date(2026, 6, 25)
    feast = replace(due(), due_on=date(2026, 12, 18))  # Friday after both days of the feast
    assert last_day_to_ask(feast, period("0301", "c"), calendar) == date(2026, 12, 15)
    assert last_day_to_ask(due(case="b"), period("0301", "b"), calendar) is None
    assert calendar.after(date(2026, 6, 25), 2) == date(2026, 6, 29)
    never = WorkingDays(weekend=frozenset(range(7)))
    assert never.last_before(DAY) == DAY - timedelta(days=1)


ACTS = {
    DueAct.EXTEND: lambda d, on: extended(d, period("0301", "a"), on),
    DueAct.SET: lambda d, on: set_by_customs(d, on + timedelta(days=10), on),
    DueAct.DISCHARGE: lambda d, on: discharged(d, PROOF, on, on),
    DueAct.CLAIM: lambda d, on: claimed(d, on, on),
    DueAct.EXTEND_CLAIM: lambda d, on: claim_extended(d, LAW.claims, on, on),
    DueAct.REFUND: lambda d, on: refunded(d, on, on),
    DueAct.DEBIT: lambda d, on: debited(d, on, on),
}
REACHED = {
    DueAct.DISCHARGE: DueState.DISCHARGED,
    DueAct.CLAIM: DueState.CLAIMED,
    DueAct.REFUND: DueState.REFUNDED,
    DueAct.DEBIT: DueState.DEBITED,
}


@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 200)), max_size=12))
def test_whatever_is_tried_the_states_follow_the_table_and_the_limit_holds(tried):
    kept, today = due(case="a"), DAY
    for act, later in tried:
        today += timedelta(days=later)
        before = kept.state(today)
        try:
            kept = ACTS[act](kept, today)
        except DueDateRefused:
            continue
        assert before in OPEN_TO[act]
        if act in REACHED:
            assert kept.state(today) is REACHED[act]
        if act is DueAct.EXTEND:
            assert kept.due_on > today
            assert kept.extensions <= 7
    assert (kept.next_day() is None) == (
        kept.state(today) in {DueState.CLAIMED, DueState.REFUNDED, DueState.DEBITED}
    )


def test_a_faulty_file_of_regimes_is_refused_by_its_key():
    sound = resource("regimes/gcc.toml").read_bytes()
    for wrong, said in (
        (sound.replace(b'proofs = ["originals"]', b'proofs = ["nothing"]'), "nothing is not"),
        (sound.replace(b"days = 90\nextension", b"dayz = 90\nextension", 1), "claims"),
        (sound.replace(b'guarantee = "transfer"', b'guarantee = "what"', 1), "one of duties"),
    ):
        assert wrong != sound
        with pytest.raises(FileRefused, match=said):
            read_regimes(wrong, "gcc.toml")
