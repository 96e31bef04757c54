"""How much memory a process and those it started hold at once, on Linux."""

import os
import threading
from pathlib import Path

_PROC = Path("/proc")
_EVERY_SECONDS = 0.1


class MemoryMeter:
    """Looks at this process and its children many times a second.

    `peak` is the most bytes that all of them held at one instant, a page that several
    share counted in part for each; `own` is the most of this process alone. Both are
    0 where there is no /proc.
    """

    def __init__(self) -> None:
        self.peak = self.own = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "MemoryMeter":
        self._thread.start()
        return self

    def __exit__(self, *failure) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        me = os.getpid()
        while not self._over.wait(_EVERY_SECONDS):
            own = held_by(me)
            self.own = max(self.own, own)
            self.peak = max(self.peak, own + sum(map(held_by, children_of(me))))


def held_by(pid: int) -> int:
    """Bytes of a process (its proportional set size); 0 where it is gone.

    One that was started and has not begun its own program yet still lives in the
    memory of the one that started it, and has none of its own.
    """
    if pid != os.getpid() and _command(pid) == _command(os.getpid()):
        return 0
    try:
        text = (_PROC / str(pid) / "smaps_rollup").read_text()
    except OSError:
        return 0
    for line in text.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _command(pid: int) -> bytes:
    try:
        return (_PROC / str(pid) / "cmdline").read_bytes()
    except OSError:
        return b""


def children_of(pid: int) -> list[int]:
    """All processes that this one started, and those that they did."""
    try:
        tasks = list((_PROC / str(pid) / "task").iterdir())
    except OSError:
        return []
    found: list[int] = []
    for task in tasks:
        try:
            found += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return found + [deeper for child in found for deeper in children_of(child)]
