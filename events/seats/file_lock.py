"""One at a time through a file lock, in the order people came, and not for ever.

SQLite lets waiting writers ask again and again, ever more seldom: among sixteen who
register at once some would never find it free. Here the kernel wakes them in turn.
"""

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class LockTimeout(Exception):
    """The lock was not free in time."""


@contextmanager
def file_lock(path: str, *, seconds: float) -> Iterator[None]:
    """Hold the lock of this file for the block; a crash gives it back.

    Raises LockTimeout when it has not been free for that many seconds.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
    waiting = _Waiting(descriptor)
    if not waiting.succeeds(seconds):
        raise LockTimeout
    try:
        yield
    finally:
        os.close(descriptor)


class _Waiting:
    """A wait for the lock that can be given up.

    The system call cannot: it runs in a thread, which gives the lock back at once
    when it comes too late.
    """

    def __init__(self, descriptor: int):
        self.descriptor = descriptor
        self.guard = threading.Lock()
        self.done = threading.Event()
        self.given_up = False

    def succeeds(self, seconds: float) -> bool:
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            threading.Thread(target=self._wait, daemon=True).start()
        else:
            return True
        self.done.wait(seconds)
        with self.guard:
            self.given_up = not self.done.is_set()
        return not self.given_up

    def _wait(self) -> None:
        fcntl.flock(self.descriptor, fcntl.LOCK_EX)
        with self.guard:
            if self.given_up:
                os.close(self.descriptor)
            else:
                self.done.set()
