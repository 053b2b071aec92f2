"""Digital documents under attack: spoilt files, a killed program, two desks with one file."""

import os
import threading
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tuned
from hypothesis import strategies as st
from sqlalchemy import func, select

from sad_desktop.brokerage.digital_documents import Limit
from sad_desktop.database.digital_document_tables import digital_documents
from sad_desktop.database.engine import reading
from sad_desktop.errors import FileRefused, ReadOnly, UserError
from sad_desktop.paths import Paths
from sad_desktop.services.digital_documents import (
    DigitalDocuments,
    cropped,
    examine,
    joined,
    reduced,
    rotated,
)
from sad_desktop.services.lock import AlreadyRunning
from sad_desktop.services.workspace import Workspace
from tests.files import image, noise, pdf, written
from tests.killed import killed_at_each_step

pytest_plugins = ["tests.databases"]
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
SOUND = (
    pdf(3),
    joined([examine(written(noise(60, 70), "JPEG"), "a"), examine(pdf(), "b")]).content,
    written(image(), "JPEG"),
    written(image()),
    written(image(mode="1"), "TIFF", save_all=True, append_images=[image(90, 50, "1")]),
    written(image(mode="P"), "GIF"),
    written(image(), "WEBP"),
    written(image(), "BMP"),
)


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """Return a sound file with some bytes changed, and perhaps a part cut out."""
    content = bytearray(draw(st.sampled_from(SOUND)))
    for _ in range(draw(st.integers(1, 6))):
        content[draw(st.integers(0, len(content) - 1))] = draw(st.integers(0, 255))
    if draw(st.booleans()):
        start = draw(st.integers(0, len(content) - 1))
        del content[start : start + draw(st.integers(1, 40))]
    return bytes(content)


@given(content=spoilt())
@tuned(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_spoilt_file_is_taken_or_refused_whatever_is_done_with_it(content):
    with suppress(FileRefused):
        opened = examine(content, "x")
        for work in (
            lambda: reduced(opened, Limit(size=max(opened.document.size // 2, 1))),
            lambda: rotated(opened, 0, 1),
            lambda: cropped(opened, 0, (0.1, 0.1, 0.5, 0.5)),
        ):
            with suppress(FileRefused):
                work()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="killed by a signal")
def test_killed_while_keeping_a_file_it_is_there_whole_or_not(tmp_path, sqlite_template):
    scan = examine(written(noise(200, 200)), "scan.png")
    root = tmp_path / "office"

    def prepare():
        for path in sorted(root.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        root.mkdir(exist_ok=True)
        Paths(root).database.write_bytes(sqlite_template.read_bytes())

    def work():
        DigitalDocuments(Workspace(Paths(root), user="Salma")).keep(scan, NOON)

    found = []
    for _step in killed_at_each_step(prepare, work):
        desk = Workspace(Paths(root), user="Salma")
        documents = DigitalDocuments(desk)
        is_known = scan.document.digest in documents.sizes([scan.document.digest])
        if is_known:
            assert documents.open(scan.document.digest).content == scan.content
        else:
            with pytest.raises(UserError, match="not kept"):
                documents.open(scan.document.digest)
        documents.keep(scan, NOON)
        assert documents.open(scan.document.digest).content == scan.content
        desk.close()
        found.append(is_known)
    assert found[-1]
    assert not found[0]


def test_a_second_program_on_the_folder_keeps_nothing(tmp_path, sqlite_template):
    Paths(tmp_path).database.write_bytes(sqlite_template.read_bytes())
    first, second = (Workspace(Paths(tmp_path), user="Salma") for _ in range(2))
    first.take_folder()
    with pytest.raises(AlreadyRunning):
        second.take_folder()
    with pytest.raises(ReadOnly):
        DigitalDocuments(second).keep(examine(pdf(), "a.pdf"))
    assert not (tmp_path / "documents").exists()
    first.close()
    second.close()


def test_two_desks_attach_the_same_file_at_the_same_time(engine, tmp_path):
    url = engine.url.render_as_string(hide_password=False)
    desks = [
        Workspace(Paths(tmp_path / str(number)), user=str(number), database_url=url)
        for number in range(2)
    ]
    scan = examine(written(noise(300, 300)), "scan.png")
    ready = threading.Barrier(2)
    faults: list[Exception] = []

    def attach(desk: Workspace) -> None:
        desk.database()
        ready.wait()
        try:
            for _ in range(5):
                DigitalDocuments(desk).keep(scan)
        except Exception as fault:  # noqa: BLE001 - looked at below
            faults.append(fault)

    threads = [threading.Thread(target=attach, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    for desk in desks:
        assert DigitalDocuments(desk).open(scan.document.digest).content == scan.content
        desk.close()
    with reading(engine) as connection:
        assert connection.scalar(select(func.count()).select_from(digital_documents)) == 1
