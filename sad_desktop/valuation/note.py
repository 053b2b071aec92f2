"""The assessment note: every computed amount of a declaration with the steps that made it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

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
class TaxHeading:
    """All of a tax line but its amounts: many lines of a declaration share one.

    ``rate`` is the number printed in the box, ``rate_text`` how it reads ("5 %", "SAR 200 per
    1,000"); the reasons say why it is not paid, or why it was keyed.
    """

    code: str
    en: str
    ar: str
    rate: Decimal
    rate_text: str
    kind: str
    mode_of_payment: Payment
    reason: str = ""
    reason_ar: str = ""
    is_manual: bool = False


@dataclass(frozen=True, slots=True)
class TaxLine:
    """One line of box 47, or one tax of the general segment.

    ``declared`` is the amount the imported file gives for it.
    """

    heading: TaxHeading
    base: Decimal
    amount: Decimal
    steps: Steps = field(default=tuple, compare=False, repr=False)
    declared: Decimal | None = None

    @property
    def code(self) -> str:
        """The type of the tax in box 47."""
        return self.heading.code

    @property
    def en(self) -> str:
        """The name of the tax in English."""
        return self.heading.en

    @property
    def ar(self) -> str:
        """The name of the tax in Arabic."""
        return self.heading.ar

    @property
    def rate(self) -> Decimal:
        """The number box 47 prints for the rate."""
        return self.heading.rate

    @property
    def rate_text(self) -> str:
        """How the rate reads."""
        return self.heading.rate_text

    @property
    def kind(self) -> str:
        """The form of the rate, or what kind of tax it is."""
        return self.heading.kind

    @property
    def mode_of_payment(self) -> Payment:
        """How it is paid."""
        return self.heading.mode_of_payment

    @property
    def reason(self) -> str:
        """Why it is not paid, or why it was keyed by hand."""
        return self.heading.reason

    @property
    def reason_ar(self) -> str:
        """The same in Arabic."""
        return self.heading.reason_ar

    @property
    def is_manual(self) -> bool:
        """True for a line keyed by hand."""
        return self.heading.is_manual


class ItemParts(Protocol):
    """What one item's value is made of: each made when looked at."""

    @property
    def invoice(self) -> CostAmount:
        """The price of the item."""
        ...

    @property
    def costs(self) -> Mapping[str, CostAmount]:
        """The blocks of COSTS by name."""
        ...

    @property
    def alpha(self) -> Decimal:
        """The item's share of the invoice."""
        ...

    def steps(self) -> tuple[Step, ...]:
        """Return the steps from the item's price to its statistical value."""
        ...


@dataclass(frozen=True, slots=True)
class ItemValue:
    """The item valuation note: national currency but where the name says foreign."""

    key: int
    number: int
    parts: ItemParts
    total_costs: Decimal
    cif: Decimal
    adjustment: Decimal
    statistical_value: Decimal

    @property
    def invoice(self) -> CostAmount:
        """The price of the item."""
        return self.parts.invoice

    @property
    def costs(self) -> Mapping[str, CostAmount]:
        """The item's costs: the blocks of COSTS by name."""
        return self.parts.costs

    @property
    def alpha(self) -> Decimal:
        """The item's share of the invoice."""
        return self.parts.alpha

    def steps(self) -> tuple[Step, ...]:
        """Return the steps from the item's price to its statistical value."""
        return self.parts.steps()


@dataclass(frozen=True, slots=True)
class ItemNote:
    """What one item is worth and pays; ``taxes_total`` sums what is paid, not the guarantee."""

    value: ItemValue
    taxes: Sequence[TaxLine]
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
