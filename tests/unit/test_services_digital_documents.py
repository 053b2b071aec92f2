"""Digital documents: sound files are kept once and verified, all others refused in a sentence."""

import os
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from sqlalchemy import func, select

from sad_desktop.brokerage.digital_documents import MOST_BYTES, FileKind, Limit
from sad_desktop.brokerage.users import Service
from sad_desktop.database import transfer
from sad_desktop.database.digital_document_tables import (
    digital_document_parts,
    digital_documents,
)
from sad_desktop.database.engine import connect, database_url, reading
from sad_desktop.database.upgrade import upgrade
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Document
from sad_desktop.errors import FileRefused, StorageUnavailable, UserError
from sad_desktop.paths import Paths
from sad_desktop.services.digital_documents import (
    KEPT_UNUSED,
    DigitalDocuments,
    cropped,
    examine,
    joined,
    read,
    reduced,
    remove_unused,
    rotated,
)
from sad_desktop.services.register import ask
from sad_desktop.services.rights import NotAllowed
from sad_desktop.services.workspace import Workspace
from tests.files import bomb, encrypted_pdf, image, noise, pdf, written
from tests.signed_in import sign_in

pytest_plugins = ["tests.databases"]
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
CIRCLE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1"
    b"/Kids[2 0 R]>>endobj\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 3/Root 1 0 R>>\n"
    b"startxref\n90\n%%EOF"
)
DARK, WHITE = (20, 30, 40), (255, 255, 255)


@pytest.fixture
def desk(engine, tmp_path):
    """A desk of an office, on either database; its files stand beside a SQLite one."""
    url = engine.url.render_as_string(hide_password=False)
    workspace = Workspace(Paths(tmp_path / "desk"), user="Salma", database_url=url)
    yield workspace
    workspace.close()


def office(engine) -> Path:
    return Path(str(engine.url.database)).parent / "documents"


def count(engine, table) -> int:
    with reading(engine) as connection:
        return connection.scalar(select(func.count()).select_from(table))


def holding(*digests: str) -> Draft:
    rows = tuple(
        Document(document_code="380", reference=f"INV {number}", digital_document=digest)
        for number, digest in enumerate(digests)
    )
    return Draft(declaration=Declaration(items=(Item(key=1, documents=rows),)))


def corners(content: bytes) -> list[tuple[int, ...]]:
    """Return the colours near top left, top right, bottom left and bottom right."""
    seen = Image.open(BytesIO(content)).convert("RGB")
    right, bottom = seen.width - 3, seen.height - 3
    places = [(2, 2), (right, 2), (2, bottom), (right, bottom)]
    return [DARK if sum(seen.getpixel(place)) < 300 else WHITE for place in places]


@pytest.mark.parametrize(
    ("content", "kind", "pages", "size"),
    [
        (written(image(), "JPEG"), FileKind.JPEG, 1, (60, 80)),
        (written(image()), FileKind.PNG, 1, (60, 80)),
        (written(image(), "JPEG", exif=b"Exif\0\0" + bytes.fromhex(
            "4d4d002a00000008000101120003000000010006000000000000")), FileKind.JPEG, 1, (80, 60)),
        (written(image(mode="CMYK"), "TIFF"), FileKind.PNG, 1, (60, 80)),
        (written(image(mode="1"), "TIFF", save_all=True, append_images=[image(90, 50, "1")]),
         FileKind.PDF, 2, (0, 0)),
        (written(image(), "BMP"), FileKind.PNG, 1, (60, 80)),
        (written(image(mode="P"), "GIF"), FileKind.PNG, 1, (60, 80)),
        (written(image(mode="RGBA"), "WEBP"), FileKind.PNG, 1, (60, 80)),
        (pdf(3), FileKind.PDF, 3, (0, 0)),
    ],
    ids=["jpeg", "png", "turned by the camera", "tiff", "tiff of two pages", "bmp", "gif", "webp",
         "pdf"],
)  # fmt: skip
def test_a_sound_file_is_known_by_its_content(content, kind, pages, size, tmp_path):
    (tmp_path / "scan.txt").write_bytes(content)
    found = read(tmp_path / "scan.txt").document
    assert (found.kind, found.pages, (found.width, found.height)) == (kind, pages, size)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "neither a PDF nor an image"),
        (b"MZ\x90\0" + bytes(2000), "neither"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither"),
        (written(noise(90, 90), "JPEG")[:-900], "is damaged"),
        (written(noise(90, 90))[:-900], "is damaged"),
        (b"\x89PNG\r\n\x1a\n" + os.urandom(500), "is damaged"),
        (b"II*\0" + b"\xff" * 400, "is damaged"),
        (pdf(4)[:-400], "is damaged"),
        (b"%PDF-1.7\n" + os.urandom(4000), "is damaged"),
        (CIRCLE, "is damaged"),
        (encrypted_pdf(), "is encrypted"),
        (bomb(10_000, 10_000), "million pixels"),
        (bomb(60_000, 60_000), "million pixels"),
        (bomb(9_000, 6_000), "is damaged"),
        (bytes(MOST_BYTES + 1), "larger than 50 MB"),
    ],
    ids=["empty", "program", "drawing", "jpeg cut", "png cut", "png spoilt", "tiff spoilt",
         "pdf cut", "pdf spoilt", "pdf in a circle", "encrypted", "10,000 squared", "bomb",
         "short", "too large"],
)  # fmt: skip
def test_any_other_file_is_refused_in_one_sentence(content, said):
    with pytest.raises(FileRefused, match=said) as refused:
        examine(content, "فاتورة.pdf")
    assert "فاتورة.pdf" in str(refused.value)


