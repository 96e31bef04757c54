"""What answers beside the best: what belongs to it, and what can be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from portal.search import index_tables
from portal.search.actions import Offer
from portal.search.candidates import PER_PAGE
from portal.search.entry_keys import page_of_key
from portal.search.found import Found
from portal.search.hits import Hit
from portal.search.meant import Meant
from portal.search.related_pages import Target, related_to, related_to_service
from portal.search.services import Offers, offers_of

#: Among so many of the best pages it is looked at what belongs to the first; the next
#: so many count, too, by so much at most.
_JUDGED, _NEXT, _BY_NEXT = 20, 2, 0.5
#: What belongs to the best is worth so much of it more; what belongs less closely than
#: this is not shown where no word of it was asked for.
_BELONGS, _ADDED = 0.34, 0.25
#: And what is surely meant, though something else answers best, so much.
_MEANT = 0.4
#: A service that answers so much less well than the best page is not shown.
_LEAST, _MOST_AMONG = 0.5, 3


@dataclass(frozen=True)
class Placed:
    """What was found, in the order of the results; `among` are services by the number
    of pages that stand before them."""

    found: Found
    among: Sequence[tuple[int, Offer]] = ()


def with_beside(found: Found, offers: Offers, meant: Meant) -> Placed:
    """The best page stays where it is, and what stands above all pages does, too;
    `meant` is what readers' phrases say of the query."""
    hits = list(found.hits[:_JUDGED])
    if not hits:
        return Placed(found)
    best = _best(hits)
    shares = _shares(hits, best)
    close = _close(hits, shares, offers.first)
    pages = {hit.page: hit for hit in hits}
    for hit in _added(found, close, pages):
        pages[hit.page] = hit
        shares[hit.page] = min(1.0, hit.score / best)
    services = _services(offers, best, shares, close)
    top: list[Target] = [] if offers.first else [hits[0].page]
    targets: list[Target] = [*pages, *services]
    likely: dict[Target, float] = dict(meant.pages.items())
    likely.update(meant.services.items())
    worth = {
        target: shares[target]
        + _BELONGS * close.get(target, 0.0)
        + _MEANT * likely.get(target, 0.0)
        for target in targets
    }
    rest = [
        (-worth[target], at, target)
        for at, target in enumerate(targets)
        if target not in top
    ]
    order = [*top, *(target for *_by, target in sorted(rest))]
    return _ordered(found, order, pages, services)


def _shares(hits: Sequence[Hit], best: float) -> dict[Target, float]:
    """How well each answers beside the best, never better than one before it: a
    programme may stand before its class, which has the higher score."""
    shares: dict[Target, float] = {}
    least = 0.0
    for hit in reversed(hits):
        least = max(least, min(1.0, hit.score / best))
        shares[hit.page] = least
    return shares


def _services(
    offers: Offers,
    best: float,
    shares: dict[Target, float],
    close: Mapping[Target, float],
) -> dict[str, Offer]:
    """What can be done that answers well enough, or belongs to the first pages; its
    share is noted beside the pages'."""
    codes = {code for code, score in offers.others.items() if score / best >= _LEAST}
    codes.update(code for code in close if isinstance(code, str))
    found = {
        offer.code: offer
        for offer in offers_of(codes - {offer.code for offer in offers.first})
    }
    for code in found:
        shares[code] = min(1.0, offers.others.get(code, 0.0) / best)
    return found


def _best(hits: Sequence[Hit]) -> float:
    """What pages are measured by: whose number it is has more than any words give."""
    first = hits[0]
    if first.own_number and len(hits) > 1:
        return min(first.score, hits[1].score * 2) or 1.0
    return max(hit.score for hit in hits) or 1.0


def _close(
    hits: Sequence[Hit], shares: dict[Target, float], offered: Sequence[Offer]
) -> dict[Target, float]:
    """What belongs to the first pages, and how closely; to what stands above them, if
    anything does."""
    near = [hit.page for hit in hits[: _NEXT + (not offered)]]
    weights = {page: _BY_NEXT * shares[page] ** 2 for page in near}
    close: dict[Target, float] = {}
    if not offered:
        weights[near[0]] = 1.0
    elif offered[0].code:
        close.update(related_to_service(offered[0].code))
    for page, others in related_to(near).items():
        for other, worth in others.items():
            close[other] = max(close.get(other, 0.0), weights[page] * worth)
    return close


def _added(
    found: Found, close: dict[Target, float], pages: dict[int, Hit]
) -> list[Hit]:
    """Hits for what belongs and does not stand among the first pages."""
    wanted = {
        target
        for target, worth in close.items()
        if isinstance(target, int) and target not in pages and worth >= _ADDED
    }
    have = [hit for hit in found.hits[_JUDGED:] if hit.page in wanted]
    missing = wanted - {hit.page for hit in have}
    keys = index_tables.own_keys(missing, found.slot)
    return [*have, *(Hit(page_of_key(key), key, 0.0) for key in sorted(keys))]


def _ordered(
    found: Found,
    order: Sequence[Target],
    pages: dict[int, Hit],
    services: dict[str, Offer],
) -> Placed:
    hits: list[Hit] = []
    among: list[tuple[int, Offer]] = []
    for target in order:
        if isinstance(target, int):
            hits.append(pages[target])
        elif len(among) < _MOST_AMONG and len(hits) < PER_PAGE:
            among.append((len(hits), services[target]))
    first = frozenset(hit.page for hit in hits)
    rest = [hit for hit in found.hits[_JUDGED:] if hit.page not in first]
    have = frozenset(hit.page for hit in found.hits)
    return Placed(replace(found, hits=[*hits, *rest], beside=first - have), among)
