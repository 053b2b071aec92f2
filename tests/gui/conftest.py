"""What every window test needs: no screen, the shipped fonts, a language, work done at once."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sad_desktop.forms.language import Language, use_language, use_plain_numbers
from sad_desktop.forms.tasks import Cancel, Pool, Progress, T, Work
from sad_desktop.forms.theme import Theme, apply_theme, load_fonts, load_further_fonts
from tests.gui.desk import Clerk, let_die, open_desk
from tests.gui.paper_office import Answered, PaperPrinters
from tests.gui.warm_clerks import WarmClerks, loaded_program

PATIENCE = 60_000
"""Milliseconds after which what is waited for will not come any more."""

ROOT = Path(__file__).resolve().parents[2]


class ImmediateTasks:
    """Does work where it stands, as ``Tasks`` does it in a thread."""

    def __init__(self) -> None:
        self.pools: list[Pool] = []

    def start(
        self,
        work: Work[T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
        on_progress: Progress | None = None,
        *,
        pool: Pool = Pool.CPU,
    ) -> Cancel:
        self.pools.append(pool)
        try:
            result = work(on_progress or (lambda _done, _total: None), lambda: False)
        except Exception as error:  # noqa: BLE001 - told as Tasks tells it
            on_error(error)
        else:
            on_done(result)
        return lambda: None


@pytest.fixture
def immediate_tasks() -> ImmediateTasks:
    return ImmediateTasks()


@pytest.fixture(scope="session")
def compiled_texts() -> Path:
    """The folder of the compiled translations, fresh."""
    folder = ROOT / "translations"
    stale = [
        source
        for source in folder.glob("*.ts")
        if not source.with_suffix(".qm").exists()
        or source.with_suffix(".qm").stat().st_mtime < source.stat().st_mtime
    ]
    if stale:
        subprocess.run([sys.executable, str(ROOT / "tools/translations.py"), "compile"], check=True)
    return folder


@pytest.fixture(autouse=True)
def clean_desk(qapp: QApplication) -> Iterator[None]:
    """Whatever a test opened is gone and whatever language it spoke, the next begins afresh."""
    yield
    let_die(qapp)
    gc.enable()  # where ``Tasks`` were not finished
    if qapp.layoutDirection() is not Qt.LayoutDirection.LeftToRight:
        use_language(qapp, Language.ENGLISH)


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Wait for a state as long as a busy machine needs; a wait ends as soon as it is there."""
    qtbot.waitUntil = partial(qtbot.waitUntil, timeout=PATIENCE)
    qtbot.waitSignal = partial(qtbot.waitSignal, timeout=PATIENCE)
    return qtbot


@pytest.fixture
def speak(
    qapp: QApplication,
    compiled_texts: Path,  # noqa: ARG001 - use_language reads what it made
) -> Callable[[Language], None]:
    """Switch the language for one test."""
    return lambda language: use_language(qapp, language)


@pytest.fixture(params=list(Language), ids=str)
def language(request: pytest.FixtureRequest, speak: Callable[[Language], None]) -> Language:
    """Run the test once in each language."""
    speak(request.param)
    return request.param


@pytest.fixture
def clerk(qapp: QApplication, tmp_path: Path, language: Language) -> Iterator[Clerk]:
    """A clerk before the open desk, in each language."""
    clerk = open_desk(qapp, tmp_path, str(language))
    yield clerk
    clerk.leave()


@pytest.fixture
def answers() -> Answered:
    """What the clerk answers when the printing room asks."""
    return Answered()


@pytest.fixture
def printers(tmp_path: Path) -> PaperPrinters:
    return PaperPrinters(tmp_path)


@pytest.fixture(scope="session", autouse=True)
def lists_refreshed_when_asked() -> Iterator[None]:
    """Read no lists beside the screen of a test that is a little slow; one test lets them come."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sad_desktop.forms.list_refresh.FIRST", 10 * PATIENCE)
        yield


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """Fonts and theme as the program has them."""
    use_plain_numbers()
    load_fonts()
    load_further_fonts()
    apply_theme(qapp, Theme.LIGHT)


@pytest.fixture(scope="session")
def warm_clerks() -> Iterator[WarmClerks]:
    """Clerks in other processes, one program loaded for all of them."""
    with loaded_program() as clerks:
        yield clerks
