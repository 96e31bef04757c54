"""Readers' pages of a small portal and of a full one: how much longer they wait."""

import shutil
import sys

from portal.bench.load import UNCACHED_QUERY, Measure, measure
from portal.bench.report import target
from portal.bench.server import manage, portal, served

#: Times the wait in the small portal, of nineteen in twenty readers.
MOST_GROWTH = 1.3


def add_arguments(parser) -> None:
    parser.add_argument(
        "--of-each", type=int, nargs=2, default=[100, 10_000], help="two sizes"
    )
    parser.add_argument("--gets", type=int, default=400, help="per address")


def run(options) -> None:
    """Each size in the same portal, emptied of the one before."""
    with portal() as folder:
        database, empty = folder / "portal.sqlite3", folder / "empty.sqlite3"
        article, _plain, act, conference, initiative, guide = manage(
            "bench_pages"
        ).split()
        shutil.copy(database, empty)
        paths = {
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
        found = []
        for wanted in options.of_each:
            shutil.copy(empty, database)
            _fill(wanted)
            found.append(_measured(paths, options.gets))
    _print(options.of_each, found)


def _fill(wanted: int) -> None:
    manage("generate_library", str(wanted), "--force")
    manage("generate_initiatives", str(wanted))
    manage("bench_growth", str(wanted))
    manage("rebuild_search")


def _measured(paths: dict[str, str], gets: int) -> dict[str, tuple[Measure, Measure]]:
    """Each as readers get it, and made anew each time."""
    found = {}
    with served() as port:
        for name, path in paths.items():
            # As after a publication once.
            anew = f"{path}{'&' if '?' in path else '?'}{UNCACHED_QUERY}"
            for address in (path, anew):
                measure(port, address, requests=8)  # templates, caches, connections
            found[name] = (
                measure(port, path, requests=gets),
                measure(port, anew, requests=max(20, gets // 20)),
            )
    return found


def _print(sizes: list[int], found: list[dict]) -> None:
    head = "".join(f"{size:>12,}" for size in sizes)
    lines = [f"\n{'p95 in ms, of each kind':26}{head}{'growth':>9}    made anew"]
    for name in found[0]:
        kept, anew = zip(*(size[name] for size in found), strict=True)
        times = [one.p95 for one in kept]
        cells = "".join(f"{time:12.1f}" for time in times)
        grown = times[1] / times[0]
        beside = ", ".join(f"{one.p50:.0f}" for one in anew)
        errors = sum(one.errors for one in (*kept, *anew))
        lines.append(
            f"{name:26}{cells}{grown:8.2f}×    [{beside}]"
            + target(grown < MOST_GROWTH, f"{MOST_GROWTH}×")
            + (f"  ERRORS: {errors}" if errors else "")
        )
    lines.append("as readers get them; in brackets p50 where nothing is kept")
    sys.stdout.write("\n".join(lines) + "\n")
