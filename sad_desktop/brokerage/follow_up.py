"""Follow-up declarations: goods leave a warehouse or a temporary admission in portions (S3-016)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sad_desktop.brokerage.goods import MEASURES, check_enough, goods_number, negated
from sad_desktop.brokerage.register import Balance, PreviousGoods
from sad_desktop.brokerage.templates import Kept, clear_shipment
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.fields import Kind, definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.declaration.rows import PreviousDeclaration
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

_KEPT = Kept(amounts=True, masses=True)
_LEADING = ("packages", "mass", "quantity")
_OWN = {"packages": "package_count", "mass": "net_mass", "quantity": "unit_1_quantity"}
"""The item's field of each measure that is taken."""
_SHARED = (
    *("gross_mass", "unit_2_quantity", "unit_3_quantity", "invoice_amount", "retail_price"),
    *COSTS,
)
"""Fields of an item of which a portion takes its share."""
_RATES = ("exchange_rate", *(f"{cost}_rate" for cost in COSTS))
_COARSEST, _FINEST = 2, 3
"""Decimals of a share: thousandths, as the dinar has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One item of an earlier declaration that still holds goods: what entered, what is left."""

    goods: PreviousGoods
    item: Item
    entered: Balance
    left: Balance

    @property
    def leading(self) -> str:
        """The measure a portion is reckoned by: packages, else mass, else quantity."""
        return next((name for name in _LEADING if getattr(self.left, name)), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """What is taken out of a holding."""

    holding: Holding
    amount: Balance


def share_of(holding: Holding, measure: str, taken: Decimal) -> Balance:
    """Return a portion by one measure with its share of all others; all that is left is exact."""
    left: Decimal = getattr(holding.left, measure) or Decimal(0)
    shares = {
        name: taken if name == measure else _share(getattr(holding.left, name), taken, left)
        for name in MEASURES
    }
    return Balance(**shares)


def check_portions(portions: Sequence[Portion]) -> None:
    """Refuse no portion at all, and more than is left; raises NotEnoughGoods, UserError."""
    if not portions:
        raise UserError(QT_TRANSLATE_NOOP("UserError", "Key what leaves of at least one item."))
    for portion in portions:
        check_enough(portion.holding.goods, portion.holding.left, negated(portion.amount))


def follow_up(
    draft: Draft,
    portions: Sequence[Portion],
    *,
    model: str,
    procedure: str,
    is_export: bool,
    leaves_warehouse: bool,
) -> Draft:
    """Return the draft that takes portions out of a registered declaration.

    Each item names the earlier one in box 40 and writes its portion off; its amounts go along so
    that those of all portions add up to the whole, the header's costs by their share. At export
    the importer becomes the exporter, and what is said of the way into the country is dropped.
    Raises NotEnoughGoods, UserError.
    """
    check_portions(portions)
    cleared, _ = clear_shipment(draft, _KEPT)
    before = draft.declaration
    items = tuple(
        _item(portion, procedure, before.warehouse if leaves_warehouse else "")
        for portion in portions
    )
    names = [*_RATES, "warehouse", "invoice_amount", "total_gross_mass", *COSTS]
    changes: dict[str, Any] = {name: _BLANK.get(name) for name in names}
    changes |= {"warehouse_days": None, "goods_location": ""}
    changes |= {"invoice_amount": _sum(items, "invoice_amount")}
    changes |= {"total_gross_mass": _sum(items, "gross_mass")}
    if is_export:
        changes |= _turned(before)
    else:
        changes |= _costs(before, portions)
    declaration = replace(
        cleared.declaration,
        declaration_type=model[:2],
        general_procedure=model[2:],
        items=items,
        **changes,
    )
    filled = [Place(name) for name in COSTS if getattr(declaration, name) is not None]
    filled += [
        Place(name, item.key)
        for item in items
        for name in _SHARED
        if getattr(item, name) is not None
    ]
    return Draft(declaration=declaration, profile=draft.profile, filled=frozenset(filled))


_BLANK: Mapping[str, str] = {"warehouse": ""}


def _item(portion: Portion, procedure: str, warehouse: str) -> Item:
    holding, amount = portion.holding, portion.amount
    former, goods = holding.item, holding.goods
    changes: dict[str, Any] = {
        field: getattr(amount, measure)
        if getattr(amount, measure) is not None
        else _part(former, field, portion)
        for measure, field in _OWN.items()
    }
    changes |= {name: _part(former, name, portion) for name in _SHARED}
    row = PreviousDeclaration(
        office=goods.office,
        year=goods.year,
        serial=goods.serial,
        number=goods.number,
        item_number=goods.item_number,
        commodity_code=former.commodity_code,
        precision=former.commodity_precision,
        origin_country=former.origin_country,
        package_count=holding.entered.packages,
        net_mass=holding.entered.mass,
        supplementary_quantity=holding.entered.quantity,
        reference_value=holding.entered.value,
        packages_written_off=amount.packages,
        mass_written_off=amount.mass,
        quantity_written_off=amount.quantity,
        value_written_off=amount.value,
    )
    return replace(
        former,
        procedure=procedure,
        extended_code="",
        container_1="",
        container_2="",
        container_3="",
        container_4="",
        summary_declaration="",
        summary_declaration_line="",
        licence_number="",
        licence_value=None,
        licence_quantity=None,
        previous_document=goods_number(goods),
        previous_warehouse=warehouse,
        previous_declarations=(row,),
        documents=(),
        manual_taxes=(),
        **changes,
    )


def _part(former: Item, name: str, portion: Portion) -> Decimal | None:
    """Return what goes along of an item's amount: the difference of two rounded shares.

    So the parts of all portions, whatever their order, add up to the whole.
    """
    amount: Decimal | None = getattr(former, name)
    if amount is None:
        return None
    earlier, later = _reached(portion)
    definition = definitions(Item)[name]
    decimals = _decimals(amount) if definition.kind is Kind.AMOUNT else _FINEST
    return _rounded(amount * later, decimals) - _rounded(amount * earlier, decimals)


def _reached(portion: Portion) -> tuple[Decimal, Decimal]:
    """Return which share of an item had left before a portion, and has left after it."""
    holding = portion.holding
    name = holding.leading
    whole: Decimal = getattr(holding.entered, name, None) or Decimal(0)
    if not whole:
        return Decimal(0), Decimal(1)
    left: Decimal = getattr(holding.left, name)
    taken: Decimal = getattr(portion.amount, name) or Decimal(0)
    return (whole - left) / whole, (whole - left + taken) / whole


def _costs(before: Declaration, portions: Sequence[Portion]) -> dict[str, Any]:
    """Return the share of the header's costs, by the invoice value of what leaves."""
    whole = sum((item.invoice_amount or Decimal(0) for item in before.items), Decimal(0))
    if not whole:
        return {}
    shares = [
        (portion.holding.item.invoice_amount or Decimal(0)) * (later - earlier)
        for portion in portions
        for earlier, later in (_reached(portion),)
    ]
    part = sum(shares, Decimal(0)) / whole
    return {
        name: None if amount is None else _rounded(amount * part, _decimals(amount))
        for name in COSTS
        for amount in (getattr(before, name),)
    }


_WAY_IN = (
    *("consignee_code", "consignee_name", "consignment_country", "trading_country"),
    *("export_country", "export_country_name", "destination_country", "destination_country_name"),
    *("delivery_terms", "delivery_place", "loading_place", "loading_place_name"),
    *("border_office", "border_office_name"),
)


def _turned(before: Declaration) -> dict[str, Any]:
    """Return the parties and the way of goods that leave the country."""
    return {
        **dict.fromkeys(_WAY_IN, ""),
        "exporter_code": before.consignee_code,
        "exporter_name": before.consignee_name,
    }


def _sum(items: Sequence[Item], name: str) -> Decimal | None:
    given = [getattr(item, name) for item in items if getattr(item, name) is not None]
    return sum(given, Decimal(0)) if given else None


def _share(whole: Decimal | None, taken: Decimal, left: Decimal) -> Decimal | None:
    if whole is None or not left:
        return whole
    return whole if taken == left else _rounded(whole * taken / left, _FINEST)


def _decimals(amount: Decimal) -> int:
    """Return the decimals of an amount's share: its own, two at least."""
    exponent = amount.as_tuple().exponent
    own = -exponent if isinstance(exponent, int) else 0
    return min(max(own, _COARSEST), _FINEST)


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
