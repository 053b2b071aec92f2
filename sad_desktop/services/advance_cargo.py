"""Dossiers of advance cargo information: kept, changed within their locks, led step by step."""

import logging
from dataclasses import replace
from datetime import UTC, datetime

from sad_desktop.brokerage.advance_cargo import FIELDS, Dossier, Phase, State
from sad_desktop.brokerage.advance_cargo_law import AdvanceCargoLaw, load_law
from sad_desktop.brokerage.advance_cargo_locks import locked_changes
from sad_desktop.brokerage.advance_cargo_steps import LACKING, Event, fault_of, recorded
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import UserError
from sad_desktop.services.rights import needs, rights_of
from sad_desktop.services.workspace import Workspace
from sad_desktop.text import QT_TRANSLATE_NOOP

logger = logging.getLogger(__name__)

ROW_TITLES = {
    "invoices": QT_TRANSLATE_NOOP("AdvanceCargo", "the list of invoices"),
    "lines": QT_TRANSLATE_NOOP("AdvanceCargo", "the lines of the invoices"),
}
"""What the lists of a dossier are called in a sentence."""

# SQLAlchemy is imported inside the methods, where the database is first used: start-up cost.


class FieldsLocked(UserError):
    """A field was changed that the phase of the dossier locks (ACI-07); ``names`` says which."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        super().__init__(
            QT_TRANSLATE_NOOP("UserError", "{field} can no longer be changed in this phase."),
            {"field": ", ".join(map(english, names))},
        )


class RequestLacks(UserError):
    """A request does not say yet what it must; ``names`` are the fields."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        super().__init__(LACKING, {"fields": ", ".join(map(english, names))})


class AdvanceCargo:
    """The dossiers of an office under one country's law.

    ``law`` is None where the country asks none. All that reads or writes the database raises
    StorageUnavailable.
    """

    def __init__(self, workspace: Workspace, profile: str) -> None:
        self._workspace = workspace
        self._profile = profile
        self.law: AdvanceCargoLaw | None = load_law(profile)

    def dossiers(self) -> tuple[Dossier, ...]:
        """Return all dossiers, the latest first."""
        from sad_desktop.database import advance_cargo
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            return advance_cargo.load_all(connection, self._profile)

    def with_acid(self, digits: str) -> tuple[Dossier, ...]:
        """Return the dossiers that have or had a number, the one in use first."""
        from sad_desktop.database import advance_cargo
        from sad_desktop.database.engine import reading

        if not digits or self.law is None:
            return ()
        with reading(self._workspace.database()) as connection:
            return advance_cargo.with_acid(connection, self._profile, digits)

    @needs(Service.DECLARE)
    def store(self, dossier: Dossier, at: datetime | None = None) -> Dossier:
        """Keep what was keyed in a dossier; returns it as kept.

        Raises FieldsLocked for what its phase locks, and UserError for another desk's change, an
        ACID or a bill that stands in another dossier.
        """
        from sad_desktop.database import advance_cargo
        from sad_desktop.database.engine import writing

        own = replace(dossier, profile=self._profile)
        self._demand_company(own)
        with writing(self._workspace.database()) as connection:
            if own.id:
                former = advance_cargo.load(connection, own.id)
                self._demand_company(former)
                locked = locked_changes(former, own, self._law())
                if locked and former.version == own.version:
                    raise FieldsLocked(locked)
            kept = advance_cargo.store(
                connection, own, at=at or datetime.now(UTC), user=self._workspace.user
            )
        logger.info("stored dossier %s, version %s", kept.id, kept.version)
        return kept

    @needs(Service.DECLARE)
    def take(self, dossier: Dossier, event: Event) -> Dossier:
        """Lead a kept dossier one step on; returns it as kept.

        Raises RequestLacks and UserError for a step that cannot be taken, and for another desk's
        change.
        """
        from sad_desktop.database import advance_cargo
        from sad_desktop.database.engine import writing

        law = self._law()
        with writing(self._workspace.database()) as connection:
            own = advance_cargo.load(connection, dossier.id)
            self._demand_company(own)
            if own.version == dossier.version:  # else storing says who changed it
                _refuse_fault(own, event, law)
            user = self._workspace.user
            after = recorded(replace(own, version=dossier.version), event, user)
            kept = advance_cargo.store(connection, after, at=event.at, user=user)
        logger.info("dossier %s: %s", kept.id, event.step)
        return kept

    @needs(Service.DECLARE)
    def begin_again(self, dossier: Dossier, at: datetime | None = None) -> Dossier:
        """Begin a new dossier for the same goods; the former one is changed no more (S2-018).

        Both or neither. Raises UserError where a dossier has been replaced already.
        """
        from sad_desktop.database import advance_cargo
        from sad_desktop.database.engine import writing

        if dossier.replaced_by or dossier.phase in (Phase.WAITING, Phase.AFTER):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "No new dossier can be begun from this one: customs have it, it was shipped, "
                    "or another one took its place.",
                )
            )
        self._demand_company(dossier)
        moment, user = at or datetime.now(UTC), self._workspace.user
        fresh = without_answers(dossier)
        with writing(self._workspace.database()) as connection:
            unbilled = replace(fresh, bill="")
            kept = advance_cargo.store(connection, unbilled, at=moment, user=user)
            former = replace(dossier, replaced_by=kept.id)
            advance_cargo.store(connection, former, at=moment, user=user)
            return advance_cargo.store(
                connection, replace(kept, bill=fresh.bill), at=moment, user=user
            )

    @needs(Service.DECLARE)
    def remove(self, dossier: Dossier) -> None:
        """Take out a dossier customs never saw; raises UserError for any other."""
        from sad_desktop.database import advance_cargo
        from sad_desktop.database.engine import writing

        if dossier.state is not State.DRAFT or dossier.acids or dossier.answered_on:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "UserError", "Only a draft that customs never saw can be removed."
                )
            )
        self._demand_company(dossier)
        with writing(self._workspace.database()) as connection:
            advance_cargo.remove(connection, dossier)
        logger.info("removed dossier %s", dossier.id)

    def _demand_company(self, dossier: Dossier) -> None:
        """Raise NotForCompany unless the user acts for the importer (S1-029)."""
        importer = Declaration(consignee_code=dossier.importer_code)
        rights_of(self).demand_company(importer)

    def _law(self) -> AdvanceCargoLaw:
        if self.law is None:
            raise UserError(
                QT_TRANSLATE_NOOP("UserError", "This country asks no advance cargo information.")
            )
        return self.law


def _refuse_fault(dossier: Dossier, event: Event, law: AdvanceCargoLaw) -> None:
    fault = fault_of(dossier, event, law)
    if fault is None:
        return
    message, values = fault
    fields = values.get("fields")
    if isinstance(fields, tuple):
        raise RequestLacks(fields)
    raise UserError(message, values)


def without_answers(dossier: Dossier) -> Dossier:
    """Return a new draft of the same goods: all that was keyed, nothing customs said."""
    empty = Dossier()
    answers = {
        name: getattr(empty, name)
        for name in Dossier.__dataclass_fields__
        if name not in FIELDS and name not in ("profile", "invoices", "lines")
    }
    return replace(dossier, **answers, ships_on=None)


def english(name: str) -> str:
    """Return the English title of a field of a dossier, or of one of its lists."""
    return ROW_TITLES.get(name) or (FIELDS[name].en if name in FIELDS else name)
