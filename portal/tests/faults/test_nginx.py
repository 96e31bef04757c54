"""deploy/nginx/portal.conf, the very file, in front of a real portal."""

import http.client
import os
import re
import shutil
import ssl
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from portal.tests.faults.servers import PATIENCE, free_port, silent_clients
from portal.tests.keyed_addresses import SECRET, keyed_addresses

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not NGINX, reason="apt install nginx-light"),
]
SAMPLE = Path(settings.BASE_DIR) / "deploy" / "nginx" / "portal.conf"
NAME = "sangkien.example.gov.vn"


class Proxy:
    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port

    def ask(self, method: str, path: str, body=None, **headers: str):
        """Status, headers, and how long it took."""
        trusting = ssl.create_default_context()
        trusting.check_hostname = False
        trusting.verify_mode = ssl.CERT_NONE
        began = time.monotonic()
        connection = http.client.HTTPSConnection(
            "127.0.0.1", self.port, timeout=120, context=trusting
        )
        try:
            named = {"Host": "127.0.0.1", **headers}
            connection.request(method, path, body=body, headers=named)
            answer = connection.getresponse()
            answer.read()
        finally:
            connection.close()
        return answer.status, answer.headers, time.monotonic() - began

    def log(self, name: str) -> str:
        file = self.folder / name
        return file.read_text() if file.exists() else ""

    def kept(self, path: str, **headers: str) -> str:
        """What the log says of the answer: HIT, MISS, BYPASS …"""
        before = len(self._lines(path))
        assert self.ask("GET", path, **headers)[0] == 200
        # The line is written after the answer was sent.
        deadline = time.monotonic() + 10
        while len(lines := self._lines(path)) == before:
            assert time.monotonic() < deadline, "nothing was logged"
            time.sleep(0.05)
        return lines[-1].split()[-2]

    def _lines(self, path: str) -> list[str]:
        log = self.log("portal-access.log").splitlines()
        return [line for line in log if f'"GET {path}"' in line]


@pytest.fixture(scope="module")
def proxy(machine, tmp_path_factory):
    """nginx with the sample as it is, but for ports, folders and the certificate."""
    folder = tmp_path_factory.mktemp("nginx")
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    make += ["-subj", f"/CN={NAME}", "-keyout", f"{folder}/privkey.pem"]
    subprocess.run(
        [*make, "-out", f"{folder}/fullchain.pem"], check=True, capture_output=True
    )
    plain, port = free_port(), free_port()
    text = SAMPLE.read_text("utf-8")
    for sample, ours in (
        (f"/etc/letsencrypt/live/{NAME}", str(folder)),
        ("/var/cache/nginx/portal", f"{folder}/cache"),
        ("/var/log/nginx", str(folder)),
        ("127.0.0.1:8000", f"127.0.0.1:{machine.port}"),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
    ):
        assert sample in text
        text = text.replace(sample, ours)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = folder / "nginx.conf"
    # Its workers keep root's account where it has it: pytest's folders are closed.
    account = "" if os.getuid() else "user root;"
    whole.write_text(
        f"{account} daemon off; pid {folder}/pid; error_log {folder}/start.log;"
        "events { worker_connections 1024; }"
        f"http {{ {temporary}\n{text}\n}}"
    )
    command = [NGINX, "-p", str(folder), "-c", str(whole)]
    test = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert test.returncode == 0, test.stderr
    machine.start(command, "nginx.log")
    one = Proxy(folder, port)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            one.ask("GET", "/healthz")
            break
        except OSError:
            time.sleep(0.1)
    return one


def test_two_hundred_silent_connections_hold_nobody_up(proxy):
    alone = max(proxy.ask("GET", "/tim-kiem/?q=a")[2] for _turn in range(10))
    with silent_clients(proxy.port, 200):
        answers = [proxy.ask("GET", "/tim-kiem/?q=a") for _turn in range(10)]
    slowest = max(seconds for _status, _headers, seconds in answers)
    sys.stderr.write(
        f"\n200 silent connections: {slowest:.2f} s, {alone:.2f} s without them\n"
    )
    assert {status for status, _headers, _seconds in answers} == {200}
    assert slowest <= max(PATIENCE, 3 * alone)


def test_a_body_over_the_limit_never_reaches_the_portal(proxy, machine):
    small, large = b"x" * 1000, {"Content-Length": str(51 * 1024 * 1024)}
    assert proxy.ask("POST", "/admin/login/?small", small)[0] == 403
    assert proxy.ask("POST", "/admin/login/?large", b"", **large)[0] == 413
    log = machine.log("access.log")
    assert "?small" in log
    assert "?large" not in log


def test_no_key_in_an_address_reaches_the_log(proxy):
    addresses = keyed_addresses()
    for address in addresses:
        proxy.ask("GET", f"{address}?{SECRET}", Referer=f"https://a/{SECRET}")
        proxy.ask("GET", address.replace("/v", "/%76", 1))
    log = proxy.log("portal-access.log")
    assert log.count("\n") >= 2 * len(addresses)
    assert SECRET not in log + proxy.log("portal-error.log") + proxy.log("start.log")
    assert "/ve/*" in log


def test_what_may_be_kept_is_kept_and_nothing_else(proxy):
    style = re.search(r'href="(/static/[^"]+\.css)"', proxy_page(proxy, "/").decode())[
        1
    ]
    for path, cookie, last in (
        (style, "", "HIT"),
        (style, "sessionid=a", "BYPASS"),
        ("/admin/login/", "", "MISS"),
    ):
        headers = {"Cookie": cookie} if cookie else {}
        proxy.kept(path, **headers)
        assert proxy.kept(path, **headers) == last, path


def test_seats_are_no_older_behind_it_than_before_it(proxy):
    """The front page says ten seconds: then a fresh one is waited for."""
    proxy.kept("/")
    assert proxy.kept("/") == "HIT"
    time.sleep(11)
    assert proxy.kept("/") in {"EXPIRED", "REVALIDATED", "MISS"}


def proxy_page(proxy, path: str) -> bytes:
    connection = http.client.HTTPSConnection(
        "127.0.0.1", proxy.port, context=ssl._create_unverified_context()
    )
    connection.request("GET", path, headers={"Host": "127.0.0.1"})
    return connection.getresponse().read()


def test_documents_have_no_second_address(proxy):
    assert proxy.ask("GET", "/media/documents/a.pdf")[0] == 404
