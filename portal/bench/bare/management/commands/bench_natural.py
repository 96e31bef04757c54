"""What `make bench-search ARGS=natural` asks of the demonstration; answers in JSON."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.core.management.base import BaseCommand, CommandError
from django.http import QueryDict
from django.test import Client
from django.utils import timezone
from django.utils.http import urlencode

from portal.bench.relevance.bm25 import PlainSearch
from portal.bench.relevance.metrics import first_right, ndcg
from portal.bench.relevance.natural import (
    HALVES,
    Natural,
    natural_queries,
    written_queries,
)
from portal.bench.relevance.natural.paragraphs import paragraph_questions
from portal.bench.relevance.pool import Shown, pooled
from portal.models import SearchEntry
from portal.search.choices import read_choices
from portal.search.result_rows import said
from portal.search.results import Results

ASKED = 3
Find = Callable[[str], Sequence[str]]


class Command(BaseCommand):
    help = "Ask the demonstration natural queries (internal to make bench)."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--misses", action="store_true", help="name what was missed, open half only"
        )
        parser.add_argument(
            "--open-only", action="store_true", help="leave the kept half unasked"
        )
        parser.add_argument(
            "--pool", metavar="FILE", help="measure nothing, write what is to be judged"
        )

    def handle(self, *args, **options) -> None:
        halves = ("open",) if options["open_only"] else HALVES
        _must_answer(
            {
                path
                for half in halves
                for one in natural_queries(half)
                for path in one.right
            }
        )
        pages = list(_pages().items())
        ways = {
            "portal": _portal,
            "BM25, marks kept": PlainSearch(pages, with_marks=True).find,
            "BM25, folded": PlainSearch(pages, with_marks=False).find,
        }
        if options["pool"]:
            _write_pool(options["pool"], halves, list(ways.values()), dict(pages))
            return
        found = {
            half: {
                name: _asked(natural_queries(half), find) for name, find in ways.items()
            }
            for half in halves
        }
        for name, with_marks in (("rule", True), ("plain", False)):
            asked = paragraph_questions(pages, with_marks=with_marks)
            found[name] = {way: _asked(asked, find) for way, find in ways.items()}
        self.stdout.write(json.dumps(found))
        if options["misses"]:
            for one in natural_queries("open"):
                answer = _portal(one.query)
                if not first_right(answer, one.right):
                    self.stderr.write(
                        f"{one.kind}: {one.query} → {answer[:3]}, not {one.right}"
                    )


def _must_answer(paths: set[str]) -> None:
    """A page that moved would be counted as missed by every way."""
    client = Client(SERVER_NAME="localhost")
    if gone := sorted(p for p in paths if client.get(p).status_code != 200):
        raise CommandError(f"graded, but answers no more: {', '.join(gone)}")


def _write_pool(
    name: str, halves: Sequence[str], ways: Sequence[Find], pages: Mapping[str, str]
) -> None:
    shown = cache(partial(_shown, pages))
    with Path(name).open("w", encoding="utf-8") as file:
        for half in halves:
            for row in pooled(half, written_queries(half), ways, shown):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _shown(pages: Mapping[str, str], path: str) -> Shown:
    """What the index says of a page; of a list or a form what its readers see."""
    kind = path.split("/")[1]
    rows = SearchEntry.objects.filter(part=0, url__endswith=path)
    entry = rows.select_related("words").first()
    if entry and said(entry):
        return Shown(kind, entry.title, pages[path])
    answer = Client(SERVER_NAME="localhost").get(path)
    soup = BeautifulSoup(answer.content, "html.parser")
    main = soup.select_one("main") or soup
    title = main.select_one("h1") or main
    return Shown(kind, title.get_text(" ", strip=True), main.get_text(" ", strip=True))


def _asked(queries: list[Natural], find: Find) -> list[dict]:
    rows = []
    for one in queries:
        times = []
        for _round in range(ASKED):
            started = time.perf_counter()
            answer = find(one.query)
            times.append((time.perf_counter() - started) * 1000)
        rows.append(
            {
                "kind": one.kind,
                "has_marks": not one.query.isascii(),
                "first": first_right(answer, one.right),
                "ndcg5": ndcg(answer, one.right, at=5),
                "ndcg10": ndcg(answer, one.right, at=10),
                "ms": min(times),
            }
        )
    return rows


def _portal(query: str) -> list[str]:
    """The first page of results, as a reader gets it."""
    asked = QueryDict(urlencode({"q": query}))
    results = Results(read_choices(asked, "/"), timezone.localdate())
    shown = [*results.services, *results.page]
    return [urlsplit(row.url).path for row in shown]


def _pages() -> dict[str, str]:
    """All words of each page, by its address."""
    found: dict[str, str] = {}
    own: dict[int, str] = {}
    rows = SearchEntry.objects.filter(part=0).select_related("words").order_by("id")
    for entry in rows:
        own[entry.page_id] = urlsplit(entry.url).path
        found[own[entry.page_id]] = f"{entry.title} {entry.symbol} {said(entry)}"
    for entry in SearchEntry.objects.exclude(part=0).select_related("words"):
        found[own[entry.page_id]] += f" {entry.title} {said(entry)}"
    return found
