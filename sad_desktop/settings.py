"""What the user has chosen, kept in one JSON file that is replaced whole or not at all."""

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from sad_desktop.errors import StorageUnavailable, UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

LEAST_ZOOM, MOST_ZOOM = 75, 200


class ThemeChoice(StrEnum):
    """How the windows look."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Digits(StrEnum):
    """The digits amounts are shown in; typed digits are understood in either."""

    LATIN = "latin"
    ARABIC = "arabic"


class ManifestDate(StrEnum):
    """What the date of the manifest means in this office (FEATURES.md S3-012)."""

    DEPARTURE = "departure"
    ARRIVAL = "arrival"
    OFF = "off"


class ReferenceMode(StrEnum):
    """Whether the reference number of box 7 is keyed or given (FEATURES.md S3-022)."""

    MANUAL = "manual"
    AUTO = "auto"


class LearnedOffers(StrEnum):
    """Whether the usual values of an importer are offered in empty boxes."""

    SHOWN = "shown"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The user's choices; ``""`` leaves a choice to the program.

    ``zoom`` is per cent, 0 fits the page to the window; ``sheet_edition`` is en, ar or both;
    ``keys`` holds only the actions whose key was changed, by name; ``database_url`` is empty for
    the file in the data folder; the office, the declarant and the place are put into new
    declarations.
    """

    language: str = ""
    theme: ThemeChoice = ThemeChoice.SYSTEM
    profile: str = "bh"
    digits: Digits = Digits.LATIN
    sheet_edition: str = ""
    zoom: int = 0
    keys: Mapping[str, str] = field(default_factory=dict)
    manifest_date_mode: ManifestDate = ManifestDate.DEPARTURE
    reference_mode: ReferenceMode = ReferenceMode.MANUAL
    learned_offers: LearnedOffers = LearnedOffers.SHOWN
    user_name: str = ""
    office_code: str = ""
    office_name: str = ""
    declarant_code: str = ""
    declarant_name: str = ""
    declaration_place: str = ""
    representative: str = ""
    database_url: str = ""


Notice = Callable[[UserError], None]
Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

UPGRADES: tuple[Upgrade, ...] = ()
"""What turns the choices of version 1, 2, … into those of the next; each a named function."""


def load_settings(path: Path, notice: Notice | None = None) -> Settings:
    """Return the settings of a file; never raises for what is in it.

    Where there is no file, they are the defaults. A file that is not understood is kept aside
    under another name, a choice that is not understood falls back to its default; ``notice`` is
    told of either.
    """
    tell = notice or _tell_nobody
    try:
        version, choices = _parsed(path.read_bytes())
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        tell(_unreadable(path, error))
        return Settings()
    except (ValueError, RecursionError):
        tell(_damaged(path))
        return Settings()
    settings, wrong = settings_from(upgraded(choices, version))
    if wrong:
        tell(_choices_not_understood(path, wrong))
    return settings


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings in the place of the former ones; raises StorageUnavailable."""
    plain = {"version": len(UPGRADES) + 1, "settings": asdict(settings)}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(plain, ensure_ascii=False, indent=2)
        replace_file(path, f"{text}\n".encode("utf-8", "replace"))
    except OSError as error:
        raise StorageUnavailable(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The settings could not be written to {path} ({reason}); they hold until the "
                "program ends.",
            ),
            {"path": path, "reason": error.strerror or error},
        ) from error


def replace_file(path: Path, content: bytes) -> None:
    """Write a file so that at every moment either the former or the new content is there.

    When it returns the content survives a power cut. Others on the machine cannot read the file.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    if os.name == "posix":  # Windows writes the folder with the file and opens no folders
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def upgraded(
    choices: dict[str, Any], version: int, upgrades: tuple[Upgrade, ...] = UPGRADES
) -> dict[str, Any]:
    """Return the choices of an older version as this version names them."""
    for upgrade in upgrades[max(version, 1) - 1 :]:
        choices = upgrade(choices)
    return choices


def settings_from(choices: Mapping[str, object]) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings, and the names of the choices that were not understood."""
    settings, wrong = Settings(), []
    for choice in fields(Settings):
        if choice.name not in choices:
            continue
        default = getattr(settings, choice.name)
        try:
            value = _read(choice.name, default, choices[choice.name])
        except ValueError:
            wrong.append(choice.name)
            continue
        changes: dict[str, Any] = {choice.name: value}
        settings = replace(settings, **changes)
    return settings, tuple(wrong)


def _read(name: str, default: object, plain: object) -> object:
    """Return a choice of the kind of its default; raises ValueError."""
    if isinstance(default, StrEnum):
        return type(default)(str(plain))
    if isinstance(default, Mapping):
        if not isinstance(plain, dict) or not all(isinstance(one, str) for one in plain.values()):
            raise ValueError(name)
        return plain
    if not isinstance(plain, type(default)) or isinstance(plain, bool):
        raise ValueError(name)
    if name == "zoom" and isinstance(plain, int):
        return min(max(plain, LEAST_ZOOM), MOST_ZOOM) if plain else 0
    return plain


def _parsed(content: bytes) -> tuple[int, dict[str, Any]]:
    match json.loads(content.decode("utf-8")):
        case {"version": int(version), "settings": dict(choices)}:
            return version, choices
    raise ValueError(content)


def _damaged(path: Path) -> UserError:
    """Keep a file that is not understood under another name and say so."""
    aside = path.with_name(f"{path.name}.damaged")
    with suppress(OSError):
        path.replace(aside)
    return UserError(
        QT_TRANSLATE_NOOP(
            "UserError",
            "The settings file is damaged; the settings are those of a new installation. The "
            "former file is kept as {path}.",
        ),
        {"path": aside},
    )


def _unreadable(path: Path, error: OSError) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "UserError",
            "The settings file {path} cannot be read ({reason}); the settings are those of a new "
            "installation.",
        ),
        {"path": path, "reason": error.strerror or error},
    )


def _choices_not_understood(path: Path, wrong: tuple[str, ...]) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "UserError",
            "Some settings in {path} are not understood and have their first value again: {names}.",
        ),
        {"path": path, "names": ", ".join(wrong)},
    )


def _tell_nobody(_notice: UserError) -> None:
    pass


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would else end lines its own way
