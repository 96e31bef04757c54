"""How gunicorn serves, and what it does beside: free each worker of old garbage, and,
where asked to, keep the background worker as a child of its own."""

import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
worker_class = "portal.slow_clients.CollectingWorker"
timeout = 60
graceful_timeout = 25

#: Set by `manage.py run`; in production the worker is a service of its own.
WITH_WORKER = "PORTAL_WITH_WORKER"
#: A little more than the worker's own grace.
PATIENCE = 25

#: Where each process leaves its numbers for the one that is asked for /metrics.
NUMBERS = "PROMETHEUS_MULTIPROC_DIR"

_background: list[subprocess.Popen] = []


def on_starting(server) -> None:
    """Where numbers are asked for they begin anew, before there is any worker."""
    if not os.environ.get("METRICS_KEY"):
        return
    folder = os.environ.get("VAR_DIR") or Path(__file__).resolve().parents[1] / "var"
    numbers = Path(os.environ.setdefault(NUMBERS, str(Path(folder) / "numbers")))
    numbers.mkdir(parents=True, exist_ok=True)
    for old in numbers.glob("*.db"):
        old.unlink()


def when_ready(server) -> None:
    """Start the background worker once the port is ours."""
    if os.environ.get(WITH_WORKER):
        manage = str(Path(__file__).resolve().parents[1] / "manage.py")
        command = [sys.executable, manage, "work", "--parent", str(os.getpid())]
        _background.append(subprocess.Popen(command))  # noqa: S603  our own words


def child_exit(server, worker) -> None:
    """A worker that ended has no answers under way any more."""
    if os.environ.get(NUMBERS):
        # Not every server has the library: it is in requirements-watch.txt.
        from prometheus_client import multiprocess

        multiprocess.mark_process_dead(worker.pid)


def on_exit(server) -> None:
    """End the background worker, and wait for what it has begun."""
    for process in _background:
        # It got Ctrl-C as we did, but of another signal only we know.
        if _alive(process.pid):
            os.kill(process.pid, signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        while _alive(process.pid) and time.monotonic() < deadline:
            time.sleep(0.1)


def _alive(pid: int) -> bool:
    """Whether our child still runs; gunicorn may have buried it before us."""
    try:
        return os.waitpid(pid, os.WNOHANG) == (0, 0)
    except ChildProcessError:
        return False


def post_worker_init(worker) -> None:
    """Leave the code that never dies out of every collection.

    A page makes many small objects that die at once; the default threshold has the
    collector walk the whole program several times a request to find that out.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)
