"""How long one address takes to answer, without a network in between."""

import time
from collections.abc import Callable
from statistics import median

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

ROUNDS = 7


def measured(path: str, *, forget: Callable[[], None] = lambda: None) -> dict:
    """The median time of the view and its template, and its queries.

    No finished page is given again: each is made anew. `forget` empties what would
    otherwise be kept from one request to the next. `ms` is by the clock; `cpu` is this
    process's own, which other work on the machine leaves alone: with SQLite nothing
    else is waited for.
    """
    times, cpu = [], []
    with override_settings(PAGE_CACHE=False):
        client = Client(HTTP_HOST="127.0.0.1")
        for _round in range(ROUNDS + 1):
            forget()
            with CaptureQueriesContext(connection) as queries:
                started, worked = time.perf_counter(), time.process_time()
                response = client.get(path)
                times.append((time.perf_counter() - started) * 1000)
                cpu.append((time.process_time() - worked) * 1000)
            if response.status_code != 200:
                raise SystemExit(f"{path}: {response.status_code}")
    return {"ms": median(times[1:]), "cpu": median(cpu[1:]), "queries": len(queries)}
