"""The manifests of the office: found, kept, reconciled, and asked by verification."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from sad_desktop.brokerage.manifests import (
    NOTHING,
    BillBalance,
    BillOfLading,
    Manifest,
    ManifestFault,
    ManifestQuery,
    ManifestSummary,
    Reconciliation,
    WriteOff,
    bill_faults,
    manifest_faults,
    wanted,
)
from sad_desktop.brokerage.numbers import plain_number
from sad_desktop.brokerage.register import Bill
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import UserError
from sad_desktop.services.rights import needs
from sad_desktop.services.workspace import Workspace
from sad_desktop.text import QT_TRANSLATE_NOOP

logger = logging.getLogger(__name__)

MOST_FOUND = 200
FAULTS: Mapping[ManifestFault, str] = {
    ManifestFault.NO_VOYAGE: QT_TRANSLATE_NOOP("UserError", "Key the voyage number."),
    ManifestFault.ARRIVES_BEFORE_DEPARTURE: QT_TRANSLATE_NOOP(
        "UserError", "The voyage arrives before it departs: correct one of the two dates."
    ),
    ManifestFault.NO_NUMBER: QT_TRANSLATE_NOOP("UserError", "Key the number of the bill."),
    ManifestFault.NEGATIVE: QT_TRANSLATE_NOOP(
        "UserError", "Packages and gross mass of a bill cannot be below zero."
    ),
    ManifestFault.NUMBER_TWICE: QT_TRANSLATE_NOOP(
        "UserError", "The manifest has a bill of this number already."
    ),
}

# SQLAlchemy is imported inside the methods, where the database is first used: start-up cost.


class Manifests:
    """Manifests and bills of one office. Every method raises StorageUnavailable.

    ``at`` is the moment of storing; the clock's where it is left out.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def find(self, query: ManifestQuery, limit: int = MOST_FOUND) -> tuple[ManifestSummary, ...]:
        """Return the manifests that meet all criteria, the latest voyage first."""
        from sad_desktop.database import manifests
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            return manifests.find(connection, query, limit)

    def find_typed(self, typed: str, query: ManifestQuery) -> tuple[ManifestSummary, ...]:
        """Return the manifests whose voyage begins with what is typed, else those of the vessel.

        The other criteria hold in both cases.
        """
        found = self.find(replace(query, voyage=typed))
        if found or not typed.strip() or query.vessel:
            return found
        return self.find(replace(query, vessel=typed))

    def load(self, manifest_id: int) -> Manifest:
        """Return a manifest; raises UserError when it is gone."""
        from sad_desktop.database import manifests
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            return manifests.load(connection, manifest_id)

    def voyages(self, manifest_ids: Iterable[int]) -> Mapping[int, Manifest]:
        """Return manifests by their ids; those that are gone are left out."""
        from sad_desktop.database import manifests
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            return manifests.load_some(connection, manifest_ids)

    def bill(self, bill_id: int) -> BillBalance:
        """Return a bill with its balance; raises UserError when it is gone."""
        from sad_desktop.database import manifests, write_offs
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            return write_offs.balances(connection, [manifests.load_bill(connection, bill_id)])[0]

    def meant(self, declaration: Declaration) -> Manifest | None:
        """Return the manifest a declaration names in box A, None where none is kept.

        Raises UserError when it can be two.
        """
        from sad_desktop.database import manifests
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            return manifests.meant(connection, declaration)

    def find_bills(
        self, manifest_id: int | None, beginning: str, limit: int = MOST_FOUND
    ) -> tuple[BillBalance, ...]:
        """Return bills whose number begins so, with balances; of one manifest or of all (None)."""
        from sad_desktop.database import manifests, write_offs
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            found = manifests.find_bills(connection, manifest_id, beginning, limit)
            return write_offs.balances(connection, found)

    def bill_of(self, declaration: Declaration, number: str) -> BillBalance | None:
        """Return the bill a number of box 40 means in a declaration, None where none is kept.

        Raises UserError when box A means two manifests.
        """
        from sad_desktop.database import manifests, write_offs
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            found = manifests.meant_bills(connection, declaration, [plain_number(number)])
            return write_offs.balances(connection, found[:1])[0] if found else None

    def reconciliation(self, manifest_id: int) -> Reconciliation:
        """Return every bill of a manifest with what declarations have used of it."""
        from sad_desktop.database import manifests, write_offs
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            own = manifests.bills_of(connection, manifest_id)
            used = write_offs.used_of_manifest(connection, manifest_id)
        return Reconciliation(
            balances=tuple(BillBalance(bill=bill, used=used.get(bill.id, NOTHING)) for bill in own)
        )

    def history(self, bill_id: int) -> tuple[WriteOff, ...]:
        """Return every line of a bill's ledger, oldest first."""
        from sad_desktop.database import write_offs
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            return write_offs.history_of(connection, bill_id)

    @needs(Service.MANIFESTS)
    def store(self, manifest: Manifest, at: datetime | None = None) -> Manifest:
        """Keep a manifest; returns it with its id. Raises UserError for a fault."""
        from sad_desktop.database import manifests
        from sad_desktop.database.engine import writing

        _refuse(manifest_faults(manifest))
        with writing(self._workspace.database()) as connection:
            manifests.keep_others_out(connection)
            same = manifests.same_voyage(connection, manifest)
            if same is not None and same.id != manifest.id:
                raise UserError(
                    QT_TRANSLATE_NOOP(
                        "UserError",
                        "The voyage {voyage} is kept already for this office and these dates: "
                        "open that one.",
                    ),
                    {"voyage": manifest.voyage},
                )
            kept = manifests.store(connection, manifest, at=_moment(at), user=self._workspace.user)
        logger.info("stored manifest %s", kept.id)
        return kept

    @needs(Service.MANIFESTS)
    def store_bill(self, bill: BillOfLading) -> BillOfLading:
        """Keep a bill of its manifest; returns it with its id. Raises UserError for a fault."""
        from sad_desktop.database import manifests
        from sad_desktop.database.engine import writing

        _refuse(bill_faults(bill))
        plain = plain_number(bill.number)
        with writing(self._workspace.database()) as connection:
            manifests.keep_others_out(connection)
            manifest = manifests.load(connection, bill.manifest_id)
            same = manifests.numbered(connection, manifest.id, [plain])
            if any(other.id != bill.id for other in same):
                _refuse((ManifestFault.NUMBER_TWICE,))
            manifests.store_bills(connection, manifest.id, [bill])
            return manifests.numbered(connection, manifest.id, [plain])[0]

    @needs(Service.MANIFESTS)
    def delete(self, manifest_id: int) -> None:
        """Delete a manifest; raises UserError when declarations have used one of its bills."""
        from sad_desktop.database import manifests
        from sad_desktop.database.engine import writing

        with writing(self._workspace.database()) as connection:
            manifests.keep_others_out(connection)
            used = manifests.written_off(connection, manifest_id)
            if used:
                raise UserError(
                    QT_TRANSLATE_NOOP(
                        "UserError",
                        "Declarations have used {count} bills of this manifest; it stays for "
                        "their history.",
                    ),
                    {"count": len(used)},
                )
            manifests.delete_manifest(connection, manifest_id)
        logger.info("deleted manifest %s", manifest_id)

    @needs(Service.MANIFESTS)
    def delete_bill(self, bill_id: int) -> None:
        """Delete a bill; raises UserError when declarations have used it."""
        from sad_desktop.database import manifests, write_offs
        from sad_desktop.database.engine import writing

        with writing(self._workspace.database()) as connection:
            if write_offs.history_of(connection, bill_id):
                raise UserError(
                    QT_TRANSLATE_NOOP(
                        "UserError",
                        "Declarations have used this bill; it stays for their history.",
                    )
                )
            manifests.delete_bills(connection, [bill_id])

    def manifests_for(self, draft: Draft) -> Mapping[str, frozenset[str]] | None:
        """Return the manifest a draft names with those of its bills that are in it.

        Numbers are spelled as the draft has them. Empty when the office does not keep that
        manifest, None when it keeps none at all. A manifest without bills judges no number.
        """
        from sad_desktop.database import manifests
        from sad_desktop.database.engine import reading

        declaration = draft.declaration
        with reading(self._workspace.database()) as connection:
            if not manifests.is_any_kept(connection):
                return None
            try:
                manifest = manifests.meant(connection, declaration)
            except UserError:  # two voyages of the number: both are known
                return {declaration.manifest: _spelled(declaration)}
            if manifest is None:
                return {}
            if not manifests.find_bills(connection, manifest.id, "", 1):
                return {declaration.manifest: _spelled(declaration)}
            found = manifests.numbered(connection, manifest.id, wanted(declaration))
        kept = {plain_number(bill.number) for bill in found}
        own = (number for number in _spelled(declaration) if plain_number(number) in kept)
        return {declaration.manifest: frozenset(own)}

    def bills_for(self, declaration_id: str, draft: Draft) -> Mapping[str, Bill]:
        """Return the bills a draft names, with what no other declaration has used of them.

        Keys are the numbers as the draft spells them; bills that are not kept are left out.
        """
        from sad_desktop.database import manifests, write_offs
        from sad_desktop.database.engine import reading

        declaration = draft.declaration
        with reading(self._workspace.database()) as connection:
            try:
                found = manifests.meant_bills(connection, declaration, wanted(declaration))
            except UserError:
                return {}  # it is not known which of the two voyages is meant
            ids = [bill.id for bill in found]
            used = write_offs.used_by_others(connection, ids, declaration_id)
        left = {
            plain_number(bill.number): BillBalance(bill=bill, used=used.get(bill.id, NOTHING))
            for bill in found
        }
        return {
            number: _as_registered(declaration.manifest, left[plain_number(number)])
            for number in _spelled(declaration)
            if plain_number(number) in left
        }


def _spelled(declaration: Declaration) -> frozenset[str]:
    """Return the numbers of bills as box 40 spells them."""
    return frozenset({item.summary_declaration for item in declaration.items} - {""})


def _as_registered(manifest: str, balance: BillBalance) -> Bill:
    bill = balance.bill
    return Bill(
        manifest=manifest,
        consignee=bill.consignee_code or bill.consignee.partition("\n")[0],
        packages_left=balance.packages_left,
        mass_left=balance.mass_left,
        containers=frozenset(plain_number(one.identity) for one in bill.containers),
    )


def _refuse(faults: Iterable[ManifestFault]) -> None:
    for fault in faults:
        raise UserError(FAULTS[fault])


def _moment(at: datetime | None) -> datetime:
    return at or datetime.now(UTC)
