"""Which column of a file is what: suggested from its headings and cells, kept as a short text."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sad_desktop.brokerage.list_parts import (
    CORRELATION,
    CURRENCY,
    NAME,
    SEVERAL,
    Part,
    name_words,
)
from sad_desktop.brokerage.list_tables import Table, folded_heading
from sad_desktop.declaration.values import fold_digits
from sad_desktop.tariff.lines import RATES, TARIFF

_PIVOT = re.compile(r"\bper\b\s*(?:1\s*)?(?:([A-Za-z]{3})\b|([€$£¥]))")
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
_SAMPLE = 200
_MOST = 80
"""Per cent of the cells of a column must look like what the column is taken for."""
_LEAST_CURRENCIES = 4
_ARABIC = re.compile("[\u0621-\u064a]")
_LETTER = re.compile(r"[^\W\d_]")
_TARIFF_CODE = re.compile(r"\d{4,12}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_SHORT_CODE = re.compile(r"\S{1,20}")
_AMOUNT = re.compile(r"[\d.,٫٬]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What the columns of a file are, by their position; columns left out are not imported.

    Of exchange rates: ``per`` how many units the rate is for, where no column says so; ``pivot``
    the currency whose one unit the file quotes in all others, "" where it quotes national money.
    """

    columns: Mapping[int, str] = field(default_factory=dict)
    per: int = 1
    pivot: str = ""

    def with_column(self, column: int, part: str) -> "Layout":
        """Return the layout with another meaning of a column; "" leaves the column out.

        A part that is one column's only is taken from the column that had it.
        """
        columns = {
            at: name
            for at, name in self.columns.items()
            if at != column and (name != part or part in SEVERAL)
        }
        if part:
            columns[column] = part
        return replace(self, columns=dict(sorted(columns.items())))

    def columns_of(self, part: str) -> tuple[int, ...]:
        """Return the columns of a part."""
        return tuple(at for at, name in sorted(self.columns.items()) if name == part)

    def as_text(self) -> str:
        """Return the layout as it is remembered."""
        columns = {str(at): name for at, name in self.columns.items()}
        return json.dumps({"columns": columns, "per": self.per, "pivot": self.pivot})


