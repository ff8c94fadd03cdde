"""The dates of invented events: more in recent years than long ago, fewer at weekends, thousands on some days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random

YEARS = 40
#: Days with very many events; together they have a quarter of all.
BURSTS = 300


class Calendar:
    """Draws dates up to ``today`` and a little beyond; they depend on nothing but ``random``."""

    def __init__(self, random: Random, today: date) -> None:
        self.random, self.today = random, today
        self.bursts = [self._ordinary_day() for _ in range(BURSTS)]

    def day(self) -> date:
        if self.random.random() < 0.25:
            # The n-th burst is about 1/n as large as the first.
            return self.bursts[int(BURSTS ** self.random.random()) - 1]
        return self._ordinary_day()

    def _ordinary_day(self) -> date:
        day = self.today + timedelta(days=180 - int(YEARS * 365 * self.random.random() ** 2))
        quiet = day.weekday() >= 5 and self.random.random() < 0.6
        return day - timedelta(days=2) if quiet else day

    def edtf(self) -> str:
        """A date in EDTF: three times out of four a day, else something less exact."""
        day, kind = self.day(), self.random.random()
        for share, spelled in _SPELLINGS:
            if kind < share:
                return spelled(day, self.random)
            kind -= share
        return day.isoformat()


def _days(day: date, random: Random) -> str:
    return f"{day}/{day + timedelta(days=random.randint(1, 12))}"


def _week(day: date, random: Random) -> str:
    monday = day - timedelta(days=day.weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


#: (share of all dates, how to write a day in this less exact form).
_SPELLINGS: Sequence[tuple[float, Callable[[date, Random], str]]] = (
    (0.10, lambda day, random: f"{day:%Y-%m}"),
    (0.02, lambda day, random: f"{day:%Y-%m}~"),
    (0.05, lambda day, random: f"{day:%Y}"),
    (0.03, _days),
    (0.02, _week),
    (0.01, lambda day, random: f"{day:%Y}-{33 + (day.month - 1) // 3}"),
    (0.01, lambda day, random: f"{day}/.."),
    (0.005, lambda day, random: f"../{day}"),
    (0.005, lambda day, random: f"{day.year // 10}X"),
)
