"""Dates as a calendar file that every calendar program reads (RFC 5545)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_LONGEST = 75
"""Octets of a line; what is longer goes on in the next one (RFC 5545, 3.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """One whole day; ``uid`` stays the same when the day is moved. Reminders are days before."""

    uid: str
    on: date
    title: str
    text: str = ""
    reminders: tuple[int, ...] = ()


def calendar_file(days: Iterable[CalendarDay], made: datetime) -> bytes:
    """Return the content of an .ics file."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//SAD Desktop//Due dates//EN",
        "CALSCALE:GREGORIAN",
    ]
    for day in days:
        lines += _event(day, made)
    lines.append("END:VCALENDAR")
    return b"".join(part for line in lines for part in _folded(line))


def _event(day: CalendarDay, made: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{day.uid}"
    yield f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(day.title)}"
    if day.text:
        yield f"DESCRIPTION:{_escaped(day.text)}"
    yield "TRANSP:TRANSPARENT"
    for before in day.reminders:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"TRIGGER:-P{before}D"
        yield f"DESCRIPTION:{_escaped(day.title)}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    plain = "".join(sign for sign in text if sign == "\n" or sign >= " ")
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> Iterator[bytes]:
    """Yield a line in pieces that cut no letter."""
    piece = b""
    for sign in line:
        octets = sign.encode("utf-8", "replace")
        if len(piece) + len(octets) > _LONGEST:
            yield piece + b"\r\n"
            piece = b" "
        piece += octets
    yield piece + b"\r\n"
