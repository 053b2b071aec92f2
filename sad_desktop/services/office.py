"""The office of this desk: where the environment or the settings say it is."""

from sad_desktop.paths import Paths
from sad_desktop.services.server import address
from sad_desktop.services.users import system_user
from sad_desktop.services.workspace import Workspace
from sad_desktop.settings import Settings


def office_of(paths: Paths, settings: Settings) -> Workspace:
    """Return the office, on its server or in the data folder, worked in by this desk's user."""
    return Workspace(
        paths,
        user=settings.user_name or system_user(),
        database_url=address(settings.database_url),
    )
