"""The office's server: its address, its password in the system's keyring, and moving there.

A password stands in no file: it is kept by the system's keyring, or given in the environment.
"""

import logging
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from sad_desktop.database.engine import Database

logger = logging.getLogger(__name__)

ADDRESS = "SAD_DESKTOP_DATABASE"
PASSWORD = "SAD_DESKTOP_DATABASE_PASSWORD"  # noqa: S105 - the name of a variable
_SERVICE = "SAD Desktop"

# SQLAlchemy and the keyring are imported where they are used: the window is painted first.


def address(chosen: str) -> str:
    """Return the address in use: the environment's, else the one chosen in the settings."""
    return os.environ.get(ADDRESS, "") or chosen


def password_of(url: str) -> str:
    """Return the password of a server, from the URL, the environment or the keyring; "" for none.

    Without one the server may still know us by ``~/.pgpass``, a certificate or the system's user.
    """
    from sad_desktop.database.engine import without_password

    bare, typed = without_password(url)
    if typed or not bare.startswith("postgresql"):
        return typed
    return os.environ.get(PASSWORD, "") or _kept(bare)


def with_password(url: str, password: str) -> str:
    """Return a URL with a password in the place of any it has; raises UserError."""
    from sad_desktop.database.engine import with_password

    return with_password(url, password)


def keep_password(url: str) -> str:
    """Put a URL's password into the keyring and return the URL without it.

    Raises UserError where the system has no keyring, or it stays locked; nothing is kept then.
    """
    from sad_desktop.database.engine import without_password

    bare, password = without_password(url)
    if not password:
        return bare
    import keyring
    import keyring.errors

    try:
        keyring.set_password(_SERVICE, bare, password)
    except (keyring.errors.KeyringError, OSError) as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The password cannot be kept: this system's keyring is absent or locked. Unlock "
                "it, or set {variable} in the environment and give the address without a "
                "password.",
            ),
            {"variable": PASSWORD},
        ) from error
    return bare


def forget_password(url: str) -> None:
    """Take a server's password out of the keyring; nothing happens where there is none."""
    import keyring
    import keyring.errors

    from sad_desktop.database.engine import without_password

    try:
        keyring.delete_password(_SERVICE, without_password(url)[0])
    except (keyring.errors.KeyringError, OSError):
        logger.info("no password to take out of the keyring")


def try_out(url: str) -> bool:
    """Reach a server and tell whether it holds an office already; raises UserError."""
    from sad_desktop.database.engine import connect
    from sad_desktop.database.upgrade import revision_of

    server = connect(url, password=password_of(url))
    try:
        return bool(revision_of(server))
    finally:
        server.dispose()


def move_office(
    here: "Database",
    url: str,
    now: datetime,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, int]:
    """Copy an office to a server and compare every row there; returns the rows by table.

    The office here stays as it is. Raises UserError, StorageUnavailable; the server holds
    nothing of the office then.
    """
    from sad_desktop.database import transfer
    from sad_desktop.database.engine import connect
    from sad_desktop.database.upgrade import upgrade

    server = connect(url, password=password_of(url))
    try:
        upgrade(server, Path(), now)  # a server rolls back by itself: it needs no backup folder
        counts = transfer.copy_office(here, server, progress)
    finally:
        server.dispose()
    logger.info("moved %s rows to the server", sum(counts.values()))
    return counts


def _kept(bare: str) -> str:
    import keyring
    import keyring.errors

    try:
        return keyring.get_password(_SERVICE, bare) or ""
    except (keyring.errors.KeyringError, OSError):
        logger.info("the keyring has no password for the server")
        return ""
