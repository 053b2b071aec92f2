"""Which chapter of the manual belongs to what is shown: F1 where the cursor is in no box."""

from collections.abc import Mapping
from types import MappingProxyType

from sad_desktop.forms.document_tab import (
    ASSESSMENT,
    COMPARISON,
    CONTAINERS,
    DETAILS,
    DOCUMENTS,
    FURTHER,
    ITEMS,
    PREVIEW,
    SHEET,
    VALUATION,
)

BEGINNING = "start"
PARTS: Mapping[str, str] = MappingProxyType(
    {
        SHEET: "sheet",
        VALUATION: "valuation",
        ITEMS: "items",
        ASSESSMENT: "assessment",
        CONTAINERS: "keying#containers",
        DOCUMENTS: "documents",
        FURTHER: "keying#further",
        COMPARISON: "assessment#what-if",
        DETAILS: "life#details",
        PREVIEW: "printing",
    }
)
"""Chapters by the part of the declaration."""

ROOMS: Mapping[str, str] = MappingProxyType(
    {
        "advance_cargo": "advance-cargo",
        "companies": "companies",
        "manifests": "manifests",
        "due_dates": "guarantees",
        "exchange": "templates#many",
        "guarantees": "guarantees#guarantees",
        "harvest": "templates#harvest",
        "licences": "watch#licences",
        "lists": "lists",
        "manual": "start#manual",
        "offences": "watch#offences",
        "payments": "payments",
        "settings": "office",
        "templates": "templates#templates",
        "tracking": "life#tracking",
        "users": "users",
        "usual_prices": "watch#prices",
    }
)
"""Chapters by the room."""


def chapter_of(part: str, room: str) -> str:
    """Return what the manual says of a part of the declaration, or of a room."""
    if room:
        return ROOMS.get(room, BEGINNING)
    return PARTS.get(part, BEGINNING)
