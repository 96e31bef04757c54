"""Search in readers' own words, beside a plain BM25, on the demonstration."""

import json
import os
import sys
from pathlib import Path
from statistics import mean, median

from portal.bench.engines import database, engines
from portal.bench.server import manage, portal

FIRST_RIGHT, GAIN = 0.90, 0.90


def add_arguments(parser) -> None:
    """What was missed is named by the bench of search's own option."""
    parser.add_argument(
        "--open-only", action="store_true", help="leave the kept half unasked"
    )
    parser.add_argument(
        "--pool", metavar="FILE", help="measure nothing, write what is to be judged"
    )


def run(options) -> None:
    if options.pool:
        # The same on every engine, and the demonstration's folder goes away.
        words = ["--pool", str(Path(options.pool).resolve())]
        words += ["--open-only"] if options.open_only else []
        with portal():
            manage("bench_natural", *words)
        return
    for engine in engines():
        with database(engine) as url, portal(database=url):
            words = ["--misses"] if options.misses else []
            words += ["--open-only"] if options.open_only else []
            found = json.loads(manage("bench_natural", *words))
        load = os.getloadavg()[0]
        sys.stdout.write(f"\n{engine}, the machine's load {load:.1f}\n")
        sys.stdout.write("\n".join(_report(found)) + "\n")


def _report(found: dict) -> list[str]:
    lines = [
        f"{'half':6}{'way':18}{'queries':>8}{'first right':>12}{'nDCG@5':>8}"
        f"{'nDCG@10':>9}{'with marks':>12}{'without':>9}{'p50 ms':>8}"
    ]
    for half, ways in found.items():
        for way, rows in ways.items():
            lines.append(_row(half, way, rows))
    if "kept" not in found:
        return [*lines, "there is no kept half: no target is measured"]
    kept = found["kept"]["portal"]
    first, gain = (mean(row[name] for row in kept) for name in ("first", "ndcg5"))
    reached = first >= FIRST_RIGHT and gain >= GAIN
    target = f"{FIRST_RIGHT:.2f} and {GAIN:.2f} on the kept half"
    return [*lines, f"target: {target}{'' if reached else ': MISSED'}"]


def _row(half: str, way: str, rows: list[dict]) -> str:
    def gain(has_marks: bool) -> float:
        # Those made by rule are all of one sort.
        of = [r["ndcg10"] for r in rows if r["has_marks"] == has_marks]
        return mean(of) if of else float("nan")

    first, five, ten = (
        mean(row[name] for row in rows) for name in ("first", "ndcg5", "ndcg10")
    )
    return (
        f"{half:6}{way:18}{len(rows):8}{first:12.3f}{five:8.3f}{ten:9.3f}"
        f"{gain(True):12.3f}{gain(False):9.3f}{median(r['ms'] for r in rows):8.1f}"
    )
