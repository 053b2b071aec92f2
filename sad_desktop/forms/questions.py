"""What the window asks the clerk: with Qt's dialogs in the program, with answers in tests."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget


def _ask_documents(parent: QWidget) -> list[Path]:
    from PySide6.QtWidgets import QFileDialog  # start-up cost

    names, _ = QFileDialog.getOpenFileNames(
        parent,
        QCoreApplication.translate("Questions", "Import a digital document"),
        "",
        QCoreApplication.translate(
            "Questions",
            "Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.gif *.webp);;All files (*)",
        ),
    )
    return [Path(name) for name in names]


def _ask_manifest(parent: QWidget) -> Path | None:
    from PySide6.QtWidgets import QFileDialog  # start-up cost

    name, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("Questions", "Import a manifest"),
        "",
        QCoreApplication.translate(
            "Questions", "Manifests (*.xml *.csv *.txt *.tsv *.xlsx);;All files (*)"
        ),
    )
    return Path(name) if name else None


def _ask_envelope(parent: QWidget) -> list[Path]:
    from PySide6.QtWidgets import QFileDialog  # start-up cost

    names, _ = QFileDialog.getOpenFileNames(
        parent,
        QCoreApplication.translate("Questions", "Documents for the envelope, each its own file"),
        "",
        QCoreApplication.translate(
            "Questions", "Documents (*.pdf *.xml *.xlsx *.jpg *.jpeg *.png);;All files (*)"
        ),
    )
    return [Path(name) for name in names]


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """How the window asks: dialogs in the program, answers in tests."""

    open_paths: Callable[[QWidget], list[Path]]
    save_path: Callable[[QWidget, str], Path | None]
    choose_folder: Callable[[QWidget, str], Path | None]
    tell: Callable[[QWidget, str], None]
    backup_path: Callable[[QWidget, Path], Path | None]
    """Asks for a backup to restore, beginning in a folder."""
    table_path: Callable[[QWidget], Path | None]
    """Asks for a file with a list."""
    leave: Callable[[QWidget, str], str]
    """Asks about an unsaved declaration by its title: ``save``, ``discard`` or ``stay``."""
    open_documents: Callable[[QWidget], list[Path]] = _ask_documents
    """Asks for files to be attached to a row of documents."""
    manifest_path: Callable[[QWidget], Path | None] = _ask_manifest
    """Asks for a file with a voyage or with bills of lading."""
    envelope_files: Callable[[QWidget], list[Path]] = _ask_envelope
    """Asks for the documents that go into an envelope beside its invoices."""


def dialogs() -> Questions:
    """Return the questions as the program asks them: with Qt's dialogs."""
    return Questions(
        open_paths=_ask_open,
        save_path=_ask_save,
        tell=_tell,
        backup_path=_ask_backup,
        choose_folder=ask_folder,
        table_path=_ask_table,
        leave=_ask_leave,
    )


def _tell(parent: QWidget, sentence: str) -> None:
    """Say what could not be done in a box that does not stop the work behind it."""
    from PySide6.QtWidgets import QMessageBox  # start-up cost

    box = QMessageBox(QMessageBox.Icon.Warning, "SAD Desktop", sentence, parent=parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setModal(False)
    box.show()


def _ask_open(parent: QWidget) -> list[Path]:
    from PySide6.QtWidgets import QFileDialog  # start-up cost

    names, _ = QFileDialog.getOpenFileNames(
        parent,
        QCoreApplication.translate("Questions", "Load XML"),
        "",
        QCoreApplication.translate("Questions", "Declarations (*.xml);;All files (*)"),
    )
    return [Path(name) for name in names]


def _ask_save(parent: QWidget, proposed: str) -> Path | None:
    from PySide6.QtWidgets import QFileDialog  # start-up cost

    name, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("Questions", "Save as"),
        proposed,
        QCoreApplication.translate("Questions", "All files (*)"),
    )
    return Path(name) if name else None


def _ask_backup(parent: QWidget, folder: Path) -> Path | None:
    from PySide6.QtWidgets import QFileDialog  # start-up cost

    name, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("Questions", "Restore a backup"),
        str(folder),
        QCoreApplication.translate("Questions", "Backups (*.zip);;All files (*)"),
    )
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder; None when the clerk gives up."""
    from PySide6.QtWidgets import QFileDialog  # start-up cost

    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None


def _ask_table(parent: QWidget) -> Path | None:
    from PySide6.QtWidgets import QFileDialog  # start-up cost

    name, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("Questions", "Import a list"),
        "",
        QCoreApplication.translate(
            "Questions", "Tables (*.csv *.txt *.tsv *.xlsx *.json);;All files (*)"
        ),
    )
    return Path(name) if name else None


def _ask_leave(parent: QWidget, title: str) -> str:
    from PySide6.QtWidgets import QMessageBox  # start-up cost

    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(
        QCoreApplication.translate(
            "Questions", "Declaration {title} has changes that are not saved."
        ).format(title=title)
    )
    save = box.addButton(
        QCoreApplication.translate("Questions", "&Save"), QMessageBox.ButtonRole.AcceptRole
    )
    discard = box.addButton(
        QCoreApplication.translate("Questions", "&Discard"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.addButton(
        QCoreApplication.translate("Questions", "&Go on working"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(save)
    box.exec()
    if box.clickedButton() is save:
        return "save"
    return "discard" if box.clickedButton() is discard else "stay"