def test_a_folder_or_a_missing_file_is_refused(tmp_path):
    for path in (tmp_path, tmp_path / "absent.pdf"):
        with pytest.raises(FileRefused, match="cannot be read"):
            read(path)


def test_an_image_is_turned_cut_and_made_smaller_as_a_new_file():
    scan = examine(written(image(400, 600), "PNG"), "scan")
    turned = rotated(scan, 0, 1)
    assert (turned.document.width, turned.document.height) == (600, 400)
    assert corners(turned.content) == [WHITE, DARK, WHITE, WHITE]
    cut = cropped(scan, 0, (0.5, 0.0, 1.0, 0.5))
    assert corners(cut.content) == [WHITE] * 4
    assert (cut.document.width, cut.document.height) == (200, 300)
    assert len({scan.document.digest, turned.document.digest, cut.document.digest}) == 3


def test_what_is_too_large_is_brought_within_the_limit_and_the_rest_left_alone():
    limit = Limit(size=150_000, pixels=1_000)
    large = examine(written(noise(1_500, 1_200), "PNG"), "photo.png")
    small = reduced(large, limit)
    assert limit.is_kept_by(small.document)
    assert not limit.is_kept_by(large.document)
    assert max(small.document.width, small.document.height) >= 700
    assert small.document.width / small.document.height == pytest.approx(1.25, rel=0.01)
    assert reduced(small, limit) is small
    with pytest.raises(FileRefused, match="cannot be made small enough"):
        reduced(large, Limit(size=2_000))


