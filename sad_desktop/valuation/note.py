"""The assessment note: every computed amount of a declaration with the steps that made it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sad_desktop.declaration.draft import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a computation, so that the amount can be worked out again.

    ``label`` and ``formula`` are texts of the translation context ``Step``; ``inputs`` names
    the numbers of the formula; ``rounding`` says how the result was rounded ("" not at all).
    """

    label: str
    formula: str
    inputs: tuple[tuple[str, Decimal], ...]
    result: Decimal
    rounding: str = ""
    source: str = ""


Steps = Callable[[], tuple[Step, ...]]
"""Steps are made when somebody asks: explaining 6,000 tax lines nobody opens costs time."""


class Payment(StrEnum):
    """Mode of payment of a tax line, as customs print it."""

    PAID = "1"
    GUARANTEED = "0"
    EXEMPT = "E"


@dataclass(frozen=True, slots=True, kw_only=True)
class CostAmount:
    """A cost in its own currency and in national currency."""

    foreign: Decimal
    currency: str
    rate: Decimal
    national: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxLine:
    """One line of box 47, or one tax of the general segment.

    ``rate`` is the number printed in the box, ``rate_text`` how it reads ("5 %", "SAR 200 per
    1,000"); ``declared`` the amount the imported file gives for it.
    """

    code: str
    en: str
    ar: str
    base: Decimal
    rate: Decimal
    rate_text: str
    kind: str
    amount: Decimal
    mode_of_payment: Payment
    reason: str = ""
    reason_ar: str = ""
    is_manual: bool = False
    declared: Decimal | None = None
    steps: Steps = field(default=tuple, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemValue:
    """The item valuation note: national currency but where the name says foreign."""

    key: int
    number: int
    invoice: CostAmount
    costs: Mapping[str, CostAmount]
    total_costs: Decimal
    cif: Decimal
    adjustment: Decimal
    statistical_value: Decimal
    alpha: Decimal
    steps: Steps = field(default=tuple, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemNote:
    """What one item is worth and pays; ``taxes_total`` sums what is paid, not the guarantee."""

    value: ItemValue
    taxes: tuple[TaxLine, ...]
    taxes_total: Decimal
    guarantee: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something the computation met that the clerk must know: a missing rate, an odd number.

    ``code`` is a rule id of RULES.md or a name of this package; the wording stands with the
    findings.
    """

    code: str
    place: Place
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentNote:
    """The whole computation of a declaration on a day, in the currency of the profile.

    ``costs`` holds the blocks of COSTS by name; ``residuals`` what rounding left between the
    header and the sum of the items, by block; ``fees`` sums the general taxes; ``guarantee``
    the lines with mode 0; ``total`` = item taxes + fees (guide 003, assessment note).
    ``payment_mode`` is cash, prepaid or credit; the origin is what box 16 says.
    """

    profile: str
    on: date
    currency: str
    decimals: int
    invoice: CostAmount
    costs: Mapping[str, CostAmount]
    total_costs: Decimal
    cif: Decimal
    items: tuple[ItemNote, ...]
    taxes_by_code: Mapping[str, Decimal]
    item_taxes: Decimal
    global_taxes: tuple[TaxLine, ...]
    fees: Decimal
    guarantee: Decimal
    total: Decimal
    payment_mode: str
    residuals: Mapping[str, Decimal] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    origin_en: str = ""
    origin_ar: str = ""

    def item(self, key: int) -> ItemNote:
        """Return the note of the item with this key; raises KeyError."""
        for item in self.items:
            if item.value.key == key:
                return item
        raise KeyError(key)
