"""What a Sentry is sent when something fails: where, and nothing that people wrote."""

import gzip
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import brotli
import pytest

from portal.logs.reports import discreet
from portal.tests.processes import Elsewhere

SECRET, PHONE = "khoa-bi-mat-cua-ve", "0912345678"
FAIL = f"""
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
import portal.urls
from django.urls import path
from portal.logs.reports import report_to
import sentry_sdk

report_to(settings.DSN)

def fail(request, key):
    name = "Nguyễn Văn Minh Họa"
    raise ValueError(f"{{name}} {PHONE}")

# The page of a fault is another test's: it wants the static files.
portal.urls.handler500 = lambda request: HttpResponse(status=500)
portal.urls.urlpatterns.insert(0, path("ve/<str:key>/", fail))
client = Client(raise_request_exception=False, SERVER_NAME="localhost")
client.post("/ve/{SECRET}/?q=chuyen+rieng", {{"phone": "{PHONE}"}})
sentry_sdk.flush(10)
"""


class Receiver(BaseHTTPRequestHandler):
    received: list[str]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        unpack = {"gzip": gzip.decompress, "br": brotli.decompress}
        packed = self.headers.get("Content-Encoding", "")
        self.received.append(unpack.get(packed, bytes)(body).decode())
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *words) -> None:
        """No line for each."""


@pytest.fixture
def sentry():
    """A server on loopback that takes what it is sent: its DSN, and that."""
    received: list[str] = []
    handler = type("Handler", (Receiver,), {"received": received})
    server = HTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://khoa@127.0.0.1:{server.server_address[1]}/1", received
    server.shutdown()
    server.server_close()


@pytest.mark.django_db(transaction=True)
def test_a_fault_is_sent_without_whose_it_was(sentry, tmp_path):
    address, received = sentry
    with Elsewhere(tmp_path) as elsewhere:
        code = FAIL.replace("settings.DSN", repr(address))
        process = elsewhere.start(code)
        _said, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    sent = "\n".join(received)
    assert "ValueError" in sent
    for private in (SECRET, PHONE, "Minh Họa", json.dumps("Minh Họa")[1:-1], "chuyen"):
        assert private not in sent, private


def test_words_of_the_fault_and_of_the_request_are_taken_out():
    event = {
        "request": {
            "url": f"https://portal.example/ve/{SECRET}/",
            "method": "POST",
            "data": {"phone": PHONE},
            "headers": {"Cookie": SECRET},
            "query_string": "q=chuyen",
        },
        "user": {"username": "quantri"},
        "server_name": "may-chu",
        "logentry": {"message": "%s failed", "params": [PHONE], "formatted": PHONE},
        "exception": {"values": [{"type": "ValueError", "value": PHONE}]},
        "transaction": f"/ve/{SECRET}/",
    }
    sent = json.dumps(discreet(event, {}))
    for private in (SECRET, PHONE, "quantri", "may-chu", "chuyen"):
        assert private not in sent
    assert "ValueError" in sent
    assert "https://portal.example/ve/*" in sent
