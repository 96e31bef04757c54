"""What `make bench-search` asks of one engine; answers in JSON."""

import json
import time
from collections import defaultdict
from datetime import date
from itertools import chain, islice

from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.http import QueryDict
from django.utils.http import urlencode

from portal.bench.relevance import metrics
from portal.bench.relevance.corpus import Document, described, documents
from portal.bench.relevance.hostile_queries import HOSTILE, HOSTILE_PARAMETERS
from portal.bench.relevance.queries import Graded, queries
from portal.models import SearchState
from portal.search import vocabulary
from portal.search.choices import read_choices
from portal.search.descriptions import Description
from portal.search.engines import engine
from portal.search.entries import entries_of, facet_token
from portal.search.find import find
from portal.search.query import clean
from portal.search.rebuild import BATCH
from portal.search.results import Results
from portal.search.suggestions import begun_hits

UPDATES, ASKED = 40, 3


class Command(BaseCommand):
    help = "Fill an empty index and ask it graded queries (internal to make bench)."

    def add_arguments(self, parser) -> None:
        parser.add_argument("documents", type=int)
        parser.add_argument(
            "--misses", action="store_true", help="name what was missed"
        )

    def handle(self, *args, **options) -> None:
        made = list(documents(options["documents"]))
        found = _filled(made)
        found["size"] = _size()
        found["update"] = _updates(made)
        asked = queries(made)
        found["queries"] = len(asked)
        found["groups"], found["times"], missed = _asked(asked)
        found["hostile"] = _hostile()
        self.stdout.write(json.dumps(found))
        if options["misses"]:
            for line in missed:
                self.stderr.write(line)


def _rows(document: Document, said: Description, slot: int = 0) -> list:
    return list(
        entries_of(
            said,
            slot=slot,
            page=document.page,
            title=document.title,
            url=f"/{document.page}/",
            day=document.day,
        )
    )


def _filled(made: list[Document]) -> dict:
    """Analyse and write everything, as a rebuild does, in its batches.

    Inventing the texts is not counted.
    """
    index, rest = engine(), iter(made)
    SearchState.objects.get_or_create(pk=1)
    text, spent = 0, 0.0
    while batch := list(islice(rest, BATCH)):
        invented = [(document, described(document)) for document in batch]
        text += sum(_size_of_text(*pair) for pair in invented)
        started = time.perf_counter()
        with transaction.atomic():
            index.put(chain.from_iterable(_rows(*pair) for pair in invented))
        spent += time.perf_counter() - started
    written = time.perf_counter()
    index.settle()
    settled = time.perf_counter()
    vocabulary.recount(0)
    done = time.perf_counter()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE portal_searchentry")
    return {
        "text": text,
        "per_second": len(made) / (spent + done - written),
        "settling": settled - written,
        "counting": done - settled,
    }


def _size_of_text(document: Document, said: Description) -> int:
    """Bytes of the titles and texts of a page and its parts."""
    pieces = [document.title, said.text]
    pieces += [piece for part in said.parts for piece in (part.title, part.text)]
    return sum(len(piece.encode()) for piece in pieces)


def _size() -> int:
    """Bytes of the index: all but the original text, which is kept for snippets."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT pg_total_relation_size('portal_searchentry')"
                " + pg_total_relation_size('portal_searchterm')"
            )
        else:
            cursor.execute(
                "SELECT SUM(pgsize) FROM dbstat WHERE name LIKE '%%search%%'"
                " AND name NOT LIKE '%%searchtext%%' AND name NOT LIKE 'wagtail%%'"
            )
        return int(cursor.fetchone()[0])


def _updates(made: list[Document]) -> list[float]:
    """Milliseconds to write one page anew, in a transaction of its own."""
    index, times = engine(), []
    for document in made[:: max(1, len(made) // UPDATES)][:UPDATES]:
        said = described(document)
        started = time.perf_counter()
        with transaction.atomic():
            index.delete([document.page])
            rows = _rows(document, said)
            index.put(rows)
            vocabulary.add_titles(rows)
        times.append((time.perf_counter() - started) * 1000)
    return times


def _asked(asked: list[Graded]) -> tuple[dict, dict, list[str]]:
    groups: dict[str, list] = defaultdict(list)
    times: dict[str, list] = {"search": [], "autocomplete": []}
    missed = []
    for graded in asked:
        pages, best, own = _best_of(graded)
        times["autocomplete" if graded.is_beginning else "search"].append([best, own])
        right = metrics.first_right(pages, graded.grades)
        gain = metrics.ndcg(pages, graded.grades)
        groups[graded.group].append([right, gain, best])
        if not right or gain < 0.95:
            missed.append(f"{graded.group}: {graded.text} ({right}, {gain:.2f})")
    return groups, times, missed


def _hostile() -> list[float]:
    """Milliseconds of what means no good, the shortest of a few times each.

    All that its page shows is found and counted; only the template is left out.
    """
    queries = [{"q": text} for text in HOSTILE]
    queries += [{"q": "tại xã", **more} for more in HOSTILE_PARAMETERS]
    return [min(_shown(query) for _round in range(ASKED)) for query in queries]


def _shown(query: dict) -> float:
    asked = QueryDict(urlencode(query, doseq=True))
    started = time.perf_counter()
    results = Results(read_choices(asked, "/"), date.today())
    list(results.page)
    results.tabs()
    results.context()
    return (time.perf_counter() - started) * 1000


def _best_of(graded: Graded) -> tuple[list[int], float, float]:
    """The answer, and the shortest of a few times: on the clock, of the processor."""
    times, own = [], []
    for _round in range(ASKED):
        started, worked = time.perf_counter(), time.process_time()
        pages = _answer(graded)
        times.append((time.perf_counter() - started) * 1000)
        own.append((time.process_time() - worked) * 1000)
    return pages, min(times), min(own)


def _answer(graded: Graded) -> list[int]:
    filters = []
    if graded.kind:
        filters.append((facet_token("muc", graded.kind),))
    if graded.year:
        filters.append((facet_token("nam", graded.year),))
    if graded.is_beginning:
        hits = begun_hits(clean(graded.text))
    else:
        hits = find(graded.text, tuple(filters)).hits
    return [hit.page for hit in hits[:10]]