def layout_of(text: str, table: Table, parts: Iterable[Part]) -> Layout | None:
    """Return a remembered layout, None for one that does not fit the file or the list any more."""
    names = {part.name for part in parts} | {NAME}
    try:
        read = json.loads(text)
        columns = {int(at): str(name) for at, name in read["columns"].items()}
        layout = Layout(columns=columns, per=int(read["per"]), pivot=str(read["pivot"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    fits = all(
        at < max(table.width, len(table.headings)) and (name in names or name.startswith(CURRENCY))
        for at, name in columns.items()
    )
    return layout if fits else None


def suggest(
    list_name: str, table: Table, parts: Sequence[Part], is_currency: Callable[[str], bool]
) -> Layout:
    """Return what the columns of a file seem to be: by their headings, else by what is in them."""
    if list_name == RATES:
        wide = _wide_rates(table, parts, is_currency)
        if wide is not None:
            return wide
    layout = Layout(columns=_by_likeness(table, parts))
    if list_name == RATES:
        layout = replace(layout, pivot=_pivot(table, layout))
    return _by_cells(list_name, table, layout, parts, is_currency)


def by_headings(table: Table, parts: Sequence[Part]) -> Layout:
    """Return what the columns seem to be where a heading is a word of a part, whole."""
    layout = Layout()
    for column, heading in enumerate(table.headings):
        folded = folded_heading(heading)
        part = next((one for one in parts if folded in one.words), None)
        if part is not None and not layout.columns_of(part.name):
            layout = layout.with_column(column, part.name)
    return layout


def missing(layout: Layout, parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the parts a file must have and that no column is."""
    has_rates = any(name.startswith(CURRENCY) for name in layout.columns.values())
    if has_rates:
        return ()
    return tuple(part for part in parts if part.is_needed and not layout.columns_of(part.name))


def _by_likeness(table: Table, parts: Sequence[Part]) -> dict[int, str]:
    columns: dict[int, str] = {}
    for exact in (True, False):
        for column, heading in enumerate(table.headings):
            folded = folded_heading(heading)
            if column in columns or not folded:
                continue
            if _pivot_of(heading) and any(part.name == "rate" for part in parts):
                columns[column] = "rate"
                continue
            taken = set(columns.values()) - SEVERAL
            best = max(
                (part for part in parts if part.name not in taken and (exact or _is_telling(part))),
                key=lambda part: _likeness(part.words, folded, exact=exact),
            )
            if _likeness(best.words, folded, exact=exact):
                columns[column] = best.name
            elif _likeness(name_words(), folded, exact=exact):
                columns[column] = NAME
    return _named(table, columns, {part.name for part in parts})


def _is_telling(part: Part) -> bool:
    """Tell whether a word inside a heading is enough: a source_id is no source."""
    return part.name not in ("source", "notes")


def _likeness(words: frozenset[str], heading: str, *, exact: bool) -> int:
    """Return how many letters of a heading are words of a part; all of them when exact."""
    if exact:
        return len(heading) if heading in words else 0
    inside = f" {heading} "
    return max((len(word) for word in words if len(word) > 3 and f" {word} " in inside), default=0)


def _named(table: Table, columns: dict[int, str], names: set[str]) -> dict[int, str]:
    """Return the columns with names in the language of their letters; no list has two of one."""
    for column, name in tuple(columns.items()):
        if name != NAME:
            continue
        own = _language(table, column)
        if own not in names or own in columns.values():
            del columns[column]
        else:
            columns[column] = own
    return columns


def _by_cells(
    list_name: str,
    table: Table,
    layout: Layout,
    parts: Sequence[Part],
    is_currency: Callable[[str], bool],
) -> Layout:
    """Return the layout with the needed parts and names found by the looks of the cells."""
    free = [at for at in range(table.width) if at not in layout.columns]
    names = {part.name for part in parts}
    if not layout.columns_of("code"):
        looks = _looks_of_code(list_name, is_currency)
        found = next((at for at in free if _share(table, at, looks) >= _MOST), None)
        layout = layout if found is None else layout.with_column(found, "code")
    for part, looks in (("rate", _AMOUNT.fullmatch), ("codes", _TARIFF_CODE.fullmatch)):
        free = [at for at in range(table.width) if at not in layout.columns]
        if part in names and not layout.columns_of(part):
            found = next((at for at in free if _share(table, at, looks) >= _MOST), None)
            layout = layout if found is None else layout.with_column(found, part)
    if list_name in (RATES, CORRELATION) or layout.columns_of("en") or layout.columns_of("ar"):
        return layout
    free = [at for at in range(table.width) if at not in layout.columns]
    for at in sorted(free, key=lambda one: -_letters(table, one)):
        own = _language(table, at)
        if _letters(table, at) and not layout.columns_of(own):
            layout = layout.with_column(at, own)
    return layout


def _looks_of_code(list_name: str, is_currency: Callable[[str], bool]) -> Callable[[str], object]:
    if list_name == RATES:
        return lambda cell: _CURRENCY.fullmatch(cell.upper()) and is_currency(cell.upper())
    if list_name in (TARIFF, CORRELATION):
        return lambda cell: _TARIFF_CODE.fullmatch(re.sub(r"[\s.\-]", "", fold_digits(cell)))
    return _SHORT_CODE.fullmatch


def _wide_rates(
    table: Table, parts: Sequence[Part], is_currency: Callable[[str], bool]
) -> Layout | None:
    """Return the layout of a table of one row per day and one column per currency."""
    codes = {
        at: heading.strip().upper()
        for at, heading in enumerate(table.headings)
        if _CURRENCY.fullmatch(heading.strip().upper()) and is_currency(heading.strip().upper())
    }
    if len(codes) < _LEAST_CURRENCIES:
        return None
    days = next(part for part in parts if part.name == "valid_from")
    day = next((at for at, one in enumerate(table.headings)
                if folded_heading(one) in days.words), None)  # fmt: skip
    columns = {at: f"{CURRENCY}{code}" for at, code in codes.items()}
    if day is not None:
        columns[day] = "valid_from"
    # The European Central Bank quotes every other currency for one euro.
    pivot = "" if "EUR" in codes.values() else "EUR"
    return Layout(columns=dict(sorted(columns.items())), pivot=pivot)


def _pivot(table: Table, layout: Layout) -> str:
    return next((_pivot_of(table.title(column)) for column in layout.columns_of("rate")), "")


def _pivot_of(heading: str) -> str:
    """Return the currency a heading quotes per one unit of, as in units_per_gbp or per £1."""
    found = _PIVOT.search(heading.replace("_", " "))
    return _SIGNS.get(found[2] or "", (found[1] or "").upper()) if found is not None else ""


def _share(table: Table, column: int, looks: Callable[[str], object]) -> int:
    """Return how many per cent of the cells of a column look so."""
    cells = [cell for line in table.lines[:_SAMPLE] if (cell := line.cell(column))]
    return 100 * sum(1 for cell in cells if looks(cell)) // len(cells) if cells else 0


def _letters(table: Table, column: int) -> int:
    return sum(len(_LETTER.findall(line.cell(column))) for line in table.lines[:_SAMPLE])


def _language(table: Table, column: int) -> str:
    text = " ".join(line.cell(column) for line in table.lines[:_SAMPLE])
    return "ar" if 2 * len(_ARABIC.findall(text)) > len(_LETTER.findall(text)) else "en"
