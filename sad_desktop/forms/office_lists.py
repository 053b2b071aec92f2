"""The finders of what the office keeps: companies, suppliers, voyages and bills of lading."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from sad_desktop.brokerage.companies import Company
from sad_desktop.brokerage.manifests import BillBalance, Manifest, ManifestSummary
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import Value, is_empty, show_number
from sad_desktop.forms.document import Document
from sad_desktop.forms.lookup_lists import Column, Criterion, Searched
from sad_desktop.forms.manifest_criteria import manifest_criteria, manifest_query
from sad_desktop.forms.tasks import Starter
from sad_desktop.services.advance_cargo import AdvanceCargo
from sad_desktop.services.advance_cargo_finders import acid_entries
from sad_desktop.services.bill_fills import of_bill, of_manifest, of_supplier
from sad_desktop.services.companies import Companies
from sad_desktop.services.manifests import Manifests
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.book import ListEntry, LookupQuery
from sad_desktop.tariff.lookup import Searchable, searchable

BILLS, MANIFESTS, SUPPLIERS, COMPANIES = "bills", "manifests", "suppliers", "companies"
_ID = "id"


class OfficeLists(QObject):
    """Answers the finders of the office's own lists, and says what follows from a pick.

    The finders ask the database beside the screen; what they found is kept until the next one
    opens, so that a pick needs no question.
    """

    def __init__(self, companies: Companies, workspace: Workspace, tasks: Starter) -> None:
        super().__init__()
        self._companies = companies
        self._workspace = workspace
        self._manifests = Manifests(workspace)
        self._tasks = tasks
        self._voyages: dict[int, Manifest] = {}
        self._bills: dict[int, BillBalance] = {}

    def searched(self, document: Document, place: Place) -> Searched | None:
        """Return how the finder of a box searches; None where its list is the tariff book's."""
        self._voyages, self._bills = {}, {}
        match place.definition().lookup:
            case "companies":
                return self._of_companies(document)
            case "suppliers":
                return self._of_suppliers(document)
            case "manifests":
                return self._of_manifests(document)
            case "bills":
                return self._of_bills(document)
            case "dossiers":
                return self._of_dossiers(document)
        return None

    def take(self, document: Document, place: Place, entry: ListEntry) -> bool:
        """Put in what follows from a pick, as one step; False where only its code is entered.

        What the clerk keyed in other boxes stays.
        """
        values = self._values(document, place, entry)
        if values is None:
            return False
        open_ones = ((to, value) for to, value in values if to == place or _is_open(document, to))
        document.put_all(open_ones, place.definition().title(document.desk.language))
        return True

    def _values(
        self, document: Document, place: Place, entry: ListEntry
    ) -> Iterable[tuple[Place, Value]] | None:
        """Return the values that follow from an entry; None where it is a code like others."""
        kept = int(entry.facts.get(_ID, "0"))
        lookup = place.definition().lookup
        if lookup == SUPPLIERS:
            company = self._companies.lists().companies.get(kept)
            return of_supplier(company, document.desk.language) if company is not None else None
        date_kind = document.desk.book.profile.flags.get("manifest_date", "")
        if lookup == MANIFESTS:
            return of_manifest(self._voyages[kept], date_kind)
        if lookup != BILLS:
            return None
        balance = self._bills[kept]
        values = list(of_bill(document.draft, place.item, balance))
        manifest = self._voyages.get(balance.bill.manifest_id)
        if not document.draft.declaration.manifest and manifest is not None:
            values.extend(of_manifest(manifest, date_kind))
        return values

    def _of_companies(self, document: Document) -> Searched:
        columns = (Column(self.tr("Licence until"), lambda one: _shown(one.facts.get("expires"))),)
        return Searched(search=document.desk.book.search, columns=columns)

    def _of_suppliers(self, document: Document) -> Searched:
        importer = document.draft.declaration.consignee_code
        language = document.desk.language
        read: list[Searchable] = []

        def search(query: LookupQuery) -> tuple[ListEntry, ...]:
            if not read:
                known = self._companies.suppliers_of(importer)
                read.append(searchable(_supplier_entry(one, language) for one in known))
            return read[0].find(query.text, query.limit)

        address = Column(self.tr("Address"), lambda one: _one_line(one.facts["address"]))
        return Searched(
            search=search,
            columns=(address,),
            code_title=self.tr("Country"),
            tasks=self._tasks,
        )

    def _of_manifests(self, document: Document) -> Searched:
        return Searched(
            search=self._find_manifests,
            columns=(
                Column(self.tr("Departure"), lambda one: _shown(one.facts.get("departure"))),
                Column(self.tr("Arrival"), lambda one: _shown(one.facts.get("arrival"))),
                Column(self.tr("Office"), lambda one: one.facts["office"]),
                Column(self.tr("Bills"), lambda one: one.facts["bills"], is_amount=True),
            ),
            criteria=(
                Criterion("vessel", self.tr("Vessel")),
                *manifest_criteria(document.desk),
            ),
            code_title=self.tr("Voyage"),
            name_title=self.tr("Vessel"),
            has_one_name=True,
            tasks=self._tasks,
        )

    def _of_bills(self, document: Document) -> Searched:
        return Searched(
            search=partial(self._find_bills, document.draft.declaration),
            columns=(
                Column(self.tr("Consignee"), lambda one: one.facts["consignee"]),
                Column(self.tr("Packages"), lambda one: one.facts["packages"], is_amount=True),
                Column(self.tr("Left"), lambda one: one.facts["packages_left"], is_amount=True),
                Column(self.tr("Gross kg"), lambda one: one.facts["mass"], is_amount=True),
                Column(self.tr("kg left"), lambda one: one.facts["mass_left"], is_amount=True),
            ),
            code_title=self.tr("Bill"),
            name_title=self.tr("Goods"),
            has_one_name=True,
            tasks=self._tasks,
        )

    def _of_dossiers(self, document: Document) -> Searched:
        """Search the ACIDs in force: the importer's, or all where box 8 is empty."""
        desk, importer = document.desk, document.draft.declaration.consignee_code
        read: list[Searchable] = []

        def search(query: LookupQuery) -> tuple[ListEntry, ...]:
            if not read:
                cargo = AdvanceCargo(self._workspace, desk.book.profile.code)
                read.append(searchable(acid_entries(cargo, importer)))
            return read[0].find(query.text, query.limit)

        return Searched(
            search=search,
            columns=(
                Column(self.tr("Importer"), lambda one: one.facts["importer"]),
                Column(self.tr("Invoice"), lambda one: one.facts["invoice"]),
                Column(self.tr("Valid until"), lambda one: _shown(one.facts["until"])),
            ),
            code_title="ACID",
            name_title=self.tr("Exporter"),
            has_one_name=True,
            tasks=self._tasks,
        )

    def _find_manifests(self, query: LookupQuery) -> tuple[ListEntry, ...]:
        found = self._manifests.find_typed(query.text, manifest_query(query.criteria))
        self._voyages |= {one.manifest.id: one.manifest for one in found}
        return tuple(map(_manifest_entry, found))

    def _find_bills(self, declaration: Declaration, query: LookupQuery) -> tuple[ListEntry, ...]:
        """Find bills of the voyage that box A names; of all where it names none."""
        manifest = self._manifests.meant(declaration)
        found = self._manifests.find_bills(
            manifest.id if manifest is not None else None, query.text, query.limit
        )
        self._bills |= {one.bill.id: one for one in found}
        if manifest is None:
            self._voyages |= self._manifests.voyages({one.bill.manifest_id for one in found})
        return tuple(map(_bill_entry, found))


