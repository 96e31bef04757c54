"""A plain library beside our ranker: BM25 over whole pages, with marks or without."""

from collections.abc import Iterable, Sequence

from rank_bm25 import BM25Okapi

from portal.search.analyser import analysed_words, composed


class PlainSearch:
    """`documents` are pairs of an address and all of its words."""

    def __init__(
        self, documents: Iterable[tuple[str, str]], *, with_marks: bool
    ) -> None:
        self._form = 1 if with_marks else 0
        self._addresses, texts = zip(*documents, strict=True)
        self._index = BM25Okapi([self._words(text) for text in texts])

    def _words(self, text: str) -> list[str]:
        return [both[self._form] for both in analysed_words(composed(text))]

    def find(self, query: str, limit: int = 10) -> Sequence[str]:
        """Addresses of pages with any of the words, the best first."""
        scores = self._index.get_scores(self._words(query))
        best = sorted(range(len(scores)), key=lambda at: -scores[at])[:limit]
        return [self._addresses[at] for at in best if scores[at] > 0]
