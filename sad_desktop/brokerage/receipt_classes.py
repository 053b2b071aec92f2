"""The classes a receipt divides its amount into: which tax goes where is a dated list (S0-025)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sad_desktop.tariff.book import ListEntry

CLASSES = "receipt_classes"
"""The list; its fact ``takes`` names tax codes, or one of the words below."""

ITEM_TAXES, GENERAL_TAXES, DEPOSITS = "items", "general", "deposits"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountLine:
    """One class of a receipt with its amount; the names are those the list had then."""

    code: str
    en: str
    ar: str
    amount: Decimal

    def name(self, language: str) -> str:
        """Return the name in ``en`` or ``ar``; the other one when it is missing."""
        return (self.ar or self.en) if language == "ar" else (self.en or self.ar)


_REST = ListEntry(code="OTH", en="Other receipts", ar="إيصالات أخرى")
"""Takes what no class of the list takes, so that the sum is always the total."""


def classified(
    total: Decimal,
    item_taxes: Mapping[str, Decimal],
    general_taxes: Iterable[tuple[str, Decimal]],
    classes: Iterable[ListEntry],
) -> tuple[AmountLine, ...]:
    """Return what is due by class, in the order of the list; the sum is the total exactly.

    A class that names the code of a tax takes it; else item and general taxes go to the classes
    that take all of them.
    """
    known = tuple(classes)
    sums: dict[str, Decimal] = {}
    parts = [(code, ITEM_TAXES, amount) for code, amount in item_taxes.items()]
    parts += [(code, GENERAL_TAXES, amount) for code, amount in general_taxes]
    for code, level, amount in parts:
        own = _taking(known, code) or _taking(known, level) or _REST
        sums[own.code] = sums.get(own.code, Decimal(0)) + amount
    rest = total - sum(sums.values(), Decimal(0))
    if rest:
        own = _taking(known, GENERAL_TAXES) or _REST
        sums[own.code] = sums.get(own.code, Decimal(0)) + rest
    return _lines(known, sums)


def deposited(total: Decimal, classes: Iterable[ListEntry]) -> tuple[AmountLine, ...]:
    """Return deposits as the one class they are."""
    known = tuple(classes)
    own = _taking(known, DEPOSITS) or _REST
    return _lines(known, {own.code: total})


def _taking(classes: tuple[ListEntry, ...], taken: str) -> ListEntry | None:
    return next((one for one in classes if taken in one.facts.get("takes", "").split()), None)


def _lines(classes: tuple[ListEntry, ...], sums: Mapping[str, Decimal]) -> tuple[AmountLine, ...]:
    listed = classes if any(one.code == _REST.code for one in classes) else (*classes, _REST)
    return tuple(
        AmountLine(code=one.code, en=one.en, ar=one.ar, amount=sums[one.code])
        for one in listed
        if sums.get(one.code)
    )
