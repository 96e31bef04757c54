"""The library of acts, small and large: time and queries of a page, import, memory."""

import json
import shutil
import sys
from pathlib import Path

from portal.bench.report import growth, target
from portal.bench.server import manage, portal

# Milliseconds of processor time, uncached; queries; acts a second of it; megabytes.
SLOWEST, MOST_QUERIES, FEWEST_A_SECOND, MOST_MEMORY = 150, 12, 50, 300
JUDGED_BY_TIME = ("act", "act on a day", "two days compared")
JUDGED_BY_QUERIES = ("listing", "listing, two facets")


def add_arguments(parser) -> None:
    parser.add_argument(
        "--acts", type=int, nargs="+", default=[1_000, 10_000], help="library sizes"
    )


def run(options) -> None:
    """Each size in the same portal, emptied of the one before."""
    with portal() as folder:
        database, empty = folder / "portal.sqlite3", folder / "empty.sqlite3"
        shutil.copy(database, empty)
        found = []
        for acts in options.acts:
            shutil.copy(empty, database)
            found.append(_measured(acts, folder))
    _print(found)


def _measured(acts: int, folder: Path) -> dict:
    """Reading and importing, each in a process that has done nothing before."""
    manage("generate_library", str(acts), "--force")
    table = str(folder / "acts.json")
    reading = json.loads(manage("bench_library", "pages", table))
    manage("bench_library", "table", table)
    importing = json.loads(manage("bench_library", "import", table))
    return reading | {
        "import": importing["import"],
        "import_clock": importing["import_clock"],
        "import_memory": importing["memory"],
    }


def _print(found: list[dict]) -> None:
    sizes = "".join(f"{size['acts']:>10} acts" for size in found)
    lines = [f"\n{'library':22}{sizes}{'growth':>9}"]
    for name in found[0]["pages"]:
        rows = [size["pages"][name] for size in found]
        cells = "".join(f"{row['cpu']:8.0f} ms {row['queries']:2} q" for row in rows)
        clock = ", ".join(f"{row['ms']:.0f}" for row in rows)
        verdict = _verdict(name, rows[-1])
        lines.append(f"{name:22}{cells}{growth(rows, 'cpu')}  [{clock}]{verdict}")
    lines += [
        _line("provisions", [f"{size['provisions']:,}" for size in found]),
        _line("import, acts/s", [f"{size['import']:.0f}" for size in found])
        + target(min(s["import"] for s in found) >= FEWEST_A_SECOND, FEWEST_A_SECOND),
        _line("import, by the clock", [f"{s['import_clock']:.0f}" for s in found]),
        _line("memory, reading, MB", [f"{size['memory']:.0f}" for size in found])
        + target(max(s["memory"] for s in found) <= MOST_MEMORY, MOST_MEMORY),
        _line("memory, import, MB", [f"{size['import_memory']:.0f}" for size in found])
        + target(max(s["import_memory"] for s in found) <= MOST_MEMORY, MOST_MEMORY),
    ]
    lines.append("of the processor; in brackets milliseconds by the clock")
    sys.stdout.write("\n".join(lines) + "\n")


def _line(name: str, cells: list[str]) -> str:
    return f"{name:22}" + "".join(f"{cell:>15}" for cell in cells)


def _verdict(name: str, row: dict) -> str:
    if name in JUDGED_BY_TIME:
        return target(row["cpu"] <= SLOWEST, f"{SLOWEST} ms")
    if name in JUDGED_BY_QUERIES:
        return target(row["queries"] <= MOST_QUERIES, f"{MOST_QUERIES} q")
    return ""
