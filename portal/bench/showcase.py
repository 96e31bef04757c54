"""The showcase of initiatives, small and large: time and queries of its pages."""

import json
import shutil
import sys

from portal.bench.report import growth, target
from portal.bench.server import manage, portal

# Milliseconds of server time, uncached; queries. Judged by processor time, as the
# library is; the clock stands in brackets.
SLOWEST = 150
MOST_QUERIES = {"listing": 12, "listing, three facets": 12, "JSON": 12}
# With words the one search is asked too.
MOST_QUERIES |= {"words": 24, "a whole question": 24}


def add_arguments(parser) -> None:
    parser.add_argument(
        "--initiatives", type=int, nargs="+", default=[1_000, 10_000], help="sizes"
    )


def run(options) -> None:
    """Each size in the same portal, emptied of the one before."""
    with portal() as folder:
        database, empty = folder / "portal.sqlite3", folder / "empty.sqlite3"
        shutil.copy(database, empty)
        found = []
        for wanted in options.initiatives:
            shutil.copy(empty, database)
            manage("generate_initiatives", str(wanted))
            found.append(json.loads(manage("bench_showcase")))
    _print(found)


def _print(found: list[dict]) -> None:
    sizes = "".join(f"{size['initiatives']:>9} pages" for size in found)
    lines = [f"\n{'showcase':24}{sizes}{'growth':>9}"]
    for name in found[0]["pages"]:
        rows = [size["pages"][name] for size in found]
        cells = "".join(f"{row['cpu']:7.0f} ms {row['queries']:2} q" for row in rows)
        clock = ", ".join(f"{row['ms']:.0f}" for row in rows)
        verdict = target(rows[-1]["cpu"] <= SLOWEST, f"{SLOWEST} ms")
        if most := MOST_QUERIES.get(name):
            verdict += target(rows[-1]["queries"] <= most, f"{most} q")
        lines.append(f"{name:24}{cells}{growth(rows, 'cpu')}  [{clock}]{verdict}")
    sys.stdout.write("\n".join(lines) + "\n")
