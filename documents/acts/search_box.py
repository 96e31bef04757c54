"""What the library's box finds: the one search among acts.

A number that no act has is read by the library's own grammar: what is a slip of the
finger away may be meant, what only begins alike is not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from documents.enums import ACTS
from documents.law.symbols import Rung, Symbol, SymbolMatch, look_up, parse_symbol
from documents.models import RegulationPage
from portal.keys import among
from portal.search.nearest_numbers import near_numbers
from portal.search.search_box import Answer, answer

_MOST_NEAREST = 20


@dataclass(frozen=True)
class FoundRegulations:
    """The acts that answer; `is_nearest` if their numbers are only near the one typed.

    `is_named`: no act has the number, these name it.
    """

    answer: Answer
    is_nearest: bool = False
    is_named: bool = False


def find_acts(text: str) -> FoundRegulations:
    """Acts that answer, the best first; of those alike, what most pages name."""
    found = answer(text, ACTS)
    number = found.query.number
    if number is None:
        return FoundRegulations(_cited_first(found))
    if found.pages and not found.found.loose:
        owned = found.found.hits[0].own_number
        return FoundRegulations(found, is_named=not owned and not found.query.words)
    acts = RegulationPage.objects.order_by()
    matches, keys = _meant(text, acts.filter(pk__in=among(found.pages)))
    if not matches:
        near = near_numbers(number.number)
        matches, keys = _meant(text, acts.filter(number__in=near))
    if not matches and found.query.words:
        return FoundRegulations(found)
    is_nearest = bool(matches) and matches[0].rung is Rung.NEAREST
    if is_nearest:
        matches = matches[:_MOST_NEAREST]
    meant = [key for match in matches for key in keys[match.symbol]]
    return FoundRegulations(found.only(meant), is_nearest=is_nearest)


def _meant(
    text: str, acts: QuerySet
) -> tuple[list[SymbolMatch], dict[Symbol, list[int]]]:
    """Which of the acts' numbers may be meant, and the acts that have each."""
    keys: dict[Symbol, list[int]] = {}
    for key, written in acts.values_list("pk", "symbol"):
        if symbol := parse_symbol(written):
            keys.setdefault(symbol, []).append(key)
    return look_up(text, keys, limit=len(keys)), keys


def _cited_first(found: Answer) -> Answer:
    """Of those that answer alike what is real first, then what most pages name."""
    scores = {hit.page: round(hit.score) for hit in found.found.hits}
    if len(set(scores.values())) == len(scores):
        return found
    acts = RegulationPage.objects.filter(pk__in=list(scores)).order_by()
    named = acts.annotate(named=Count("citations__page", distinct=True))
    rows = named.values_list("pk", "is_sample", "named")
    return found.in_order(
        by_worth(found.pages, scores, {pk: rest for pk, *rest in rows})
    )


def by_worth(
    pages: Iterable[int],
    scores: Mapping[int, int],
    facts: Mapping[int, tuple[bool, int]],
) -> list[int]:
    """By score, then by facts: is it invented, how often named; those without last."""

    def worth(page: int) -> tuple:
        if page not in scores:
            return (1,)
        is_sample, named = facts.get(page, (True, 0))
        return 0, -scores[page], is_sample, -named

    return sorted(pages, key=worth)
