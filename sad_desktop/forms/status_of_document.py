"""What the status bar says of the declaration that is shown."""

from PySide6.QtCore import QCoreApplication

from sad_desktop.forms.document import Document
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.status_line import Keeping, StatusLine


def show_law(status: StatusLine, document: Document) -> None:
    """Show the country whose law applies and the edition of its tariff.

    Both are the desk's, which is another one whenever book, day or language are: of one desk
    the tariff is asked once, not at every assessment.
    """
    if status.law is document.desk:
        return
    status.law = document.desk
    profile = document.desk.book.profile
    status.show_profile(profile.ar if document.desk.language == "ar" else profile.en)
    digits, dated = document.desk.tariff_edition()
    sentence = QCoreApplication.translate("Workplace", "{digits} digits,")
    status.show_tariff(sentence.format(digits=digits) if digits else "", dated)


def show_rates(status: StatusLine, document: Document) -> None:
    """Show the day of the rate of the invoice's currency, else of the newest rate."""
    desk = document.desk
    grows_old = desk.rate_grows_old(document.draft)
    status.show_rates(desk.rates_published(document.draft), desk.on, grows_old=grows_old)


def keeping_of(document: Document, opened: OpenedDeclarations) -> Keeping:
    """Return how a declaration that is open is kept."""
    if opened.office.workspace.only_reads:
        return Keeping.READ_ONLY
    if opened.is_waiting(document):
        return Keeping.WAITING
    if opened.is_in_memory_only and not document.undo_stack.isClean():
        return Keeping.MEMORY_ONLY
    if document.undo_stack.isClean() and document.version:
        return Keeping.SAVED
    return Keeping.RECOVERED if document.is_recovered else Keeping.CHANGED
