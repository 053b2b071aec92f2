"""Many declarations on paper: a bad one is reported and the rest goes on."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sad_desktop.commands import DONE, UNUSABLE, main
from sad_desktop.errors import FileRefused, StorageUnavailable, UserError
from sad_desktop.paths import Paths
from sad_desktop.services.desk import Desk
from sad_desktop.services.paper import Printed, Printing
from sad_desktop.services.print_batch import (
    IntoFolder,
    Source,
    file_name,
    from_file,
    from_store,
    print_batch,
    subject_of,
)
from sad_desktop.services.print_orders import Order, carry_out, design_named
from sad_desktop.services.reference_lists import load_book
from sad_desktop.services.stationery import Measured, Placement, Stationery, corrected
from sad_desktop.services.workspace import Workspace

SAMPLES = Path(__file__).resolve().parents[2] / "resources/samples"
SEVEN, ASSESSED = SAMPLES / "im4-seven-items.xml", SAMPLES / "im4-assessed.xml"
SHEETS = Order(printing=Printing())


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(book=load_book("bh"), on=date(2026, 11, 21))


def test_each_declaration_is_the_file_it_is_alone(desk, tmp_path):
    outcomes = print_batch(
        [from_file(SEVEN), from_file(ASSESSED)], desk, SHEETS, IntoFolder(tmp_path)
    )
    assert [outcome.target for outcome in outcomes] == ["im4-seven-items.pdf", "im4-assessed.pdf"]
    alone = carry_out(subject_of(from_file(SEVEN).read(), desk), SHEETS)
    assert (tmp_path / "im4-seven-items.pdf").read_bytes() == alone.content
    assert outcomes[0].page_count == alone.page_count
    assert outcomes[0].overflow_count == len(alone.overflows)


def test_a_bad_one_does_not_stop_the_rest(desk, tmp_path):
    broken = tmp_path / "broken.xml"
    broken.write_bytes(b"<ASYCUDA><cut")
    sources = [from_file(broken), from_file(tmp_path / "absent.xml"), from_file(SEVEN)]
    outcomes = print_batch(sources, desk, SHEETS, IntoFolder(tmp_path))
    assert [outcome.error is None for outcome in outcomes] == [False, False, True]
    assert isinstance(outcomes[0].error, FileRefused)
    assert "absent.xml" in str(outcomes[1].error)
    assert [file.name for file in tmp_path.glob("*.pdf")] == ["im4-seven-items.pdf"]


def test_a_bug_is_no_outcome(desk, tmp_path):
    def read():
        raise KeyError("a bug")

    with pytest.raises(KeyError):
        print_batch([Source(name="x", read=read)], desk, SHEETS, IntoFolder(tmp_path))


def test_tells_how_far_it_is_and_stops_between_two(desk, tmp_path):
    told = []
    outcomes = print_batch(
        [from_file(SEVEN)] * 4,
        desk,
        SHEETS,
        IntoFolder(tmp_path),
        lambda done, total: told.append((done, total)),
        lambda: len(told) == 2,
    )
    assert told == [(1, 4), (2, 4)]
    assert len(outcomes) == 2
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "im4-seven-items-2.pdf",
        "im4-seven-items.pdf",
    ]


def test_a_folder_that_is_gone_fails_each_and_raises_nothing(desk, tmp_path):
    outcomes = print_batch([from_file(SEVEN)], desk, SHEETS, IntoFolder(tmp_path / "gone"))
    assert isinstance(outcomes[0].error, StorageUnavailable)
    assert "gone" in str(outcomes[0].error)


def test_two_names_that_differ_in_case_alone_are_two_files(tmp_path):
    into = IntoFolder(tmp_path)
    printed = Printed(content=b"%PDF", page_count=1)
    assert [into(name, printed) for name in ("R1", "r1", "R1")] == [
        "R1.pdf",
        "r1-2.pdf",
        "R1-3.pdf",
    ]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("2026/R 1", "2026-R 1"),
        ("../../etc/passwd", "etc-passwd"),
        ("بيان 7", "بيان 7"),
        ("", "declaration"),
        ("...", "declaration"),
        ('a<b>:"c|d?*\n', "a-b-c-d"),
        ("x" * 300, "x" * 80),
    ],
)
def test_a_file_is_named_as_every_system_takes_it(name, file):
    assert file_name(name) == file


def test_stored_declarations_are_printed_and_those_open_keep_their_base(desk, tmp_path):
    workspace = Workspace(Paths(tmp_path / "data"), user="a clerk")
    draft = from_file(SEVEN).read()
    stored = workspace.store("one", draft, 0)
    sources = [
        from_store(workspace, "one", "2026/R1", lambda key: key == "one"),
        from_store(workspace, "none", ""),
    ]
    outcomes = print_batch(sources, desk, SHEETS, IntoFolder(tmp_path))
    assert outcomes[0].target == "2026-R1.pdf"
    assert outcomes[1].name == "none"
    assert isinstance(outcomes[1].error, UserError)
    again = replace(draft, declaration=replace(draft.declaration, reference_number="R2"))
    assert workspace.store("one", again, stored.version).version == stored.version + 1
    workspace.close()


def test_a_design_is_found_by_code_title_or_file(tmp_path):
    for name in ("delivery-note", "Delivery note", "DELIVERY-NOTE.toml"):
        assert design_named(name, tmp_path).code == "delivery-note"
    with pytest.raises(UserError, match="delivery-note, form-46"):
        design_named("nothing", tmp_path)


def test_a_faulty_design_says_its_fault_when_it_is_asked_for(tmp_path):
    (tmp_path / "mine.toml").write_text('code = "mine"\nen = 7\n', encoding="utf-8")
    with pytest.raises(FileRefused, match=r"mine\.toml.*line 1.*en"):
        design_named("mine", tmp_path)


def test_a_design_without_a_page_is_a_sentence(desk, tmp_path):
    (tmp_path / "each.toml").write_text(
        'code = "each"\nen = "Each container"\neach = "container"\n', encoding="utf-8"
    )
    draft = from_file(SEVEN).read()
    bare = replace(draft, declaration=replace(draft.declaration, containers=()))
    order = Order(printing=Printing(), design=design_named("each", tmp_path))
    with pytest.raises(UserError, match="Each container"):
        carry_out(subject_of(bare, desk), order)


def test_the_command_line_prints_a_design_by_its_name(tmp_path, capsys):
    def arguments(design: str) -> list[str]:
        out, data = str(tmp_path / "out.pdf"), str(tmp_path / "data")
        return ["print", str(SEVEN), "--design", design, "-o", out, "--data-dir", data]

    assert main(arguments("nothing")) == UNUSABLE
    assert "nothing" in capsys.readouterr().err
    assert not (tmp_path / "out.pdf").exists()
    assert main(arguments("form-46")) == DONE
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_the_crosses_where_they_belong_move_nothing():
    assert corrected(Placement(), Measured()) == Placement()
    placed = Placement(offset_x=2.0, offset_y=-3.0, scale=1.02)
    assert corrected(placed, Measured()) == placed


def test_a_printer_that_shrinks_and_shifts_is_undone():
    # The printer makes 0.98 of every length and moves all by 2 mm right and 1 mm up.
    found = Measured(left=15 * 0.98 + 2, top=18 * 0.98 - 1, across=180 * 0.98, down=260 * 0.98)
    placement = corrected(Placement(), found)
    for place in (0.0, 15.0, 105.0, 195.0):
        on_paper = 0.98 * (place * placement.scale + placement.offset_x) + 2
        assert abs(on_paper - place) < 0.02
    for place in (18.0, 278.0):
        assert abs(0.98 * (place * placement.scale + placement.offset_y) - 1 - place) < 0.02


def test_a_distance_of_nothing_is_refused():
    with pytest.raises(ValueError, match="across"):
        corrected(Placement(), Measured(across=0))


def test_each_printer_keeps_its_own_placement(tmp_path):
    kept = Stationery(tmp_path / "data" / "stationery.json")
    assert kept.of("Office") == Placement()
    kept.keep("Office", Placement(offset_x=1.5, scale=0.99))
    kept.keep("طابعة", Placement(offset_y=-2))
    again = Stationery(tmp_path / "data" / "stationery.json")
    assert again.of("Office") == Placement(offset_x=1.5, scale=0.99)
    assert again.of("طابعة") == Placement(offset_y=-2)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"Office": 3}', b'{"Office": {"scale": "x"}}'])
def test_a_damaged_file_counts_as_empty(tmp_path, content):
    file = tmp_path / "stationery.json"
    file.write_bytes(content)
    assert Stationery(file).of("Office") == Placement()
    Stationery(file).keep("Office", Placement(offset_x=1))
    assert Stationery(file).of("Office") == Placement(offset_x=1)


def test_a_folder_that_takes_nothing_is_a_sentence(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageUnavailable, match="Office"):
        Stationery(tmp_path / "file" / "stationery.json").keep("Office", Placement())
