"""Track declarations at customs: find one by its number or bill, see and note its stages."""

from collections.abc import Callable
from datetime import UTC, datetime

from sad_desktop.brokerage.library import Summary
from sad_desktop.brokerage.tracking import Reached, Stage, sought_number, stages
from sad_desktop.brokerage.users import Service
from sad_desktop.services.rights import needs
from sad_desktop.services.workspace import Workspace

# SQLAlchemy is imported inside the methods, where the database is first used: start-up cost.


def _now() -> datetime:
    return datetime.now(UTC)


class Tracking:
    """Every method may raise StorageUnavailable; looking is open to everybody."""

    def __init__(self, workspace: Workspace, now: Callable[[], datetime] = _now) -> None:
        self._workspace = workspace
        self._now = now

    def find(self, typed: str, declaration_id: str = "") -> tuple[Summary, ...]:
        """Return declarations whose number, reference or bill begins as typed; "": the last.

        ``declaration_id`` asks for that one alone, whatever is typed.
        """
        from sad_desktop.database import tracking

        return tracking.find(self._workspace.database(), sought_number(typed), declaration_id)

    def stages(self, declaration_id: str) -> tuple[Reached, ...]:
        """Return how far a declaration is, every stage in its order."""
        from sad_desktop.database import history

        return stages(history.entries_of(self._workspace.database(), declaration_id))

    @needs(Service.REGISTER)
    def note(self, declaration_id: str, stage: Stage, at: datetime, remark: str = "") -> None:
        """Record what customs say of a stage: done at a moment. Raises StageRefused, NotStored."""
        from sad_desktop.database import tracking

        tracking.note(
            self._workspace.database(),
            declaration_id,
            stage,
            at,
            " ".join(remark.split()),
            self._now(),
            self._workspace.user,
        )

    @needs(Service.REGISTER)
    def withdraw(self, declaration_id: str, stage: Stage) -> None:
        """Record that a stage noted by hand is not done after all. Raises StageRefused."""
        from sad_desktop.database import tracking

        database, user = self._workspace.database(), self._workspace.user
        tracking.withdraw(database, declaration_id, stage, self._now(), user)
