"""Limits a process puts on itself, and on whatever it becomes.

`python -m documents.extraction.bounds MEMORY SECONDS COMMAND …` runs a command that
knows no limits of its own within them.
"""

from __future__ import annotations

import os
import resource
import sys
from contextlib import suppress

_CLEANUP_SECONDS = 2


def bind(memory_bytes: int, seconds: float) -> None:
    """Take no more memory or processor time than this; leave no core dump."""
    _lower(resource.RLIMIT_AS, memory_bytes)
    _lower(resource.RLIMIT_CPU, int(seconds) + _CLEANUP_SECONDS)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(kind: int, wanted: int) -> None:
    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    # A system without such a limit (macOS has none on memory) still ends by the clock.
    with suppress(ValueError, OSError):
        resource.setrlimit(kind, (wanted, wanted))


def main() -> None:
    memory, seconds, *command = sys.argv[1:]
    bind(int(memory), float(seconds))
    os.execv(command[0], command)  # noqa: S606  no shell, a path of our choosing


if __name__ == "__main__":
    main()
