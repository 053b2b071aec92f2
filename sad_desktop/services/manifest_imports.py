"""Manifests out of files: read, looked at, then kept with all their bills or not at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sad_desktop.brokerage.list_layouts import Layout, by_headings
from sad_desktop.brokerage.list_parts import known_words
from sad_desktop.brokerage.list_rows import IsCancelled, Progress, ReadingStopped, Remark, Standing
from sad_desktop.brokerage.list_tables import Table
from sad_desktop.brokerage.manifest_files import BILL_PARTS, ManifestFile, bills_of_table
from sad_desktop.brokerage.manifests import BillOfLading, Manifest, manifest_faults
from sad_desktop.brokerage.numbers import plain_number
from sad_desktop.brokerage.users import Service
from sad_desktop.errors import UserError
from sad_desktop.services.exchange import content_of
from sad_desktop.services.list_imports import ImportStopped
from sad_desktop.services.manifests import FAULTS
from sad_desktop.services.rights import needs
from sad_desktop.services.table_files import ReadingCancelled, read_table
from sad_desktop.services.table_layouts import remember_layout, remembered_layout
from sad_desktop.services.workspace import Workspace
from sad_desktop.text import QT_TRANSLATE_NOOP

LIST_NAME = "bills"
"""Under which the layouts of tables of bills are remembered."""
_MOST_AT_ONCE = 500
_XML = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")

# SQLAlchemy is imported inside the methods, where the database is first used: start-up cost.


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedManifest:
    """What an import would do: the voyage as it would be kept, and its bills by what is new.

    ``bills`` hold the ids of kept ones; ``same`` are kept exactly so already; ``layout`` and
    ``table`` are None for XML.
    """

    manifest: Manifest
    bills: tuple[BillOfLading, ...]
    same: int
    remarks: tuple[Remark, ...] = ()
    table: Table | None = None
    layout: Layout | None = None

    @property
    def new(self) -> int:
        """The number of bills that are not kept yet."""
        return sum(not bill.id for bill in self.bills)

    @property
    def changed(self) -> int:
        """The number of kept bills that the file says otherwise."""
        return len(self.bills) - self.new

    @property
    def faults(self) -> int:
        """The number of bills that cannot be kept."""
        return sum(remark.standing is Standing.FAULT for remark in self.remarks)


class ManifestImports:
    """The imports of one desk. Every method may raise StorageUnavailable."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def read(
        self,
        path: Path,
        progress: Progress = lambda _done, _total: None,
        is_cancelled: IsCancelled = lambda: False,
    ) -> ManifestFile | Table:
        """Return the voyage of an XML file, or a table; raises FileRefused, ImportStopped."""
        from sad_desktop.xml.dialects import read_manifest  # lxml is loaded at the first file

        if path.suffix.lower() == ".xml" or _begins_as_xml(path):
            return read_manifest(content_of(path), path.name)
        try:
            return read_table(
                path, known_words(BILL_PARTS), progress=progress, is_cancelled=is_cancelled
            )
        except ReadingCancelled as error:
            raise ImportStopped from error

    def layout(self, table: Table) -> Layout:
        """Return what the columns are: as the last time for a file of this shape, else guessed."""
        known = remembered_layout(self._workspace, LIST_NAME, table, BILL_PARTS)
        return known or by_headings(table, BILL_PARTS)

    def prepare_file(self, file: ManifestFile) -> PreparedManifest:
        """Compare a file's voyage with what is kept; raises UserError when it has no number."""
        for fault in manifest_faults(file.manifest):
            raise UserError(FAULTS[fault])
        return self._compared(file.manifest, file.bills, file.remarks)

    def prepare_table(
        self,
        manifest: Manifest,
        table: Table,
        layout: Layout,
        progress: Progress = lambda _done, _total: None,
        is_cancelled: IsCancelled = lambda: False,
    ) -> PreparedManifest:
        """Read a table as bills of a kept voyage and compare them; raises ImportStopped."""
        if not layout.columns_of("number"):
            raise UserError(
                QT_TRANSLATE_NOOP("UserError", "Say which column holds the numbers of the bills.")
            )
        try:
            bills, remarks = bills_of_table(
                table, layout, progress=progress, is_cancelled=is_cancelled
            )
        except ReadingStopped as error:
            raise ImportStopped from error
        given = frozenset(layout.columns.values())
        prepared = self._compared(manifest, bills, remarks, given)
        return replace(prepared, table=table, layout=layout)

    @needs(Service.MANIFESTS)
    def store(
        self,
        prepared: PreparedManifest,
        *,
        leaves_faults_out: bool = False,
        progress: Progress = lambda _done, _total: None,
        is_cancelled: IsCancelled = lambda: False,
        at: datetime | None = None,
    ) -> Manifest:
        """Keep a voyage with its bills, all or nothing; returns it with its id.

        Raises UserError while bills have faults that are not left out on purpose, ImportStopped.
        """
        from sad_desktop.database import manifests
        from sad_desktop.database.engine import writing

        if prepared.faults and not leaves_faults_out:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "Nothing was changed, because of bills with faults: {count}. Correct the "
                    "file, or leave these bills out.",
                ),
                {"count": prepared.faults},
            )
        moment = at or datetime.now(UTC)
        with writing(self._workspace.database()) as connection:
            manifests.keep_others_out(connection)
            same = manifests.same_voyage(connection, prepared.manifest)
            own = replace(prepared.manifest, id=prepared.manifest.id or (same.id if same else 0))
            kept = manifests.store(connection, own, at=moment, user=self._workspace.user)
            ids = _ids(manifests.bills_of(connection, kept.id))
            bills = [_with_id(bill, ids) for bill in prepared.bills]
            for start in range(0, len(bills), _MOST_AT_ONCE):
                if is_cancelled():
                    raise ImportStopped
                progress(start, len(bills))
                some = bills[start : start + _MOST_AT_ONCE]
                manifests.store_bills(connection, kept.id, some)
        if prepared.table is not None and prepared.layout is not None:
            remember_layout(self._workspace, LIST_NAME, prepared.table, prepared.layout)
        return kept

    def _compared(
        self,
        manifest: Manifest,
        bills: Iterable[BillOfLading],
        remarks: tuple[Remark, ...],
        given: frozenset[str] | None = None,
    ) -> PreparedManifest:
        """Compare with the same voyage; parts that are not ``given`` stay as they are kept."""
        from sad_desktop.database import manifests
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            same = manifest if manifest.id else manifests.same_voyage(connection, manifest)
            known = manifests.bills_of(connection, same.id) if same is not None else ()
        by_number = {plain_number(bill.number): bill for bill in known}
        own: list[BillOfLading] = []
        alike = 0
        for bill in bills:
            kept = by_number.get(plain_number(bill.number))
            full = bill if kept is None else _overlaid(kept, bill, given)
            if full == kept:
                alike += 1
            else:
                own.append(full)
        return PreparedManifest(
            manifest=replace(manifest, id=same.id if same is not None else 0),
            bills=tuple(own),
            same=alike,
            remarks=remarks,
        )


def _overlaid(kept: BillOfLading, bill: BillOfLading, given: frozenset[str] | None) -> BillOfLading:
    """Return a kept bill as a file says it; what the file has no column for stays."""
    full = replace(bill, id=kept.id, manifest_id=kept.manifest_id)
    if given is None:
        return full
    parts = {part.name for part in BILL_PARTS} - {"container", "container_kind", "seals"}
    stays = {name: getattr(kept, name) for name in parts - given}
    if "container" not in given:
        stays["containers"] = kept.containers
    return replace(full, **stays)


def _ids(bills: Iterable[BillOfLading]) -> Mapping[str, int]:
    return {plain_number(bill.number): bill.id for bill in bills}


def _with_id(bill: BillOfLading, ids: Mapping[str, int]) -> BillOfLading:
    """Return a bill with the id it is kept under now: another desk may have keyed it meanwhile."""
    return replace(bill, id=ids.get(plain_number(bill.number), 0))


def _begins_as_xml(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(200).lstrip().startswith(_XML)
    except OSError:
        return False  # said when it is read
