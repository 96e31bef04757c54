"""Initiatives that may answer a need: its words in them, its own field first."""

from dataclasses import dataclass

from documents.law.search_words import telling_pairs
from documents.models.initiatives import InitiativePage
from documents.models.needs import Need

MOST = 6
_MOST_PAIRS = 12
_AT_ONCE = 500
# Of another field it has to share more than a turn of phrase.
_ENOUGH, _ENOUGH_ELSEWHERE = 1, 2
_OWN_FIELD = 2


@dataclass(frozen=True, slots=True)
class NeedMatch:
    """An initiative, and whether it is of the need's own field."""

    page: InitiativePage
    same_field: bool


def pairs_of(need: Need) -> list[str]:
    """The pairs of words it is looked for by, those of its title first."""
    return telling_pairs(f"{need.title}\n{need.text}")[:_MOST_PAIRS]


def matches(need: Need) -> list[NeedMatch]:
    """At most six public initiatives, the one that shares most first. Two queries."""
    pairs = pairs_of(need)
    if not pairs:
        return []
    found = sorted(_scored(need, pairs), reverse=True)[:MOST]
    keys = [key for _score, key, _own in found]
    pages = InitiativePage.objects.filter(pk__in=keys).for_listing().in_bulk()
    return [NeedMatch(pages[key], own) for _score, key, own in found if key in pages]


def _scored(need: Need, pairs: list[str]) -> list[tuple[int, int, bool]]:
    """Score, key and whether it is of its field, of each that shares enough.

    Counted here: a database takes thrice as long for a dozen pairs in every row.
    """
    wanted = [f" {pair}" for pair in pairs]
    rows = InitiativePage.objects.live().public().order_by()
    texts = rows.values_list("pk", "field_id", "folded").iterator(_AT_ONCE)
    scored = []
    for key, field, folded in texts:
        shared, own = sum(pair in folded for pair in wanted), field == need.field_id
        if shared >= (_ENOUGH if own else _ENOUGH_ELSEWHERE):
            scored.append((shared + own * _OWN_FIELD, key, own))
    return scored
