"""A bounded load of plain GETs on this machine, and what it measured."""

import http.client
import multiprocessing
import time
from dataclasses import dataclass

#: A parameter that no list knows: the page is made for this request.
UNCACHED_QUERY = "made=anew"


@dataclass(frozen=True, slots=True)
class Measure:
    """One address under load: `p50`, `p95`, `p99` in milliseconds."""

    path: str
    per_second: float
    p50: float
    p95: float
    p99: float
    errors: int


def measure(port: int, path: str, *, requests: int, clients: int = 2) -> Measure:
    """Send `requests` GETs from `clients` processes to 127.0.0.1, and time them."""
    share = requests // clients
    with multiprocessing.get_context("spawn").Pool(clients) as pool:
        answers = pool.starmap(_client, [(port, path, share)] * clients)
        elapsed = max(spent for spent, _times, _errors in answers)
    times = sorted(t for _spent, client_times, _errors in answers for t in client_times)
    return Measure(
        path=path,
        per_second=len(times) / elapsed,
        p50=_percentile(times, 0.50),
        p95=_percentile(times, 0.95),
        p99=_percentile(times, 0.99),
        errors=sum(errors for _spent, _times, errors in answers),
    )


def _client(port: int, path: str, count: int) -> tuple[float, list[float], int]:
    """Ask one after the other, each time anew.

    A kept connection stays with the worker that took it: two clients could share one
    worker while the other idles, and chance would decide the figure.
    """
    times, errors = [], 0
    started = time.perf_counter()
    for number in range(count):
        headers = {
            "Connection": "close",
            # As many readers, where the bench has the portal believe its proxy.
            "X-Forwarded-For": f"10.0.{number // 250 % 250}.{number % 250}",
        }
        before = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        response.read()
        connection.close()
        times.append((time.perf_counter() - before) * 1000)
        errors += response.status != 200
    return time.perf_counter() - started, times, errors


def _percentile(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
