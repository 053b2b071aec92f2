"""Rules of procedures, warehouse and earlier declarations: boxes 37, 40, 49 (section P)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from sad_desktop.brokerage.register import Balance, PreviousGoods, previous_goods
from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.rows import PreviousDeclaration
from sad_desktop.declaration.values import show_number
from sad_desktop.tariff.applicable import full_code
from sad_desktop.tariff.behaviour_circumstances import NO_PREVIOUS, REQUESTED
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule

ZERO = Decimal(0)
_WRITTEN_OFF = (
    ("packages", "packages_written_off"),
    ("mass", "mass_written_off"),
    ("quantity", "quantity_written_off"),
    ("value", "value_written_off"),
)


def unknown_procedure(case: Case) -> Iterator[Finding]:
    """P-01: requested and previous procedure are an allowed pair (CDS12050)."""
    unknown = case.unknown_values("procedures", "procedure")
    for one in case.items if unknown else ():
        if one.item.procedure in unknown:
            yield case.finding("P-01", one.place("procedure"), v=one.item.procedure)


def procedure_of_model(case: Case) -> Iterator[Finding]:
    """P-02: the procedure belongs to the model of box 1."""
    kept = case.declaration
    model = kept.declaration_type + kept.general_procedure
    if not model or case.is_unknown("models", model):
        return  # H-01 tells it
    foreign = {code for code in case.values("procedure") if code and not _belongs(case, code)}
    for one in case.items if foreign else ():
        if one.item.procedure in foreign:
            yield case.finding("P-02", one.place("procedure"), v1=one.item.procedure, v2=model)


def extended_code(case: Case) -> Iterator[Finding]:
    """P-03: the extended code is one of the procedure's (CDS12138)."""
    allowed = {
        code: tuple(case.fact("extended_codes", code, "procedures").split())
        for code in case.values("extended_code")
    }
    unknown = case.unknown_values("extended_codes", "extended_code")
    if not unknown and not any(allowed.values()):
        return
    for one in case.items:
        code, procedure = one.item.extended_code, one.item.procedure
        is_wrong = bool(allowed[code]) and not procedure.startswith(allowed[code])
        if code and (is_wrong or code in unknown):
            yield case.finding("P-03", one.place("extended_code"), v=code, p=procedure)


def mixed_procedures(case: Case) -> Iterator[Finding]:
    """P-04: all items request the same procedure, unless the country lets them differ (CDS11005).

    The flag ``mixed_procedures`` is "allowed" where they may.
    """
    if case.is_neutral or case.flag("mixed_procedures") == "allowed":
        return
    own = [code for code in case.values("procedure") if code and _belongs(case, code)]
    requested = dict.fromkeys(code[REQUESTED] for code in own)
    if len(requested) > 1:
        second = next(code for code in own if code[REQUESTED] == list(requested)[1])
        other = next(one for one in case.items if one.item.procedure == second)
        yield case.finding("P-04", other.place("procedure"), list=", ".join(requested))


def previous_reference(case: Case) -> Iterator[Finding]:
    """P-05: goods under an earlier procedure name the earlier declaration (S3, S4-0202)."""
    for one in case.items:
        if len(one.item.procedure) < 4 or one.previous == NO_PREVIOUS:
            continue
        item = one.item
        rows = item.previous_declarations
        if not item.previous_document and not any(row.number for row in rows):
            yield case.finding("P-05", one.place("previous_document"))


def remaining_balance(case: Case) -> Iterator[Finding]:
    """P-06: no more is written off than is left of the earlier declaration (S4)."""
    balances = case.register.balances
    if not balances:
        return
    used: dict[PreviousGoods, dict[str, Decimal]] = {}
    for one in case.items:
        for index, row in enumerate(one.item.previous_declarations):
            goods = previous_goods(row)
            if goods not in balances:
                continue
            total = used.setdefault(goods, {})
            over = _exceeded(row, total, balances[goods])
            if over is not None:
                name, left = over
                place = one.row(Rows.PREVIOUS, index, name)
                yield case.finding("P-06", place, v=show_number(left))


