"""Dossiers in the office's database: locked by phase, each number once, nobody overwritten."""

import threading
from dataclasses import replace
from decimal import Decimal

import pytest

from sad_desktop.brokerage.advance_cargo import Mark, State
from sad_desktop.brokerage.advance_cargo_steps import Step
from sad_desktop.brokerage.users import Service, User
from sad_desktop.database.advance_cargo import AcidTaken, BillTaken, DossierChanged
from sad_desktop.errors import UserError
from sad_desktop.services.advance_cargo import AdvanceCargo, FieldsLocked, RequestLacks
from sad_desktop.services.advance_cargo_finders import acid_entries, exporter_entries
from sad_desktop.services.rights import EVERYTHING, NotForCompany, Rights
from tests.dossiers import ACID, dossier, event

pytest_plugins = ["tests.databases"]


class Office:
    """What the services ask of the workspace."""

    rights = EVERYTHING

    def __init__(self, engine, user="Salma"):
        self._engine = engine
        self.user = user

    def database(self):
        return self._engine


@pytest.fixture
def desk(engine) -> AdvanceCargo:
    return AdvanceCargo(Office(engine), "eg")


def with_number(desk, acid=ACID, **changes):
    asked = desk.take(desk.store(dossier(**changes)), event(Step.REQUEST))
    return desk.take(asked, event(Step.ACCEPT, acid=acid))


def test_a_dossier_comes_back_as_it_was_kept(desk):
    kept = with_number(desk, remark="سريع\nrush", declared_value=Decimal("900.000"))
    assert desk.dossiers() == (kept,)
    assert desk.with_acid(ACID) == (kept,)
    assert kept.requested_at == event(Step.REQUEST).at
    assert [(one.step, one.by, one.said) for one in kept.history] == [
        ("request", "Salma", ""),
        ("accept", "Salma", ACID),
    ]
    assert AdvanceCargo(Office(None), "bh").with_acid(ACID) == ()


def test_the_parties_are_locked_once_there_is_a_number(desk):
    kept = with_number(desk)
    with pytest.raises(FieldsLocked) as refused:
        desk.store(replace(kept, importer_code="9", vessel="MV Nile"))
    assert refused.value.names == ("importer_code",)
    assert desk.store(replace(kept, vessel="MV Nile")).vessel == "MV Nile"


def test_a_request_that_lacks_something_changes_nothing(desk):
    kept = desk.store(dossier(exporter_email="", lines=()))
    with pytest.raises(RequestLacks) as refused:
        desk.take(kept, event(Step.REQUEST))
    assert refused.value.names == ("exporter_email", "lines.heading")
    assert desk.dossiers()[0].state is State.DRAFT


def test_each_shipment_has_a_number_and_a_bill_of_its_own(desk):
    with_number(desk)
    with pytest.raises(BillTaken):
        desk.store(dossier(bill="ngb 1"))
    with pytest.raises(AcidTaken):
        with_number(desk, bill="NGB-2")
    assert with_number(desk, acid="2" * 19, bill="NGB-3").state is State.ACCEPTED


def test_a_new_dossier_takes_the_place_of_the_former_with_its_bill(desk):
    former = with_number(desk)
    fresh = desk.begin_again(former)
    kept = {one.id: one for one in desk.dossiers()}
    assert kept[former.id].replaced_by == fresh.id
    assert (fresh.state, fresh.acids, fresh.bill) == (State.DRAFT, (), "NGB-1")
    with pytest.raises(UserError):
        desk.take(kept[former.id], event(Step.CANCEL))
    with pytest.raises(UserError):
        desk.begin_again(kept[former.id])


def test_only_a_draft_customs_never_saw_can_be_removed(desk):
    kept = desk.store(dossier())
    desk.remove(kept)
    assert desk.dossiers() == ()
    with pytest.raises(UserError):
        desk.remove(with_number(desk))


def test_a_rejected_number_is_still_found_and_free_for_nobody_else_to_mistake(desk):
    asked = desk.take(with_number(desk), event(Step.REQUEST))
    rejected = desk.take(asked, event(Step.REJECT, reason="Restricted goods"))
    assert desk.with_acid(ACID)[0].acid.mark is Mark.CANCELLED
    assert rejected.state is State.REJECTED


def test_a_user_acts_for_own_importers_only(desk, engine):
    kept = desk.store(dossier())
    user = User(
        id=1, name="ali", services=frozenset({Service.DECLARE}), companies=frozenset({"9-9"})
    )
    office = Office(engine, "ali")
    office.rights = Rights(is_on=True, user=user)
    other = AdvanceCargo(office, "eg")
    for work in (
        lambda: other.store(replace(kept, importer_code="9-9")),
        lambda: other.store(dossier(bill="")),
        lambda: other.take(kept, event(Step.REQUEST)),
        lambda: other.begin_again(kept),
        lambda: other.remove(kept),
    ):
        with pytest.raises(NotForCompany):
            work()
    assert desk.dossiers() == (kept,)
    assert other.store(dossier(importer_code="9-9", bill="")).importer_code == "9-9"


def test_finders_show_the_numbers_in_force_and_each_exporter_once(desk):
    with_number(desk)
    with_number(desk, acid="2" * 19, bill="B-2", importer_code="9", exporter_name="New name")
    desk.store(dossier(bill="B-3", exporter_registration="77", exporter_name="Other"))
    assert [one.code for one in acid_entries(desk, "100-200-300")] == [ACID]
    assert [one.code for one in acid_entries(desk, "")] == ["2" * 19, ACID]
    assert next(acid_entries(desk, "")).facts["until"] == "2027-05-02"
    known = exporter_entries(desk.dossiers())
    assert [(one.code, one.en) for one in known] == [("77", "Other"), ("91310000", "New name")]


def test_of_two_desks_that_change_one_dossier_the_second_is_told(engine):
    salma, ali = (AdvanceCargo(Office(engine, name), "eg") for name in ("Salma", "Ali"))
    kept = salma.store(dossier())
    salma.store(replace(kept, vessel="MV Nile"))
    with pytest.raises(DossierChanged) as refused:
        ali.store(replace(kept, vessel="MV Delta"))
    assert refused.value.values["who"] == "Salma"
    with pytest.raises(DossierChanged):
        ali.take(kept, event(Step.REQUEST))
    assert salma.dossiers()[0].vessel == "MV Nile"


def test_of_two_desks_that_key_one_number_at_once_one_gets_it(engine):
    desks = [AdvanceCargo(Office(engine, name), "eg") for name in ("Salma", "Ali")]
    asked = [
        desk.take(desk.store(dossier(bill=f"B-{at}")), event(Step.REQUEST))
        for at, desk in enumerate(desks)
    ]
    together, refusals = threading.Barrier(2), []

    def answer(desk, one):
        together.wait(30)
        try:
            desk.take(one, event(Step.ACCEPT, acid=ACID))
        except AcidTaken as refused:
            refusals.append(refused)

    threads = [
        threading.Thread(target=answer, args=pair) for pair in zip(desks, asked, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(refusals) == 1
    assert len(desks[0].with_acid(ACID)) == 1
