"""A crowd that registers at one instant, beside a crowd that only inserts a row."""

import json
import sys

from portal.bench import crowd
from portal.bench.engines import database, engines
from portal.bench.server import manage, portal, served

WORKERS, PROCESSES = 4, 16
# Milliseconds in which the organiser's list of a large conference is to answer.
SLOWEST_LIST, MOST_QUERIES = 300, 12
# Milliseconds of the serving processes for one; how much more in a full portal; how
# much longer the slowest wait than most.
MOST_PROCESSOR, MOST_GROWTH, LONGEST_TAIL = 9, 1.2, 2
# As many as the province has.
AGENCIES = 460
# A name has no digits.
_LETTERS = str.maketrans("0123456789", "ABCDEGHIKL")


def add_arguments(parser) -> None:
    parser.add_argument("--people", type=int, default=600, help="who want a seat")
    parser.add_argument("--seats", type=int, default=200, help="how many there are")
    parser.add_argument(
        "--before", type=int, default=10_000, help="registrations before the last ones"
    )
    parser.add_argument("--more", type=int, default=600, help="who come after those")
    parser.add_argument(
        "--listed", type=int, default=5_000, help="registrations of the listed one"
    )


def run(options) -> None:
    for engine in engines():
        with (
            database(engine) as url,
            portal(database=url, TRUSTED_PROXIES="1") as _folder,
        ):
            _measure(engine, options)


def _measure(engine: str, options) -> None:
    path = manage("generate_conference", "--capacity", str(options.seats)).strip()
    people = [_person(number) for number in range(options.people)]
    with served(workers=WORKERS) as port:
        bare = crowd.send(port, "/bare/row/", people, processes=PROCESSES)
        registered = crowd.send(port, f"{path}dang-ky/", people, processes=PROCESSES)
    outcome = json.loads(manage("bench_registration", "outcome", path))
    full = _in_a_full_portal(options)
    manage("generate_conference", "--registrations", str(options.listed))
    shown = json.loads(manage("bench_registration", "pages", path))
    sys.stdout.write(
        "\n".join(_report(engine, options, bare, registered, full, outcome, shown))
    )


def _in_a_full_portal(options) -> crowd.Answers:
    """Some more people, where many are registered and all agencies are known."""
    manage("bench_registration", "agencies", str(AGENCIES))
    path = manage("generate_conference", "--registrations", str(options.before)).strip()
    people = [_person(number) for number in range(10**6, 10**6 + options.more)]
    with served(workers=WORKERS) as port:
        return crowd.send(port, f"{path}dang-ky/", people, processes=PROCESSES)


def _person(number: int) -> dict[str, str]:
    """Somebody invented."""
    return {
        "name": f"Người Thử {str(number).translate(_LETTERS)}",
        "phone": f"091{number:07d}",
        "organisation": "Đơn vị minh họa",
        "audience": "other",
        "taking_part": "on",
    }


def _report(engine, options, bare, registered, full, outcome, shown) -> list[str]:
    wanted = [
        [number, "confirmed" if number <= options.seats else "waiting"]
        for number in range(1, options.people + 1)
    ]
    in_order = outcome["rows"] == wanted
    states = [state for _number, state in outcome["rows"]]
    growth = full.processor / registered.processor
    heads = f"{'':22}{'/s':>8}{'p50 ms':>9}{'p99 ms':>9}{'errors':>8}"
    lines = [
        "",
        f"{engine}: {options.people} people, {options.seats} seats, "
        f"{PROCESSES} processes, {WORKERS} workers",
        heads,
        _line("a bare row", bare),
        _line("registration", registered)
        + f"  ({registered.per_second / bare.per_second:.2f} of bare)",
        f"processor of a registration: {registered.processor:.1f} ms"
        + _target(registered.processor <= MOST_PROCESSOR, f"{MOST_PROCESSOR} ms"),
        f"with {options.before:,} before and {AGENCIES} agencies: "
        f"{full.processor:.1f} ms, {growth:.2f}×"
        + _target(growth < MOST_GROWTH, f"{MOST_GROWTH}×"),
        f"p99 of p50: {registered.p99 / registered.p50:.1f}×"
        + _target(registered.p99 <= LONGEST_TAIL * registered.p50, f"{LONGEST_TAIL}×"),
        f"confirmed {states.count('confirmed')}, waiting {states.count('waiting')}, "
        f"{'in order' if in_order else 'NOT IN ORDER: MISSED'}",
        f"registration page: {shown['form']['queries']} queries"
        + _target(shown["form"]["queries"] <= MOST_QUERIES, f"{MOST_QUERIES}"),
        f"organiser's list of {shown['listed']:,}: {shown['list']['ms']:.0f} ms, "
        f"{shown['list']['queries']} queries"
        + _target(shown["list"]["ms"] <= SLOWEST_LIST, f"{SLOWEST_LIST} ms"),
    ]
    if failed := {*registered.errors, *bare.errors, *full.errors}:
        lines.append(f"ERRORS: {sorted(failed)}")
    return [*lines, ""]


def _line(name: str, row: crowd.Answers) -> str:
    return (
        f"{name:22}{row.per_second:8.0f}{row.p50:9.0f}{row.p99:9.0f}{len(row.errors):8}"
    )


def _target(reached: bool, target: str) -> str:
    return f"  (target {target}{'' if reached else ': MISSED'})"
