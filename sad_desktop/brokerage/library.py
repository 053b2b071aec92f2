"""What the office keeps: stored declarations and their lines in the library."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A declaration as it stands in the database; moments are in UTC."""

    id: str
    version: int
    draft: Draft
    created_at: datetime
    created_by: str
    stored_at: datetime
    stored_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One line of the library; ``commodity_code`` and ``goods`` are the first item's."""

    id: str
    version: int
    status: Status
    profile: str
    reference: str
    registration: str
    declaration_model: str
    office_code: str
    consignee_code: str
    consignee_name: str
    exporter_name: str
    commodity_code: str
    goods: str
    item_count: int
    invoice_currency: str
    invoice_amount: Decimal | None
    stored_at: datetime
    stored_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryQuery:
    """Which lines are wanted: every word typed begins a word of the declaration; None is any."""

    typed: str = ""
    status: Status | None = None
