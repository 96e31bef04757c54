"""A Redis that is hung, gone or back again: one call waits, readers go on."""

import shutil
import socket
import subprocess
import threading
import time
from contextlib import closing, contextmanager, suppress

import pytest
from django.core.cache import caches

from portal import cache as cache_module
from portal.cache import PATIENCE, REST, Breaker, SoftRedisCache

pytest.importorskip("redis", reason="requirements-scale.txt is not installed")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def breakers(monkeypatch):
    monkeypatch.setattr(cache_module, "_breakers", {})


class Port(int):
    """Where a server is asked, and how many asked it."""

    server: socket.socket | None = None

    def calls(self) -> int:
        """How many connections were opened since last asked; none where none can be."""
        if self.server is None:
            return 0
        self.server.setblocking(False)
        found = 0
        with suppress(BlockingIOError):
            while True:
                self.server.accept()[0].close()
                found += 1
        return found


@contextmanager
def hung():
    """A server that takes calls and never answers."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = Port(server.getsockname()[1])
        port.server = server
        yield port


@contextmanager
def gone():
    """A port nobody listens at."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = Port(server.getsockname()[1])
    yield port


def soft(port: int) -> SoftRedisCache:
    return SoftRedisCache(f"redis://127.0.0.1:{int(port)}/0", {})


def test_nobody_waits_for_a_server_longer_than_a_page_may_take():
    assert 0 < PATIENCE < 0.3


@pytest.mark.parametrize("server", [hung, gone])
def test_only_the_first_question_waits(server):
    with server() as port:
        cache = soft(port)
        for _question in range(100):
            cache.get("a")
        assert port.calls() == (server is hung)


@pytest.mark.parametrize("server", [hung, gone])
def test_meanwhile_the_process_remembers_by_itself(server):
    with server() as port:
        cache = soft(port)
        assert cache.get("a", "nothing") == "nothing"
        assert cache.add("times", 1, timeout=60)
        assert not cache.add("times", 1, timeout=60)
        assert cache.incr("times") == 2
        cache.set_many({"a": 1, "b": 2})
        assert cache.get_many(["a", "b", "c"]) == {"a": 1, "b": 2}
        assert cache.has_key("a") and cache.touch("a", 60) and cache.delete("a")
        cache.delete_many(["b"])
        assert cache.get_or_set("b", 3) == 3
        cache.clear()
        assert cache.get("b") is None


def test_all_threads_of_a_process_know_that_it_is_down():
    with hung() as port:
        soft(port).get("a")
        other = threading.Thread(target=soft(port).get, args=("a",))
        other.start()
        other.join()
        assert port.calls() == 1


@pytest.mark.parametrize("server", [hung, gone])
def test_a_page_is_shown_without_the_cache(server, front, client, settings):
    client.get("/")  # templates are read once
    with server() as port:
        settings.CACHES = {
            "default": {
                "BACKEND": "portal.cache.SoftRedisCache",
                "LOCATION": f"redis://127.0.0.1:{int(port)}/0",
            }
        }
        assert isinstance(caches["default"], SoftRedisCache)
        assert client.get("/").status_code == 200
        assert port.calls() == (server is hung), "what the page waited for"


def test_after_a_rest_one_tries_again():
    clock = Clock()
    breaker = Breaker(clock)
    assert breaker.failed() and not breaker.failed()
    assert not breaker.lets_through()
    clock.now += REST
    assert [breaker.lets_through() for _ in range(3)] == [True, False, False]
    assert breaker.answered() and not breaker.answered()
    assert breaker.lets_through()


@pytest.mark.skipif(not shutil.which("redis-server"), reason="no redis-server here")
def test_a_server_that_comes_back_is_asked_again(monkeypatch, tmp_path):
    clock = Clock()
    with gone() as port:
        server = f"redis://127.0.0.1:{port}/0"
        monkeypatch.setitem(cache_module._breakers, server, Breaker(clock))
    cache = soft(port)
    cache.set("where", "memory")
    assert cache.get("where") == "memory"
    command = ["redis-server", "--port", str(port), "--save", "", "--dir", tmp_path]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            _wait_for(port)
            assert cache.get("where") == "memory"
            clock.now += REST
            assert cache.get("where") is None
            cache.set("where", "Redis", timeout=60)
            assert soft(port).get("where") == "Redis"
            assert cache.add("times", 1) and cache.incr("times") == 2
        finally:
            process.terminate()
            process.wait()
    assert cache.get("where") is None
    assert cache.get("where", "memory") == "memory"


def _wait_for(port: int) -> None:
    for _ in range(100):
        with closing(socket.socket()) as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("redis-server did not start")
