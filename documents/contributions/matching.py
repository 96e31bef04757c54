"""Initiatives that may answer a need: its words in them, its own field first."""

from dataclasses import dataclass

from django.db.models import Case, F, IntegerField, Value, When

from documents.models.initiatives import InitiativePage
from documents.models.needs import Need
from documents.showcase.words import telling_pairs

MOST = 6
_MOST_PAIRS = 12
# Of another field it has to share more than a turn of phrase.
_ENOUGH, _ENOUGH_ELSEWHERE = 1, 2
_OWN_FIELD = 2


@dataclass(frozen=True, slots=True)
class Match:
    """An initiative, and whether it is of the need's own field."""

    page: InitiativePage
    same_field: bool


def pairs_of(need: Need) -> list[str]:
    """The pairs of words it is looked for by, those of its title first."""
    return telling_pairs(f"{need.title}\n{need.text}")[:_MOST_PAIRS]


def matches(need: Need) -> list[Match]:
    """At most six public initiatives, the one that shares most first. Two queries."""
    pairs = pairs_of(need)
    if not pairs:
        return []
    shared = sum(
        (_one_if(folded__contains=f" {pair}") for pair in pairs), start=Value(0)
    )
    rows = (
        InitiativePage.objects.live()
        .public()
        .annotate(shared=shared, own=_one_if(field=need.field_id))
        .annotate(score=F("shared") + F("own") * _OWN_FIELD)
    )
    enough = rows.filter(own=1, shared__gte=_ENOUGH)
    enough |= rows.filter(own=0, shared__gte=_ENOUGH_ELSEWHERE)
    best = enough.order_by("-score", "-first_published_at", "-pk")
    found = dict(best.values_list("pk", "own")[:MOST])
    pages = InitiativePage.objects.filter(pk__in=found).for_listing().in_bulk()
    return [Match(pages[key], bool(own)) for key, own in found.items() if key in pages]


def _one_if(**condition) -> Case:
    return Case(
        When(**condition, then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
