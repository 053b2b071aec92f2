"""What follows from an edit: names from codes, rates from currencies, units from the tariff.

A value is only put where nothing stands, where the program put the value that stands there, or
where what stands followed from the former cause: a clerk who confirmed the dollar's rate of the
day does not want it for the euro. What a clerk keyed stays. Everything put in is marked as
filled, and is undone with its cause.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from sad_desktop.declaration.draft import Draft, Place, Rows
from sad_desktop.declaration.edits import Edit, Entry, ReplaceLists, SetField, set_field
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import lists
from sad_desktop.declaration.model import COSTS
from sad_desktop.declaration.rows import Container
from sad_desktop.declaration.values import Value, is_empty
from sad_desktop.services.demanded import DEMANDING, demanded_rows
from sad_desktop.tariff.behaviour_circumstances import (
    Flow,
    company_text,
    declaration_model,
    designated,
    designation,
    flow_of,
    tariff_line,
)
from sad_desktop.tariff.behaviour_item import CONTAINER_BOXES, UNIT_BOXES
from sad_desktop.tariff.book import ListEntry, LookupQuery, TariffBook

NAMED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "office_code": ("offices", "office_name"),
        "border_office": ("offices", "border_office_name"),
        "export_country": ("countries", "export_country_name"),
        "destination_country": ("countries", "destination_country_name"),
        "loading_place": ("places", "loading_place_name"),
        "payment_terms": ("payment_terms", "payment_terms_name"),
        "bank_code": ("banks", "bank_name"),
        "package_kind": ("packages", "package_kind_name"),
        **{f"unit_{rank}": ("units", f"unit_{rank}_name") for rank in UNIT_BOXES},
        "document_code": ("documents", "name"),
    }
)
"""Codes with the list that names them and the field the name goes to."""

PARTIES: Mapping[str, str] = MappingProxyType(
    {
        "exporter_code": "exporter_name",
        "consignee_code": "consignee_name",
        "payer_code": "payer_name",
        "declarant_code": "declarant_name",
        "principal_code": "principal_name",
    }
)
"""Codes of companies with the field their name and address go to."""

CURRENCIES: Mapping[str, str] = MappingProxyType(
    {
        "invoice_currency": "exchange_rate",
        **{f"{block}_currency": f"{block}_rate" for block in COSTS},
    }
)
"""Currencies with the field their rate of the day goes to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A draft after an edit, the place edited, and the law of the day."""

    draft: Draft
    place: Place
    book: TariffBook
    on: date
    language: str

    @property
    def value(self) -> Value:
        """What now stands in the place edited."""
        return self.draft.value(self.place)

    @property
    def code(self) -> str:
        """What now stands in the place edited, as a code."""
        return str(self.value or "")

    @property
    def flow(self) -> Flow:
        """Which way the goods go."""
        return flow_of(self.draft.declaration, self.model)

    @property
    def model(self) -> ListEntry | None:
        """The declaration model of box 1."""
        return declaration_model(self.draft.declaration, self.book, self.on)

    def entry(self, list_name: str) -> ListEntry | None:
        """Return what a list says of the code now in the place."""
        return self.book.entry(list_name, self.code, self.on) if self.code else None

    def beside(self, field: str) -> Place:
        """Return the place of another field of the same general segment, item or row."""
        return replace(self.place, field=field)

    def is_own(self, place: Place) -> bool:
        """Tell whether the program may put a value in: nothing there, or put in by it."""
        return place in self.draft.filled or is_empty(self.draft.value(place))

    def is_name_in(self, list_name: str, place: Place) -> bool:
        """Tell whether the name in a place is one the list gives: it followed from a code."""
        name = str(self.draft.value(place) or "")
        return any(name in (entry.en, entry.ar) for entry in self._named(list_name, name))

    def is_company(self, place: Place) -> bool:
        """Tell whether the name and address in a place are a known company's."""
        text = str(self.draft.value(place) or "")
        return any(
            text in (company_text(entry, "en"), company_text(entry, "ar"))
            for entry in self._named("companies", text.partition("\n")[0])
        )

    def is_designation(self, place: Place) -> bool:
        """Tell whether the text in a place is the designation of a tariff line."""
        text = str(self.draft.value(place) or "")
        entries = self._named("tariff", " ".join(text.removesuffix("…").split()[:6]))
        return any(text in (designated(entry.en), designated(entry.ar)) for entry in entries)

    def _named(self, list_name: str, name: str) -> tuple[ListEntry, ...]:
        if not name:
            return ()
        query = LookupQuery(list_name=list_name, text=name, on=self.on, limit=20)
        return self.book.search(query)


