"""An account: an amount with the steps that made it and the amounts that went into it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from sad_desktop.valuation.explain import SUM
from sad_desktop.valuation.note import AssessmentNote, Step, Steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One amount and where it comes from.

    ``parts`` are made when somebody looks; ``stands_for`` is the name of the input of the step
    above that the part explains.
    """

    title: str
    amount: Decimal
    currency: str
    decimals: int
    steps: Steps = tuple
    parts: Callable[[], tuple["Account", ...]] = tuple
    remark: str = ""
    stands_for: str = ""

    def subtracted(self) -> "Account":
        """Return the account with its amount taken off instead of added."""
        return replace(self, amount=-self.amount)


AccountOf = Callable[[AssessmentNote, str], Account | None]
"""Finds an amount in a note, with names in a language; None when the note no longer has it."""


def account(
    note: AssessmentNote,
    title: str,
    amount: Decimal,
    steps: Steps,
    *,
    parts: Callable[[], tuple[Account, ...]] = tuple,
    remark: str = "",
    stands_for: str = "",
) -> Account:
    """Return an account in the currency of a note."""
    return Account(
        title=title,
        amount=amount,
        currency=note.currency,
        decimals=note.decimals,
        steps=steps,
        parts=parts,
        remark=remark,
        stands_for=stands_for,
    )


def added_up(
    note: AssessmentNote,
    title: str,
    amount: Decimal,
    parts: Iterable[Account],
    *,
    stands_for: str = "",
) -> Account:
    """Return the account of an amount that is the sum of others."""
    added = tuple(replace(part, stands_for=part.stands_for or part.title) for part in parts)
    inputs = tuple((part.stands_for, part.amount) for part in added)
    step = Step(label=title, formula=SUM, inputs=inputs, result=amount)
    return account(
        note,
        title,
        amount,
        lambda: (step,) if inputs else (),
        parts=lambda: added,
        stands_for=stands_for,
    )
