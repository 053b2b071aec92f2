"""A warning somebody has read and stands by, until the values it speaks of change."""

from dataclasses import dataclass
from datetime import datetime

from sad_desktop.declaration.draft import Place

Stated = tuple[str, Place, tuple[tuple[str, str], ...]]
"""A finding as it was read: its rule, its place and the values of its sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """Who acknowledged which warning of a declaration, and when; the moment is in UTC."""

    stated: Stated
    user: str
    at: datetime