@dataclass(frozen=True, slots=True)
class Fill:
    """A value that follows, and whether it may replace the one there that followed before."""

    place: Place
    value: Value
    replaces: bool = False
    is_filled: bool = True


Rule = Callable[[Case], Iterator[Fill]]


def fills(
    draft: Draft,
    place: Place,
    book: TariffBook,
    on: date,
    language: str = "en",
    *,
    former: Draft | None = None,
) -> tuple[Edit, ...]:
    """Return what follows from the value now in a place, and what follows from that in turn.

    ``draft`` is the draft with the edit done, ``former`` the one before it where there was one;
    names are put in in ``language``.
    """
    if place in draft.rejected:
        return ()
    done: list[Edit] = []
    waiting, seen = [(place, former or draft)], {place}
    while waiting:
        cause, before = waiting.pop(0)
        for rule in _rules_of(cause):
            case = Case(draft=draft, place=cause, book=book, on=on, language=language)
            followed = {fill.place: fill.value for fill in rule(replace(case, draft=before))}
            for edit in _edits(case, rule, followed):
                if edit.place not in seen:
                    seen.add(edit.place)
                    waiting.append((edit.place, draft))
                draft = edit.apply(draft)
                done.append(edit)
    if place.field == "has_containers" and place.rows is None:
        done.extend(_listed_containers(draft))
    if place.rows is None and any(one.field in DEMANDING for one in seen):
        done.extend(demanded_rows(draft, book, on, language))
    return tuple(done)


def _edits(case: Case, rule: Rule, followed: Mapping[Place, Value]) -> Iterator[SetField]:
    for fill in rule(case):
        place = fill.place
        follows = place in followed and followed[place] == case.draft.value(place)
        may_replace = fill.replaces or follows or case.is_own(place)
        if place in case.draft.rejected or not may_replace:
            continue
        after = Entry(fill.value, filled=fill.is_filled and not is_empty(fill.value))
        edit = set_field(case.draft, fill.place, after)
        if edit.before.value != after.value:
            yield edit


def _rules_of(place: Place) -> tuple[Rule, ...]:
    if place.rows is Rows.CONTAINERS:
        return ()
    if place.rows is not None:
        return (name_of_code,) if place.field == "document_code" else ()
    return (_ITEM_RULES if place.item else _HEADER_RULES).get(place.field, ())


def name_of_code(case: Case) -> Iterator[Fill]:
    """Country, office, place, bank, package, unit, document: the name follows from its code."""
    list_name, field = NAMED[case.place.field]
    entry, place = case.entry(list_name), case.beside(field)
    name = entry.name(case.language) if entry is not None else ""
    yield Fill(place, name, replaces=case.is_name_in(list_name, place))


def party_of_code(case: Case) -> Iterator[Fill]:
    """S3-008, S3-009, S3-027: name and address follow from a company's code."""
    entry, place = case.entry("companies"), case.beside(PARTIES[case.place.field])
    text = company_text(entry, case.language) if entry is not None else ""
    yield Fill(place, text, replaces=case.is_company(place))


def rate_of_currency(case: Case) -> Iterator[Fill]:
    """S3-037, S3-090: the rate of the day follows from the currency; national money has 1."""
    yield Fill(case.beside(CURRENCIES[case.place.field]), _rate(case, case.code))


def currency_of_cost(case: Case) -> Iterator[Fill]:
    """S3-090: a cost is in the invoice's currency unless another is keyed."""
    if case.value is not None:
        own = case.beside(f"{case.place.field}_currency")
        yield Fill(own, case.draft.declaration.invoice_currency)


def model_parts(case: Case) -> Iterator[Fill]:
    """S3-015: IM4, keyed or chosen in box 1, is type IM and general procedure 4."""
    entry = case.entry("models")
    if entry is not None:
        yield Fill(case.place, entry.code[:2], replaces=True, is_filled=False)
        yield Fill(case.beside("general_procedure"), entry.code[2:], replaces=True)


def home_country(case: Case) -> Iterator[Fill]:
    """S3-028, S3-030: imports go to the home country, exports come from it."""
    home = case.book.profile.country
    if not home or case.flow not in (Flow.IMPORT, Flow.EXPORT):
        return
    at_home, abroad = ("destination_country", "export_country")
    if case.flow is Flow.EXPORT:
        at_home, abroad = abroad, at_home
    yield Fill(Place(at_home), home)
    if case.draft.value(Place(abroad)) == home and Place(abroad) in case.draft.filled:
        yield Fill(Place(abroad), "")


