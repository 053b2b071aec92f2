"""The finders of what the office keeps: companies, suppliers, voyages and bills of lading."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from sad_desktop.brokerage.manifests import BillBalance, ManifestQuery, ManifestSummary
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import Unreadable, Value, is_empty, parse, show_number
from sad_desktop.errors import UserError
from sad_desktop.forms.document import Document
from sad_desktop.forms.lookup_lists import Column, Criterion, Searched
from sad_desktop.services.bill_fills import of_bill, of_manifest, of_supplier
from sad_desktop.services.companies import Companies
from sad_desktop.services.manifests import Manifests
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.book import ListEntry, LookupQuery
from sad_desktop.tariff.lookup import searchable

BILLS, MANIFESTS, SUPPLIERS, COMPANIES = "bills", "manifests", "suppliers", "companies"
_ID = "id"
_DAY = definitions(Declaration)["manifest_day"]


class OfficeLists(QObject):
    """Answers the finders of the office's own lists, and says what follows from a pick.

    ``fail`` is told, once per finder, when the database cannot be asked.
    """

    def __init__(
        self, companies: Companies, workspace: Workspace, fail: Callable[[UserError], None]
    ) -> None:
        super().__init__()
        self._companies = companies
        self._manifests = Manifests(workspace)
        self._fail = fail

    def searched(self, document: Document, place: Place) -> Searched | None:
        """Return how the finder of a box searches; None where its list is the tariff book's."""
        match place.definition().lookup:
            case "companies":
                return self._of_companies(document)
            case "suppliers":
                return self._of_suppliers(document)
            case "manifests":
                return self._of_manifests(document)
            case "bills":
                return self._of_bills(document)
        return None

    def take(self, document: Document, place: Place, entry: ListEntry) -> bool:
        """Put in what follows from a pick, as one step; False where only its code is entered.

        What the clerk keyed in other boxes stays.
        """
        try:
            values = self._values(document, place, entry)
        except UserError as error:
            self._fail(error)
            return False
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
            return of_manifest(self._manifests.load(kept), date_kind)
        if lookup != BILLS:
            return None
        balance = self._manifests.bill(kept)
        values = list(of_bill(document.draft, place.item, balance))
        if not document.draft.declaration.manifest:
            manifest = self._manifests.load(balance.bill.manifest_id)
            values.extend(of_manifest(manifest, date_kind))
        return values

    def _of_companies(self, document: Document) -> Searched:
        columns = (Column(self.tr("Licence until"), lambda one: _shown(one.facts.get("expires"))),)
        return Searched(search=document.desk.book.search, columns=columns)

    def _of_suppliers(self, document: Document) -> Searched:
        importer = document.draft.declaration.consignee_code
        try:
            known = self._companies.suppliers_of(importer)
        except UserError as error:
            self._fail(error)
            known = ()
        language = document.desk.language
        entries = tuple(
            ListEntry(
                code=company.country,
                en=company.en,
                ar=company.ar,
                facts={_ID: str(company.id), "address": company.address(language)},
            )
            for company in known
        )
        ready = searchable(entries)
        address = Column(self.tr("Address"), lambda one: _one_line(one.facts["address"]))
        return Searched(
            search=lambda query: ready.find(query.text, query.limit),
            columns=(address,),
            code_title=self.tr("Country"),
        )

    def _of_manifests(self, document: Document) -> Searched:
        offices = document.desk.book.search(
            LookupQuery(list_name="offices", text="", on=document.desk.on, limit=500)
        )
        language = document.desk.language
        return Searched(
            search=self._guarded(self._find_manifests),
            columns=(
                Column(self.tr("Departure"), lambda one: _shown(one.facts.get("departure"))),
                Column(self.tr("Arrival"), lambda one: _shown(one.facts.get("arrival"))),
                Column(self.tr("Office"), lambda one: one.facts["office"]),
                Column(self.tr("Bills"), lambda one: one.facts["bills"], is_amount=True),
            ),
            criteria=(
                Criterion("vessel", self.tr("Vessel")),
                Criterion(
                    "office",
                    self.tr("Office"),
                    {one.code: f"{one.code} {one.name(language)}" for one in offices},
                ),
                Criterion("since", self.tr("From")),
                Criterion("until", self.tr("To")),
            ),
            code_title=self.tr("Voyage"),
            name_title=self.tr("Vessel"),
            has_one_name=True,
        )

    def _of_bills(self, document: Document) -> Searched:
        declaration = document.draft.declaration
        manifest_id = None
        try:
            manifest = self._manifests.meant(declaration)
            manifest_id = manifest.id if manifest is not None else None
        except UserError as error:
            self._fail(error)
        return Searched(
            search=self._guarded(partial(self._find_bills, manifest_id)),
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
        )

    def _find_manifests(self, query: LookupQuery) -> Sequence[ListEntry]:
        criteria = query.criteria
        asked = ManifestQuery(
            voyage=query.text,
            vessel=criteria.get("vessel", ""),
            office=criteria.get("office", ""),
            since=_day(criteria.get("since", "")),
            until=_day(criteria.get("until", "")),
        )
        found = self._manifests.find(asked, query.limit)
        if not found and query.text.strip() and not asked.vessel:
            by_vessel = ManifestQuery(
                vessel=query.text, office=asked.office, since=asked.since, until=asked.until
            )
            found = self._manifests.find(by_vessel, query.limit)
        return tuple(map(_manifest_entry, found))

    def _find_bills(self, manifest_id: int | None, query: LookupQuery) -> Sequence[ListEntry]:
        found = self._manifests.find_bills(manifest_id, query.text, query.limit)
        return tuple(map(_bill_entry, found))

    def _guarded(
        self, search: Callable[[LookupQuery], Sequence[ListEntry]]
    ) -> Callable[[LookupQuery], tuple[ListEntry, ...]]:
        """Return a search that says once when the database cannot be asked."""
        told: list[UserError] = []

        def guarded(query: LookupQuery) -> tuple[ListEntry, ...]:
            try:
                return tuple(search(query))
            except UserError as error:
                if not told:
                    told.append(error)
                    self._fail(error)
                return ()

        return guarded


def _is_open(document: Document, place: Place) -> bool:
    """Tell whether a box may be filled: keyed here, and empty or filled by the program."""
    draft: Draft = document.draft
    if place in draft.rejected or not document.takes(place):
        return False
    return place in draft.filled or is_empty(draft.value(place))


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


def _day(typed: str) -> date | None:
    """Return the day that is typed; None while it is none yet."""
    try:
        day = parse(_DAY, typed)
    except Unreadable:
        return None
    return day if isinstance(day, date) else None
