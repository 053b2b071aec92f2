"""By what voyages are narrowed, in the finder of box A and in the manifests' room."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from sad_desktop.brokerage.manifests import ManifestQuery
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import Unreadable, parse
from sad_desktop.forms.lookup_lists import Criterion
from sad_desktop.services.desk import Desk
from sad_desktop.tariff.book import LookupQuery

_DAY = definitions(Declaration)["manifest_day"]
_MOST_OFFICES = 500


def manifest_criteria(desk: Desk) -> tuple[Criterion, ...]:
    """Return the criteria: the office, and the first and last day of departure or arrival."""
    offices = desk.book.search(
        LookupQuery(list_name="offices", text="", on=desk.on, limit=_MOST_OFFICES)
    )
    return (
        Criterion(
            "office",
            QCoreApplication.translate("ManifestCriteria", "Office"),
            {one.code: f"{one.code} {one.name(desk.language)}" for one in offices},
        ),
        Criterion("since", QCoreApplication.translate("ManifestCriteria", "From")),
        Criterion("until", QCoreApplication.translate("ManifestCriteria", "To")),
    )


def manifest_query(criteria: Mapping[str, str]) -> ManifestQuery:
    """Return what is asked for; a day that is still being typed limits nothing."""
    return ManifestQuery(
        vessel=criteria.get("vessel", ""),
        office=criteria.get("office", ""),
        since=_day(criteria.get("since", "")),
        until=_day(criteria.get("until", "")),
    )


def _day(typed: str) -> date | None:
    try:
        day = parse(_DAY, typed)
    except Unreadable:
        return None
    return day if isinstance(day, date) else None
