"""Which boxes of an item are keyed: 31 to 46 and the item valuation note."""

from collections.abc import Mapping
from types import MappingProxyType

from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.tariff.behaviour_circumstances import (
    NO_APPORTIONMENT,
    NO_PREVIOUS,
    PREVIOUS,
    BoxState,
    Flow,
    ItemCircumstances,
    ItemRule,
    computed,
    designation,
    not_used,
    optional,
    required,
)
from sad_desktop.tariff.behaviour_money import IMPORT_COSTS
from sad_desktop.text import QT_TRANSLATE_NOOP

CONTAINER_BOXES = ("container_1", "container_2", "container_3", "container_4")
UNIT_BOXES = (1, 2, 3)


def shown_containers(declaration: Declaration, key: int) -> tuple[str, ...]:
    """S3-053, S3-054: the item's first four of the container list, else those keyed in box 31."""
    listed = [row.identity for row in declaration.containers if row.item_key == key]
    if listed:
        return tuple(listed[: len(CONTAINER_BOXES)])
    item = declaration.item(key)
    keyed = (item.container_1, item.container_2, item.container_3, item.container_4)
    return tuple(identity for identity in keyed if identity)


def marks(around: ItemCircumstances) -> BoxState:
    """S3-051, W-09: packed goods bear marks and numbers."""
    return optional() if around.is_bulk else required()


def package_count(around: ItemCircumstances) -> BoxState:
    """S3-051, S3-052: bulk goods may have no packages."""
    if around.is_bulk:
        return optional(
            QT_TRANSLATE_NOOP("Reason", "Box 31: bulk goods need no number of packages.")
        )
    return required(QT_TRANSLATE_NOOP("Reason", "Box 31: the number of packages of this item."))


def package_kind(_: ItemCircumstances) -> BoxState:
    """S3-051: the kind of packages, from the list."""
    return required()


def package_kind_name(around: ItemCircumstances) -> BoxState:
    """S3-051: the name of the kind's code."""
    item = around.item
    if around.around.names("packages", item.package_kind, item.package_kind_name):
        return computed(QT_TRANSLATE_NOOP("Reason", "Box 31: the name follows from the code."))
    return optional()


def container(around: ItemCircumstances) -> BoxState:
    """S3-053, S3-054: shown from the container list; keyed while the list has none."""
    if around.has_listed_containers:
        return computed(
            QT_TRANSLATE_NOOP("Reason", "Box 31: the first four of the container list are shown.")
        )
    return optional(
        QT_TRANSLATE_NOOP("Reason", "Box 31: up to four containers; more go in their list.")
    )


def tariff_description(around: ItemCircumstances) -> BoxState:
    """S3-051: the designation of the tariff line."""
    own = around.item.tariff_description
    line = around.line
    if line is not None and own and own in (designation(line, "en"), designation(line, "ar")):
        return computed(QT_TRANSLATE_NOOP("Reason", "Box 31: the designation follows from box 33."))
    return optional()


def commercial_description(_: ItemCircumstances) -> BoxState:
    """S3-051, W-10: what the goods are, in the trade's words."""
    return required(QT_TRANSLATE_NOOP("Reason", "Box 31: say what the goods are."))


def item_number(_: ItemCircumstances) -> BoxState:
    """BOXES 32: items are numbered in their order."""
    return computed(QT_TRANSLATE_NOOP("Reason", "Box 32: items are numbered in their order."))


def commodity_code(_: ItemCircumstances) -> BoxState:
    """S3-060: the code of the tariff; designation and units follow."""
    return required(
        QT_TRANSLATE_NOOP("Reason", "Box 33: the commodity code; designation and units follow.")
    )


def specification(around: ItemCircumstances) -> BoxState:
    """S3-063: some tariff lines ask for a specification code."""
    if around.line is None:
        return optional()
    if around.line.specifications:
        return required(
            QT_TRANSLATE_NOOP("Reason", "Box 33: this tariff line asks for a specification code.")
        )
    return not_used(
        QT_TRANSLATE_NOOP("Reason", "Box 33: this tariff line has no specification codes.")
    )


