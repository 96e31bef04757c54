"""Readers' pages of a small portal and of a full one: how much longer they wait."""

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import NamedTuple

from portal.bench.load import UNCACHED_QUERY, Measure, measure
from portal.bench.report import target
from portal.bench.server import manage, portal, served

#: Times the wait in the small portal, of nineteen in twenty readers.
MOST_GROWTH = 1.3
_ROUNDS = 5


def add_arguments(parser) -> None:
    parser.add_argument(
        "--of-each", type=int, nargs=2, default=[100, 10_000], help="two sizes"
    )
    parser.add_argument("--gets", type=int, default=200, help="per address and round")


def run(options) -> None:
    """Both portals are served at once and asked in turns: what else the machine does
    slows both."""
    with portal() as small, tempfile.TemporaryDirectory() as beside:
        paths = _paths(manage("bench_pages").split())
        full = Path(beside) / "portal"
        shutil.copytree(small, full)
        with ExitStack() as servers:
            ports = []
            for folder, wanted in zip((small, full), options.of_each, strict=True):
                os.environ["VAR_DIR"] = str(folder)
                _fill(wanted)
                ports.append(servers.enter_context(served()))
            _print(options.of_each, _measured(ports, paths, options.gets))


def _paths(made: Sequence[str]) -> dict[str, str]:
    article, _plain, act, conference, initiative, guide = made
    return {
        "home": "/",
        "news": "/tin-tuc/",
        "article": article,
        "conferences": "/su-kien/",
        "conference": conference,
        "acts": "/van-ban/",
        "act": act,
        "initiatives": "/sang-kien/",
        "initiative": initiative,
        "guide": guide,
        "questions": "/hoi-dap/",
        "search": "/tim-kiem/?q=sang+kien+y+te",
        "all pages": "/so-do-trang/",
        "site map": "/sitemap.xml",
    }


def _fill(wanted: int) -> None:
    manage("generate_library", str(wanted), "--force")
    manage("generate_initiatives", str(wanted))
    manage("bench_growth", str(wanted))
    manage("rebuild_search")


class _Waits(NamedTuple):
    """Of one address: as readers get it, and made anew each time."""

    kept: float
    anew: float
    errors: int


def _measured(
    ports: Sequence[int], paths: Mapping[str, str], gets: int
) -> dict[str, list[_Waits]]:
    """For each address what each portal takes: the middle one of the rounds."""
    found = {}
    for name, path in paths.items():
        # As after a publication once.
        anew = f"{path}{'&' if '?' in path else '?'}{UNCACHED_QUERY}"
        for port in ports:
            for address in (path, anew):
                measure(port, address, requests=8)  # templates, caches, connections
        rounds: dict[int, list[tuple[Measure, Measure]]] = {port: [] for port in ports}
        for _round in range(_ROUNDS):
            for port in ports:
                kept = measure(port, path, requests=gets)
                few = measure(port, anew, requests=max(8, gets // 20))
                rounds[port].append((kept, few))
        found[name] = [_waits(rounds[port]) for port in ports]
    return found


def _waits(rounds: Sequence[tuple[Measure, Measure]]) -> _Waits:
    return _Waits(
        median(kept.p95 for kept, _anew in rounds),
        median(anew.p50 for _kept, anew in rounds),
        sum(one.errors for both in rounds for one in both),
    )


def _print(sizes: Sequence[int], found: Mapping[str, Sequence[_Waits]]) -> None:
    head = "".join(f"{size:>12,}" for size in sizes)
    lines = [f"\n{'p95 in ms, of each kind':26}{head}{'growth':>9}    made anew"]
    for name, waits in found.items():
        cells = "".join(f"{one.kept:12.1f}" for one in waits)
        grown = waits[1].kept / waits[0].kept
        beside = ", ".join(f"{one.anew:.0f}" for one in waits)
        errors = sum(one.errors for one in waits)
        lines.append(
            f"{name:26}{cells}{grown:8.2f}×    [{beside}]"
            + target(grown < MOST_GROWTH, f"{MOST_GROWTH}×")
            + (f"  ERRORS: {errors}" if errors else "")
        )
    lines.append("as readers get them; in brackets p50 where nothing is kept")
    sys.stdout.write("\n".join(lines) + "\n")
