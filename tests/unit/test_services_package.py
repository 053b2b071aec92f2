"""The package of a declaration: everything an officer asks for, each file with its hash."""

import os
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from pypdf import PdfReader

from sad_desktop.declaration.rows import Document
from sad_desktop.errors import StorageUnavailable, UserError
from sad_desktop.paths import Paths
from sad_desktop.services.desk import Desk
from sad_desktop.services.digital_documents import DigitalDocuments, examine
from sad_desktop.services.package import HASHES, save_package
from sad_desktop.services.paper import Printing
from sad_desktop.services.print_batch import subject_of
from sad_desktop.services.workspace import Workspace
from tests.clean_declaration import clean
from tests.files import image, pdf, written

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
INVOICE, PACKING = examine(pdf(2), "a"), examine(written(image()), "b")
BILL, LIST = INVOICE.document.digest, PACKING.document.digest


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    workspace = Workspace(Paths(tmp_path_factory.mktemp("office")), user="Salma")
    documents = DigitalDocuments(workspace)
    for one in (INVOICE, PACKING):
        documents.keep(one, NOON)
    yield documents
    workspace.close()


@pytest.fixture(scope="module")
def subject():
    return a_subject(
        [Document(document_code="380", reference="فاتورة 1/2", digital_document=BILL)],
        [
            Document(document_code="271", reference="P 1", digital_document=LIST),
            Document(document_code="380", reference="X", digital_document=BILL),
            Document(document_code="705", reference="no file"),
        ],
    )


def a_subject(*rows):
    given = clean()
    draft = given.draft
    items = [
        replace(item, documents=tuple(own))
        for item, own in zip(draft.declaration.items, rows, strict=False)
    ]
    declaration = replace(draft.declaration, items=tuple(items))
    desk = Desk(book=given.book, on=given.on)
    return subject_of(replace(draft, declaration=declaration), desk)


def saved(subject, office, path):
    return save_package(subject, office, path, NOON, edition=Printing(edition="both"))


def check_hashes(contents: dict[str, bytes]) -> None:
    lines = contents.pop(HASHES).decode().splitlines()
    listed = dict(reversed(line.split("  ", 1)) for line in lines)
    assert listed == {name: sha256(content).hexdigest() for name, content in contents.items()}


def test_a_zip_holds_paper_documents_and_hashes_that_are_true(subject, office, tmp_path):
    told = []
    file = tmp_path / "حزمة.zip"
    save_package(
        subject, office, file, NOON, edition=Printing(), progress=lambda *step: told.append(step)
    )
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        contents = {name: archive.read(name) for name in archive.namelist()}
    assert list(contents) == [
        "SAD.pdf",
        "valuation-notes.pdf",
        "assessment-note.pdf",
        "documents/01-item-1-380-فاتورة 1-2.pdf",
        "documents/02-item-2-271-P 1.png",
        HASHES,
    ]
    assert contents["documents/02-item-2-271-P 1.png"] == PACKING.content
    check_hashes(contents)
    assert told == [(number, 6) for number in range(1, 7)]


def test_a_portfolio_shows_the_paper_and_carries_every_file(subject, office, tmp_path):
    assert saved(subject, office, tmp_path / "package.PDF") == 2
    reader = PdfReader(tmp_path / "package.PDF")
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) >= 3
    assert reader.root_object["/Collection"]["/View"] == "/D"
    carried = {name: contents[0] for name, contents in reader.attachments.items()}
    assert carried["01-item-1-380-فاتورة 1-2.pdf"] == INVOICE.content
    assert carried["02-item-2-271-P 1.png"] == PACKING.content
    assert {"SAD.pdf", "valuation-notes.pdf", "assessment-note.pdf", HASHES} < set(carried)
    check_hashes(carried)


def test_a_lost_document_stops_the_package_before_anything_is_written(office, tmp_path):
    lost = a_subject([Document(document_code="705", reference="BL 7", digital_document="f" * 64)])
    with pytest.raises(UserError, match="of 705 BL 7 is missing"):
        saved(lost, office, tmp_path / "p.zip")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_former_package(subject, office, tmp_path, monkeypatch):
    (tmp_path / "p.zip").write_bytes(b"former")

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageUnavailable, match="cannot be written"):
        saved(subject, office, tmp_path / "p.zip")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("p.zip", b"former")]
