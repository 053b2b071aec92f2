"""Fill the office's lists from past declarations: gather from files, look at it, keep it."""

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from unicodedata import bidirectional

from sad_desktop.brokerage.companies import Company, name_key, supplier_of
from sad_desktop.brokerage.harvest import LISTS, Harvest, Seen, Shelf
from sad_desktop.brokerage.reference_lists import Comparison
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import UserError
from sad_desktop.services.companies import Companies
from sad_desktop.services.desk import Desk
from sad_desktop.services.exchange import content_of, read_content
from sad_desktop.services.reference_lists import ReferenceLists
from sad_desktop.services.rights import needs
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.book import ListEntry
from sad_desktop.tariff.lookup import folded_code, normalise

logger = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_PERCENT = "%"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What some files hold: lines, the files by digest, files seen before, files refused.

    ``is_whole`` is False when the work was cancelled before the last file; ``is_again`` is True
    when files that were harvested before are to count again.
    """

    lines: tuple[Seen, ...] = ()
    files: Mapping[str, str]
    declarations: int = 0
    repeated: int = 0
    refused: tuple[tuple[Path, UserError], ...] = ()
    is_whole: bool = True
    is_again: bool = False


class Standing(StrEnum):
    """How a line stands to what the office and the law know."""

    NEW = "new"
    KNOWN = "known"
    DISPUTED = "disputed"
    OTHERWISE = "otherwise"
    UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A line with its standing; ``official`` is what the list or the office says instead."""

    line: Seen
    standing: Standing
    official: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What storing a harvest did: companies, suppliers and codes new to the office, lines counted.

    ``refused`` are companies the country's rules do not admit.
    """

    companies: int = 0
    suppliers: int = 0
    codes: int = 0
    lines: int = 0
    refused: tuple[tuple[str, UserError], ...] = ()
    is_whole: bool = True


def is_proposed(judged: Judged) -> bool:
    """Tell whether a line is taken unless somebody says otherwise.

    A code that an existing list does not have is not: taken, verification would admit it.
    """
    return judged.line.shelf not in LISTS or judged.standing is not Standing.UNLISTED


def gather(
    files: Sequence[Path],
    known: Iterable[str] = (),
    progress: Progress = lambda _done, _total: None,
    is_cancelled: IsCancelled = lambda: False,
) -> Gathered:
    """Collect from files; one that cannot be read is told and does not stop the rest.

    ``known`` are digests of files harvested before: they are passed by.
    """
    harvest, seen, names = Harvest(), set(known), dict[str, str]()
    refused: list[tuple[Path, UserError]] = []
    repeated = done = 0
    for path in files:
        if is_cancelled():
            break
        try:
            content = content_of(path)
            digest = hashlib.sha256(content).hexdigest()
            if digest in seen:
                repeated += 1
            else:
                harvest.add(read_content(content, path.name))
                seen.add(digest)
                names[digest] = path.name
        except UserError as error:
            refused.append((path, error))
        done += 1
        progress(done, len(files))
    logger.info("gathered from %s files, %s refused", len(names), len(refused))
    return Gathered(
        lines=harvest.lines(),
        files=names,
        declarations=harvest.declarations,
        repeated=repeated,
        refused=tuple(refused),
        is_whole=done == len(files),
    )


def joined(one: Gathered, other: Gathered) -> Gathered:
    """Return what two runs gathered, as if they had been one."""
    whole = Harvest()
    whole.join(one.lines)
    whole.join(other.lines)
    return Gathered(
        lines=whole.lines(),
        files={**one.files, **other.files},
        declarations=one.declarations + other.declarations,
        repeated=one.repeated + other.repeated,
        refused=(*one.refused, *other.refused),
        is_whole=one.is_whole and other.is_whole,
        is_again=one.is_again or other.is_again,
    )


def counts(lines: Iterable[Seen]) -> dict[str, int]:
    """Return how many keys each shelf has."""
    found = {str(shelf): 0 for shelf in Shelf}
    for line in lines:
        found[str(line.shelf)] += 1
    return found


def judge(lines: Iterable[Seen], desk: Desk, companies: Iterable[Company]) -> tuple[Judged, ...]:
    """Return how each line stands to the lists of the day and to the office's companies."""
    by_code = {folded_code(company.code): company for company in companies if company.code}
    return tuple(_judged(line, desk, by_code) for line in lines)


