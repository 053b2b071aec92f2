"""A declaration as a PDF file: the same bytes each time, and never half a file."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import get_args

import pypdfium2
import pytest
from pypdf import PdfReader

from sad_desktop.errors import StorageUnavailable
from sad_desktop.services.paper import Printing, What, print_draft, save_pdf
from tests.printed import EDITIONS, a_case, pages_of, printed_items


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("what", get_args(What))
def test_the_same_draft_gives_the_same_bytes(what, edition):
    first = a_case(*printed_items(5)).print(edition, what=what, copies=(1, 2), explained=True)
    again = a_case(*printed_items(5)).print(edition, what=what, copies=(1, 2), explained=True)
    assert first.content == again.content


def test_another_draft_gives_other_bytes():
    case = a_case(*printed_items(2))
    other = a_case(*printed_items(2), reference_number="A12346")
    assert case.print().content != other.print().content


def test_a_fresh_process_prints_the_same_bytes():
    program = (
        "import sys; from tests.printed import a_case, printed_items; "
        "sys.stdout.buffer.write(a_case(*printed_items(3)).print('both').content)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "77", "LANG": "ar_BH.UTF-8"}
    root = Path(__file__).parents[2]
    made = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, cwd=root, env=environment
    )
    a_case(*printed_items(9)).print("ar", what="all")  # another print before must not matter
    assert made.stdout == a_case(*printed_items(3)).print("both").content


def test_print_draft_returns_the_pdf_alone():
    case = a_case(*printed_items(4))
    content = print_draft(case.draft, case.note, case.figures, case.profile, Printing())
    assert content == case.print().content
    assert len(pypdfium2.PdfDocument(content)) == 2


@pytest.mark.parametrize(("edition", "language"), [("en", "en"), ("ar", "ar"), ("both", "ar")])
def test_the_file_says_its_title_and_language(edition, language):
    reader = PdfReader(BytesIO(a_case().print(edition).content))
    assert reader.metadata.title == "SAD A12345"
    assert reader.trailer["/Root"]["/Lang"] == language


def test_the_form_is_held_once_for_all_its_sheets():
    few = len(a_case(*printed_items(4)).print("both").content)
    many = len(a_case(*printed_items(34)).print("both").content)
    assert (many - few) / 10 < 4_000  # a sheet with its form of its own takes 20,000 bytes


def test_fonts_are_embedded():
    document = pages_of(a_case().print("both"))
    reader = PdfReader(BytesIO(a_case().print("both").content))
    fonts = reader.pages[0]["/Resources"]["/Font"]
    assert len(document) == 1
    for font in fonts.values():
        described = font.get_object().get("/FontDescriptor")
        assert described is None or "/FontFile2" in described.get_object()


def test_a_saved_file_replaces_the_one_before(tmp_path):
    path = tmp_path / "بيان 1.pdf"
    save_pdf(b"first", path)
    save_pdf(b"second", path)
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_file_that_cannot_be_written_leaves_the_one_before(tmp_path, monkeypatch, failing):
    path = tmp_path / "declaration.pdf"
    path.write_bytes(b"kept")

    def refuse(*_arguments):
        raise OSError("no room")

    monkeypatch.setattr(os, failing, refuse)
    with pytest.raises(StorageUnavailable) as refused:
        save_pdf(b"new", path)
    assert path.read_bytes() == b"kept"
    assert list(tmp_path.iterdir()) == [path]
    assert "declaration.pdf" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path):
    with pytest.raises(StorageUnavailable, match=r"^The PDF file a\.pdf cannot be written"):
        save_pdf(b"new", tmp_path / "gone" / "a.pdf")


def test_the_service_loads_the_engine_of_the_paper_only_when_it_prints():
    program = (
        "import sys; import sad_desktop.services.paper; "
        "sys.exit(bool({'reportlab', 'uharfbuzz', 'segno'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
