"""Manifests and bills of lading, and what declarations have used of a bill: pure rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sad_desktop.brokerage.numbers import plain_number
from sad_desktop.declaration.model import Declaration

ZERO = Decimal(0)
OFF = "off"
ARRIVAL = "arrival"


@dataclass(frozen=True, slots=True, kw_only=True)
class BillContainer:
    """A container of a bill: its number, ISO type, whether it is full, and its seals."""

    identity: str
    kind: str = ""
    load: str = ""
    seals: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BillOfLading:
    """A bill of lading or air waybill as the carrier lists it; mass in kg.

    ``id`` is 0 for a bill that is not kept yet. Packages and mass are None where the manifest
    does not say them: then nothing limits what is written off. Names of traders hold the address
    on further lines.
    """

    id: int = 0
    manifest_id: int = 0
    number: str = ""
    master: str = ""
    shipper: str = ""
    consignee_code: str = ""
    consignee: str = ""
    notify: str = ""
    packages: Decimal | None = None
    package_kind: str = ""
    gross_mass: Decimal | None = None
    loading_place: str = ""
    unloading_place: str = ""
    marks: str = ""
    goods: str = ""
    containers: tuple[BillContainer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A voyage as the carrier announces it to one customs office.

    ``id`` is 0 for a manifest that is not kept yet. ``mode`` is a code of box 25,
    ``nationality`` one of box 21.
    """

    id: int = 0
    office: str = ""
    voyage: str = ""
    departure: date | None = None
    arrival: date | None = None
    vessel: str = ""
    nationality: str = ""
    mode: str = ""
    carrier_code: str = ""
    carrier: str = ""
    departure_place: str = ""
    destination_place: str = ""

    def day(self, kind: str) -> date | None:
        """Return the day beside the manifest's number by the profile's ``manifest_date``.

        S3-012: the departure, the arrival, or none where the number says enough.
        """
        if kind == OFF:
            return None
        return self.arrival if kind == ARRIVAL else self.departure


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestSummary:
    """A line of the finder and of the room: a manifest and how many bills it has."""

    manifest: Manifest
    bill_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestQuery:
    """Criteria of the manifest finder (S3-011); what is empty limits nothing.

    ``since`` and ``until`` are days of departure or arrival, both included.
    """

    voyage: str = ""
    vessel: str = ""
    office: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Packages and gross mass in kg."""

    packages: Decimal = ZERO
    mass: Decimal = ZERO

    def __add__(self, other: "Quantity") -> "Quantity":
        """Return both together."""
        return Quantity(packages=self.packages + other.packages, mass=self.mass + other.mass)

    def __neg__(self) -> "Quantity":
        """Return what takes this one back."""
        return Quantity(packages=-self.packages, mass=-self.mass)

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.packages or self.mass)


NOTHING = Quantity()


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOff:
    """One line of a bill's ledger: used by a declaration, or given back (negative).

    ``called`` is what the library calls the declaration, where the bill's history is read.
    """

    bill_id: int
    declaration_id: str
    quantity: Quantity
    at: datetime
    user: str
    called: str = ""


class Use(StrEnum):
    """How far a bill is used by declarations."""

    OPEN = "open"
    PARTLY = "partly"
    USED = "used"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class BillBalance:
    """A bill with what declarations have written off of it."""

    bill: BillOfLading
    used: Quantity = NOTHING

    @property
    def packages_left(self) -> Decimal | None:
        """Packages nobody has written off; None where the bill does not say how many it has."""
        return None if self.bill.packages is None else self.bill.packages - self.used.packages

    @property
    def mass_left(self) -> Decimal | None:
        """Kilograms nobody has written off; None where the bill does not say its mass."""
        return None if self.bill.gross_mass is None else self.bill.gross_mass - self.used.mass

    @property
    def use(self) -> Use:
        """How far the bill is used: over as soon as either figure is, used when nothing is left."""
        left = [figure for figure in (self.packages_left, self.mass_left) if figure is not None]
        if any(figure < 0 for figure in left):
            return Use.OVER
        if not self.used:
            return Use.OPEN
        return Use.USED if left and not any(left) else Use.PARTLY

    def covers(self, wanted: Quantity) -> bool:
        """Tell whether so much is left."""
        packages, mass = self.packages_left, self.mass_left
        return (packages is None or wanted.packages <= packages) and (
            mass is None or wanted.mass <= mass
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """A manifest's bills by how far they are used, and the sums of what they state."""

    balances: tuple[BillBalance, ...]

    def count(self, use: Use) -> int:
        """Return how many bills are used so far."""
        return sum(balance.use is use for balance in self.balances)

    @property
    def stated(self) -> Quantity:
        """What all bills state together."""
        stated = (
            Quantity(packages=balance.bill.packages or ZERO, mass=balance.bill.gross_mass or ZERO)
            for balance in self.balances
        )
        return total(stated)

    @property
    def used(self) -> Quantity:
        """What declarations have written off of all bills together."""
        return total(balance.used for balance in self.balances)

    @property
    def left(self) -> Quantity:
        """What is left of the bills that say what they hold; less than nothing when over-used."""
        left = (
            Quantity(packages=balance.packages_left or ZERO, mass=balance.mass_left or ZERO)
            for balance in self.balances
        )
        return total(left)


