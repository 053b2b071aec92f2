"""One table of a profile file, read key by key: every fault is reported by file and key."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from sad_desktop.errors import FileRefused
from sad_desktop.text import QT_TRANSLATE_NOOP


class TomlTable:
    """A table with its place in the file; ``done`` complains about keys nobody asked for."""

    def __init__(self, content: Mapping[str, object], file: str, key: str = "") -> None:
        self._content = content
        self._file = file
        self._key = key
        self._asked: set[str] = set()

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default it must be there."""
        value = self._value(key, default)
        if not isinstance(value, str):
            raise self._wrong(key, "a text")
        return value

    def number(self, key: str, default: int | None = None) -> int:
        """Return a whole number."""
        value = self._value(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._wrong(key, "a whole number")
        return value

    def optional_number(self, key: str) -> int | None:
        """Return a whole number, None when it is not there."""
        return self.number(key) if key in self._content else None

    def decimal(self, key: str, default: str) -> Decimal:
        """Return a number written as a text, so that no digit of it is lost."""
        written = self.text(key, default)
        try:
            value = Decimal(written)
        except InvalidOperation as error:
            raise self._wrong(key, 'a number in quotes, such as "0.01"') from error
        if not value.is_finite():
            raise self._wrong(key, 'a number in quotes, such as "0.01"')
        return value

    def flag(self, key: str) -> bool:
        """Return true or false; false when it is not there."""
        value = self._value(key, False)
        if not isinstance(value, bool):
            raise self._wrong(key, "true or false")
        return value

    def day(self, key: str) -> date:
        """Return a day; it must be there."""
        value = self._value(key, None)
        if type(value) is not date:
            raise self._wrong(key, "a day, such as 2025-01-01")
        return value

    def optional_day(self, key: str) -> date | None:
        """Return a day, None when it is not there."""
        return self.day(key) if key in self._content else None

    def texts(self, key: str, default: Iterable[str] | None = ()) -> tuple[str, ...]:
        """Return a list of texts; a text alone counts as a list of one."""
        value = self._value(key, list(default) if default is not None else None)
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            raise self._wrong(key, "a list of texts")
        return tuple(listed)

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers; it must be there and hold one."""
        value = self._value(key, None)
        if not isinstance(value, list) or not value or any(type(one) is not int for one in value):
            raise self._wrong(key, "a list of whole numbers")
        return tuple(value)

    def table(self, key: str) -> "TomlTable":
        """Return a table; an empty one when it is not there."""
        value = self._value(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, "a table")
        return TomlTable(value, self._file, self._path(key))

    def tables(self, key: str) -> Iterator["TomlTable"]:
        """Yield the tables of a list; none when it is not there."""
        value = self._value(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self._wrong(key, "a list of tables")
        for place, one in enumerate(value, 1):
            yield TomlTable(one, self._file, f"{self._path(key)}[{place}]")

    def names(self) -> tuple[str, ...]:
        """Return the keys of the table, all counted as asked for."""
        self._asked.update(self._content)
        return tuple(self._content)

    def done(self) -> None:
        """Complain about the first key that nobody asked for."""
        for key in self._content:
            if key not in self._asked:
                raise FileRefused(
                    QT_TRANSLATE_NOOP(
                        "UserError",
                        "The profile {file} was not used: the key {key} is not known. "
                        "Correct its spelling or remove it.",
                    ),
                    {"file": self._file, "key": self._path(key)},
                )

    def refused(self, key: str, reason: str) -> FileRefused:
        """Return the error for a value that cannot be."""
        return FileRefused(
            QT_TRANSLATE_NOOP(
                "UserError", "The profile {file} was not used: {key} cannot be so: {reason}."
            ),
            {"file": self._file, "key": self._path(key), "reason": reason},
        )

    def _value(self, key: str, default: object) -> object:
        self._asked.add(key)
        value = self._content.get(key, default)
        if value is None:
            raise FileRefused(
                QT_TRANSLATE_NOOP(
                    "UserError", "The profile {file} was not used: {key} is missing."
                ),
                {"file": self._file, "key": self._path(key)},
            )
        return value

    def _wrong(self, key: str, wanted: str) -> FileRefused:
        return FileRefused(
            QT_TRANSLATE_NOOP(
                "UserError", "The profile {file} was not used: {key} must be {wanted}."
            ),
            {"file": self._file, "key": self._path(key), "wanted": wanted},
        )

    def _path(self, key: str) -> str:
        return f"{self._key}.{key}" if self._key else key
