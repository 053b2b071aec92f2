"""Days on which customs receive requests: all but the weekend and the public holidays."""

from dataclasses import dataclass
from datetime import date, timedelta

from sad_desktop.tariff.profile import Profile

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = timedelta(days=1)
_LONGEST = 30
"""More holidays than that do not follow one another: a calendar of holidays only is a fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDays:
    """``weekend`` counts from Monday 0, ``yearly`` are month and day, ``days`` single holidays."""

    weekend: frozenset[int] = frozenset()
    yearly: frozenset[tuple[int, int]] = frozenset()
    days: frozenset[date] = frozenset()

    def holds(self, day: date) -> bool:
        """Tell whether a day is a working day."""
        is_free = day.weekday() in self.weekend or (day.month, day.day) in self.yearly
        return not is_free and day not in self.days

    def last_before(self, day: date) -> date:
        """Return the last working day before a day."""
        found = day - _DAY
        for _ in range(_LONGEST):
            if self.holds(found):
                return found
            found -= _DAY
        return day - _DAY

    def after(self, start: date, count: int) -> date:
        """Return the day that is so many working days after another."""
        day, left = start, count
        for _ in range(count * (_LONGEST + 1)):
            if left <= 0:
                break
            day += _DAY
            left -= self.holds(day)
        return day


def working_days(profile: Profile) -> WorkingDays:
    """Return a country's calendar.

    Flags: ``weekend`` names days, ``holidays`` gives month-day for every year or whole dates.
    """
    words = profile.flags.get("holidays", "").split()
    yearly = [word for word in words if len(word) == len("01-01")]
    return WorkingDays(
        weekend=frozenset(map(_NAMES.index, profile.flags.get("weekend", "").split())),
        yearly=frozenset((int(word[:2]), int(word[3:])) for word in yearly),
        days=frozenset(date.fromisoformat(word) for word in words if word not in yearly),
    )
