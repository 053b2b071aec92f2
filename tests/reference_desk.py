"""A desk's reference lists over a database of its own, for tests."""

from pathlib import Path

from sad_desktop.paths import Paths
from sad_desktop.services.reference_lists import ReferenceLists
from sad_desktop.services.workspace import Workspace


def lists_of(folder: Path, url: str = "", profile: str = "bh", user: str = "Salma"):
    """Return the lists of a desk whose data folder this is, up to date with its office."""
    folder.mkdir(exist_ok=True)
    paths = Paths(folder)
    workspace = Workspace(paths, user=user, database_url=url)
    lists = ReferenceLists(workspace, paths.lists(profile), profile)
    lists.refresh()
    return lists