def warehouse(case: Case) -> Iterator[Finding]:
    """P-07: goods that go into a warehouse name it and the days they may stay (S3-050)."""
    kept, place = case.declaration, Place("warehouse")
    if case.is_unknown("warehouses", kept.warehouse):
        yield case.finding("P-07.unknown", place, v=kept.warehouse)
        return
    if not (case.around.has_fact("warehouse") or case.around.warehouses(REQUESTED)):
        return
    if not kept.warehouse:
        yield case.finding("P-07", place)
    elif not kept.warehouse_days:
        yield case.finding("P-07", Place("warehouse_days"))


def warehouse_days(case: Case) -> Iterator[Finding]:
    """P-08: the days are within the warehouse's, or the country's, limit (S4-0303).

    The flag ``warehouse_days`` holds where the list of warehouses gives none.
    """
    kept = case.declaration
    limit = case.fact("warehouses", kept.warehouse, "days") or case.flag("warehouse_days")
    if kept.warehouse_days and limit and kept.warehouse_days > int(limit):
        yield case.finding("P-08", Place("warehouse_days"), v=kept.warehouse_days, n=limit)


def guarantee(case: Case) -> Iterator[Finding]:
    """P-09: the guarantee at hand covers the duties that are not paid (S3-047)."""
    at_hand = case.register.guarantee
    if at_hand is not None and at_hand < case.note.guarantee:
        decimals = case.note.decimals
        shown, due = show_number(at_hand, decimals), show_number(case.note.guarantee, decimals)
        yield case.finding("P-09", Place("guarantee"), v1=shown, v2=due)


def temporary_admission(case: Case) -> Iterator[Finding]:
    """P-10: spare parts, tyres, batteries and consumables are not admitted temporarily (S4-0301).

    Flags: ``temporary_procedures`` and ``temporary_barred``, beginnings of commodity codes.
    """
    procedures = tuple(case.flag("temporary_procedures").split())
    barred = tuple(case.flag("temporary_barred").split())
    if not procedures or not barred:
        return
    for one in case.items:
        is_temporary = one.item.procedure.startswith(procedures)
        if is_temporary and full_code(one.item).startswith(barred):
            yield case.finding("P-10", one.place("procedure"))


def re_export_case(case: Case) -> Iterator[Finding]:
    """P-11: a re-export says which of the law's cases it is (S4-0202).

    Flags: ``re_export_procedures``, and ``re_export_cases``, codes of box 44.
    """
    procedures = tuple(case.flag("re_export_procedures").split())
    cases = case.flag("re_export_cases").split()
    if not procedures or not cases:
        return
    for one in case.items:
        if not one.item.procedure.startswith(procedures):
            continue
        if one.item.additional_information not in cases:
            yield case.finding("P-11", one.place("additional_information"))


def _belongs(case: Case, procedure: str) -> bool:
    """Tell whether a procedure is one of the model's; by its first digit where no list says."""
    kept = case.declaration
    own = case.fact("procedures", procedure, "models").split()
    if own and case.knows("procedures"):
        return kept.declaration_type + kept.general_procedure in own
    if case.is_unknown("procedures", procedure) or not kept.general_procedure:
        return True
    return procedure.startswith(kept.general_procedure)


def _exceeded(
    row: PreviousDeclaration, total: dict[str, Decimal], balance: Balance
) -> tuple[str, Decimal] | None:
    """Add a row to what is written off; return the first field above what is left."""
    for measure, name in _WRITTEN_OFF:
        total[measure] = total.get(measure, ZERO) + (getattr(row, name) or ZERO)
        left: Decimal | None = getattr(balance, measure)
        if left is not None and total[measure] > left:
            return name, left
    return None


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "P-01": unknown_procedure,
        "P-02": procedure_of_model,
        "P-03": extended_code,
        "P-04": mixed_procedures,
        "P-05": previous_reference,
        "P-06": remaining_balance,
        "P-07": warehouse,
        "P-08": warehouse_days,
        "P-09": guarantee,
        "P-10": temporary_admission,
        "P-11": re_export_case,
    }
)
