"""The numbers of a conference as a table that is its own chart. Pure.

Per cent is of the registered: who came unregistered is counted beside them. A line that
stands for several agencies says how many.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.reports.facts import Group, Numbers
from events.reports.fields import per_cent
from events.reports.prose import group_in_prose, joined, lowered

#: More agencies than these fold into one line at the end.
MOST_LINES = 6
_OF_TEN = 10
_WIDEST = 100.0


@dataclass(frozen=True, slots=True)
class Bar:
    """Where each of the three parts begins and how wide it is, of 100."""

    came: float
    absent: float
    unregistered: float

    @property
    def absent_at(self) -> float:
        return self.came

    @property
    def unregistered_at(self) -> float:
        return self.came + self.absent


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    registered: int
    absent: int
    present: int
    unregistered: int
    bar: Bar

    @property
    def came(self) -> int:
        """Of the registered, who came."""
        return self.present - self.unregistered

    @property
    def per_cent(self) -> int:
        return per_cent(self.came, self.registered)


def by_size(lines: Sequence[Group]) -> list[Group]:
    """The largest first; lines nobody belongs to are left out."""
    known = [line for line in lines if line.registered or line.present]
    return sorted(
        known, key=lambda line: (-line.registered, -line.present, line.label.casefold())
    )


def folded(lines: Sequence[Group], most: int = MOST_LINES) -> list[Group]:
    """The largest, and all others in one line where there are more than `most`."""
    ordered = by_size(lines)
    if len(ordered) <= most:
        return ordered
    kept, rest = ordered[: most - 1], ordered[most - 1 :]
    label = ngettext("%(count)s other agency", "%(count)s other agencies", len(rest))
    return [
        *kept,
        Group(
            label % {"count": len(rest)},
            sum(line.registered for line in rest),
            sum(line.absent for line in rest),
            sum(line.present for line in rest),
            sum(line.unregistered for line in rest),
        ),
    ]


def table(lines: Sequence[Group]) -> list[Row]:
    """A row each with its bar, all on one scale."""
    whole = [
        line.present - line.unregistered + line.absent + line.unregistered
        for line in lines
    ]
    longest = max(whole, default=0)
    return [_row(line, longest) for line in lines]


def total(numbers: Numbers) -> Row:
    """The last line: all together, without a bar."""
    line = Group(
        "", numbers.registered, numbers.absent, numbers.present, numbers.unregistered
    )
    return _row(line, 0)


def absent_most(lines: Sequence[Group]) -> str:
    """The finding about agencies: which stayed away, in one sentence."""
    away = sum(line.absent for line in lines)
    if not lines or not sum(line.registered for line in lines):
        return ""
    if not away:
        return _("Everybody who had a seat came.")
    ranked = sorted(by_size(lines), key=lambda line: -line.absent)
    named = [line for line in ranked[:2] if line.absent]
    if len(ranked) > 2 and named[-1].absent == ranked[2].absent:
        # No two stand out; the one that does, if there is one.
        named = named[:1] if named[0].absent > ranked[1].absent else []
    if not named:
        text = _(
            "%(absent)s of %(registered)s registered stayed away, of %(agencies)s."
        )
        several = sum(1 for line in ranked if line.absent)
        agencies = ngettext("%(count)s agency", "%(count)s agencies", several)
        return text % {
            "absent": away,
            "registered": sum(line.registered for line in lines),
            "agencies": agencies % {"count": several},
        }
    if len(ranked) == 1:
        text = _("%(absent)s of %(registered)s registered stayed away.")
        return text % {"absent": away, "registered": ranked[0].registered}
    text = _("Most were absent from %(names)s: %(some)s of %(all)s people.")
    return text % {
        "names": joined([line.label for line in named]),
        "some": sum(line.absent for line in named),
        "all": away,
    }


def came_mostly(lines: Sequence[Group]) -> str:
    """The finding about groups: who those present mostly were."""
    present = sum(line.present for line in lines)
    if not present:
        return ""
    ranked = sorted(lines, key=lambda line: -line.present)
    if ranked[0].present == present:
        return _("All present are of one group: %(name)s.") % {
            "name": lowered(ranked[0].label)
        }
    two = [line for line in ranked[:2] if line.present]
    of_ten = round(_OF_TEN * sum(line.present for line in two) / present)
    names = ", ".join(group_in_prose(line.label) for line in two)
    text = _("Of every 10 people present %(count)s are %(names)s.")
    return text % {"count": of_ten, "names": names}


def _row(line: Group, longest: int) -> Row:
    def wide(count: int) -> float:
        return round(_WIDEST * count / longest, 2) if longest else 0.0

    bar = Bar(
        wide(line.present - line.unregistered),
        wide(line.absent),
        wide(line.unregistered),
    )
    return Row(
        line.label, line.registered, line.absent, line.present, line.unregistered, bar
    )
