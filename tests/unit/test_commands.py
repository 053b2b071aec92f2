"""The command line: what it prints, what it returns, and what it says of bad input."""

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from sad_desktop.commands import DONE, HAS_ERRORS, UNUSABLE, main

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources/samples/im4-seven-items.xml"
DAY = ("--on", "2026-11-21")


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    """No command of a test reads or writes the user's own folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


def run(capsys, *arguments) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_assess_prints_amounts_as_text_in_plain_decimals(capsys):
    status, out, _ = run(capsys, "assess", SAMPLE, *DAY, "--json")
    note = json.loads(out)
    assert status in (DONE, HAS_ERRORS)
    assert (note["profile"], note["on"], note["currency"], note["decimals"]) == (
        "bh",
        "2026-11-21",
        "BHD",
        3,
    )
    assert len(note["items"]) == 7
    numbers = [note["cif"], note["total"], *(item["cif"] for item in note["items"])]
    assert all(isinstance(number, str) and "E" not in number for number in numbers)
    assert sum(Decimal(item["cif"]) for item in note["items"]) == Decimal(note["cif"])
    assert Decimal(note["total"]) == Decimal(note["item_taxes"]) + Decimal(note["fees"])
    for tax in note["items"][0]["taxes"]:
        assert {"code", "base", "rate", "kind", "amount", "mode_of_payment", "steps"} <= set(tax)


def test_options_stand_before_or_after_the_command(capsys):
    before = run(capsys, *DAY, "--profile", "kw", "--json", "assess", SAMPLE)[1]
    after = run(capsys, "assess", SAMPLE, *DAY, "--profile", "kw", "--json")[1]
    assert before == after
    assert json.loads(after)["profile"] == "kw"


def test_check_names_box_item_field_and_values(capsys, tmp_path):
    faulty = tmp_path / "faulty.xml"
    text = SAMPLE.read_text(encoding="utf-8")
    first = text.index("<Net_weight_itm>") + len("<Net_weight_itm>")
    faulty.write_text(text[:first] + "99" + text[first:], encoding="utf-8")
    status, out, _ = run(capsys, "check", faulty, *DAY, "--json")
    found = [finding for finding in json.loads(out) if finding["code"] == "W-01"]
    assert status == HAS_ERRORS
    assert [finding["item"] for finding in found] == [1]
    assert found[0]["box"] == "38"
    assert found[0]["field"] == "net_mass"
    assert found[0]["severity"] == "error"
    assert found[0]["values"]["v2"] in found[0]["message"]


def test_a_clean_declaration_has_no_errors(capsys):
    status, out, _ = run(capsys, "check", SAMPLE, *DAY, "--json")
    assert [finding for finding in json.loads(out) if finding["severity"] == "error"] == []
    assert status == DONE


def test_export_of_an_untouched_file_is_the_file(capsys, tmp_path):
    out = tmp_path / "out.xml"
    assert run(capsys, "export", SAMPLE, "-o", out, *DAY)[0] == DONE
    assert out.read_bytes() == SAMPLE.read_bytes()


def test_a_template_says_what_it_cleared(capsys, tmp_path):
    out = tmp_path / "template.xml"
    status, said, _ = run(capsys, "template", SAMPLE, "-o", out, "--json")
    assert status == DONE
    assert any("reference_number" in line for line in json.loads(said))
    assert "P26114" not in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "ar", "both"])
def test_print_writes_a_pdf_for_each_edition(capsys, tmp_path, language):
    out = tmp_path / "out.pdf"
    assert run(capsys, "print", SAMPLE, "-o", out, "--language", language, *DAY)[0] == DONE
    assert out.read_bytes().startswith(b"%PDF-")


BAD = {
    "missing": None,
    "empty": b"",
    "rubbish": bytes(range(256)),
    "cut": b"<ASYCUDA><Item><Packages>",
    "other": b"<html><body/></html>",
    "doctype": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><ASYCUDA>&b;</ASYCUDA>',
}


@pytest.mark.parametrize("command", ["assess", "check", "export", "print", "template"])
@pytest.mark.parametrize("name", BAD)
def test_input_that_cannot_be_used_is_one_sentence_and_writes_nothing(
    capsys, tmp_path, name, command
):
    bad = tmp_path / f"{name}.xml"
    if BAD[name] is not None:
        bad.write_bytes(BAD[name])
    out = tmp_path / "out"
    target = ["-o", out] if command in ("export", "print", "template") else []
    status, said, error = run(capsys, command, bad, *target)
    assert status == UNUSABLE
    assert said == ""
    assert bad.name in error
    assert "Traceback" not in error
    assert len(error.strip().splitlines()) == 1
    assert not out.exists()


def test_an_output_that_cannot_be_written_is_one_sentence(capsys, tmp_path):
    out = tmp_path / "no such folder" / "out.xml"
    status, _, error = run(capsys, "export", SAMPLE, "-o", out)
    assert status == UNUSABLE
    assert len(error.strip().splitlines()) == 1


def test_an_unknown_profile_is_one_sentence(capsys):
    status, _, error = run(capsys, "assess", SAMPLE, "--profile", "atlantis")
    assert status == UNUSABLE
    assert "atlantis" in error


@pytest.mark.parametrize("arguments", [["assess"], ["--on", "yesterday", "assess", "x"], ["fly"]])
def test_a_command_that_is_not_understood_ends_with_two(arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == UNUSABLE


def test_findings_are_said_in_arabic_on_request(tmp_path):
    faulty = tmp_path / "faulty.xml"
    text = SAMPLE.read_text(encoding="utf-8")
    first = text.index("<Net_weight_itm>") + len("<Net_weight_itm>")
    faulty.write_text(text[:first] + "99" + text[first:], encoding="utf-8")
    command = [sys.executable, "-m", "sad_desktop", "check", str(faulty), "--language", "ar"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert "البند" in done.stdout
    assert done.returncode == HAS_ERRORS


def test_harvest_fills_lists_and_counts_a_file_once(capsys, tmp_path):
    bad = tmp_path / "bad.xml"
    bad.write_text("<a/>")
    where = ("--data-dir", tmp_path / "data", "--json")
    status, out, err = run(capsys, "harvest", SAMPLE, bad, *where)
    found = json.loads(out)
    assert status == DONE
    assert found["companies"] > 0
    assert found["goods"] > 0
    assert "bad.xml was not opened" in err
    status, out, _ = run(capsys, "harvest", SAMPLE, *where)
    assert status == DONE
    assert set(json.loads(out).values()) == {0}
    assert run(capsys, "harvest", bad, *where)[0] == UNUSABLE


def test_import_stores_each_file_once_and_names_the_refused(capsys, tmp_path):
    (tmp_path / "bad.xml").write_bytes(b"<ASYCUDA>")
    where = ("--data-dir", tmp_path / "office")
    status, out, err = run(capsys, "import", SAMPLE, tmp_path / "bad.xml", *where)
    assert (status, out.split()[:2]) == (HAS_ERRORS, ["done", SAMPLE.name])
    assert "bad.xml" in err
    status, out, _ = run(capsys, "import", SAMPLE, "--json", *where)
    (row,) = json.loads(out)
    assert (status, row["result"], row["items"]) == (DONE, "already_there", 7)


def test_export_of_a_folder_writes_each_file_into_another(capsys, tmp_path):
    files, out = tmp_path / "files", tmp_path / "out"
    files.mkdir()
    out.mkdir()
    (files / "a.xml").write_bytes(SAMPLE.read_bytes())
    assert run(capsys, "export", files, "-o", out, *DAY)[0] == DONE
    assert (out / "a.xml").read_bytes() == SAMPLE.read_bytes()
    assert run(capsys, "export", files, "-o", tmp_path / "gone", *DAY)[0] == UNUSABLE
