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

    @property
    def is_editable(self) -> bool:
        """True while fields may be keyed; later an amendment is needed (rule X-05)."""
        return self in (Status.DRAFT, Status.STORED)
