"""One at a time through a file, in turn, and nobody for ever."""

import os
import stat
import threading
import time
from contextlib import contextmanager

import pytest

from events.seats.file_lock import LockTimeout, file_lock

# Long enough for any machine; nobody waits it out unless the lock is broken.
AMPLE = 20.0
SHORT = 0.1


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "gate")


def is_free(path: str) -> bool:
    try:
        with file_lock(path, seconds=SHORT):
            return True
    except LockTimeout:
        return False


@contextmanager
def held(path: str):
    """Somebody else holds the lock; call what comes out to have them let go."""
    inside, let_go = threading.Event(), threading.Event()

    def hold():
        with file_lock(path, seconds=AMPLE):
            inside.set()
            let_go.wait(AMPLE)

    holder = threading.Thread(target=hold)
    holder.start()
    assert inside.wait(AMPLE)
    try:
        yield let_go.set
    finally:
        let_go.set()
        holder.join(AMPLE)


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))


def until(condition) -> bool:
    """Whether it comes true in a time that is ample."""
    deadline = time.monotonic() + AMPLE
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def test_a_free_lock_is_had_at_once_and_again(path):
    for _again in range(3):
        assert is_free(path)


def test_the_lock_is_for_one(path):
    with file_lock(path, seconds=SHORT):
        assert not is_free(path)
    assert is_free(path)


def test_an_error_in_the_block_gives_it_back(path):
    with pytest.raises(ZeroDivisionError), file_lock(path, seconds=SHORT):
        raise ZeroDivisionError
    assert is_free(path)


def test_it_is_waited_for_no_longer_than_said(path):
    with held(path):
        began = time.monotonic()
        with pytest.raises(LockTimeout), file_lock(path, seconds=0.3):
            pass
        assert 0.3 <= time.monotonic() - began < AMPLE / 2


def test_who_waits_is_let_in_when_it_is_free(path):
    with held(path) as let_go:
        threading.Timer(SHORT, let_go).start()
        began = time.monotonic()
        with file_lock(path, seconds=AMPLE):
            assert time.monotonic() - began < AMPLE / 2
            assert not is_free(path)


def test_who_gave_up_does_not_keep_it_when_it_comes_too_late(path):
    with held(path):
        before = open_files()
        with pytest.raises(LockTimeout), file_lock(path, seconds=SHORT):
            pass
    assert until(lambda: is_free(path))
    # The holder's descriptor is gone too.
    assert until(lambda: open_files() == before - 1)


def test_the_file_is_nobody_elses(path):
    mask = os.umask(0)
    try:
        assert is_free(path)
    finally:
        os.umask(mask)
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o640
