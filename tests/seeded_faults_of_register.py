"""Seeded faults that show only beside what the office keeps: bills, balances, other papers."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from sad_desktop.brokerage.advance_cargo import Dossier
from sad_desktop.brokerage.advance_cargo_steps import Step, taken
from sad_desktop.brokerage.register import (
    Balance,
    Bill,
    EarlierCase,
    EarlierCode,
    EarlierDeclaration,
    KeptList,
    LicenceBalance,
    PreviousGoods,
    PriceRange,
)
from sad_desktop.declaration.figures import Figures, HeaderFigures
from sad_desktop.declaration.rows import PreviousDeclaration
from sad_desktop.declaration.status import Status
from sad_desktop.valuation.assess import assess
from tests.clean_declaration import BILL, COOKERS, DAY, FIRST_CONTAINER, MANIFEST, RICE, Given
from tests.dossiers import ACID, accepted, event
from tests.seeded_faults_of_items import from_warehouse, to_warehouse

OTHER = EarlierCase(id="p", title="P26001")
GOODS = PreviousGoods(office="BHKBS", year=2026, serial="C", number="401", item_number=1)
ALL_PACKAGES, ALL_MASS = Decimal(140), Decimal(770)


def billed(given: Given, **facts) -> Given:
    return given.registered(bills={BILL: Bill(**facts)})


def manifested(given: Given, number: str, *bills: str) -> Given:
    return given.registered(manifests={number: frozenset(bills)})


def written_off(given: Given, mass: int) -> Given:
    """Two items take some of the 100 kg an earlier declaration has left."""
    row = PreviousDeclaration(
        office="BHKBS", year=2026, serial="C", number="401", item_number=1,
        mass_written_off=Decimal(mass),
    )  # fmt: skip
    taken = from_warehouse(given).item(5, previous_declarations=(row,))
    taken = taken.item(6, previous_declarations=(row,))
    return taken.registered(balances={GOODS: Balance(mass=Decimal(100))})


def copied(given: Given, size: int) -> Given:
    """Every document has a digital copy of a size."""
    rows = [row for item in given.draft.declaration.items for row in item.documents]
    return given.registered(files={(row.document_code, row.reference): size for row in rows})


def licensed(given: Given, **facts) -> Given:
    taken = given.item(4, licence_number="L-1", licence_value=Decimal(60))
    taken = taken.item(5, licence_number="L-1", licence_value=Decimal(60))
    return taken.registered(licences={"L-1": LicenceBalance(**facts)})


def described(given: Given, code: str) -> Given:
    before = EarlierCode(commodity_code=code, cases=(OTHER,))
    return given.registered(codes_before={"basmati rice, grade 14, bags of 5 kg": before})


def priced(given: Given, least: str, most: str) -> Given:
    usual = PriceRange(least=Decimal(least), most=Decimal(most), unit="NMB")
    return given.registered(prices={(COOKERS, "TR"): usual}).item(2, origin_country="CN")


def other(given: Given, **facts) -> Given:
    own = {
        key: value if isinstance(value, bool) else frozenset(value) for key, value in facts.items()
    }
    return given.registered(earlier=(EarlierDeclaration(case=OTHER, consignee="58411-01", **own),))


def after_assessment(given: Given, more: str) -> Given:
    note = assess(given.draft.declaration, given.book, given.on)
    return given.registered(assessed_total=note.total + Decimal(more))


def after_registration(given: Given, **changes) -> Given:
    kept = given.registered(as_registered=given.draft.declaration)
    return kept.drafted(status=Status.REGISTERED).header(**changes)


def said_packages(given: Given, packages: int) -> Given:
    said = Figures(header=HeaderFigures(package_count=Decimal(packages)))
    return given.drafted(declared=said).registered(as_read=given.draft.declaration)


def in_egypt(given: Given, acid: str, *dossiers: Dossier) -> Given:
    """The clean declaration as an import to Egypt, with an ACID and what is kept of it."""
    own = given.profiled(code="eg").header(acid=acid)
    return own.registered(dossiers=dossiers)


def a_dossier(on: date = DAY, **changes) -> Dossier:
    """A dossier of the clean declaration's parties with an ACID."""
    parties = {"importer_code": "58411-01", "exporter_name": "Marmara Export Ltd", **changes}
    return accepted(on, **parties)


def amended() -> Dossier:
    asked = taken(a_dossier(), event(Step.REQUEST))
    return taken(asked, event(Step.ACCEPT, acid=ACID))


