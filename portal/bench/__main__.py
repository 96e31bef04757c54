"""`make bench`: what the portal does in a second, and what a full one costs.

Each bench is a module with `add_arguments` and `run`; it works in a portal of its own
that is removed at the end. Names choose some; without one all but the long ones run.
"""

import argparse
from importlib import import_module

BENCHES = (
    "pages",
    "library",
    "showcase",
    "registration",
    "day",
    "growth",
    "search",
    "natural",
)
# Takes as long as all others together: only when it is asked for by name.
LONG = ("growth", "search", "natural")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("benches", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    modules = {name: import_module(f"portal.bench.{name}") for name in BENCHES}
    for name, module in modules.items():
        module.add_arguments(parser.add_argument_group(name))
    options = parser.parse_args()
    if unknown := set(options.benches) - set(BENCHES):
        parser.error(f"no such bench: {', '.join(sorted(unknown))}")
    for name in options.benches or [b for b in BENCHES if b not in LONG]:
        modules[name].run(options)


if __name__ == "__main__":
    main()
