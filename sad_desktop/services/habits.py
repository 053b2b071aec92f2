"""Ask the office what an importer usually declares, to offer it while the next one is keyed."""

from datetime import date

from sad_desktop.brokerage.habits import Habits
from sad_desktop.declaration.model import Declaration
from sad_desktop.services.workspace import Workspace

# The database is imported where it is used: SQLAlchemy takes longer than the first paint.


def habits_of(
    workspace: Workspace, profile: str, importer: str, declaration_id: str, on: date
) -> Habits:
    """Return the habits of an importer from its other declarations and from files.

    An importer the user does not act for has none. A plain function, to be run beside the screen.
    Raises StorageUnavailable.
    """
    from sad_desktop.database import habits

    rights = workspace.rights
    trader = Declaration(consignee_code=importer)
    if rights.is_on and (rights.user is None or not rights.user.acts_for(trader)):
        return Habits(importer, on=on)
    database = workspace.database()
    declarations, items = habits.past(database, profile, importer, declaration_id)
    learned = habits.learned(database, profile, importer)
    return Habits(importer, declarations, items, learned, on=on)
