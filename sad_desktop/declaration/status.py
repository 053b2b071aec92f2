"""Where a declaration stands on its way from draft to release."""

from enum import StrEnum


class Status(StrEnum):
    """The life of a declaration; a stored draft may break any rule."""

    DRAFT = "draft"
    STORED = "stored"
    REGISTERED = "registered"
    ASSESSED = "assessed"
    PAID = "paid"
    RELEASED = "released"
    CANCELLED = "cancelled"
    AMENDED = "amended"
    """Registered once, and keyed again under its number until it is registered anew."""

    @property
    def is_editable(self) -> bool:
        """True while fields may be keyed; else an amendment is needed (rule X-05)."""
        return self in (Status.DRAFT, Status.STORED, Status.AMENDED)

    @property
    def is_unregistered(self) -> bool:
        """True for a draft customs have never seen: it may be deleted, its numbers are free."""
        return self in (Status.DRAFT, Status.STORED)
