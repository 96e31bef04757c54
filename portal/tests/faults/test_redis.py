"""Redis hangs, goes and comes back while readers read: nobody is told, nobody waits."""

import shutil
import signal
import sys
import time

import pytest

from portal.cache import PATIENCE, REST
from portal.tests.faults.servers import Machine, free_port

pytest.importorskip("redis", reason="requirements-scale.txt is not installed")
pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not shutil.which("redis-server"), reason="no redis-server here"),
]
#: Seconds in which a page is there; on a busy machine what it took with Redis besides.
PROMISED = 0.3


@pytest.fixture
def with_redis(tmp_path, machine):
    """A portal that keeps its pages in a Redis of its own, and that Redis."""
    port = free_port()
    with Machine(tmp_path / "portal", REDIS_URL=f"redis://127.0.0.1:{port}/0") as one:
        one.folder.mkdir()
        one.prepare(like=machine)
        words = ["--port", str(port), "--bind", "127.0.0.1", "--save", ""]
        redis = one.start(["redis-server", *words, "--dir", str(one.folder)], "redis")
        one.serve()
        yield one, redis
        # Who is stopped does not hear that it should end.
        redis.send_signal(signal.SIGCONT)


def slowest(machine: Machine, path: str) -> float:
    """Of readers who come for longer than Redis is left alone once it has failed."""
    until = time.monotonic() + REST + 2
    answers = []
    while time.monotonic() < until:
        answers.append(machine.get(path))
        time.sleep(0.05)
    assert {answer.status for answer in answers} == {200}
    return max(answer.seconds for answer in answers)


def test_hung_or_gone_it_costs_a_reader_less_than_he_notices(with_redis):
    machine, redis = with_redis
    paths = ("/", "/?made=anew")
    alone = {path: slowest(machine, path) for path in paths}
    for fault in (signal.SIGSTOP, signal.SIGKILL):
        redis.send_signal(fault)
        for path in paths:
            waited = slowest(machine, path)
            sys.stderr.write(
                f"\n{fault.name}, {path}: {waited:.2f} s, {alone[path]:.2f} s with it\n"
            )
            assert waited <= max(PROMISED, PATIENCE + 3 * alone[path])
    assert "left alone" in machine.log("gunicorn.log")
