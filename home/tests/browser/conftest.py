"""A served portal with the demonstration content, and a browser in front of it."""

import http.client
import itertools
import os
import shutil
import socket
import subprocess
import sys
import time
from typing import NamedTuple

import pytest
from django.utils import timezone

from portal.tests import loaded
from portal.tests.commands import Commands

#: As readers have it.
WHOLE = shutil.which("chromium") or shutil.which("chromium-browser")
#: Without windows and profiles it draws the same at a third of the processor's time.
CHROMIUM = shutil.which("chromium-headless-shell") or WHOLE
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # One process for each visitor, not three.
    "--renderer-process-limit=1",
]


def pytest_collection_modifyitems(items) -> None:
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker("browser")
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


class Served(NamedTuple):
    """A portal that runs: its address, the environment of its commands, and these."""

    url: str
    environment: dict[str, str]
    commands: Commands

    def manage(self, *words: str) -> str:
        """Run a command beside the server; return what it printed."""
        return self.commands.run(*words)


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The portal as `make run` serves it, in a folder of its own."""
    folder = tmp_path_factory.mktemp("served") / "var"
    shutil.copytree(loaded.made(timezone.localdate()), folder)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # As behind a proxy, so that not all visitors come from one address.
    environment = loaded.environment(folder) | {
        "PORT": str(port),
        "TRUSTED_PROXIES": "1",
    }
    log = (folder / "log").open("w")
    commands = Commands(environment)
    server = subprocess.Popen(
        [sys.executable, "manage.py", "run"],
        env=environment,
        stdout=log,
        stderr=log,
    )
    try:
        _wait(port, server)
        yield Served(f"http://127.0.0.1:{port}", environment, commands)
    finally:
        commands.close()
        server.terminate()
        server.wait(timeout=20)
        log.close()


@pytest.fixture(scope="session")
def portal_url(served) -> str:
    return served.url


def _wait(port: int, server: subprocess.Popen) -> None:
    for _attempt in range(1500):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            assert server.poll() is None, "the portal stopped while starting"
            time.sleep(0.2)
        finally:
            connection.close()
    pytest.fail("the portal did not answer in five minutes")


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    # Playwright runs an event loop; Django's own guard would take it for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def addresses():
    """One for each visitor: many registrations from one address wait for a person."""
    return itertools.cycle(f"203.0.113.{number}" for number in range(1, 255))


@pytest.fixture
def open_page(chromium, portal_url, addresses):
    """Open a path as a new visitor; keyword arguments go to the browser's context."""
    contexts = []

    def visit(path: str, *, width: int = 1280, **options):
        options.setdefault("viewport", {"width": width, "height": 800})
        options.setdefault("extra_http_headers", {"X-Forwarded-For": next(addresses)})
        context = chromium.new_context(locale="vi-VN", **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(portal_url + path, wait_until="load")
        return page

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def session_of(chromium, portal_url):
    """The cookies of a demonstration user, signed in once for all tests."""
    states = {}

    def sign_in(username: str) -> dict:
        if username not in states:
            context = chromium.new_context(locale="vi-VN")
            page = context.new_page()
            page.goto(f"{portal_url}/admin/login/")
            page.fill("[name=username]", username)
            page.fill("[name=password]", loaded.PASSWORD)
            page.locator("button[type=submit]").click()
            page.wait_for_url(f"{portal_url}/admin/")
            states[username] = context.storage_state()
            context.close()
        return states[username]

    return sign_in


@pytest.fixture
def open_admin(open_page, session_of):
    """Open the admin's home as a demonstration user."""

    def visit(username: str, path: str = "/admin/", **options):
        return open_page(path, storage_state=session_of(username), **options)

    return visit


@pytest.fixture(scope="session")
def article_path(portal_url) -> str:
    """The demonstration's main article."""
    import re
    import urllib.request

    with urllib.request.urlopen(f"{portal_url}/tin-tuc/rss/") as answer:
        feed = answer.read().decode()
    paths = re.findall(r"<link>https?://[^/]+(/tin-tuc/[^<]+/)</link>", feed)
    return next(path for path in paths if "hoi-nghi" in path)
