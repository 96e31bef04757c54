"""Changes as entries of a feed: which provision, by which act, from which day, and the
sentence that says so. One entry a fact, however often it is told.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from documents.acts.akoma_ntoso.elements import clean
from documents.alerts import wording
from documents.alerts.changes import ADDED, NO_DAY, RESUMES, STARTS
from documents.enums import AlertPhase
from documents.law.effects import EffectKind
from documents.law.effects.model import puts_off_openly
from documents.models import RegulationChange, RegulationEffect

_LONGEST = 1500


@dataclass(frozen=True, slots=True)
class ChangeFact:
    """What a change says, whenever it is told: ahead, and on its day."""

    regulation: int
    what: str
    on: date | None
    source: int | None = None
    provision: str = ""

    @property
    def key(self) -> str:
        """Equal for the same fact, in signs that every address may have."""
        day = self.on.isoformat() if self.on else ""
        parts = (self.regulation, self.what, day, self.source or "", self.provision)
        return "/".join(map(str, parts))


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """A fact with when it was first told, when last, and the sentences that cause it.

    `change` says it as it was told last.
    """

    fact: ChangeFact
    change: RegulationChange
    first: datetime
    last: datetime
    sentences: tuple[str, ...]

    @property
    def title(self) -> str:
        line = wording.sentence(wording.notice_line(self.change))
        return clean(f"{self.change.regulation.symbol}: {line}")

    @property
    def words(self) -> str:
        """The change, the act it is of, and the clause with its words."""
        line = wording.sentence(wording.notice_line(self.change))
        said = (line, self.change.regulation.title, *self.sentences)
        return clean(". ".join(one.strip().rstrip(".") for one in said if one))


def fact_of(change: RegulationChange) -> ChangeFact:
    return ChangeFact(
        change.regulation_id,
        change.what,
        change.on,
        change.source_id,
        change.provision,
    )


def entries_of(changes: Sequence[RegulationChange]) -> list[ChangeEntry]:
    """The facts the changes tell that still stand, in two queries; the newest first.

    A confirmed change that was taken back since is told no more.
    """
    times = _times(changes)
    effects = _effects({change.regulation_id for change in changes})
    latest = {fact_of(change): change for change in sorted(changes, key=_order)}
    entries = [
        ChangeEntry(
            fact,
            change,
            min(times[fact]),
            max(times[fact]),
            _sentences(fact, change, effects),
        )
        for fact, change in latest.items()
        if fact.what not in {*EffectKind, NO_DAY} or fact in effects
    ]
    return sorted(entries, key=lambda entry: (entry.last, entry.fact.key), reverse=True)


def changes_of(act, rows: Iterable[RegulationEffect], today: date, journal) -> list:
    """Those of an act, also what the journal has not noticed yet.

    What it has not seen was told when the act that causes it was last published.
    """
    noticed = [change for change in journal if change.what != ADDED]
    known = {fact_of(change) for change in noticed}
    fresh = []
    for row in rows:
        for fact in _facts(row):
            at = row.source.updated_at or act.updated_at
            if fact not in known and at:
                fresh.append(_unsaved(act, fact, row.source, at, today))
    return [*noticed, *fresh]


def _unsaved(
    act, fact: ChangeFact, source, at: datetime, today: date
) -> RegulationChange:
    begun = fact.on is not None and fact.on <= today
    return RegulationChange(
        regulation=act,
        phase=AlertPhase.BEGINS if begun else AlertPhase.AHEAD,
        what=fact.what,
        on=fact.on,
        source=source if fact.source else None,
        provision=fact.provision,
        noticed_at=at,
    )


def _order(change: RegulationChange) -> tuple[datetime, int]:
    return (change.noticed_at, change.pk or 0)


def _times(changes: Sequence[RegulationChange]) -> dict[ChangeFact, list[datetime]]:
    """All the times at which each fact was told, also those the list leaves out."""
    times = defaultdict(list)
    for change in changes:
        times[fact_of(change)].append(change.noticed_at)
    rows = RegulationChange.objects.filter(
        regulation__in={change.regulation_id for change in changes},
        on__in={change.on for change in changes if change.on},
    )
    columns = ("regulation_id", "what", "on", "source_id", "provision", "noticed_at")
    for *facts, at in rows.values_list(*columns):
        times[ChangeFact(*facts)].append(at)
    return times


def _effects(acts: Iterable[int]) -> dict[ChangeFact, list[RegulationEffect]]:
    # Of another floor's manager the checker sees no methods.
    rows = RegulationEffect.objects.in_force()  # type: ignore[attr-defined]
    rows = rows.filter(target__in=acts)
    found = defaultdict(list)
    for row in rows.order_by("pk"):
        for fact in _facts(row):
            found[fact].append(row)
    return found


def _facts(row: RegulationEffect) -> Iterable[ChangeFact]:
    """What a confirmed effect makes of its target, as the journal names it."""
    target, source, place = row.target_id, row.source_id, row.provision
    if row.kind == EffectKind.POSTPONES and row.until:
        yield ChangeFact(target, STARTS, row.until, None, place)
    if row.effective_on and source != target:
        is_open = puts_off_openly(row.kind, row.scope, row.until)
        what = NO_DAY if is_open else row.kind
        yield ChangeFact(target, what, row.effective_on, source, place)
    if row.kind == EffectKind.SUSPENDS and row.until:
        yield ChangeFact(target, RESUMES, row.until, source, place)


def _sentences(fact: ChangeFact, change: RegulationChange, effects) -> tuple[str, ...]:
    act = change.regulation
    rows = effects.get(fact, ())
    if not rows and fact.what == STARTS and act.effective_quote:
        return (act.effective_quote[:_LONGEST],)
    return tuple(dict.fromkeys(filter(None, map(_sentence, rows))))


def _sentence(row: RegulationEffect) -> str:
    """khoản 1 Điều 1: “…”; the new wording where nobody has entered the sentence."""
    quoted = f"“{row.quote[:_LONGEST]}”" if row.quote else ""
    if not quoted and row.new_text:
        quoted = _("New wording: “%(text)s”") % {"text": row.new_text[:_LONGEST]}
    return ": ".join(filter(None, (row.clause, quoted)))
