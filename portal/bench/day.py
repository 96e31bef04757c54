"""The door at a steady pace, the list a telephone keeps, and the papers of the day."""

import gzip
import http.client
import json
import multiprocessing
import secrets
import sys
import time
from collections.abc import Sequence
from statistics import quantiles
from urllib.parse import urlencode
from uuid import uuid4

from portal.bench.engines import database, engines
from portal.bench.report import target
from portal.bench.server import manage, portal, served

# As in production: portal/gunicorn.py.
WORKERS, THREADS = 2, 4
TELEPHONES = 4
PART = "1-all"
# What the office was promised.
SLOWEST_SCAN = 100
LARGEST_LIST = 400_000
MOST_MEMORY = 300
WITH_CERTIFICATE, ON_THE_SHEET = 500, 600


def add_arguments(parser) -> None:
    parser.add_argument(
        "--tickets", type=int, default=2_000, help="people with a ticket at the door"
    )
    parser.add_argument(
        "--pace", type=int, default=20, help="tickets shown in a second, at all doors"
    )
    parser.add_argument(
        "--for", type=int, default=30, dest="span", help="so many seconds"
    )
    parser.add_argument("--door-only", action="store_true", help="no papers")


def run(options) -> None:
    for engine in engines():
        with database(engine) as url, portal(database=url):
            lines = _at_the_door(engine, options)
            if not options.door_only:
                lines += _papers()
            sys.stdout.write("\n".join(lines) + "\n")


def _at_the_door(engine: str, options) -> list[str]:
    path = _conference(options.tickets)
    door = json.loads(manage("bench_day", "door", path))
    shown = door["codes"][: min(options.tickets, options.pace * options.span)]
    with served(workers=WORKERS, threads=THREADS) as port:
        kept = _snapshot(port, f"{path}ban-don-tiep/may/", door)
        times, failed = _crowd(port, f"{path}ban-don-tiep/quet/", door, shown, options)
    outcome = json.loads(manage("bench_day", "outcome", path))
    parts = quantiles(times, n=100)
    is_whole = not failed and outcome["present"] == len(shown) == outcome["scans"]
    return [
        f"The day, {engine}: {len(shown)} tickets at {options.pace} a second",
        f"  a scan, p50       {parts[49]:8.0f} ms",
        f"  a scan, p95       {parts[94]:8.0f} ms"
        + target(parts[94] <= SLOWEST_SCAN, f"{SLOWEST_SCAN} ms"),
        f"  present           {outcome['present']:8d}"
        + target(is_whole, f"{len(shown)}, each by one scan"),
        f"  kept by a device  {kept / 1000:8.0f} kB for {options.tickets} people"
        + target(kept <= LARGEST_LIST, f"{LARGEST_LIST // 1000} kB"),
    ]


def _papers() -> list[str]:
    with_certificate = _conference(WITH_CERTIFICATE)
    issued = json.loads(manage("bench_day", "issue", with_certificate))
    papers = json.loads(manage("bench_day", "certificates", with_certificate))
    sheet = json.loads(manage("bench_day", "sheet", _conference(ON_THE_SHEET)))
    return [
        f"  certificates      {papers['seconds']:8.0f} s for {papers['papers']}, "
        f"issued in {issued['seconds']:.1f} s",
        _memory(papers),
        f"  sheet to sign     {sheet['seconds']:8.0f} s for {sheet['papers']} people"
        + target(sheet["is_made"], "made"),
        _memory(sheet),
    ]


def _memory(paper: dict) -> str:
    """Of the worker and the process that draws for it, together."""
    return (
        f"    most memory     {paper['peak']:8.0f} MB, {paper['own']:.0f} of them the "
        f"worker's; a file of {paper['size'] / 1e6:.1f} MB"
        + target(0 < paper["peak"] <= MOST_MEMORY, f"{MOST_MEMORY} MB")
    )


def _conference(people: int) -> str:
    words = ("generate_conference", "--registrations", str(people))
    return manage(*words).strip()


def _snapshot(port: int, path: str, door: dict) -> int:
    """How many bytes the list takes on its way, as a browser asks for it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Cookie": door["cookie"], "Accept-Encoding": "gzip"}
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    raw = answer.read()
    if answer.status != 200:
        raise SystemExit(f"The list was answered with {answer.status}.")
    # Compressed by the portal or by the server before it; never left as it is.
    is_small = answer.headers.get("Content-Encoding") == "gzip"
    return len(raw) if is_small else len(gzip.compress(raw))


def _crowd(
    port: int, path: str, door: dict, codes: Sequence[str], options
) -> tuple[list[float], int]:
    """Milliseconds of each scan, and how many were not answered as they should be.

    From sending to the whole answer, so waiting for a process of the server is in it.
    The telephones send in turn and evenly, each by its own script's request; one that
    is late catches up.
    """
    context = multiprocessing.get_context("spawn")
    start, answers = context.Barrier(TELEPHONES), context.SimpleQueue()
    gap = TELEPHONES / options.pace
    telephones = [
        context.Process(
            target=_telephone,
            args=(port, path, door, codes[one::TELEPHONES], one, gap, start, answers),
        )
        for one in range(TELEPHONES)
    ]
    for telephone in telephones:
        telephone.start()
    found = [answers.get() for _telephone in telephones]
    for telephone in telephones:
        telephone.join()
    return [one for times, _bad in found for one in times], sum(
        bad for _t, bad in found
    )


def _telephone(port, path, door, codes, number, gap, start, answers) -> None:
    token = secrets.token_hex(16)
    headers = {
        "Accept": "application/json",
        "Cookie": f"{door['cookie']}; {door['csrf']}={token}",
        "X-CSRFToken": token,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    device = {"device": str(uuid4()), "device_name": f"Máy {number + 1}"}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    times, bad = [], 0
    start.wait()
    began = time.perf_counter() + number * gap / TELEPHONES
    for place, code in enumerate(codes):
        time.sleep(max(0.0, began + place * gap - time.perf_counter()))
        scan = {"code": code, "nonce": str(uuid4()), "part": PART, **device}
        body = urlencode(scan)
        sent = time.perf_counter()
        connection.request("POST", path, body=body, headers=headers)
        answer = connection.getresponse()
        answer.read()
        times.append((time.perf_counter() - sent) * 1000)
        bad += answer.status != 200
    answers.put((times, bad))
