"""What each field of the form asks for, in both languages: the status line and F1.

The texts are resources/help/fields.toml. They explain the form; what a box is here and now, and
why, is the box behaviour's answer.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from sad_desktop.errors import ResourceMissing
from sad_desktop.resources import resource

_FILE = "help/fields.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A field explained: one sentence of what to key, its rule, and a value it could hold.

    ``example`` is language-neutral: a code, a number, a day or a name as it stands on papers.
    """

    hint_en: str
    hint_ar: str
    rule_en: str
    rule_ar: str
    example: str

    def hint(self, language: str) -> str:
        """Return the sentence of the status line in ``en`` or ``ar``."""
        return self.hint_ar if language == "ar" else self.hint_en

    def rule(self, language: str) -> str:
        """Return the full rule in ``en`` or ``ar``."""
        return self.rule_ar if language == "ar" else self.rule_en


def explanation(owner: str, field: str) -> Explanation:
    """Return the explanation of a field; raises KeyError when there is none.

    ``owner`` is declaration, item, container, document, previous_declaration, manual_tax,
    header_figures or item_figures. Raises ResourceMissing when the texts cannot be read.
    """
    return explanations()[owner][field]


@cache
def explanations() -> Mapping[str, Mapping[str, Explanation]]:
    """Return all explanations by owner and field, in the order of the form.

    Raises ResourceMissing when the file is absent or damaged.
    """
    try:
        owners = tomllib.loads(resource(_FILE).read_text(encoding="utf-8"))
        return MappingProxyType(
            {
                owner: MappingProxyType(
                    {field: Explanation(**texts) for field, texts in fields.items()}
                )
                for owner, fields in owners.items()
            }
        )
    except (AttributeError, TypeError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise ResourceMissing(_FILE) from fault