FIRES_OF_REGISTER = {
    "ACI-01": lambda g: in_egypt(g, ACID[:-1]),
    "ACI-02": lambda g: in_egypt(g, ACID, a_dossier(on=date(2026, 5, 1))),
    "ACI-03": lambda g: in_egypt(g, ACID, amended()),
    "ACI-07": lambda g: in_egypt(g, ACID, a_dossier(importer_code="40233-02")),
    "I-04": lambda g: g.registered(empty_lists=frozenset({KeptList.MANIFESTS, KeptList.LICENCES})),
    "I-05": lambda g: g.registered(is_unreachable=True),
    "W-04": lambda g: said_packages(g, 141),
    "V-14": lambda g: priced(g, "1.000", "20.000"),
    "T-08": lambda g: described(g, "100630900000"),
    "T-11": lambda g: (
        g.registered(template_rates={(RICE, "DTY"): "5%"})
        .item(4, commodity_code=RICE)
        .header(
            items=(*g.draft.declaration.items[:4], *only_cookers(g)),
        )
    ),
    "P-06": lambda g: written_off(g, 51),
    "P-09": lambda g: to_warehouse(g).registered(guarantee=Decimal(1)),
    "M-01": lambda g: manifested(g, "2026 1"),
    "M-02": lambda g: manifested(g, MANIFEST, BILL).item(4, summary_declaration="OTHER"),
    "M-03": lambda g: billed(g, packages_left=ALL_PACKAGES - 1),
    "M-04": lambda g: billed(g, mass_left=ALL_MASS - 1),
    "M-05": lambda g: billed(g, consignee="Other Trading"),
    "M-06": lambda g: billed(g, packages_left=ALL_PACKAGES + 1),
    "M-07": lambda g: other(g, is_open=True, bills=(BILL,)),
    "C-03": lambda g: billed(g, containers=frozenset({FIRST_CONTAINER})),
    "D-05": lambda g: (
        copied(g, 1)
        .item(2, documents=())
        .registered(
            files={
                (row.document_code, row.reference): 1
                for row in g.draft.declaration.items[0].documents[1:]
            }
        )
    ),
    "D-06": lambda g: (
        copied(g.item(2, documents=()), 1)
        .flags(document_bytes="1000")
        .registered(files={("380", "BH-26-1187"): 1001, **dict.fromkeys(OTHER_COPIES, 1000)})
    ),
    "D-07": lambda g: licensed(g, value_left=Decimal(119)),
    "X-04": lambda g: other(g, is_open=True, invoices=("BH261187",)),
    "X-05": lambda g: after_registration(g, delivery_place="Istanbul"),
    "X-06": lambda g: after_assessment(g, "0.001"),
}

SILENT_OF_REGISTER = {
    "ACI-01": lambda g: in_egypt(g, "1234 5678 9012 3456 789"),
    "ACI-02": lambda g: in_egypt(g, ACID, a_dossier(on=date(2026, 5, 2))),
    "ACI-03": lambda g: in_egypt(g, ACID + "M", amended()),
    "ACI-07": lambda g: in_egypt(g, ACID, a_dossier(exporter_name="MARMARA EXPORT")),
    "I-04": lambda g: g.registered(empty_lists=frozenset({KeptList.LICENCES, KeptList.BALANCES})),
    "I-05": lambda g: g.registered(empty_lists=frozenset(KeptList)),
    "W-04": lambda g: said_packages(g, 141).item(4, package_count=Decimal(22)),
    "V-14": lambda g: priced(g, "1.000", "21.000"),
    "T-08": lambda g: described(g, RICE),
    "T-11": lambda g: g.registered(template_rates={(RICE, "DTY"): "Free"}),
    "P-06": lambda g: written_off(g, 50),
    "P-09": lambda g: to_warehouse(g).registered(guarantee=Decimal(100000)),
    "M-01": lambda g: manifested(g, MANIFEST, BILL),
    "M-02": lambda g: manifested(g, "2026 1", "OTHER"),
    "M-03": lambda g: billed(g, packages_left=ALL_PACKAGES),
    "M-04": lambda g: billed(g, mass_left=ALL_MASS),
    "M-05": lambda g: billed(g, consignee="AL WAHA trading"),
    "M-06": lambda g: billed(g, packages_left=ALL_PACKAGES),
    "M-07": lambda g: other(g, is_open=True, bills=("OTHER",)),
    "C-03": lambda g: billed(g, containers=frozenset()),
    "D-05": lambda g: copied(g, 1),
    "D-06": lambda g: copied(g, 1000).flags(document_bytes="1000"),
    "D-07": lambda g: licensed(g, value_left=Decimal(120), valid_until=date(2027, 1, 1)),
    "X-04": lambda g: other(g, is_open=True, bills=(BILL,)),
    "X-05": after_registration,
    "X-06": lambda g: after_assessment(g, "0"),
}
OTHER_COPIES = (("705", BILL), ("861", "CCPIT 26-440981"), ("2", "G-4471"))


def only_cookers(given: Given):
    """Three more items of cookers, as the last four items but one."""
    first = given.draft.declaration.items[1]
    return tuple(replace(first, key=key, documents=()) for key in (15, 16, 17))