def origin_country(_: ItemCircumstances) -> BoxState:
    """S3-064: where the goods were made."""
    return required(QT_TRANSLATE_NOOP("Reason", "Box 34: the country the goods were made in."))


def origin_region(around: ItemCircumstances) -> BoxState:
    """S3-064: the region inside the country, for export."""
    if around.around.flow is Flow.EXPORT:
        return optional(
            QT_TRANSLATE_NOOP("Reason", "Box 34b: the region of the country the goods come from.")
        )
    return not_used(QT_TRANSLATE_NOOP("Reason", "Box 34b is keyed on export only."))


def gross_mass(_: ItemCircumstances) -> BoxState:
    """S3-056: kilograms with packing."""
    return required(QT_TRANSLATE_NOOP("Reason", "Box 35: kilograms with all packing."))


def net_mass(_: ItemCircumstances) -> BoxState:
    """S3-057: kilograms without packing."""
    return required(QT_TRANSLATE_NOOP("Reason", "Box 38: kilograms without any packing."))


def procedure(_: ItemCircumstances) -> BoxState:
    """S3-065: four digits, requested and previous procedure."""
    return required(
        QT_TRANSLATE_NOOP("Reason", "Box 37: two digits requested, two previous: 40 00.")
    )


def extended_code(_: ItemCircumstances) -> BoxState:
    """S3-066: three characters, the extended or fiscal code."""
    return optional(
        QT_TRANSLATE_NOOP("Reason", "Box 37: the extended code that fits the procedure.")
    )


def quota(_: ItemCircumstances) -> BoxState:
    """S3-073: the order number of the tariff quota; a free field."""
    return optional(QT_TRANSLATE_NOOP("Reason", "Box 39: the number of the quota, if any."))


def previous_document(around: ItemCircumstances) -> BoxState:
    """P-05: a previous procedure needs the earlier declaration."""
    if around.item.procedure[PREVIOUS] not in ("", NO_PREVIOUS):
        return required(
            QT_TRANSLATE_NOOP("Reason", "Box 40: the earlier declaration of these goods.")
        )
    return optional()


def previous_warehouse(around: ItemCircumstances) -> BoxState:
    """S3-016: goods out of a warehouse name it."""
    if around.item.procedure[PREVIOUS] in around.around.profile.warehouse_procedures:
        return required(QT_TRANSLATE_NOOP("Reason", "Box 40: the warehouse the goods come out of."))
    return not_used(
        QT_TRANSLATE_NOOP("Reason", "Box 40: only goods out of a warehouse name the warehouse.")
    )


def unit_code(rank: int) -> ItemRule:
    """Return the rule of the code of a supplementary unit."""

    def rule(around: ItemCircumstances) -> BoxState:
        """S3-058, S3-059: the tariff line gives up to three units."""
        if around.line is None:
            return optional()
        if rank > len(around.line.units):
            return _no_unit()
        return computed(QT_TRANSLATE_NOOP("Reason", "Box 41: the tariff line gives the unit."))

    return rule


def unit_quantity(rank: int) -> ItemRule:
    """Return the rule of the quantity in a supplementary unit."""

    def rule(around: ItemCircumstances) -> BoxState:
        """S3-058, S3-059, S3-109: open when the tariff line has a unit."""
        if around.line is None:
            return optional()
        if rank > len(around.line.units):
            return _no_unit()
        return required(
            QT_TRANSLATE_NOOP("Reason", "Box 41: the quantity in the tariff line's unit.")
        )

    return rule


def _no_unit() -> BoxState:
    return not_used(QT_TRANSLATE_NOOP("Reason", "Box 41: the tariff line has no such unit."))


def invoice_amount(_: ItemCircumstances) -> BoxState:
    """S3-103, S3-104: the item's value on the invoice is keyed in the item valuation note."""
    return required(QT_TRANSLATE_NOOP("Reason", "The value of this item on the invoice."))


