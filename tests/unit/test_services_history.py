"""The history as a file: every seal can be computed again, and what was altered is found."""

import csv
import json
from dataclasses import replace

import pytest

from sad_desktop.commands import main
from sad_desktop.database import history, life
from sad_desktop.database.declarations import store
from sad_desktop.errors import FileRefused
from sad_desktop.paths import Paths
from sad_desktop.services.history import export_history, judge_file
from sad_desktop.services.workspace import Workspace
from tests.lives import NOON, a_draft, an_order, assessed, keep, registered

FORMULA = '=HYPERLINK("x")'


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace(Paths(tmp_path / "office"), user="Salma")
    database = workspace.database()
    done = assessed(database, registered(database, "a", a_draft()))
    keep(database, "b", a_draft("A2"))
    first = keep(database, "c", a_draft("A3", comments="شركة"))
    order = replace(an_order("a", done.version), remark=FORMULA)
    life.cancel(database, order)
    changed = replace(first.draft, declaration=replace(first.draft.declaration, comments="x"))
    store(database, "c", changed, base_version=1, user="Ali", at=NOON, base=first.draft)
    yield workspace
    workspace.close()


@pytest.fixture
def exported(workspace, tmp_path):
    path = tmp_path / "history.json"
    assert export_history(workspace, path, NOON) == 7
    return path


def altered(path, change):
    whole = json.loads(path.read_text("utf-8"))
    change(whole["entries"])
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


def test_an_exported_history_is_judged_by_itself_and_by_the_office(workspace, exported):
    for verdict in (judge_file(exported), judge_file(exported, workspace)):
        assert (verdict.holds, verdict.count) == (True, 7)


@pytest.mark.parametrize(
    ("change", "number"),
    [
        (lambda entries: entries[2].update(by="Nobody"), 3),
        (lambda entries: entries[-1]["changes"][0].__setitem__(5, "y"), 7),
        (lambda entries: entries.pop(3), 5),
        (lambda entries: entries.pop(0), 2),
        (lambda entries: entries[4].update(previous="0" * 64), 5),
    ],
)
def test_what_was_altered_in_a_file_is_found(exported, change, number):
    assert judge_file(altered(exported, change)).broken_at == number


def test_one_declarations_history_is_judged_entry_by_entry(workspace, tmp_path):
    path = tmp_path / "one.json"
    assert export_history(workspace, path, NOON, "c") == 2
    assert judge_file(path, workspace).holds
    assert judge_file(altered(path, lambda entries: entries[0].update(remark="x"))).broken_at == 5


def test_an_end_cut_off_in_the_office_is_found_with_the_file(workspace, exported):
    with workspace.database().begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER history_no_delete")
        connection.exec_driver_sql("DELETE FROM history WHERE sequence > 5")
    assert history.verify(workspace.database()).holds  # a chain cannot miss its own end
    assert judge_file(exported, workspace).broken_at == 6


def test_a_version_altered_behind_the_history_is_found(workspace):
    with workspace.database().begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER assessments_no_update")
        connection.exec_driver_sql("UPDATE assessments SET note = x'00'")
    assert history.verify(workspace.database()).broken_at == 3


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", "null", '{"kind": "sad-desktop history"}', "[" * 100_000]
    + [
        json.dumps({"kind": "sad-desktop history", "entries": entries})
        for entries in ([1], [{}], [{"sequence": "1", "seal": ""}], [{"sequence": 10**30}], 7)
    ],
)
def test_what_is_no_history_is_refused_in_one_sentence(tmp_path, content):
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FileRefused, match="no history of this program"):
        judge_file(path)


def test_the_table_opens_in_a_spreadsheet_without_formulas(workspace, tmp_path):
    path = tmp_path / "history.csv"
    export_history(workspace, path, NOON)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["operation"] for row in rows] == [
        *("store", "register", "assess", "store", "store", "cancel", "store")
    ]
    assert rows[5]["remark"] == f"'{FORMULA}"
    assert rows[6]["changes"] == "comments: شركة > x"


def test_the_command_line_exports_and_verifies(workspace, tmp_path, capsys):
    workspace.close()
    folder = ["--data-dir", str(tmp_path / "office"), "--json"]
    out = tmp_path / "out.json"
    assert main(["history", "export", "-o", str(out), *folder]) == 0
    assert json.loads(capsys.readouterr().out) == {"entries": 7}
    assert main(["history", "verify", *folder]) == 0
    assert main(["history", "verify", str(out), *folder]) == 0
    altered(out, lambda entries: entries[2].update(by="Nobody"))
    capsys.readouterr()
    assert main(["history", "verify", str(out), *folder]) == 1
    assert json.loads(capsys.readouterr().out) == {"holds": False, "entries": 3, "broken_at": 3}
    out.write_text("[]")
    assert main(["history", "verify", str(out), *folder]) == 2
    assert main(["history", "export", "-o", str(out), "--data-dir", str(tmp_path / "no")]) == 2
