"""What every written page says of the declaration it belongs to, and how its numbers look."""

from datetime import date
from decimal import Decimal

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.fields import FieldDef
from sad_desktop.declaration.values import show_number
from sad_desktop.printing.words import Word, word
from sad_desktop.valuation.note import AssessmentNote

_LONGEST = 60


def subject(draft: Draft, note: AssessmentNote) -> tuple[tuple[Word, str], ...]:
    """Return the facts under the title of every page."""
    kept = draft.declaration
    year = "" if kept.reference_year is None else str(kept.reference_year)
    return (
        (word("reference"), _line(year, kept.reference_number)),
        (word("declaration_type"), _line(kept.declaration_type, kept.general_procedure)),
        (
            word("registration"),
            _line(kept.registration_serial, kept.registration_number, day(kept.registration_day)),
        ),
        (word("on"), day(note.on)),
    )


def day(value: date | None) -> str:
    """Return a day as it is written on the form."""
    return value.strftime("%d/%m/%Y") if value else ""


def amount(value: Decimal | None, note: AssessmentNote) -> str:
    """Return an amount in national currency."""
    return "" if value is None else show_number(value, note.decimals)


def foreign_amount(value: Decimal | None) -> str:
    """Return an amount in another currency, with the decimals it has, at least two."""
    return "" if value is None else show_number(value, 2)


def title_of(definition: FieldDef) -> Word:
    """Return a field's official title."""
    return Word(en=definition.en, ar=definition.ar)


def _line(*parts: str) -> str:
    """Return codes in one line; a hostile one is cut, the form itself shows it whole."""
    line = " ".join(part for part in parts if part)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
