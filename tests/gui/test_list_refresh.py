"""The desk's lists come by themselves, and so does what another desk makes of them."""

from dataclasses import replace

from PySide6.QtCore import Qt

from sad_desktop.paths import Paths
from tests.gui.desk import ON, open_desk
from tests.reference_desk import lists_of


def test_lists_come_soon_after_the_start_and_again_when_another_desk_changed_one(
    qapp, tmp_path, qtbot, monkeypatch
):
    monkeypatch.setattr("sad_desktop.forms.list_refresh.FIRST", 1)
    monkeypatch.setattr("sad_desktop.forms.list_refresh.AGAIN", 1)
    clerk = open_desk(qapp, tmp_path / "own")
    clerk.open_office()
    clerk.ctrl(Qt.Key.Key_N)
    qtbot.waitUntil(Paths(tmp_path / "own").lists("bh").exists)
    other = lists_of(tmp_path / "other", f"sqlite:///{Paths(tmp_path / 'own').database}")
    port = other.book.entry("offices", "BHKBS", ON)
    other.put("offices", replace(port, en="Khalifa Port", valid_from=ON))
    other.close()
    qtbot.waitUntil(
        lambda: clerk.document.desk.book.entry("offices", "BHKBS", ON).en == "Khalifa Port"
    )
    clerk.leave()
