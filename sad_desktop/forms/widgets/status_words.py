"""The words for where a declaration stands."""

from PySide6.QtCore import QCoreApplication

from sad_desktop.declaration.status import Status
from sad_desktop.text import QT_TRANSLATE_NOOP

_WORDS = {
    Status.DRAFT: QT_TRANSLATE_NOOP("Status", "Draft"),
    Status.STORED: QT_TRANSLATE_NOOP("Status", "Stored"),
    Status.REGISTERED: QT_TRANSLATE_NOOP("Status", "Registered"),
    Status.ASSESSED: QT_TRANSLATE_NOOP("Status", "Assessed"),
    Status.PAID: QT_TRANSLATE_NOOP("Status", "Paid"),
    Status.RELEASED: QT_TRANSLATE_NOOP("Status", "Released"),
    Status.CANCELLED: QT_TRANSLATE_NOOP("Status", "Cancelled"),
    Status.AMENDED: QT_TRANSLATE_NOOP("Status", "Being amended"),
}


def status_word(status: Status) -> str:
    """Return the word for a status, in the desk's language."""
    return QCoreApplication.translate("Status", _WORDS[status])
