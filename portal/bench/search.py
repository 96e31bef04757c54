"""Search on each engine: what comes first for graded queries, how fast, how large."""

import json
import sys
from statistics import mean, median

from portal.bench.engines import database, engines
from portal.bench.relevance.metrics import percentile
from portal.bench.server import manage, portal

FIRST_RIGHT, GAIN = 0.97, 0.95
# Milliseconds at the 50th and the 95th percentile; autocomplete; one page written.
FASTEST = {"SQLite": (5, 20), "PostgreSQL": (None, 60)}
TYPING, UPDATE, HOSTILE = 25, 5, 200
FEWEST_A_SECOND, LARGEST = 1_000, 1.5


def add_arguments(parser) -> None:
    parser.add_argument(
        "--documents",
        type=int,
        nargs="+",
        default=[10_000, 100_000],
        help="sizes of the index",
    )
    parser.add_argument("--misses", action="store_true", help="name what was missed")


def run(options) -> None:
    for count in options.documents:
        for engine in engines():
            with (
                database(engine) as url,
                portal(database=url, prepare=("migrate", "--verbosity", "0")),
            ):
                words = ["--misses"] if options.misses else []
                found = json.loads(manage("bench_search", str(count), *words))
            sys.stdout.write("\n".join(_report(engine, count, found)) + "\n")
            sys.stdout.flush()


def _report(engine: str, count: int, found: dict) -> list[str]:
    p50, p95 = FASTEST[engine]
    times, own = zip(*found["times"]["search"], strict=True)
    typing = [row[0] for row in found["times"]["autocomplete"]]
    size, update = found["size"] / found["text"], median(found["update"])
    lines = [
        f"\n{engine}, {count:,} documents, {found['queries']} graded queries",
        f"{'class':16}{'first right':>12}{'nDCG@10':>9}{'p50 ms':>8}{'p95 ms':>8}",
    ]
    for group, rows in found["groups"].items():
        right, gain = mean(row[0] for row in rows), mean(row[1] for row in rows)
        missed = right < FIRST_RIGHT or gain < GAIN
        lines.append(_row(group, right, gain, [row[2] for row in rows], missed))
    every = [row for rows in found["groups"].values() for row in rows]
    right, gain = mean(row[0] for row in every), mean(row[1] for row in every)
    return [
        *lines,
        _row("all", right, gain, [row[2] for row in every], False),
        _judged("search p50, ms", percentile(times, 0.5), p50),
        _judged("search p95, ms", percentile(times, 0.95), p95),
        _judged("  of it our process, p50", percentile(own, 0.5), None),
        _judged("  of it our process, p95", percentile(own, 0.95), None),
        _judged("autocomplete p95, ms", percentile(typing, 0.95), TYPING),
        _judged("worst hostile query, ms", max(found["hostile"]), HOSTILE),
        _judged("one page anew, ms", update, UPDATE),
        _judged("index, share of text", size, LARGEST, digits=2),
        _judged(
            "rebuild, documents/s", found["per_second"], FEWEST_A_SECOND, least=True
        ),
    ]


def _row(name: str, right: float, gain: float, times: list, missed: bool) -> str:
    cells = f"{name:16}{right:12.3f}{gain:9.3f}"
    cells += f"{percentile(times, 0.5):8.1f}{percentile(times, 0.95):8.1f}"
    return cells + ("  MISSED" if missed else "")


def _judged(
    name: str, value: float, target: float | None, *, digits: int = 1, least=False
) -> str:
    line = f"{name:24}{value:12.{digits}f}"
    if target is None:
        return line
    reached = value >= target if least else value <= target
    return f"{line}  (target {target}{'' if reached else ': MISSED'})"
