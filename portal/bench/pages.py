"""The portal's pages beside a bare Wagtail page, in one run: made anew, and kept."""

import sys
from pathlib import Path

from portal.bench.load import UNCACHED_QUERY, Measure, measure
from portal.bench.server import get, manage, portal, served

# What a page is to reach: at least this share of the bare Wagtail page's speed.
ANEW = dict.fromkeys(
    (
        "home",
        "news index",
        "article",
        "article naming acts",
        "act",
        "library",
        "conferences",
        "conference",
        "showcase",
        "initiative",
        "guide",
        "questions",
        "search",
        "all pages",
        "registration form",
    ),
    0.33,
)
# And what is kept: this share of a view that sends the same bytes.
KEPT = dict.fromkeys(("home, kept", "act, kept", "conference, kept"), 0.80)


def add_arguments(parser) -> None:
    parser.add_argument("--requests", type=int, default=400, help="GETs per address")
    parser.add_argument("--rounds", type=int, default=5, help="the median counts")


def run(options) -> None:
    with portal(TRUSTED_PROXIES="1") as folder:
        article, plain, act, conference, *rest = manage("bench_pages").split()
        initiative, guide = rest
        with served() as port:
            Path(folder, "home.html").write_bytes(get(port, "/"))
            paths = {
                "bare Django view": "/bytes/",
                "bare Wagtail page": "/bare/",
                "home": f"/?{UNCACHED_QUERY}",
                "news index": f"/tin-tuc/?{UNCACHED_QUERY}",
                "article": f"{plain}?{UNCACHED_QUERY}",
                "article naming acts": f"{article}?{UNCACHED_QUERY}",
                "act": f"{act}?{UNCACHED_QUERY}",
                "library": f"/van-ban/?{UNCACHED_QUERY}",
                "conferences": f"/su-kien/?{UNCACHED_QUERY}",
                "conference": f"{conference}?{UNCACHED_QUERY}",
                "showcase": f"/sang-kien/?{UNCACHED_QUERY}",
                "initiative": f"{initiative}?{UNCACHED_QUERY}",
                "guide": f"{guide}?{UNCACHED_QUERY}",
                "questions": f"/hoi-dap/?{UNCACHED_QUERY}",
                "search": f"/tim-kiem/?q=sang+kien+y+te&{UNCACHED_QUERY}",
                "all pages": f"/so-do-trang/?{UNCACHED_QUERY}",
                "registration form": f"{conference}dang-ky/",
                "home, kept": "/",
                "act, kept": act,
                "conference, kept": conference,
            }
            _print(_rounds(port, paths, options))


def _rounds(port: int, paths: dict[str, str], options) -> dict[str, Measure]:
    """Measure each address in turn, several times; keep each one's median round.

    Turns are interleaved, so that a slow moment of the machine hits all alike.
    """
    found: dict[str, list[Measure]] = {name: [] for name in paths}
    for path in paths.values():
        measure(port, path, requests=40)  # warm: templates, caches, connections
    for _round in range(options.rounds):
        for name, path in paths.items():
            found[name].append(measure(port, path, requests=options.requests))
    return {
        name: sorted(rows, key=lambda row: row.per_second)[len(rows) // 2]
        for name, rows in found.items()
    }


def _print(measures: dict[str, Measure]) -> None:
    wagtail = measures["bare Wagtail page"].per_second
    django = measures["bare Django view"].per_second
    lines = [f"{'':20}{'req/s':>9}{'p50 ms':>9}{'p99 ms':>9}{'of bare':>9}"]
    for name, row in measures.items():
        target = ANEW.get(name) or KEPT.get(name)
        share = row.per_second / (django if name in KEPT else wagtail)
        aim = f"  (target {target:.2f})" if target else ""
        error = f"  {row.errors} ERRORS" if row.errors else ""
        lines.append(
            f"{name:20}{row.per_second:9.0f}{row.p50:9.1f}{row.p99:9.1f}"
            f"{share:9.2f}{aim}{error}"
        )
    sys.stdout.write("\n".join(lines) + "\n")
