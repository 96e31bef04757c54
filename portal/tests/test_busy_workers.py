"""A worker whose threads all work leaves new connections to one that is idle."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from portal.tests.faults.servers import ask, free_port, wait_for

#: Seconds after which a request that is held goes on by itself.
LONGEST = 60


def application(environ, start_response):
    """What gunicorn serves here: `/held` answers once the gate's file is there."""
    if environ["PATH_INFO"] == "/held":
        gate, given_up = Path(os.environ["GATE"]), time.monotonic() + LONGEST
        gate.with_suffix(".reached").touch()
        while not gate.exists() and time.monotonic() < given_up:
            time.sleep(0.01)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [str(os.getpid()).encode()]


def test_what_comes_while_one_worker_is_busy_is_answered_by_the_other(tmp_path):
    gate, port = tmp_path / "gate", free_port()
    words = ["--workers", "2", "--threads", "1", "--bind", f"127.0.0.1:{port}"]
    words += ["--worker-class", "portal.slow_clients.CollectingWorker"]
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *words, f"{__name__}:application"],
        env={**os.environ, "GATE": str(gate)},
        stderr=subprocess.DEVNULL,
    )
    held = []
    holder = threading.Thread(
        target=lambda: held.append(ask(port, "GET", "/held").text), daemon=True
    )
    try:
        wait_for(port)
        holder.start()
        until = time.monotonic() + LONGEST
        while not gate.with_suffix(".reached").exists():
            assert time.monotonic() < until, "nobody took the request"
            time.sleep(0.01)
        free = {ask(port, "GET", "/").text for _turn in range(30)}
        assert not held, "what is held was let go too soon"
        gate.touch()
        holder.join(LONGEST)
    finally:
        server.terminate()
        server.wait(30)
    assert len(free) == 1
    assert held
    assert free.isdisjoint(held)
