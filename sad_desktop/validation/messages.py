"""The wording and weight of each rule; ids are those of the rules catalogue (RULES)."""

from collections.abc import Mapping
from types import MappingProxyType

from sad_desktop.declaration.draft import ROW_TYPES
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.wording.advance_cargo import ADVANCE_CARGO
from sad_desktop.validation.wording.assessment import ASSESSMENT
from sad_desktop.validation.wording.attached import ATTACHED
from sad_desktop.validation.wording.general import GENERAL
from sad_desktop.validation.wording.items import ITEMS
from sad_desktop.validation.wording.message import Message
from sad_desktop.validation.wording.regimes import REGIMES
from sad_desktop.validation.wording.register import REGISTER

MESSAGES: Mapping[str, Message] = MappingProxyType(
    {**GENERAL, **ITEMS, **ATTACHED, **ASSESSMENT, **REGISTER, **ADVANCE_CARGO, **REGIMES}
)
"""All wordings by the rule's id, or by id and case ("H-05.missing")."""

NAMES_OF_FIELDS = frozenset({"line", "field"})
"""Values that name a field; a reader is given its title."""


_AR = "_ar"


def rule_id(code: str) -> str:
    """Return the id of the rule a wording belongs to."""
    return code.partition(".")[0]


def spoken_values(finding: Finding, language: str) -> dict[str, str]:
    """Return a finding's values as a reader is told them: fields by their titles.

    A value named like another with ``_ar`` behind is what an Arabic reader is told instead.
    """
    place = finding.place
    owner: type = Item if place.item else Declaration
    if place.rows is not None:
        owner = ROW_TYPES[place.rows]
    known = definitions(owner)
    values = {
        name: known[value].title(language) if name in NAMES_OF_FIELDS and value in known else value
        for name, value in finding.values
    }
    if language == "ar":
        values |= {name.removesuffix(_AR): values[name] for name in values if name.endswith(_AR)}
    return values
