"""One process, four loops: mail, tasks, periodic jobs, and saying that it lives.

A thread for each, so that the reading of a long scan holds up no confirmation.
"""

import logging
import os
import secrets
import socket
import threading
from collections.abc import Callable
from datetime import timedelta

from django.db import OperationalError, close_old_connections, connection
from django.utils import timezone

from portal.mail.delivery import deliver_due
from portal.work import heartbeats
from portal.work.schedule import run_due
from portal.work.tasks import do_one

logger = logging.getLogger("portal.work")

#: How long a loop that found nothing to do waits before it looks again.
IDLE = 1.0
JOBS_IDLE = 5.0
#: And after a fault of its own (no database), so as not to fill the log.
AFTER_FAULT = 15.0
#: And when the mail server does not answer.
MAIL_AWAY = 60.0


class WorkLoops:
    """Runs until `stop`; what has been begun is finished first."""

    def __init__(self) -> None:
        self.name = worker_name()
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._turn, args=(work,), name=work.__name__)
            for work in (self._mail, self._tasks, self._jobs, self._beat)
        ]

    def start(self) -> None:
        """Take up work, once others can see that this worker lives."""
        while not self._is_seen() and not self.wait(IDLE):
            pass
        for thread in self._threads:
            # What still runs when the grace is over must not keep the process.
            thread.daemon = True
            thread.start()

    def _is_seen(self) -> bool:
        """Whether the first beat is written: a busy database is no reason to end."""
        try:
            heartbeats.beat(self.name, timezone.now())
        except OperationalError:
            logger.warning("The database is busy: the worker has not begun yet")
            connection.close()
            return False
        return True

    def stop(self) -> None:
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Sleep so long, or until told to stop; whether that was it."""
        return self._stop.wait(seconds)

    def finish(self, grace: timedelta) -> bool:
        """Wait for what has been begun; whether all of it ended in time."""
        deadline = timezone.now() + grace
        for thread in self._threads:
            left = (deadline - timezone.now()).total_seconds()
            thread.join(max(0, left))
        ended = not any(thread.is_alive() for thread in self._threads)
        # Without its beat another worker finds what this one leaves undone.
        heartbeats.leave(self.name)
        return ended

    def _turn(self, work: Callable[[], float]) -> None:
        """Work, wait as long as the work says, until told to stop."""
        while not self._stop.is_set():
            try:
                close_old_connections()
                pause = work()
            except Exception:
                logger.exception("The worker's turn %s failed", work.__name__)
                connection.close()
                pause = AFTER_FAULT
            self._stop.wait(pause)
        connection.close()

    def _mail(self) -> float:
        done = deliver_due(timezone.now(), stopping=self._stop.is_set)
        if done.unreachable:
            return MAIL_AWAY
        return 0 if done.any else IDLE

    def _tasks(self) -> float:
        return 0 if do_one(self.name, timezone.now()) else IDLE

    def _jobs(self) -> float:
        run_due(self.name, timezone.now, stopping=self._stop.is_set)
        return JOBS_IDLE

    def _beat(self) -> float:
        heartbeats.beat(self.name, timezone.now())
        return heartbeats.BEAT.total_seconds()


def worker_name() -> str:
    """A name of this process alone, on whichever machine."""
    host = socket.gethostname()[:40]
    return f"{host}-{os.getpid()}-{secrets.token_hex(4)}"


def once(worker: str) -> tuple[int, int, int]:
    """Do all that is due now, here, and say how much: letters, tasks, jobs."""
    jobs = run_due(worker, timezone.now)
    tasks = drain(worker)
    letters = 0
    while (done := deliver_due(timezone.now())).any:
        letters += done.sent
        if done.unreachable:
            break
    return letters, tasks, jobs


def drain(worker: str) -> int:
    """Do the tasks that are ready, one after the other."""
    done = 0
    while do_one(worker, timezone.now()):
        done += 1
    return done