def test_a_pdf_made_smaller_keeps_its_pages():
    scan = examine(written(noise(1_200, 1_600), "JPEG"), "a.jpg")
    book = joined([scan, examine(pdf(2), "b.pdf"), scan])
    assert (book.document.kind, book.document.pages) == (FileKind.PDF, 4)
    small = reduced(book, Limit(size=book.document.size // 3))
    assert small.document.pages == 4
    assert small.document.size <= book.document.size // 3
    sizes = [tuple(page.mediabox) for page in PdfReader(BytesIO(small.content)).pages]
    assert sizes == [tuple(page.mediabox) for page in PdfReader(BytesIO(book.content)).pages]


def test_a_page_scanned_at_600_dpi_in_colour_is_made_smaller_too():
    scan = examine(written(image(4_960, 7_016), "JPEG", quality=95, dpi=(600, 600)), "a.jpg")
    book = joined([scan, examine(pdf(1), "b.pdf")])
    small = reduced(book, Limit(size=book.document.size // 4, pixels=2_400))
    assert small.document.pages == 2
    assert small.document.size <= book.document.size // 4


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_becomes_a_page_without_a_loss_as_large_as_it_was_scanned(mode):
    scan = examine(written(image(300, 600, mode), "JPEG", quality=90, dpi=(150, 150)), "a.jpg")
    book = joined([scan, examine(pdf(1), "b.pdf")])
    page = PdfReader(BytesIO(book.content)).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (144, 288)
    assert (scan.content in book.content) is (mode != "CMYK")
    seen = rastered(book.content)[0]
    assert max(seen.getpixel((10, 10))) < 60
    assert min(seen.getpixel((60, 130))) > 240


@pytest.mark.parametrize("quarters", range(4))
def test_a_pdf_page_is_cut_as_it_is_looked_at_however_it_is_turned(quarters):
    book = joined([examine(written(image(400, 600)), "a.png"), examine(pdf(1), "b.pdf")])
    turned = rotated(book, 0, quarters)
    dark = {0: (0, 0), 1: (1, 0), 2: (1, 1), 3: (0, 1)}[quarters]
    part = tuple(side + 0.02 for side in (dark[0] / 2, dark[1] / 2)) + tuple(
        side / 2 + 0.48 for side in dark
    )
    cut = cropped(turned, 0, part)
    pages = rastered(cut.content)
    assert len(pages) == 2
    assert max(max(channel) for channel in pages[0].getextrema()) < 60  # dark all over
    light = cropped(turned, 0, tuple(1 - side for side in (part[2], part[3], part[0], part[1])))
    assert min(min(channel) for channel in rastered(light.content)[0].getextrema()) > 240


def rastered(content: bytes) -> list[Image.Image]:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    return [page.render(scale=0.5).to_pil().convert("RGB") for page in document]


def test_a_file_is_kept_once_and_comes_back_as_it_was(desk, engine):
    files = DigitalDocuments(desk)
    scan = examine(written(noise(300, 300)), "scan.png")
    for _ in range(2):
        files.keep(scan, NOON)
    assert files.open(scan.document.digest).content == scan.content
    assert files.sizes([scan.document.digest, "0" * 64]) == {
        scan.document.digest: scan.document.size
    }
    assert count(engine, digital_documents) == 1
    if engine.dialect.name == "sqlite":
        (file,) = (path for path in office(engine).rglob("*") if path.is_file())
        assert file.name == f"{scan.document.digest}.png"
        assert count(engine, digital_document_parts) == 0
    else:
        assert count(engine, digital_document_parts) == -(-scan.document.size // 65_536) > 1


def test_a_file_changed_or_lost_outside_is_noticed_and_mended_by_attaching_it_again(desk, engine):
    files = DigitalDocuments(desk)
    scan = examine(pdf(), "scan.pdf")
    files.keep(scan, NOON)
    if engine.dialect.name == "sqlite":
        (file,) = (path for path in office(engine).rglob("*") if path.is_file())
        file.write_bytes(pdf(3))
    else:
        with engine.begin() as connection:
            connection.execute(digital_document_parts.update().values(content=pdf(3)))
    with pytest.raises(UserError, match="was changed outside"):
        files.open(scan.document.digest)
    with pytest.raises(UserError, match="not kept in this office"):
        files.open("../../etc/passwd")
    files.keep(scan, NOON)
    assert files.open(scan.document.digest).content == scan.content


def test_nothing_is_kept_on_a_full_disk(desk, engine, monkeypatch):
    if engine.dialect.name != "sqlite":
        pytest.skip("a server has no files")

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageUnavailable, match="cannot be kept"):
        DigitalDocuments(desk).keep(examine(pdf(), "scan.pdf"), NOON)
    assert count(engine, digital_documents) == 0
    assert not [path for path in office(engine).rglob("*") if path.is_file()]


def test_keeping_needs_the_right_to_key_declarations(desk):
    sign_in(desk, {Service.PAY})
    with pytest.raises(NotAllowed):
        DigitalDocuments(desk).keep(examine(pdf(), "scan.pdf"), NOON)


def test_a_file_stays_while_a_declaration_or_a_frozen_version_refers_to_it(desk, engine):
    files = DigitalDocuments(desk)
    held, frozen, unused = (examine(pdf(number), "scan.pdf") for number in (1, 2, 3))
    for one in (held, frozen, unused):
        files.keep(one, NOON)
    desk.store("a", holding(held.document.digest), 0, NOON)
    keep_version(engine, holding(frozen.document.digest))
    assert remove_unused(engine, NOON + KEPT_UNUSED - timedelta(days=1)) == 0
    for path in office(engine).rglob("*"):
        os.utime(path, (NOON.timestamp(), NOON.timestamp()))
    assert remove_unused(engine, NOON + KEPT_UNUSED + timedelta(days=1)) == 1
    assert files.open(held.document.digest).document == held.document
    assert files.open(frozen.document.digest).content == frozen.content
    with pytest.raises(UserError, match="not kept"):
        files.open(unused.document.digest)
    if engine.dialect.name == "sqlite":
        assert len([path for path in office(engine).rglob("*") if path.is_file()]) == 2


def keep_version(engine, draft: Draft) -> None:
    from sad_desktop.brokerage.history import Operation
    from sad_desktop.database import frozen
    from sad_desktop.database.engine import writing

    with writing(engine) as connection:
        frozen.keep_version(connection, "a", Operation.REGISTER, draft, "Salma", NOON)


def test_the_link_is_stored_with_the_row_and_verification_knows_the_copies(desk):
    scan = examine(pdf(), "scan.pdf")
    draft = holding(scan.document.digest, "", "f" * 64)
    before = ask(desk, "a", draft, date(2026, 7, 1))
    assert before.register.files is None  # the office keeps no file yet
    DigitalDocuments(desk).keep(scan, NOON)
    desk.store("a", draft, 0, NOON)
    assert desk.load("a").draft.declaration == draft.declaration
    answer = ask(desk, "a", desk.load("a").draft, date(2026, 7, 1))
    assert answer.register.files == {("380", "INV 0"): scan.document.size}


def test_a_backup_carries_the_files_and_a_restore_brings_them_back(tmp_path, sqlite_template):
    paths = Paths(tmp_path / "المكتب")
    paths.root.mkdir()
    paths.database.write_bytes(sqlite_template.read_bytes())
    workspace = Workspace(paths, user="Salma")
    workspace.take_folder()
    scan = examine(pdf(), "scan.pdf")
    DigitalDocuments(workspace).keep(scan, NOON)
    workspace.store("a", holding(scan.document.digest), 0, NOON)
    workspace.back_up_to(tmp_path / "kept.zip", NOON)
    for path in (paths.root / "documents").rglob("*.pdf"):
        path.unlink()
    with pytest.raises(UserError, match="missing"):
        DigitalDocuments(workspace).open(scan.document.digest)
    workspace.restore(tmp_path / "kept.zip", NOON)
    assert DigitalDocuments(workspace).open(scan.document.digest).content == scan.content
    workspace.close()


@pytest.mark.postgresql
def test_the_files_move_to_a_server_and_come_back_in_its_backup(
    tmp_path, sqlite_template, postgresql_url
):
    here = connect(database_url(tmp_path / "declarations.sqlite3"))
    (tmp_path / "declarations.sqlite3").write_bytes(sqlite_template.read_bytes())
    server = connect(postgresql_url)
    upgrade(server, tmp_path, NOON)
    files = [examine(written(noise(400, 400)), "a.png"), examine(pdf(), "b.pdf")]
    desk = Workspace(Paths(tmp_path), user="Salma")
    for one in files:
        DigitalDocuments(desk).keep(one, NOON)
    desk.close()
    transfer.copy_office(here, server)
    there = Workspace(Paths(tmp_path / "b"), user="Huda", database_url=str(
        server.url.render_as_string(hide_password=False)))  # fmt: skip
    for one in files:
        assert DigitalDocuments(there).open(one.document.digest).content == one.content
    there.close()
    (tmp_path / "home").mkdir()
    transfer.into_file(server, tmp_path / "home" / "declarations.sqlite3")
    home = Workspace(Paths(tmp_path / "home"), user="Salma")
    for one in files:
        assert DigitalDocuments(home).open(one.document.digest).content == one.content
    home.close()
    here.dispose()
    server.dispose()


def test_an_office_with_a_lost_file_does_not_move_half(tmp_path, sqlite_template, postgresql_url):
    (tmp_path / "declarations.sqlite3").write_bytes(sqlite_template.read_bytes())
    desk = Workspace(Paths(tmp_path), user="Salma")
    DigitalDocuments(desk).keep(examine(pdf(), "b.pdf"), NOON)
    for path in (tmp_path / "documents").rglob("*.pdf"):
        path.unlink()
    server = connect(postgresql_url)
    upgrade(server, tmp_path, NOON)
    with pytest.raises(UserError, match="missing"):
        transfer.copy_office(desk.database(), server)
    assert transfer.is_empty(server)
    desk.close()
    server.dispose()


def test_a_template_lets_the_file_of_the_shipment_go():
    from sad_desktop.brokerage.templates import clear_shipment

    cleared, _ = clear_shipment(holding("a" * 64))
    assert cleared.declaration.items[0].documents == (Document(document_code="380"),)
