"""From a table of exchange to national money for each currency: quoted so, or by a cross rate."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

from sad_desktop.brokerage.list_days import UnreadableDay, day_reader
from sad_desktop.brokerage.list_layouts import Layout
from sad_desktop.brokerage.list_parts import CURRENCY
from sad_desktop.brokerage.list_rows import (
    IsCancelled,
    Progress,
    Reading,
    Remark,
    RowFault,
    RowPassed,
    Standing,
    watched_lines,
)
from sad_desktop.brokerage.list_tables import Line, Table, folded_heading
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import Unreadable, fold_digits, parse
from sad_desktop.tariff.book import ExchangeRate
from sad_desktop.tariff.lines import RATES, rate_as_entry
from sad_desktop.text import QT_TRANSLATE_NOOP

_DIGITS = Context(prec=8, rounding=ROUND_HALF_UP)
_EXACT = Context(prec=40, rounding=ROUND_HALF_UP)
_MOST_DECIMALS = Decimal("1e-10")
_RATE = definitions(Declaration)["exchange_rate"]
_NONE = frozenset({"", "-", "—", "n/a", "na", "nil", "#n/a"})
_LONE_COMMA = re.compile(r"(\d+)[,٬](\d{3})")
_WHOLE = re.compile(r"\d{1,7}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """What crossing needs to know: national currency, those pegged to it, rates kept by day.

    ``kept`` returns the national money for one unit by a rate published on the very day, and for
    a pegged currency by the last one.
    """

    national: str
    pegged: frozenset[str]
    is_currency: Callable[[str], bool]
    kept: Callable[[str, date], Decimal | None]


@dataclass(frozen=True, slots=True)
class _Quote:
    line: Line
    currency: str
    day: date
    value: Decimal
    per: int


def read_quotes(
    table: Table,
    layout: Layout,
    money: Money,
    *,
    source: str,
    starts: date,
    progress: Progress = lambda _done, _total: None,
    is_cancelled: IsCancelled = lambda: False,
) -> Reading:
    """Return the rates of a table as entries; ``starts`` is the day of rows that say none.

    A table that quotes every currency for one unit of another is crossed with what it says of the
    national currency, else with a kept rate of a currency it quotes. Raises ReadingStopped.
    """
    reader = _QuoteReader(table, layout, money, source, starts)
    for line in watched_lines(table, progress, is_cancelled):
        reader.take(line)
    return reader.reading()


class _QuoteReader:
    """Gathers the quotes of all rows, then turns them into national money."""

    def __init__(
        self, table: Table, layout: Layout, money: Money, source: str, starts: date
    ) -> None:
        self._headings = frozenset(map(folded_heading, table.headings)) - {""}
        self._layout = layout
        self._money = money
        self._source = source
        self._starts = starts
        columns = layout.columns_of("valid_from")
        self._day = day_reader(line.cell(at) for line in table.lines for at in columns)
        self._quotes: list[_Quote] = []
        self._remarks: list[Remark] = []

    def take(self, line: Line) -> None:
        """Gather the quotes of a row."""
        try:
            filled = [folded_heading(cell) for cell in line.cells if cell]
            if self._headings and all(cell in self._headings for cell in filled):
                raise RowPassed(QT_TRANSLATE_NOOP("ListImport", "The headings again."))
            self._quotes.extend(self._read(line))
        except RowFault as fault:
            self._say(line, fault)

    def reading(self) -> Reading:
        """Return the rates in national money."""
        by_day: dict[date, dict[str, _Quote]] = {}
        for quote in self._quotes:
            former = by_day.setdefault(quote.day, {}).setdefault(quote.currency, quote)
            if former is not quote:
                self._say(quote.line, _twice(quote, former))
        rates: list[ExchangeRate] = []
        imported: set[int] = set()
        for day, quotes in by_day.items():
            national = self._national_for_pivot(day, quotes)
            if self._layout.pivot and national is not None:
                rates.extend(self._of_pivot(day, national, quotes))
            for quote in quotes.values():
                try:
                    rates.append(self._rate(quote, national))
                    imported.add(quote.line.number)
                except RowFault as fault:
                    if quote.line.number not in imported or not isinstance(fault, RowPassed):
                        self._say(quote.line, fault)
        return Reading(
            entries={RATES: tuple(rate_as_entry(rate) for rate in rates)},
            remarks=tuple(_one_per_row(self._remarks, imported)),
            imported=len(imported - self._faulty()),
        )

    def _faulty(self) -> set[int]:
        return {one.number for one in self._remarks if one.standing is Standing.FAULT}

    def _read(self, line: Line) -> Iterator[_Quote]:
        day = self._day_of(line)
        wide = [
            (at, name.removeprefix(CURRENCY))
            for at, name in self._layout.columns.items()
            if name.startswith(CURRENCY)
        ]
        if not wide:
            yield self._single(line, day)
            return
        empty = [code for at, code in wide if line.cell(at).casefold() in _NONE]
        if len(empty) == len(wide):
            raise RowPassed(QT_TRANSLATE_NOOP("ListImport", "The row has no rate."))
        if empty:
            self._remarks.append(
                Remark(
                    number=line.number,
                    standing=Standing.NOTE,
                    message=QT_TRANSLATE_NOOP("ListImport", "No rate of {codes}."),
                    values={"codes": " ".join(empty)},
                )
            )
        for at, code in wide:
            if code not in empty:
                yield _Quote(line, code, day, _amount(line.cell(at)), self._layout.per)

    def _single(self, line: Line, day: date) -> _Quote:
        code = self._text(line, "code").upper()
        if not code:
            raise RowFault(QT_TRANSLATE_NOOP("ListImport", "There is no code."))
        if not self._money.is_currency(code):
            raise RowFault(
                QT_TRANSLATE_NOOP("ListImport", "{code} is not in the list of currencies."),
                code=code[:20],
            )
        written = self._text(line, "rate")
        if written.casefold() in _NONE:
            raise RowPassed(QT_TRANSLATE_NOOP("ListImport", "The row has no rate."))
        per = self._text(line, "per")
        return _Quote(line, code, day, _amount(written), _count(per) if per else self._layout.per)

    def _text(self, line: Line, part: str) -> str:
        return " ".join(line.cell(at) for at in self._layout.columns_of(part)).strip()

    def _day_of(self, line: Line) -> date:
        written = self._text(line, "valid_from")
        try:
            return self._day(written) or self._starts
        except UnreadableDay as error:
            raise RowFault(
                QT_TRANSLATE_NOOP("ListImport", "{written} is no day."), written=written
            ) from error

    def _national_for_pivot(self, day: date, quotes: Mapping[str, _Quote]) -> Decimal | None:
        """Return the national money for one unit of the pivot on a day; None where nobody says."""
        national, pivot = self._money.national, self._layout.pivot
        if not pivot or pivot == national:
            return Decimal(1)
        if national in quotes:
            return quotes[national].value / quotes[national].per
        known = self._money.kept(pivot, day)
        if known is not None:
            return known
        for code in ("USD", *quotes):
            bridge = self._money.kept(code, day) if code in quotes else None
            if bridge is not None:
                return _EXACT.multiply(bridge, quotes[code].value / quotes[code].per)
        return None

    def _of_pivot(
        self, day: date, national: Decimal, quotes: Mapping[str, _Quote]
    ) -> Iterator[ExchangeRate]:
        pivot = self._layout.pivot
        if pivot not in {self._money.national, *self._money.pegged, *quotes}:
            yield self._exchange_rate(pivot, day, national, 1)

    def _rate(self, quote: _Quote, national: Decimal | None) -> ExchangeRate:
        if quote.currency == self._money.national:
            raise RowPassed(
                QT_TRANSLATE_NOOP("ListImport", "{code} is the national currency."),
                code=quote.currency,
            )
        if not self._layout.pivot:
            return self._exchange_rate(quote.currency, quote.day, quote.value, quote.per)
        if quote.currency in self._money.pegged and self._layout.pivot != self._money.national:
            raise RowPassed(
                QT_TRANSLATE_NOOP(
                    "ListImport", "{code} has a fixed rate: a cross rate does not replace it."
                ),
                code=quote.currency,
            )
        if national is None:
            raise RowFault(
                QT_TRANSLATE_NOOP(
                    "ListImport",
                    "The table does not say what {pivot} is in {national} on {day}, and no rate "
                    "of that day is kept.",
                ),
                pivot=self._layout.pivot,
                national=self._money.national,
                day=quote.day.isoformat(),
            )
        one = _EXACT.divide(_EXACT.multiply(national, Decimal(quote.per)), quote.value)
        per = 1 if one >= Decimal("0.001") else 1000
        shown = _DIGITS.multiply(one, Decimal(per))
        return self._exchange_rate(quote.currency, quote.day, shown, per)

    def _exchange_rate(self, code: str, day: date, rate: Decimal, per: int) -> ExchangeRate:
        if -int(rate.as_tuple().exponent) > -int(_MOST_DECIMALS.as_tuple().exponent):
            rate = rate.quantize(_MOST_DECIMALS, rounding=ROUND_HALF_UP)
        if rate <= 0:
            raise RowFault(
                QT_TRANSLATE_NOOP("ListImport", "The rate of {code} is not above zero."), code=code
            )
        return ExchangeRate(currency=code, rate=rate, per=per, valid_from=day, source=self._source)

    def _say(self, line: Line, fault: RowFault) -> None:
        standing = Standing.PASSED if isinstance(fault, RowPassed) else Standing.FAULT
        self._remarks.append(
            Remark(
                number=line.number, standing=standing, message=fault.message, values=fault.values
            )
        )


def _twice(quote: _Quote, former: _Quote) -> RowFault:
    if (quote.value, quote.per) == (former.value, former.per):
        return RowPassed(
            QT_TRANSLATE_NOOP("ListImport", "The same as row {row}."), row=str(former.line.number)
        )
    return RowFault(
        QT_TRANSLATE_NOOP("ListImport", "{code} stands in row {row} already, otherwise."),
        code=quote.currency,
        row=str(former.line.number),
    )


def _one_per_row(remarks: list[Remark], imported: set[int]) -> Iterator[Remark]:
    """Yield the remarks with each row passed over or faulty once: the worst is said of it."""
    faulty = {one.number for one in remarks if one.standing is Standing.FAULT}
    said: set[int] = set()
    for one in sorted(remarks, key=lambda remark: remark.number):
        if one.standing is Standing.NOTE:
            if one.number not in faulty:
                yield one
            continue
        if one.standing is Standing.PASSED and one.number in (faulty | imported):
            continue
        if one.number not in said:
            said.add(one.number)
            yield one


def _amount(written: str) -> Decimal:
    """Return a rate; raises RowFault. 0,376 has a decimal comma; 1,117 may have one: refused."""
    plain = fold_digits(written).strip()
    lone = _LONE_COMMA.fullmatch(plain)
    if lone is not None:
        if int(lone[1]):
            raise RowFault(
                QT_TRANSLATE_NOOP(
                    "ListImport", "{written} may be a thousand times more: write it with a point."
                ),
                written=written,
            )
        plain = f"0.{lone[2]}"
    try:
        value = parse(_RATE, plain)
    except Unreadable as error:
        raise RowFault(
            QT_TRANSLATE_NOOP("ListImport", "The rate {written} is not understood."),
            written=written[:40],
        ) from error
    if not isinstance(value, Decimal) or value <= 0:
        raise RowFault(
            QT_TRANSLATE_NOOP("ListImport", "The rate {written} is not understood."),
            written=written[:40],
        )
    return value


def _count(written: str) -> int:
    plain = fold_digits(written).replace(",", "").strip()
    if not _WHOLE.fullmatch(plain) or not int(plain):
        raise RowFault(
            QT_TRANSLATE_NOOP("ListImport", "{written} is no number of units."),
            written=written[:40],
        )
    return int(plain)
