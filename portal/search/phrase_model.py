"""What is known of the words of a query, read once for all searches."""

import json
from collections.abc import Sequence

from portal.kept_rows import KeptRows
from portal.search import index_tables
from portal.search.meant import BIAS, NOTHING, UNKNOWN, Meant, Weighed, meant, terms_of

_kept: KeptRows[str, Weighed] = KeptRows(4_000)


def meant_by(words: Sequence[str]) -> Meant:
    """What a query of these folded words means; one query to the database."""
    if not words:
        return NOTHING
    terms = terms_of(words)
    return meant(terms, _kept.get([BIAS, *terms], _read))


def _read(terms: Sequence[str]) -> dict[str, Weighed]:
    found = {
        term: Weighed(rarity, json.loads(weights))
        for term, rarity, weights in index_tables.phrase_weights(terms)
    }
    return dict.fromkeys(terms, UNKNOWN) | found
