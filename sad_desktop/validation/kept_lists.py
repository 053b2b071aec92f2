"""What the office keeps nothing of leaves its rules silent: said once for each list."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from sad_desktop.brokerage.register import KeptList
from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule


def empty_lists(case: Case) -> Iterator[Finding]:
    """I-04: what a list of the office would judge is named once when it holds nothing."""
    for name, (code, held_at) in _SPEAKS.items():
        if name in case.register.empty_lists:
            place = held_at(case)
            if place is not None:
                yield case.finding(code, place)


def unreachable_office(case: Case) -> Iterator[Finding]:
    """I-05: rules that ask the office's database could not when it cannot be reached."""
    if case.register.is_unreachable:
        yield case.finding("I-05", Place("reference_number"))


def _header(name: str) -> Callable[[Case], Place | None]:
    return lambda case: Place(name) if getattr(case.declaration, name) else None


def _item(name: str) -> Callable[[Case], Place | None]:
    def first(case: Case) -> Place | None:
        return next((one.place(name) for one in case.items if getattr(one.item, name)), None)

    return first


def _row(rows: Rows, name: str) -> Callable[[Case], Place | None]:
    def first(case: Case) -> Place | None:
        holding = (one for one in case.items if getattr(one.item, rows))
        return next((one.row(rows, 0, name) for one in holding), None)

    return first


def _guaranteed(case: Case) -> Place | None:
    return Place("guarantee") if case.note.guarantee else None


_SPEAKS: Mapping[KeptList, tuple[str, Callable[[Case], Place | None]]] = MappingProxyType(
    {
        KeptList.PAPERS: ("I-04", _header("consignee_code")),
        KeptList.LICENCES: ("I-04.licences", _item("licence_number")),
        KeptList.MANIFESTS: ("I-04.manifests", _header("manifest")),
        KeptList.BILLS: ("I-04.bills", _item("summary_declaration")),
        KeptList.BALANCES: ("I-04.balances", _row(Rows.PREVIOUS, "number")),
        KeptList.ACCOUNTS: ("I-04.accounts", _header("payment_account")),
        KeptList.PRICES: ("I-04.prices", _item("commodity_code")),
        KeptList.DOSSIERS: ("I-04.dossiers", _header("acid")),
        KeptList.GUARANTEES: ("I-04.guarantees", _guaranteed),
        KeptList.FILES: ("I-04.files", _row(Rows.DOCUMENTS, "reference")),
    }
)
"""How each list is spoken of, and where a declaration holds something it would judge."""

RULES: Mapping[str, Rule] = MappingProxyType({"I-04": empty_lists, "I-05": unreachable_office})
