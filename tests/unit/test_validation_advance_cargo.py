"""The ACID of an import beside what its dossier says, in the cases the seeded faults leave out."""

from datetime import date

from tests.clean_declaration import clean
from tests.dossiers import ACID
from tests.seeded_faults_of_register import a_dossier, in_egypt


def told(given):
    return [
        (one.code, one.place.field, dict(one.values).get("s", ""))
        for one in given.found()
        if one.code.startswith("ACI")
    ]


def test_an_import_by_sea_needs_an_acid_in_egypt_only():
    assert told(in_egypt(clean(), "")) == [("ACI-01", "acid", "")]
    assert told(clean()) == []
    assert told(in_egypt(clean(), "").header(border_mode="3")) == []
    before = in_egypt(clean(), "").header(declaration_day=date(2021, 9, 30))
    assert told(before) == []


def test_another_exporter_is_told_at_box_2():
    other = in_egypt(clean(), ACID, a_dossier(exporter_name="Izmir Foods"))
    assert told(other) == [("ACI-07", "exporter_name", "")]


def test_names_in_two_scripts_are_not_compared():
    assert told(in_egypt(clean(), ACID, a_dossier(exporter_name="مرمرة للتصدير"))) == []


def test_an_old_letter_is_refused_even_without_a_dossier():
    assert told(in_egypt(clean(), ACID + "O")) == [("ACI-03", "acid", "O")]
    assert told(in_egypt(clean(), ACID + "C")) == [("ACI-03", "acid", "")]
    assert told(in_egypt(clean(), ACID + "X")) == [("ACI-01", "acid", "")]