def item_price(_: ItemCircumstances) -> BoxState:
    """S3-067: box 42 shows the item's value in foreign currency from the valuation note."""
    return computed(
        QT_TRANSLATE_NOOP("Reason", "Box 42: the value of the item from its valuation note.")
    )


def valuation_method(_: ItemCircumstances) -> BoxState:
    """S3-068: six methods, 1 by default."""
    return required(
        QT_TRANSLATE_NOOP("Reason", "Box 43: 1 is the transaction value; six methods exist.")
    )


def adjustment(_: ItemCircumstances) -> BoxState:
    """S3-069 (anomaly A8): a factor of the statistical value, 1 by default."""
    return required(
        QT_TRANSLATE_NOOP("Reason", "Box 45: multiplies the statistical value; 1 leaves it.")
    )


def statistical_value(_: ItemCircumstances) -> BoxState:
    """S3-070: computed in national currency from the item valuation note."""
    return computed(
        QT_TRANSLATE_NOOP("Reason", "Box 46: the CIF value times the adjustment of box 45.")
    )


def computed_taxes(_: ItemCircumstances) -> BoxState:
    """S3-071: the duty engine works the taxes out."""
    return computed(QT_TRANSLATE_NOOP("Reason", "Box 47: the taxes are worked out."))


def note_figures(_: ItemCircumstances) -> BoxState:
    """S3-105 to S3-107: shares and sums of the item valuation note."""
    return computed(QT_TRANSLATE_NOOP("Reason", "The item valuation note works this out."))


def item_delivery(_: ItemCircumstances) -> BoxState:
    """S3-099, anomaly A5: the note shows the invoice type of box 20; it cannot be modified."""
    return computed(QT_TRANSLATE_NOOP("Reason", "The terms of delivery stand in box 20."))


def item_cost(block: str) -> ItemRule:
    """Return the rule of one cost of the item."""

    def rule(around: ItemCircumstances) -> BoxState:
        """S3-103, S3-105: a share of the total, keyed only where nothing is apportioned."""
        if around.around.flow is Flow.EXPORT and block in IMPORT_COSTS:
            return not_used(
                QT_TRANSLATE_NOOP("Reason", "External freight and insurance: on import only.")
            )
        if around.around.declaration.apportionment == NO_APPORTIONMENT:
            return optional(
                QT_TRANSLATE_NOOP("Reason", "No apportionment: key the costs of each item.")
            )
        return computed(QT_TRANSLATE_NOOP("Reason", "The item's share of the costs is worked out."))

    return rule


RULES: Mapping[str, ItemRule] = MappingProxyType(
    {
        "marks_1": marks,
        "package_count": package_count,
        "package_kind": package_kind,
        "package_kind_name": package_kind_name,
        **dict.fromkeys(CONTAINER_BOXES, container),
        "tariff_description": tariff_description,
        "commercial_description": commercial_description,
        "item_number": item_number,
        "commodity_code": commodity_code,
        "specification": specification,
        "origin_country": origin_country,
        "origin_region": origin_region,
        "gross_mass": gross_mass,
        "net_mass": net_mass,
        "procedure": procedure,
        "extended_code": extended_code,
        "quota": quota,
        "previous_document": previous_document,
        "previous_warehouse": previous_warehouse,
        **{f"unit_{rank}": unit_code(rank) for rank in UNIT_BOXES},
        **{f"unit_{rank}_name": unit_code(rank) for rank in UNIT_BOXES},
        **{f"unit_{rank}_quantity": unit_quantity(rank) for rank in UNIT_BOXES},
        "invoice_amount": invoice_amount,
        "item_price": item_price,
        "valuation_method": valuation_method,
        "adjustment": adjustment,
        "statistical_value": statistical_value,
        "taxes_total": computed_taxes,
        "taxes_mode": computed_taxes,
        "alpha": note_figures,
        "total_costs": note_figures,
        "cif": note_figures,
        "delivery_terms": item_delivery,
        "delivery_place": item_delivery,
        **{block: item_cost(block) for block in COSTS},
    }
)
