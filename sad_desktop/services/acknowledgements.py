"""Warnings a clerk has read and stands by: what registering asks for."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sad_desktop.brokerage.acknowledgements import Acknowledgement, Stated
from sad_desktop.brokerage.users import Service
from sad_desktop.services.rights import needs
from sad_desktop.services.workspace import Workspace
from sad_desktop.validation.findings import Finding, Severity

# The database is imported where it is used: SQLAlchemy takes longer than the first paint.


def stated(finding: Finding) -> Stated:
    """Return a finding as it is acknowledged: another value makes it another finding."""
    return finding.code, finding.place, finding.values


def unacknowledged(
    findings: Iterable[Finding], acknowledged: Iterable[Acknowledgement]
) -> tuple[Finding, ...]:
    """Return the warnings nobody stands by as they are now; registering waits for them."""
    known = {one.stated for one in acknowledged}
    return tuple(
        one for one in findings if one.severity is Severity.WARNING and stated(one) not in known
    )


def acknowledged_of(workspace: Workspace, declaration_id: str) -> tuple[Acknowledgement, ...]:
    """Return what was acknowledged of a declaration, oldest first; raises StorageUnavailable."""
    from sad_desktop.database import acknowledgements

    return acknowledgements.of_declaration(workspace.database(), declaration_id)


@needs(Service.DECLARE, Service.REGISTER)
def acknowledge(
    workspace: Workspace, declaration_id: str, finding: Finding, at: datetime | None = None
) -> Acknowledgement:
    """Keep that the desk's user stands by a warning; raises StorageUnavailable."""
    from sad_desktop.database import acknowledgements

    own = Acknowledgement(stated=stated(finding), user=workspace.user, at=at or datetime.now(UTC))
    acknowledgements.add(workspace.database(), declaration_id, own)
    return own


@needs(Service.DECLARE, Service.REGISTER)
def withdraw(workspace: Workspace, declaration_id: str, finding: Finding) -> None:
    """Take an acknowledgement back; raises StorageUnavailable."""
    from sad_desktop.database import acknowledgements

    acknowledgements.withdraw(workspace.database(), declaration_id, stated(finding))