def procedures_of_model(case: Case) -> Iterator[Fill]:
    """S3-065: items take the first procedure of the model until another is keyed."""
    procedure = case.model.facts.get("procedure", "") if case.model is not None else ""
    for item in case.draft.declaration.items if procedure else ():
        yield Fill(Place("procedure", item.key), procedure)


def payer_of_consignee(case: Case) -> Iterator[Fill]:
    """S3-023: the consignee pays unless somebody else is named; on import only."""
    if case.flow is Flow.IMPORT:
        yield Fill(Place("payer_code"), case.value)


def account_of_payer(case: Case) -> Iterator[Fill]:
    """S3-043: the payer's account at customs, where there is only one to choose from."""
    entry = case.entry("companies")
    accounts = entry.facts.get("accounts", "").split() if entry is not None else []
    yield Fill(Place("payment_account"), accounts[0] if len(accounts) == 1 else "")


def border_means(case: Case) -> Iterator[Fill]:
    """S3-035: the means of box 18 crosses the border unless another is keyed in box 21."""
    yield Fill(case.beside(case.place.field.replace("arrival_", "border_")), case.value)


def days_in_warehouse(case: Case) -> Iterator[Fill]:
    """S3-050: the warehouse's time limit, 365 days in the guide's example."""
    entry = case.entry("warehouses")
    days = entry.facts.get("days", "") if entry is not None else ""
    yield Fill(Place("warehouse_days"), int(days) if days else None)


def tariff_of_code(case: Case) -> Iterator[Fill]:
    """S3-051, S3-058, S3-059: designation and units follow from the tariff line."""
    item = case.draft.declaration.item(case.place.item)
    line = tariff_line(item, case.book, case.on)
    text = designation(line, case.language) if line is not None else ""
    place = case.beside("tariff_description")
    yield Fill(place, text, replaces=case.is_designation(place))
    units = line.units if line is not None else ()
    for rank in UNIT_BOXES:
        code = units[rank - 1] if rank <= len(units) else ""
        yield Fill(case.beside(f"unit_{rank}"), code, replaces=line is not None)


def name_of_unit(case: Case) -> Iterator[Fill]:
    """S3-058: the name of a unit that the tariff line gives."""
    for fill in name_of_code(case):
        yield replace(fill, replaces=fill.replaces or bool(fill.value))


def _rate(case: Case, currency: str) -> Decimal | None:
    if currency and currency == case.book.profile.currency:
        return Decimal(1)
    rate = case.book.exchange_rate(currency, case.on) if currency else None
    return rate.for_one if rate is not None else None


def _listed_containers(draft: Draft) -> Iterator[ReplaceLists]:
    """S3-054: ticking box 19 moves the containers keyed in box 31 into the empty list."""
    declaration = draft.declaration
    if not declaration.has_containers or declaration.containers:
        return
    rows = tuple(
        Container(item_key=item.key, identity=identity)
        for item in declaration.items
        for identity in _keyed_containers(item)
    )
    if rows:
        before = lists(draft)
        items = tuple(
            replace(item, container_1="", container_2="", container_3="", container_4="")
            for item in declaration.items
        )
        yield ReplaceLists(before, replace(before, items=items, containers=rows))


def _keyed_containers(item: Item) -> Iterator[str]:
    for field in CONTAINER_BOXES:
        identity = str(getattr(item, field))
        if identity:
            yield identity


_HEADER_RULES: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        **dict.fromkeys(PARTIES, (party_of_code,)),
        **{field: (name_of_code,) for field in NAMED if not field.startswith("unit_")},
        **dict.fromkeys(CURRENCIES, (rate_of_currency,)),
        **dict.fromkeys(COSTS, (currency_of_cost,)),
        "declaration_type": (model_parts, home_country, procedures_of_model),
        "general_procedure": (home_country, procedures_of_model),
        "consignee_code": (party_of_code, payer_of_consignee),
        "payer_code": (party_of_code, account_of_payer),
        "arrival_identity": (border_means,),
        "arrival_nationality": (border_means,),
        "warehouse": (days_in_warehouse,),
    }
)
_ITEM_RULES: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "package_kind": (name_of_code,),
        "commodity_code": (tariff_of_code,),
        "commodity_precision": (tariff_of_code,),
        **{f"unit_{rank}": (name_of_unit,) for rank in UNIT_BOXES},
    }
)