def _judged(line: Seen, desk: Desk, companies: Mapping[str, Company]) -> Judged:
    if line.shelf is Shelf.COMPANIES:
        known = companies.get(folded_code(line.key[0]))
        if known is None:
            return _plainly(line)
        own = {name_key(name) for name in (known.en, known.ar, *known.former) if name}
        is_same = not line.value or name_key(line.value.partition("\n")[0]) in own
        standing = Standing.KNOWN if is_same else Standing.OTHERWISE
        return Judged(line=line, standing=standing, official=known.name(desk.language))
    if line.shelf in LISTS:
        return _judged_code(line, desk)
    if line.shelf is Shelf.RATES:
        return _judged_rate(line, desk)
    if line.shelf is Shelf.GOODS and desk.book.has_list("tariff"):
        official = desk.book.line(line.key[0], desk.on)
        standing = Standing.UNLISTED if official is None else Standing.KNOWN
        said = official.description(desk.language) if official is not None else ""
        return Judged(line=line, standing=standing, official=said)
    return _plainly(line)


def _judged_code(line: Seen, desk: Desk) -> Judged:
    name = LISTS[line.shelf]
    entry = desk.book.entry(name, line.key[0], desk.on)
    if entry is None:
        if desk.book.has_list(name):
            return Judged(line=line, standing=Standing.UNLISTED)
        return _plainly(line)
    names = {normalise(entry.en), normalise(entry.ar)}
    is_same = not line.value or normalise(line.value) in names
    standing = Standing.KNOWN if is_same else Standing.OTHERWISE
    return Judged(line=line, standing=standing, official=entry.name(desk.language))


def _judged_rate(line: Seen, desk: Desk) -> Judged:
    code, tax, _preference = line.key
    official = desk.book.line(code, desk.on)
    rate = official.rates.get(tax, "") if official is not None else ""
    if not rate:
        return _plainly(line)
    plain = rate.strip().removesuffix(_PERCENT).strip()
    latest = max(line.values, key=lambda pair: (pair[1].last is not None, pair[1].last))[0]
    standing = Standing.KNOWN if latest == plain else Standing.OTHERWISE
    return Judged(line=line, standing=standing, official=rate)


def _plainly(line: Seen) -> Judged:
    return Judged(line=line, standing=Standing.DISPUTED if line.is_disputed else Standing.NEW)


