"""When the program itself fails: what was keyed is made safe first, then the fault is told."""

import faulthandler
import logging
import platform
import re
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

import PySide6
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from sad_desktop import __version__
from sad_desktop.errors import UserError
from sad_desktop.forms.crash_dialog import CrashDialog

logger = logging.getLogger(__name__)

_LINES_KEPT = 200
_OWN_PATH = re.compile(r'File ".*?[/\\](?=(?:sad_desktop|site-packages|PySide6|lib)[/\\])')
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class RecentLines(logging.Handler):
    """The last lines of the log, without tracebacks: what an exception says may quote a box."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._lines: deque[str] = deque(maxlen=_LINES_KEPT)
        self._form = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        bare = logging.makeLogRecord(record.__dict__)
        bare.exc_info = bare.exc_text = bare.stack_info = None
        self._lines.append(self._form.format(bare))

    def lines(self) -> tuple[str, ...]:
        """Return the lines kept, the oldest first."""
        return tuple(self._lines)


class CrashReporter(QObject):
    """Takes every exception nobody caught, in any thread, and tells it once.

    ``keep_drafts`` writes the journal of every open declaration and runs first; ``tell`` shows
    the report and whether the drafts are safe. An error that is a sentence for the user, such as
    a missing file of the program, is no fault: ``refuse`` says it. Make it on the GUI thread,
    then ``install``.
    """

    _crashed = Signal(str, bool)
    _refused = Signal(object)

    def __init__(
        self,
        keep_drafts: Callable[[], None],
        recent: RecentLines,
        tell: Callable[[str, bool], None] | None = None,
        *,
        refuse: Callable[[UserError], None] | None = None,
    ) -> None:
        super().__init__()
        self._keep_drafts = keep_drafts
        self._recent = recent
        self._tell = tell or self._show_dialog
        self._dialog: CrashDialog | None = None
        self._crashed.connect(self._on_crashed, Qt.ConnectionType.AutoConnection)
        self._refuse = refuse
        self._refused.connect(self._on_refused, Qt.ConnectionType.AutoConnection)

    def install(self) -> None:
        """Take over from Python and Qt, and keep the last lines of the log."""
        logging.getLogger().addHandler(self._recent)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(log_qt_message)

    def uninstall(self) -> None:
        """Give back to Python and Qt."""
        logging.getLogger().removeHandler(self._recent)
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        are_safe = self._keep()
        if self._refuse is not None and isinstance(error, UserError):
            logger.warning("nobody took %s\n%s", error.logged, "\n".join(_chain(error)))
            self._refused.emit(error)
            return
        text = report(error, self._recent.lines())
        logger.critical("the program failed\n%s", "\n".join(_chain(error)))
        self._crashed.emit(text, are_safe)

    def _on_thread_exception(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            self._on_exception(failed.exc_type, failed.exc_value, failed.exc_traceback)

    def _keep(self) -> bool:
        try:
            self._keep_drafts()
        except Exception:  # noqa: BLE001 - a second fault must not hide the first
            logger.critical("the journal could not be written")
            return False
        return True

    def _on_crashed(self, text: str, are_safe: bool) -> None:
        self._tell(text, are_safe)

    def _on_refused(self, error: UserError) -> None:
        if self._refuse is not None:
            self._refuse(error)

    def _show_dialog(self, text: str, are_safe: bool) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            return  # one fault often brings others: the log has them
        self._dialog = CrashDialog(text, are_safe=are_safe)
        self._dialog.open()


def report(error: BaseException, recent: tuple[str, ...] = ()) -> str:
    """Return what a developer needs: versions, where it failed, the last lines of the log.

    Nothing of a declaration is in it: not what the exception says, since that may quote a box,
    and no folder of the user's.
    """
    parts = [
        f"SAD Desktop {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, PySide6 {PySide6.__version__}",
        platform.platform(),
        "",
        *_chain(error),
    ]
    if recent:
        parts += ["", "The last lines of the log:", *recent]
    return "\n".join(parts)


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    """Write what Qt says into the log."""
    category = context.category or "default"
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s: %s", category, message)


def catch_faults(file: Path) -> TextIO:
    """Have a crash of the interpreter written to a file; keep the stream open while running."""
    file.parent.mkdir(parents=True, exist_ok=True)
    stream = file.open("w", encoding="utf-8")
    faulthandler.enable(stream)
    return stream


def last_fault(file: Path) -> str:
    """Return what the last run left when it crashed; "" when it ended well. Ask before catching."""
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _chain(error: BaseException) -> list[str]:
    lines: list[str] = []
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        lines += [*_chain(cause), "", "After that:"]
    frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    lines.append("Traceback (most recent call last):")
    lines.append(_OWN_PATH.sub('File "', frames))
    lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
    return lines
