"""Tariff lines that are in force no more, and what follows them: offered, chosen, remembered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sad_desktop.brokerage.list_parts import CORRELATION
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.item import Item
from sad_desktop.services.rights import needs
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.applicable import full_code
from sad_desktop.tariff.behaviour_circumstances import tariff_line
from sad_desktop.tariff.book import LookupQuery, TariffBook, TariffLine
from sad_desktop.tariff.lines import TARIFF
from sad_desktop.tariff.lookup import normalise

_MOST_OFFERED = 60
_LONGEST_PRODUCT = 200
_LEAST_DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """An ended code of one product: the items that have it, and the lines that may follow it."""

    former_code: str
    goods: str
    items: tuple[int, ...]
    successors: tuple[TariffLine, ...]

    @property
    def product(self) -> tuple[str, str]:
        """What a choice is remembered by, beside the importer."""
        return normalise(self.goods)[:_LONGEST_PRODUCT], self.former_code


def ended_lines(draft: Draft, book: TariffBook, on: date) -> tuple[Ended, ...]:
    """Return the codes of a draft that are in force no more and have successors.

    Nothing where the tariff of the country is not kept at all.
    """
    if not book.has_list(TARIFF):
        return ()
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in draft.declaration.items:
        code = full_code(item)
        if code and tariff_line(item, book, on) is None:
            goods = item.commercial_description or item.tariff_description
            groups.setdefault((code, " ".join(goods.split())), []).append(item)
    known = {code: tuple(successors(code, book, on)) for code, _goods in groups}
    return tuple(
        Ended(
            former_code=code,
            goods=goods,
            items=tuple(item.key for item in items),
            successors=known[code],
        )
        for (code, goods), items in groups.items()
        if known[code]
    )


def successors(code: str, book: TariffBook, on: date) -> Iterator[TariffLine]:
    """Yield the lines in force that follow an ended one: by the correlation, else by its digits."""
    entry = book.entry(CORRELATION, code, on)
    codes: Iterable[str] = entry.facts.get("codes", "").split() if entry is not None else ()
    if not codes and len(code) >= _LEAST_DIGITS:
        query = LookupQuery(list_name=TARIFF, text=code, on=on, limit=_MOST_OFFERED)
        codes = (one.code for one in book.search(query) if one.code.startswith(code))
    for one in codes:
        line = book.line(one, on)
        if line is not None and one != code:
            yield line


def values(ended: Ended, code: str) -> Iterator[tuple[Place, str]]:
    """Yield what a chosen successor puts into the items."""
    length = Place("commodity_code", item=1).definition().length
    for key in ended.items:
        yield Place("commodity_code", item=key), code[:length]
        yield Place("commodity_precision", item=key), code[length:]


class Successors:
    """What an office remembers of its choices. Every method raises StorageUnavailable."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def remembered(self, importer: str, ended: Iterable[Ended]) -> Mapping[tuple[str, str], str]:
        """Return the code each product of an importer was given last."""
        from sad_desktop.database import successors as kept  # start-up cost

        products = [one.product for one in ended]
        return kept.choices(self._workspace.database(), importer, products)

    @needs(Service.DECLARE)
    def remember(
        self, importer: str, chosen: Mapping[tuple[str, str], str], at: datetime | None = None
    ) -> None:
        """Keep the codes an importer's products were given."""
        from sad_desktop.database import successors as kept  # start-up cost

        moment = at or datetime.now(UTC)
        database = self._workspace.database()
        kept.remember(database, importer, chosen, user=self._workspace.user, at=moment)
