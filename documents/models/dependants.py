"""Acts that guide or rest on one no longer in force: named for an editor to decide.

Implementing texts do not fall silently with their parent, so no status changes here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from wagtail.models import Page

from documents.law.effects import EffectKind, Status, status
from documents.law.effects.parents import EndedParentLaw, law_on_ending
from documents.models.effects import RegulationEffect

_DEPENDING = (EffectKind.GUIDES.value, EffectKind.BASED_ON.value)
ENDED = (Status.ENDED, Status.REPLACED, Status.TIME_OVER)


@dataclass(frozen=True, slots=True)
class EndedParent:
    """`act` is in use, `parent` ended; `ended_on` is None where no day is stated.

    `law` is what the law of that day says of an act that implements the other.
    """

    act: Page
    parent: Page
    ended_on: date | None
    law: EndedParentLaw | None = None


def ended_parents(
    acts: QuerySet, on: date, *, about: Page | None = None
) -> list[EndedParent]:
    """What to review among the acts, all or with `about` as act or parent.

    An act compared with its original since the parent ended has been decided on.
    Three queries, however many acts.
    """
    rows = RegulationEffect.objects.confirmed().filter(kind__in=_DEPENDING)
    if about is not None:
        rows = rows.filter(Q(source=about.pk) | Q(target=about.pk))
    columns = ("source_id", "target_id", "kind")
    pairs = list(rows.order_by("pk").values_list(*columns))
    if not pairs:
        return []
    parents = _acts(acts, on, (target for _source, target, _kind in pairs), ended=True)
    depending = (source for source, target, _kind in pairs if target in parents)
    children = _acts(acts, on, depending, ended=False)
    found: dict[tuple[int, int], EndedParent] = {}
    for source, target, kind in pairs:
        if source not in children or target not in parents:
            continue
        act, parent = children[source], parents[target]
        ended_on = _ended_on(parent, on)
        if act.checked_on and ended_on and act.checked_on >= ended_on:
            continue
        law = law_on_ending(EffectKind(kind), ended_on)
        if law or (source, target) not in found:
            found[source, target] = EndedParent(act, parent, ended_on, law)
    return list(found.values())


def _acts(
    acts: QuerySet, on: date, pks: Iterable[int], *, ended: bool
) -> dict[int, Page]:
    acts = acts.with_status(on).filter(pk__in=set(pks))
    if not ended:
        return acts.exclude(status_code__in=ENDED).in_bulk()
    acts = acts.filter(status_code__in=ENDED, live=True)
    return acts.select_related("issuer").with_effects().in_bulk()


def _ended_on(parent: Page, on: date) -> date | None:
    """The day of the fact that ended it."""
    days = [reason.on for reason in status(parent.rules(), on).reasons if reason.on]
    return max(days, default=None)
