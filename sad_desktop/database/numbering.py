"""Numbers the office gives: each once, in order, also when two desks ask at the same moment."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from itertools import count

from sqlalchemy import Connection, insert, select, update

from sad_desktop.database.life_tables import sequences
from sad_desktop.database.schema import declarations
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

REFERENCE_DIGITS = 6
LAST_REFERENCE = 999_999
_FREE = [status.value for status in Status if status.is_unregistered]


class Series(StrEnum):
    """What is numbered, each by year: references per declarant, the rest per office."""

    REFERENCE = "reference"
    REGISTRATION = "registration"
    ASSESSMENT = "assessment"
    RECEIPT = "receipt"
    PAYMENT_REQUEST = "payment_request"


class ReferenceTaken(UserError):
    """The declarant used this reference for another declaration of the year (H-03)."""


class NumberTaken(UserError):
    """Customs' number is another declaration's already."""


def next_number(
    connection: Connection,
    series: Series,
    scope: str,
    year: int,
    is_taken: Callable[[int], bool] = lambda _number: False,
) -> int:
    """Return the next free number of a series from 1; the office's lock is held."""
    its = (
        (sequences.c.kind == str(series))
        & (sequences.c.scope == scope)
        & (sequences.c.year == year)
    )
    last = connection.scalar(select(sequences.c.last).where(its))
    given = next(number for number in count((last or 0) + 1) if not is_taken(number))
    if last is None:
        row = {"kind": str(series), "scope": scope, "year": year, "last": given}
        connection.execute(insert(sequences), row)
    else:
        connection.execute(update(sequences).where(its).values(last=given))
    return given


def with_reference(connection: Connection, draft: Draft, declaration_id: str) -> Draft:
    """Return a draft whose empty box 7 holds the declarant's next number of the year (S3-022).

    A draft without a year stays as it is. Raises UserError after 999,999.
    """
    declaration = draft.declaration
    year = declaration.reference_year
    if declaration.reference_number or year is None:
        return draft

    def is_taken(number: int) -> bool:
        keyed = f"{number:0{REFERENCE_DIGITS}d}"
        holder = _holder_of(connection, declaration, keyed, declaration_id, registered_only=False)
        return holder is not None

    given = next_number(connection, Series.REFERENCE, declaration.declarant_code, year, is_taken)
    if given > LAST_REFERENCE:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError",
                "All reference numbers of {year} are used. Key one with a letter in box 7.",
            ),
            {"year": year},
        )
    numbered = replace(declaration, reference_number=f"{given:0{REFERENCE_DIGITS}d}")
    return replace(draft, declaration=numbered)


def check_reference(connection: Connection, declaration: Declaration, declaration_id: str) -> None:
    """Refuse a reference another registered declaration of the declarant has that year.

    Raises ReferenceTaken, also when box 7 or its year is empty.
    """
    year, number = declaration.reference_year, declaration.reference_number
    if year is None or not number:
        raise ReferenceTaken(
            QT_TRANSLATE_NOOP("UserError", "Box 7 has no reference number: key one, then register.")
        )
    other = _holder_of(connection, declaration, number, declaration_id, registered_only=True)
    if other is not None:
        raise ReferenceTaken(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Reference {number} of {year} is another registered declaration's already. Key "
                "another number in box 7.",
            ),
            {"number": number, "year": year},
        )


def is_registered(
    connection: Connection, office: str, serial: str, number: str, year: int, declaration_id: str
) -> bool:
    """Tell whether another declaration of an office and year has a registration number."""
    its = declarations.c
    days = connection.scalars(
        select(its.registration_day).where(
            its.registration_number == number,
            its.registration_serial == serial,
            its.office_code == office,
            its.id != declaration_id,
            its.status.not_in(_FREE),
        )
    )
    return any(day is not None and day.year == year for day in days)


def number_taken(serial: str, number: str, office: str, year: int) -> NumberTaken:
    """Return the refusal of customs' number that another declaration has."""
    return NumberTaken(
        QT_TRANSLATE_NOOP(
            "UserError",
            "Declaration {number} of {year} at office {office} is registered already. Compare "
            "the number with customs' answer.",
        ),
        {"number": f"{serial} {number}".strip(), "year": year, "office": office},
    )


def _holder_of(
    connection: Connection,
    declaration: Declaration,
    number: str,
    declaration_id: str,
    *,
    registered_only: bool,
) -> str | None:
    """Return another declaration with a reference of this declarant and year."""
    its = declarations.c
    wanted = select(its.id).where(
        its.reference_number == number,
        its.reference_year == declaration.reference_year,
        its.declarant_code == declaration.declarant_code,
        its.id != declaration_id,
    )
    if registered_only:
        wanted = wanted.where(its.status.not_in(_FREE))
    return connection.scalar(wanted.limit(1))
