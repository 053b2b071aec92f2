"""Tariff and rates without a screen: imported whole or refused, found, shown."""

import json

import pytest

from sad_desktop.commands import DONE, UNUSABLE, main

DAY = ("--on", "2026-11-21")
HEAD = "code;english;duty\n"
LINE = "0101.21.10.0000;Arab horses;7%\n"


@pytest.fixture
def run(capsys, tmp_path):
    def running(*arguments):
        home = ("--data-dir", str(tmp_path / "home"), *DAY)
        status = main([*home, *map(str, arguments)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return running


def test_the_tariff_is_imported_found_and_shown(run, tmp_path):
    path = tmp_path / "tariff.csv"
    path.write_text(f"{HEAD}{LINE}bad;Bad;5%\n", encoding="utf-8")
    status, out, err = run("tariff", "import", path)
    assert (status, out) == (UNUSABLE, "")
    assert "row 3" in err
    status, out, _ = run("tariff", "find", "arab", "horses", "--json")
    assert json.loads(out)[0]["rates"] == {"DTY": "Free"}
    status, out, _ = run("tariff", "import", path, "--leave-out", "--json")
    report = json.loads(out)
    assert status == DONE
    assert (report["rows"], report["imported"], report["changed"]) == (2, 1, 1)
    assert report["faults"][0]["row"] == 3
    status, out, _ = run("tariff", "show", "0101 2110 0000", "--json")
    (row,) = json.loads(out)
    assert row["rates"] == {"DTY": "7%"}
    assert [one["code"] for one in row["above"]] == ["01", "0101", "010121"]
    assert run("tariff", "show", "99")[0] == UNUSABLE
    path.write_bytes(b"PK\x03\x04")
    status, _, err = run("tariff", "import", path)
    assert status == UNUSABLE
    assert err.count("\n") == 1


def test_rates_are_imported_and_shown_with_their_age(run, tmp_path):
    path = tmp_path / "rates.csv"
    path.write_text("currency,rate,date\nKWD,1.25,2026-11-11\n", encoding="utf-8")
    assert run("rates", "import", path)[0] == DONE
    _, out, _ = run("rates", "show", "kwd", "--json")
    (row,) = json.loads(out)
    assert (row["for_one"], row["valid_from"], row["days_old"]) == ("1.25", "2026-11-11", 10)
    assert run("rates", "show", "XXX")[0] == UNUSABLE
