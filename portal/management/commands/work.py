"""`manage.py work`: the process beside the server that does what can wait."""

import os
import signal
from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.work import heartbeats
from portal.work.loops import WorkLoops, once, worker_name
from portal.work.report import report

#: Shorter than the patience of systemd, supervisor and gunicorn.
GRACE = timedelta(seconds=20)


class Command(BaseCommand):
    help = "Send mail, do queued tasks and run periodic jobs until stopped."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="do all that is due now, then end"
        )
        parser.add_argument(
            "--report",
            action="store_true",
            help="say which workers live, how jobs went, and what failed",
        )
        parser.add_argument(
            "--parent",
            type=int,
            default=0,
            help="end when the process of that number is no longer the parent",
        )

    def handle(self, *args, **options) -> None:
        if options["report"]:
            self.stdout.write("\n".join(report(timezone.now())))
        elif options["once"]:
            self._once()
        else:
            self._until_stopped(options["parent"])

    def _once(self) -> None:
        name = worker_name()
        heartbeats.beat(name, timezone.now())
        try:
            letters, tasks, jobs = once(name)
        finally:
            heartbeats.leave(name)
        self.stdout.write(f"Letters: {letters}, tasks: {tasks}, jobs: {jobs}")

    def _until_stopped(self, parent: int) -> None:
        loops = WorkLoops()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: loops.stop())
        loops.start()
        while not loops.wait(1):
            if parent and os.getppid() != parent:
                loops.stop()
        if not loops.finish(GRACE):
            self.stderr.write("Ended in the middle of a task; it will be begun again.")
            self.stderr.flush()
            # A thread in the middle of C code would hold an ordinary exit up.
            os._exit(0)
