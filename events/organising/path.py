"""A conference's path from the first day to the last: its parts and the next step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.models.terms import Terms
from events.organising.steps import PathPhase, Step
from portal.vietnamese.dates import local

HEADINGS: dict[PathPhase, str | Promise] = {
    PathPhase.BEFORE: pgettext_lazy("path", "Before the conference"),
    PathPhase.ON_THE_DAY: pgettext_lazy("path", "On the day"),
    PathPhase.AFTER: _("After the conference"),
}


@dataclass(frozen=True, slots=True)
class PathPart:
    """The steps of one phase; `is_now` marks that with the next step in it."""

    phase: PathPhase
    steps: Sequence[Step]
    is_now: bool

    @property
    def heading(self) -> str:
        return str(HEADINGS[self.phase])

    @property
    def counted(self) -> int:
        """How many can be done at all."""
        return sum(not step.is_at_hand for step in self.steps)

    @property
    def finished(self) -> int:
        return sum(step.is_finished for step in self.steps)

    @property
    def is_finished(self) -> bool:
        return bool(self.counted) and self.finished == self.counted

    @property
    def is_folded(self) -> bool:
        """Done, and nothing of it wanted again: one row is enough."""
        return self.is_finished and not self.is_now and self.counted == len(self.steps)

    @property
    def is_waiting(self) -> bool:
        """Nothing of it is done, and nothing can be."""
        return not self.finished and not any(step.is_open for step in self.steps)


@dataclass(frozen=True, slots=True)
class ConferencePath:
    """All parts that have steps, and what comes next; None where nothing does."""

    parts: Sequence[PathPart]
    upcoming: Step | None


def phase_at(terms: Terms, now: datetime) -> PathPhase:
    """Where a conference stands: the day begins at midnight, and ends with its end."""
    if terms.starts_at is None:
        return PathPhase.BEFORE
    if terms.is_over(now):
        return PathPhase.AFTER
    has_come = local(now).date() >= local(terms.starts_at).date()
    return PathPhase.ON_THE_DAY if has_come else PathPhase.BEFORE


def path_of(steps: Sequence[Step], phase: PathPhase) -> ConferencePath:
    """The path with its next step: of this phase, else a later, else an earlier one."""
    phases = list(PathPhase)
    here = phases.index(phase)
    nearest = [*phases[here:], *reversed(phases[:here])]
    opened = (
        step for one in nearest for step in steps if step.phase == one and step.is_open
    )
    upcoming = next(opened, None)
    marked = upcoming.phase if upcoming else None
    parts = [
        PathPart(one, mine, one == marked)
        for one in phases
        if (mine := [step for step in steps if step.phase == one])
    ]
    return ConferencePath(parts, upcoming)
