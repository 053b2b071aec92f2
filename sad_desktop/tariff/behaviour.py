"""Which boxes the law wants: for every field the one rule that says keyed, computed or closed.

The rules stand in behaviour_parties, behaviour_transport, behaviour_money and behaviour_item.
"""

from collections.abc import Mapping
from types import MappingProxyType

from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.fields import Level, definitions
from sad_desktop.declaration.figures import HeaderFigures
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.tariff import (
    behaviour_item,
    behaviour_money,
    behaviour_parties,
    behaviour_transport,
)
from sad_desktop.tariff.behaviour_circumstances import (
    BoxState,
    Circumstances,
    Flow,
    HeaderRule,
    ItemRule,
    StateKind,
    circumstances,
    computed,
    not_used,
    optional,
)
from sad_desktop.text import QT_TRANSLATE_NOOP

__all__ = [
    "BoxState",
    "Circumstances",
    "Flow",
    "StateKind",
    "circumstances",
    "has_container_list",
    "state_of",
]

_FREE = optional()
_OPEN = optional(
    QT_TRANSLATE_NOOP(
        "Reason", "The neutral profile closes no box: key it if your country uses it."
    )
)
_BY_LEVEL: Mapping[Level, HeaderRule] = MappingProxyType(
    {Level.OFFICIAL: behaviour_parties.official, Level.TRANSIT: behaviour_parties.transit}
)


def _header_rules() -> dict[str, HeaderRule]:
    rules = {
        name: _BY_LEVEL[field.level]
        for name, field in {**definitions(Declaration), **definitions(HeaderFigures)}.items()
        if field.level in _BY_LEVEL
    }
    for own in (behaviour_parties.RULES, behaviour_transport.RULES, behaviour_money.RULES):
        rules.update(own)
    return rules


HEADER_RULES: Mapping[str, HeaderRule] = MappingProxyType(_header_rules())
"""The rules of the general segment by field; a field without one is optional."""

ITEM_RULES: Mapping[str, ItemRule] = behaviour_item.RULES
"""The rules of an item by field; a field without one is optional."""

_LOCKED: Mapping[Status, BoxState] = MappingProxyType(
    {
        Status.REGISTERED: computed(
            QT_TRANSLATE_NOOP(
                "Reason", "The declaration is registered; it is changed by an amendment only."
            )
        ),
        Status.ASSESSED: computed(
            QT_TRANSLATE_NOOP(
                "Reason", "The declaration is assessed; it is changed by an amendment only."
            )
        ),
        Status.PAID: computed(
            QT_TRANSLATE_NOOP(
                "Reason", "The declaration is paid; it is changed by an amendment only."
            )
        ),
        Status.RELEASED: computed(
            QT_TRANSLATE_NOOP(
                "Reason", "The goods are released; the declaration is not changed any more."
            )
        ),
        Status.CANCELLED: computed(
            QT_TRANSLATE_NOOP("Reason", "The declaration is cancelled; it is not changed any more.")
        ),
    }
)


def state_of(place: Place, around: Circumstances) -> BoxState:
    """Return what a box is here and now; every place has a state, those of figures too.

    Nothing is keyed once the declaration is registered (rule X-05). A profile of no country
    closes no box: what a foreign country uses is not known.
    """
    state = _in_this_country(place, around)
    if state.kind is StateKind.NOT_USED and not around.profile.country:
        state = _OPEN
    if state.is_keyed and not around.status.is_editable:
        return _LOCKED[around.status]
    return state


def has_container_list(declaration: Declaration) -> bool:
    """S3-032: the list of containers is shown when box 19 is ticked, or while it has rows."""
    return declaration.has_containers or bool(declaration.containers)


def _in_this_country(place: Place, around: Circumstances) -> BoxState:
    """Return what the box's own rule says; a country's own list closes what that leaves open."""
    state = _by_rule(place, around)
    is_unused = place.field in around.profile.unused and place.rows is None
    if is_unused and state.kind is not StateKind.NOT_USED:
        return not_used(
            QT_TRANSLATE_NOOP("Reason", "This box is not used in the country of the profile.")
        )
    return state


def _by_rule(place: Place, around: Circumstances) -> BoxState:
    if place.rows is Rows.CONTAINERS:
        if place.field == "identity":
            return behaviour_transport.container_identity(around)
        return behaviour_transport.container_row(around)
    if place.rows is not None:
        return _row_state(place)
    if place.item:
        rule = ITEM_RULES.get(place.field)
        return _FREE if rule is None else rule(around.item(place.item))
    header_rule = HEADER_RULES.get(place.field)
    return _FREE if header_rule is None else header_rule(around)


def _row_state(place: Place) -> BoxState:
    if place.field == "from_rule":
        return computed(
            QT_TRANSLATE_NOOP("Reason", "Ticked when a rule of the regime demands the document.")
        )
    if place.field == "digital_document":
        return computed(
            QT_TRANSLATE_NOOP("Reason", "Filled when an image or a PDF is attached to the row.")
        )
    return _FREE
