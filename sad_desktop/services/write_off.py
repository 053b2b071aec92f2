"""Write declarations off their bills of lading, and give back what they used (S3-014)."""

import logging
from datetime import datetime

from sad_desktop.brokerage.manifests import WriteOff
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.draft import Draft
from sad_desktop.services.rights import needs
from sad_desktop.services.workspace import Workspace

logger = logging.getLogger(__name__)

# SQLAlchemy is imported inside the methods, where the database is first used: start-up cost.


class WriteOffs:
    """The ledger of bills of one office.

    Within another transaction use ``database.write_offs`` itself, which has the same functions
    on a connection. Every method raises StorageUnavailable.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Service.REGISTER)
    def write_off(
        self, declaration_id: str, draft: Draft, at: datetime, user: str
    ) -> tuple[WriteOff, ...]:
        """Write what a declaration uses off its bills, all or nothing; returns the new lines.

        May be called again for a changed draft: the ledger then holds what it says now. Raises
        NotCovered when a bill has not so much left, UserError when box A means two voyages.
        """
        from sad_desktop.database import write_offs
        from sad_desktop.database.engine import writing

        with writing(self._workspace.database()) as connection:
            lines = write_offs.write_off(connection, declaration_id, draft, at=at, user=user)
        logger.info("wrote declaration %s off %s bills", declaration_id, len(lines))
        return lines

    @needs(Service.REGISTER)
    def give_back(self, declaration_id: str, at: datetime, user: str) -> tuple[WriteOff, ...]:
        """Give back all a declaration has written off; nothing when it holds nothing."""
        from sad_desktop.database import write_offs
        from sad_desktop.database.engine import writing

        with writing(self._workspace.database()) as connection:
            lines = write_offs.give_back(connection, declaration_id, at=at, user=user)
        logger.info("gave back what declaration %s had of %s bills", declaration_id, len(lines))
        return lines
