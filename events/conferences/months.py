"""Months as addresses name them, and as a calendar lays them out. Pure."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

_MONTH = re.compile(r"([12]\d{3})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A month of a year; its text is `2026-12`."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> "Month | None":
        found = _MONTH.fullmatch(text.strip())
        if not found or not 1900 <= int(found[1]) <= 2999:
            return None
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    def shifted(self, months: int) -> "Month":
        count = self.year * 12 + self.number - 1 + months
        return Month(count // 12, count % 12 + 1)


@dataclass(slots=True)
class Day:
    """One cell: `column` is 1 on Monday; an empty one is for the eye alone."""

    date: date
    column: int
    events: list = field(default_factory=list)


def calendar(month: Month, events: Iterable) -> list[Day]:
    """The month's days, each with what begins on it.

    What began earlier stands on the first of the month; what has no day of its own
    on none.
    """
    days = [
        Day(day := month.first.replace(day=number), day.isoweekday())
        for number in range(1, month.last.day + 1)
    ]
    for event in events:
        if event.starts_on is not None:
            begins = max(event.starts_on, month.first)
            days[begins.day - 1].events.append(event)
    return days
