"""Where the program's data, backups, recovery files and logs live."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders below one data folder; nothing is created before it is written to."""

    root: Path

    @property
    def database(self) -> Path:
        """The SQLite file of declarations."""
        return self.root / "declarations.sqlite3"

    def lists(self, profile: str) -> Path:
        """Return the desk's copy of a country's reference lists, made for searching."""
        return self.root / f"lists-{profile}.sqlite3"

    @property
    def recovery(self) -> Path:
        """One journal file per open, unsaved declaration."""
        return self.root / "recovery"

    @property
    def backups(self) -> Path:
        """Backups of everything, dated and rotated."""
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        """Rotating logs and the crash file."""
        return self.root / "logs"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.root / "settings.json"

    @property
    def restoring(self) -> Path:
        """There only while a restored backup is put in the place of everything else."""
        return self.root / "restore.json"

    @property
    def lock(self) -> Path:
        """Held by the one running program that may write here."""
        return self.root / "desk.lock"


def default_paths() -> Paths:
    """Return the platform's user-data folder for this program."""
    import platformdirs  # start-up cost, where the folder is given

    return Paths(Path(platformdirs.user_data_dir("sad-desktop", appauthor=False)))


def paths_of(folder: Path | None) -> Paths:
    """Return where everything lives below a folder that was asked for, else below the usual one."""
    return Paths(folder) if folder else default_paths()
