"""Learns from readers' own phrases which words mean which page or service."""

import json
from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256

from django.db import transaction
from django.db.models import QuerySet

from portal.child_process import answer_of
from portal.models import SearchEntry, SearchPhraseTerm, SearchState
from portal.page_cache import generation
from portal.search import registry
from portal.search.analyser import composed, folded_words
from portal.search.entries import PHRASE_END
from portal.search.entry_keys import slot_range
from portal.search.meant import page_target, service_target

#: A page with fewer phrases is not told from others by them; and where hardly a page
#: has any, every query would mean a service.
_FEWEST_PHRASES, _FEWEST_PAGES = 5, 3
#: The newest so many: what is learned grows with pages times words.
MOST_TARGETS = 400
#: Of what a page says itself so many pieces of so many words are learned, too: a query
#: in its own words is not taken for what others are asked with.
_PIECES, _PIECE, _READ = 80, 8, 40_000
#: Some seconds for six thousand phrases.
_SECONDS = 300.0

Phrases = Mapping[str, Sequence[str]]


def train(*, anew: bool = False) -> int:
    """Learn where phrases changed since, or `anew`; say of how many targets."""
    phrases = _phrases()
    mark = sha256(json.dumps(phrases, sort_keys=True).encode()).hexdigest()[:32]
    if SearchState.current().phrases == mark and not anew:
        return len(phrases)
    rows = [
        SearchPhraseTerm(term=term, rarity=rarity, weights=json.dumps(weights))
        for term, rarity, weights in learned_apart(phrases, _pieces(phrases))
    ]
    SearchState.objects.get_or_create(pk=1)
    with transaction.atomic():
        # Two workers may have learned the same at once.
        SearchState.objects.select_for_update().get(pk=1)
        SearchPhraseTerm.objects.all().delete()
        SearchPhraseTerm.objects.bulk_create(rows, batch_size=500)
        SearchState.objects.filter(pk=1).update(phrases=mark)
        transaction.on_commit(generation.expire, robust=True)
    return len(phrases)


def _entries() -> QuerySet[SearchEntry]:
    first, beyond = slot_range(SearchState.current().slot)
    return SearchEntry.objects.filter(id__gte=first, id__lt=beyond)


def _phrases() -> dict[str, list[str]]:
    """The folded phrases of what has enough of them, by target."""
    rows = _entries().filter(part=0).exclude(asked="").order_by("-id")
    asked = rows.values_list("page_id", "asked")
    found = {
        service_target(service.code): [
            " ".join(folded_words(composed(phrase))) for phrase in service.asked
        ]
        for service in registry.services()
    }
    for page, line in asked[:MOST_TARGETS]:
        found[page_target(page)] = line.split(PHRASE_END)
    enough = {t: p for t, p in found.items() if len(p) >= _FEWEST_PHRASES}
    pages = sum(target.isdigit() for target in enough)
    return enough if pages >= _FEWEST_PAGES else {}


def _pieces(targets: Collection[str]) -> dict[str, list[str]]:
    """Pieces of what each of these pages and its parts say, folded."""
    pages = {target: int(target) for target in targets if target.isdigit()}
    rows = _entries().filter(page_id__in=pages.values()).order_by("id")
    said: dict[int, list[str]] = {}
    for page, title, text in rows.values_list("page_id", "title", "words__text"):
        words = folded_words(composed(f"{title} {text or ''}"[:_READ]))
        said.setdefault(page, []).extend(
            " ".join(words[at : at + _PIECE]) for at in range(0, len(words), _PIECE)
        )
    return {
        target: pieces[:: max(1, -(-len(pieces) // _PIECES))]
        for target, page in pages.items()
        if (pieces := said.get(page, []))
    }


def learned_apart(
    phrases: Phrases, pieces: Phrases
) -> list[tuple[str, float, Mapping[str, float]]]:
    """What `portal.search.phrase_terms` learns of them, in a process of its own.

    Raises subprocess.SubprocessError where it fails: what was learned before stays.
    """
    if not phrases:
        return []
    raw = json.dumps({"phrases": phrases, "pieces": pieces}).encode()
    printed = answer_of("portal.search.phrase_terms", raw=raw, seconds=_SECONDS)
    return [(term, rarity, weights) for term, rarity, weights in json.loads(printed)]
