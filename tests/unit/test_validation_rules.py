"""Each rule finds its fault, alone and once, in a declaration that has no other."""

import pytest

from tests.clean_declaration import clean, codes
from tests.seeded_faults import FIRES, IMPLIED, PLACES, SILENT


def test_the_clean_declaration_has_no_fault():
    assert clean().found() == ()


@pytest.mark.parametrize("rule", sorted(FIRES))
def test_a_fault_alone_gives_its_finding_alone(rule):
    found = FIRES[rule](clean()).found()
    assert codes(found) == [rule, *IMPLIED.get(rule, ())]


@pytest.mark.parametrize("rule", sorted(SILENT))
def test_what_only_looks_like_the_fault_is_no_finding_of_the_rule(rule):
    assert rule not in codes(SILENT[rule](clean()).found())


@pytest.mark.parametrize("rule", sorted(PLACES))
def test_the_finding_stands_at_the_field_to_be_corrected(rule):
    (found,) = FIRES[rule](clean()).found()
    assert found.place == PLACES[rule]