class Harvests:
    """What an office has learned under one country's law; methods may raise StorageUnavailable."""

    def __init__(self, workspace: Workspace, profile: str) -> None:
        self._workspace = workspace
        self._profile = profile

    def lines(self, *shelves: Shelf) -> tuple[Seen, ...]:
        """Return what is kept, of some shelves or of all."""
        from sad_desktop.database import harvest  # start-up cost

        return harvest.load(self._workspace.database(), self._profile, shelves)

    def known_files(self) -> frozenset[str]:
        """Return the digests of the files that were harvested before."""
        from sad_desktop.database import harvest  # start-up cost

        return harvest.known_files(self._workspace.database(), self._profile)

    @needs(Service.TEMPLATES)
    def keep(
        self,
        gathered: Gathered,
        companies: Companies,
        lists: ReferenceLists,
        at: datetime | None = None,
        progress: Progress = lambda _done, _total: None,
        is_cancelled: IsCancelled = lambda: False,
    ) -> Kept:
        """Keep what was gathered; companies and codes nobody knows go to those who keep them.

        What the office or the law knows already stays as it is. Cancelled between companies, what
        was added stays added, and the files count as not harvested. Raises NotAllowed also where
        companies or codes would be added without the service for it.
        """
        kept = self.add_companies(gathered, companies, lists, at, progress, is_cancelled)
        return self.keep_lines(gathered, lists, kept, at) if kept.is_whole else kept

    @needs(Service.TEMPLATES)
    def add_companies(
        self,
        gathered: Gathered,
        companies: Companies,
        lists: ReferenceLists,
        at: datetime | None = None,
        progress: Progress = lambda _done, _total: None,
        is_cancelled: IsCancelled = lambda: False,
    ) -> Kept:
        """Add companies and suppliers, the long part of keeping; nothing without all rights."""
        companies.refresh()
        new = tuple(_new_companies(gathered.lines, companies.all(), self._profile))
        bought = [_named(line) for line in gathered.lines if line.shelf is Shelf.SUPPLIERS]
        if _new_codes(gathered.lines, lists):
            self._workspace.rights.demand(Service.LISTS)
        if not new and not bought:
            return Kept()
        added = companies.add_all(new, bought, at, progress, is_cancelled)
        return Kept(
            companies=added.companies,
            suppliers=added.suppliers,
            refused=tuple((_called(company), error) for company, error in added.refused),
            is_whole=added.is_whole,
        )

    @needs(Service.TEMPLATES)
    def keep_lines(
        self, gathered: Gathered, lists: ReferenceLists, kept: Kept, at: datetime | None = None
    ) -> Kept:
        """Add the codes no list has, count what was seen, and note the files as harvested.

        Raises HarvestedMeanwhile when another desk kept one of the files.
        """
        moment = at or datetime.now(UTC)
        codes = _new_codes(gathered.lines, lists)
        self._keep_codes(codes, gathered, lists, moment)
        self._keep_sightings(gathered, moment)
        count = sum(len(entries) for entries in codes.values())
        return replace(kept, codes=count, lines=len(gathered.lines))

    def _keep_codes(
        self,
        codes: Mapping[str, tuple[ListEntry, ...]],
        gathered: Gathered,
        lists: ReferenceLists,
        moment: datetime,
    ) -> None:
        if not codes:
            return
        names = sorted(gathered.files.values())
        source = f"{names[0]} + {len(names) - 1}" if len(names) > 1 else "".join(names)
        comparisons = {
            name: Comparison(added=entries, periods={entry.code: (entry,) for entry in entries})
            for name, entries in codes.items()
        }
        lists.store_import(comparisons, source, at=moment)

    def _keep_sightings(self, gathered: Gathered, moment: datetime) -> None:
        from sad_desktop.database import harvest  # start-up cost

        harvest.store(
            self._workspace.database(),
            self._profile,
            gathered.lines,
            gathered.files,
            user=self._workspace.user,
            at=moment,
            is_again=gathered.is_again,
        )


def _new_codes(lines: Iterable[Seen], lists: ReferenceLists) -> Mapping[str, tuple[ListEntry, ...]]:
    """Return the entries of codes that a list has never had, by list."""
    found: dict[str, list[ListEntry]] = {}
    for line in lines:
        name = LISTS.get(line.shelf)
        if name is None or lists.periods(name, line.key[0]):
            continue
        said = line.value or line.key[0]
        is_arabic = any(bidirectional(letter) == "AL" for letter in said)
        entry = ListEntry(
            code=line.key[0], en="" if is_arabic else said, ar=said if is_arabic else ""
        )
        found.setdefault(name, []).append(entry)
    return {name: tuple(entries) for name, entries in found.items()}


def _called(company: Company) -> str:
    return f"{company.code} {company.name('en')}".strip()


def _new_companies(
    lines: Iterable[Seen], known: Iterable[Company], profile: str
) -> Iterator[Company]:
    codes = {folded_code(company.code) for company in known if company.code}
    for line in lines:
        if line.shelf is not Shelf.COMPANIES or not line.value:
            continue
        code = line.key[0]
        if folded_code(code) in codes:
            continue
        codes.add(folded_code(code))
        yield replace(supplier_of(line.value, "", profile), code=code, roles=line.roles)


def _named(line: Seen) -> Declaration:
    importer, _, country = line.key
    return Declaration(consignee_code=importer, exporter_name=line.value, export_country=country)
