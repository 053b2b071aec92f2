"""The office's companies: keyed once, found by any name they had, overwritten by nobody."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sad_desktop.brokerage.companies import (
    Account,
    AccountKind,
    Company,
    Licence,
    Role,
    duplicates,
    merged,
)
from sad_desktop.brokerage.register import CompanyPaper
from sad_desktop.database.companies import CodeTaken, CompanyChanged
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.errors import UserError
from sad_desktop.services.companies import Companies
from sad_desktop.services.company_lists import CompanyBook
from sad_desktop.services.fills import fills
from sad_desktop.services.reference_lists import load_book
from sad_desktop.services.rights import EVERYTHING
from sad_desktop.services.similar import similar
from sad_desktop.tariff.book import LookupQuery
from tests.builders import a_declaration

pytest_plugins = ["tests.databases"]
A_DAY = date(2026, 11, 2)
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
GULF = Company(
    code="58411-01",
    en="Gulf Motors W.L.L.",
    ar="شركة الخليج للسيّارات ذ.م.م",
    address_en="Road 12\nManama",
    country="BH",
    roles=frozenset({Role.CONSIGNEE, Role.PAYER}),
    licences=(Licence(name="السجل التجاري", number="77", valid_until=date(2026, 10, 1)),),
    accounts=(Account(code="C-9", kind=AccountKind.CREDIT, left=Decimal("1500.125")),),
)
PEARL = Company(
    code="18095-04",
    en="Pearl Clearance",
    roles=frozenset({Role.DECLARANT}),
    licences=(Licence(name="Broker", valid_until=date(2027, 1, 1)),),
)


class Office:
    """What the services ask of the workspace."""

    rights = EVERYTHING

    def __init__(self, engine, user="Salma"):
        self._engine = engine
        self.user = user

    def database(self):
        return self._engine


@pytest.fixture
def companies(engine):
    return Companies(Office(engine), "bh", r"\d{5}-\d{2}")


@pytest.fixture
def book(companies):
    return CompanyBook(load_book("bh"), companies.lists, similar)


def found(book, text, list_name="companies", on=A_DAY):
    query = LookupQuery(list_name=list_name, text=text, on=on, limit=5)
    return [entry.code for entry in book.search(query)]


def test_a_company_is_kept_whole(companies):
    kept = companies.store(GULF, NOW)
    assert kept == replace(GULF, id=kept.id, version=1, profile="bh")
    changed = companies.store(replace(kept, notes="calls on Sunday", licences=()), NOW)
    assert (changed.version, changed.notes, changed.licences) == (2, "calls on Sunday", ())
    assert companies.all() == (changed,)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"code": "5841-01"}, "5841-01 has not the form"),
        ({"code": ""}, "Key the company's code"),
        ({"en": " ", "ar": ""}, "Key the company's name"),
        ({"roles": frozenset()}, "Tick what the company is"),
        ({"accounts": (Account(code=""),)}, "code of each account"),
        ({"accounts": (Account(code="A"), Account(code="A"))}, "stands twice"),
    ],
)
def test_a_fault_is_said_and_nothing_is_kept(companies, changes, said):
    with pytest.raises(UserError, match=said):
        companies.store(replace(GULF, **changes), NOW)
    companies.refresh()
    assert companies.all() == ()


def test_a_supplier_abroad_has_no_code(companies):
    kept = companies.store(Company(en="Toyota", roles=frozenset({Role.SUPPLIER})), NOW)
    assert kept.code == ""
    companies.store(Company(en="Honda", roles=frozenset({Role.SUPPLIER})), NOW)


def test_a_code_belongs_to_one_company(companies):
    companies.store(GULF, NOW)
    with pytest.raises(CodeTaken, match=r"58411-01 belongs to Gulf Motors"):
        companies.store(replace(PEARL, code="58411-01"), NOW)


def test_the_second_desk_does_not_overwrite_the_first(engine, companies):
    kept = companies.store(GULF, NOW)
    other = Companies(Office(engine, "Karim"), "bh")
    other.store(replace(kept, notes="Karim was here"), NOW)
    with pytest.raises(CompanyChanged, match="Karim changed Gulf Motors"):
        companies.store(replace(kept, notes="Salma too"), NOW)
    assert companies.refresh()
    assert [one.notes for one in companies.all()] == ["Karim was here"]
    assert not companies.refresh()


def test_the_offices_companies_come_over_the_sample_ones(companies, book):
    assert "18095-04" in found(book, "")
    samples = found(book, "")
    companies.store(Company(en="Toyota", roles=frozenset({Role.SUPPLIER})), NOW)
    assert found(book, "") == samples  # a supplier has no code, so it takes no list over
    companies.store(GULF, NOW)
    assert found(book, "") == ["58411-01"]
    assert found(book, "", "accounts") == ["C-9"]
    assert book.entry("accounts", "C-9", A_DAY).facts == {"kind": "credit", "company": "58411-01"}
    assert book.entry("companies", "18095-04", A_DAY) is None


@pytest.mark.parametrize(
    "typed",
    ["58411", "gulf mot", "الخليج", "خليج سياره", "السيارات", "شركه الخليج", "٥٨٤١١", "Gulff"],
)
def test_a_company_is_found_in_either_language_however_it_is_written(companies, book, typed):
    companies.store(GULF, NOW)
    companies.store(PEARL, NOW)
    assert found(book, typed)[0] == "58411-01"


def test_an_ended_company_is_offered_until_its_day_only(companies, book):
    kept = companies.store(GULF, NOW)
    companies.store(PEARL, NOW)
    companies.end(kept.id, date(2026, 12, 1), NOW)
    assert "58411-01" in found(book, "", on=date(2026, 11, 30))
    assert "58411-01" not in found(book, "", on=date(2026, 12, 1))


def test_a_declaration_keeps_the_name_it_was_made_with(companies, book):
    kept = companies.store(GULF, NOW)
    draft = Draft(declaration=a_declaration(consignee_code="58411-01"))
    for edit in fills(draft, Place("consignee_code"), book, A_DAY):
        draft = edit.apply(draft)
    before = draft.declaration.consignee_name
    assert before == "Gulf Motors W.L.L.\nRoad 12\nManama"
    companies.store(replace(kept, en="Gulf Cars"), NOW)
    assert draft.declaration.consignee_name == before
    assert found(book, "gulf motors") == ["58411-01"]  # its former name goes on finding it


def test_the_payers_only_account_follows_and_goes_with_him(companies, book):
    companies.store(GULF, NOW)
    other = replace(GULF, code="18095-04", en="Pearl", ar="", accounts=())
    companies.store(other, NOW)
    draft = Draft(declaration=a_declaration(consignee_code="58411-01"))
    for code in ("58411-01", "18095-04"):
        former = draft
        changed = replace(draft.declaration, consignee_code=code)
        draft = replace(draft, declaration=changed)
        for edit in fills(draft, Place("consignee_code"), book, A_DAY, former=former):
            draft = edit.apply(draft)
        declaration = draft.declaration
        expected = "C-9" if code == "58411-01" else ""
        assert (declaration.payer_code, declaration.payment_account) == (code, expected)


def test_merging_keeps_every_link(companies, book):
    kept = companies.store(GULF, NOW)
    gone = companies.store(
        replace(
            GULF,
            code="58411-02",
            en="Gulf Motors",
            roles=frozenset({Role.DECLARANT}),
            accounts=(Account(code="P-1"),),
            phone="17 000 000",
        ),
        NOW,
    )
    companies.remember_supplier(
        a_declaration(consignee_code="58411-02", exporter_name="Toyota\nNagoya"), NOW
    )
    assert [[one.code for one in group] for group in companies.duplicates()] == [
        ["58411-02", "58411-01"]
    ]
    whole = companies.merge(kept.id, [gone.id], NOW)
    assert whole.roles == {Role.CONSIGNEE, Role.PAYER, Role.DECLARANT}
    assert [account.code for account in whole.accounts] == ["C-9", "P-1"]
    assert (whole.en, whole.phone) == ("Gulf Motors W.L.L.", "17 000 000")
    assert [one.en for one in companies.suppliers_of("58411-01")] == ["Toyota"]
    assert companies.suppliers_of("58411-02") == ()
    assert found(book, "") == ["58411-01"]
    assert found(book, "58411-02") == ["58411-01"]
    old = book.entry("companies", "58411-02", A_DAY)  # what was declared stays known
    assert (old.code, old.en) == ("58411-02", "Gulf Motors W.L.L.")
    assert companies.accounts_of(["C-9", "P-1"]) == {"C-9": Decimal("1500.125")}


def test_suppliers_are_remembered_for_their_importer(companies):
    declared = a_declaration(
        consignee_code="58411-01", exporter_name="Toyota Motor Corp\nNagoya", export_country="JP"
    )
    first = companies.remember_supplier(declared, NOW)
    again = replace(declared, exporter_name="TOYOTA  motor corp\nnagoya")
    assert companies.remember_supplier(again, NOW).id == first.id
    later = replace(declared, exporter_name="شركة دمشق للنسيج\nدمشق", export_country="SY")
    companies.remember_supplier(later, NOW.replace(hour=10))
    assert [one.text("ar") for one in companies.suppliers_of("58411-01")] == [
        "شركة دمشق للنسيج\nدمشق",
        "Toyota Motor Corp\nNagoya",
    ]
    assert companies.suppliers_of("18095-04") == ()
    for nothing in (
        replace(declared, consignee_code=""),
        replace(declared, exporter_name=" \n"),
        replace(declared, exporter_code="58411-01"),
    ):
        assert companies.remember_supplier(nothing, NOW) is None


def test_verification_asks_for_papers_and_accounts(companies, book):
    companies.store(GULF, NOW)
    companies.store(PEARL, NOW)
    paper = CompanyPaper(name="السجل التجاري", valid_until=date(2026, 10, 1))
    assert companies.papers_of(["58411-01", "18095-04", "x"]) == {"58411-01": (paper,)}
    entry = book.entry("companies", "18095-04", A_DAY)
    assert entry.facts["licence_until"] == "2027-01-01"  # H-08 asks the list for the broker's


def test_groups_of_duplicates_join_by_code_or_name():
    def one(number, **facts):
        return Company(id=number, roles=frozenset({Role.CONSIGNEE}), **facts)

    groups = duplicates(
        [
            one(1, code="58411-01", en="Gulf Motors"),
            one(2, code="5841101", ar="مؤسسة النور"),
            one(3, ar="مؤسّسة النّور ذ.م.م"),
            one(4, en="Motors Gulf Company"),
            one(5, en="Another"),
        ]
    )
    assert [{company.id for company in group} for group in groups] == [{1, 2, 3, 4}]


def test_merging_takes_what_is_lacking_and_changes_nothing_else():
    kept, gone = replace(GULF, id=1, address_ar=""), replace(GULF, id=2, address_ar="المنامة")
    whole = merged(kept, gone)
    assert whole == replace(kept, address_ar="المنامة")