class ManifestFault(StrEnum):
    """What keeps a manifest or a bill from being kept."""

    NO_VOYAGE = "no_voyage"
    ARRIVES_BEFORE_DEPARTURE = "arrives_before_departure"
    NO_NUMBER = "no_number"
    NEGATIVE = "negative"
    NUMBER_TWICE = "number_twice"


def manifest_faults(manifest: Manifest) -> tuple[ManifestFault, ...]:
    """Return what keeps a manifest from being kept; none when it may be."""
    faults = []
    if not plain_number(manifest.voyage):
        faults.append(ManifestFault.NO_VOYAGE)
    if manifest.departure and manifest.arrival and manifest.arrival < manifest.departure:
        faults.append(ManifestFault.ARRIVES_BEFORE_DEPARTURE)
    return tuple(faults)


def bill_faults(bill: BillOfLading) -> tuple[ManifestFault, ...]:
    """Return what keeps a bill from being kept; none when it may be."""
    faults = []
    if not plain_number(bill.number):
        faults.append(ManifestFault.NO_NUMBER)
    if any(figure is not None and figure < 0 for figure in (bill.packages, bill.gross_mass)):
        faults.append(ManifestFault.NEGATIVE)
    return tuple(faults)


def wanted(declaration: Declaration) -> Mapping[str, Quantity]:
    """Return what a declaration uses of each bill its items name in box 40 (S3-014).

    Keys are numbers as ``plain_number`` writes them.
    """
    summed: dict[str, Quantity] = {}
    for item in declaration.items:
        number = plain_number(item.summary_declaration)
        if number:
            own = Quantity(packages=item.package_count or ZERO, mass=item.gross_mass or ZERO)
            summed[number] = summed.get(number, NOTHING) + own
    return summed


def total(quantities: Iterable[Quantity]) -> Quantity:
    """Return quantities added up."""
    return sum(quantities, NOTHING)


def held_by(lines: Iterable[WriteOff]) -> Mapping[int, Quantity]:
    """Return what lines of the ledger leave used of each bill; bills given back are left out."""
    summed: dict[int, Quantity] = {}
    for line in lines:
        summed[line.bill_id] = summed.get(line.bill_id, NOTHING) + line.quantity
    return {bill: quantity for bill, quantity in summed.items() if quantity}


def narrowed(candidates: Iterable[Manifest], office: str, day: date | None) -> tuple[Manifest, ...]:
    """Return the manifests of one number that a declaration can mean, by its office and day.

    A criterion that none meets limits nothing: the number is what identifies a manifest.
    """
    left = tuple(candidates)
    at_office = tuple(one for one in left if office and one.office == office)
    left = at_office or left
    on_day = tuple(one for one in left if day is not None and day in (one.departure, one.arrival))
    return on_day or left