def _is_open(document: Document, place: Place) -> bool:
    """Tell whether a box may be filled: keyed here, and empty or filled by the program."""
    draft: Draft = document.draft
    if place in draft.rejected or not document.takes(place):
        return False
    return place in draft.filled or is_empty(draft.value(place))


def _supplier_entry(company: Company, language: str) -> ListEntry:
    facts = {_ID: str(company.id), "address": company.address(language)}
    return ListEntry(code=company.country, en=company.en, ar=company.ar, facts=facts)


def _manifest_entry(found: ManifestSummary) -> ListEntry:
    manifest = found.manifest
    facts = {
        _ID: str(manifest.id),
        "office": manifest.office,
        "bills": str(found.bill_count),
        "departure": manifest.departure.isoformat() if manifest.departure else "",
        "arrival": manifest.arrival.isoformat() if manifest.arrival else "",
    }
    return ListEntry(code=manifest.voyage, en=manifest.vessel, ar="", facts=facts)


def _bill_entry(balance: BillBalance) -> ListEntry:
    bill = balance.bill
    amounts = {
        "packages": bill.packages,
        "packages_left": balance.packages_left,
        "mass": bill.gross_mass,
        "mass_left": balance.mass_left,
    }
    facts = {
        _ID: str(bill.id),
        "consignee": bill.consignee.partition("\n")[0] or bill.consignee_code,
        **{name: "" if one is None else show_number(one) for name, one in amounts.items()},
    }
    return ListEntry(code=bill.number, en=_one_line(bill.goods), ar="", facts=facts)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shown(day: str | None) -> str:
    return date.fromisoformat(day).strftime("%d/%m/%Y") if day else ""
