"""The rate of a tax as a value: a percentage, an amount per unit, limits, brackets."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Specific:
    """An amount of a currency for so many units; no unit: once. "" is the national currency."""

    amount: Decimal
    currency: str = ""
    unit: str = ""
    per: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The least or the most a tax comes to: a percentage of the base or an amount per unit."""

    percent: Decimal | None = None
    specific: Specific | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """A rate that holds from a value of an attribute on."""

    start: Decimal
    rate: "Rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What a tax costs: max(floor, min(ceiling, percent of the base + the specific amounts)).

    ``attribute`` names the field of the item that chooses among the ``brackets``.
    """

    percent: Decimal | None = None
    specifics: tuple[Specific, ...] = ()
    floor: Limit | None = None
    ceiling: Limit | None = None
    attribute: str = ""
    brackets: tuple[Bracket, ...] = ()
    is_prohibited: bool = False
    is_restricted: bool = False
    text: str = ""

    @property
    def is_plain(self) -> bool:
        """True for a rate that is nothing but a percentage of the base."""
        return self.percent is not None and not (
            self.specifics or self.floor or self.ceiling or self.brackets
        )

    @property
    def uses_base(self) -> bool:
        """True when some percentage of the base can decide the amount."""
        limits = (limit for limit in (self.floor, self.ceiling) if limit is not None)
        return (
            self.percent is not None
            or any(limit.percent for limit in limits)
            or any(one.rate.uses_base and one.rate.kind != "free" for one in self.brackets)
        )

    @property
    def kind(self) -> str:
        """Name the form of the rate for the note and the JSON."""
        if self.is_prohibited:
            return "prohibited"
        if self.brackets:
            return "brackets"
        if self.floor or self.ceiling:
            return "limited"
        if self.specifics and self.percent is not None:
            return "compound"
        if self.specifics:
            return "specific" if self.specifics[0].unit else "fixed"
        return "free" if not self.percent else "percent"
