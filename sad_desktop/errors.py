"""What the user's action meets: errors that carry one sentence and no traceback."""

from collections.abc import Mapping

from sad_desktop.text import QT_TRANSLATE_NOOP


class UserError(Exception):
    """Something the user asked for cannot be done; says what, where and what to do.

    ``message`` is a source text of the translation context ``UserError`` with ``{name}``
    placeholders; ``values`` fills them. ``texts`` names the values that are source texts
    themselves, each with its translation context. ``str()`` gives the English sentence.
    """

    def __init__(
        self,
        message: str,
        values: Mapping[str, object] | None = None,
        *,
        texts: Mapping[str, str] | None = None,
    ) -> None:
        self.message = message
        self.texts = dict(texts or {})
        self.values = {key: str(value) for key, value in (values or {}).items()}
        super().__init__(message.format_map(self.values))

    @property
    def logged(self) -> str:
        """What the log may say of it: its kind; what fills the sentence may be a name or amount."""
        return type(self).__name__


class FileRefused(UserError):
    """A file that is not ours, not sound, or not safe to read."""


class ResourceMissing(UserError):
    """A file shipped with the program is absent or damaged."""

    def __init__(self, name: str) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The program's file {name} is missing or damaged. Install the program again.",
            ),
            {"name": name},
        )

    @property
    def logged(self) -> str:
        """Its kind and the file: the name of a shipped file is nobody's secret."""
        return f"{type(self).__name__} {self.values['name']}"


class NewerDatabase(UserError):
    """The database was written by a newer version of the program."""


class StorageUnavailable(UserError):
    """The database or its folder cannot be read or written now; nothing was lost."""


class ServerUnreachable(StorageUnavailable):
    """The office's server does not answer; what is keyed stays here until it does."""


class ReadOnly(UserError):
    """Another program works on the data folder: this one looks, and stores nothing."""

    def __init__(self) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "This window only reads, because the program is already running with the same "
                "data folder. Store it there, or close that program and start this one again; "
                "until then Save XML keeps your work.",
            )
        )
