"""The days on which an act changed."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from documents.acts.names import place_words
from documents.law.effects.model import (
    PASSING_KINDS,
    TEXT_KINDS,
    TIME_KINDS,
    EffectKind,
    ReviewState,
    Scope,
)
from documents.law.effects.rules import begins_on, ends_on
from documents.models.wording import EFFECT_LABELS, PASSIVE_LABELS

_CHANGES = TEXT_KINDS | TIME_KINDS


@dataclass(frozen=True, slots=True)
class DatedChange:
    """One thing that happened to an act on a day; the feed lists them.

    `short` says it where there is little room and the act that did it stands near.
    `provision` is the anchor of the part it happened to, empty for the whole act.
    """

    on: date
    label: str
    act: object = None
    short: str = ""
    provision: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """A day of the rail with all that happened on it."""

    on: date
    labels: tuple[str, ...]
    is_current: bool = False
    is_today: bool = False


def changes(view) -> list[DatedChange]:
    """Everything that ever happened to the act, in order, of a `RegulationOnDay`.

    An act of which only the signing is known has no days to tell apart.
    """
    found = [*_own(view), *_by_others(view)]
    if found and view.act.signed_on:
        found.insert(0, DatedChange(view.act.signed_on, _("Signed")))
    return sorted(found, key=lambda change: change.on)


def _own(view) -> list[DatedChange]:
    act = view.act
    if view.status.status == "unknown" or not act.effective_from:
        return []
    begins, ends = act.effective_from, act.expires_on
    found = []
    if _begins_then(view, begins):
        found.append(DatedChange(begins, _("Takes effect")))
    # Of a term that is made longer only the last day ends it.
    if ends and ends_on(view.rules, ends) == ends:
        found.append(DatedChange(ends, _("Term ends")))
    return found


def _by_others(view) -> list[DatedChange]:
    found = []
    for row in view.rows:
        kind = EffectKind(row.kind)
        if row.review != ReviewState.CONFIRMED or kind not in _CHANGES:
            continue
        if row.pk in view.void:
            continue
        if kind is EffectKind.POSTPONES and row.until and _is_last(view, row):
            found.append(_begins(view, row))
        if not row.effective_on or row.source_id == row.target_id:
            continue
        verb = f"{PASSIVE_LABELS[kind]} {row.source.symbol}"
        name = view.name_of(row.provision)
        label = f"{verb}: {name}" if name else verb
        place = place_words(row.provision)
        short = f"{EFFECT_LABELS[kind]} {place}" if place else ""
        found.append(
            DatedChange(row.effective_on, label, row.source, short, row.provision)
        )
        if kind is EffectKind.EXTENDS and ends_on(view.rules, row.until) == row.until:
            found.append(DatedChange(row.until, _("Term ends")))
        if kind in PASSING_KINDS and row.until:
            is_held = kind is EffectKind.SUSPENDS
            label = _("Suspension ends") if is_held else _("A change for a time ends")
            label = f"{label}: {name}" if name else label
            found.append(DatedChange(row.until, label, row.source, "", row.provision))
    return found


def _begins_then(view, day: date) -> bool:
    """Whether what is known on the day lets the act begin by then."""
    if view.rules.effective_from is None:
        return True
    begins = begins_on(view.rules, day)
    return begins is not None and begins <= day


def _is_last(view, row) -> bool:
    """Whether the day to which a row puts off was not put off once more."""
    if row.scope == Scope.PART:
        return True
    return _begins_then(view, row.until)


def _begins(view, row) -> DatedChange:
    """The day on which what was put off takes effect."""
    label = _("Takes effect")
    name = view.name_of(row.provision)
    place = place_words(row.provision)
    return DatedChange(
        row.until,
        f"{label}: {name}" if name else label,
        row.source,
        f"{label}: {place}" if place else "",
        row.provision,
    )


def stops(facts: list[DatedChange], on: date, today: date) -> list[Stop]:
    """The days of the facts, today and the day shown among them, each once."""
    if not facts:
        return []
    named = [(fact.on, fact.short or fact.label) for fact in facts]
    named.append((today, _("Today")))
    if on != today and on not in {day for day, _label in named}:
        named.append((on, ""))
    named.sort(key=lambda fact: fact[0])
    days = [
        (day, tuple(dict.fromkeys(label for _day, label in group if label)))
        for day, group in groupby(named, key=lambda fact: fact[0])
    ]
    current = max((day for day, _labels in days if day <= on), default=None)
    return [Stop(day, labels, day == current, day == today) for day, labels in days]
