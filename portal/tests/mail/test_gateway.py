"""Short messages to a gateway: a real server, in a thread of its own."""

import json
import logging
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from hypothesis import given
from hypothesis import strategies as st

from portal.mail.channels import (
    PAUSES,
    ChannelDown,
    MessageRefused,
    send_short_message,
    short_messages,
)
from portal.mail.gateway import HttpGateway, filled

PHONE, TEXT = (
    "+84912345678",
    'Ban co cho "1", ma ABC 123: https://cong.test/ve/x/?a=1&b=2',
)


class Gateway:
    """What came in, and the status that is answered."""

    def __init__(self) -> None:
        self.got: list[tuple[dict, bytes]] = []
        self.status = 200
        gateway = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                gateway.got.append((dict(self.headers), body))
                self.send_response(gateway.status)
                if gateway.status == 302:
                    self.send_header("Location", gateway.url)
                self.end_headers()

            def log_message(self, *args) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/gui"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def gateway(settings):
    made = Gateway()
    settings.SHORT_MESSAGE_URL = made.url
    settings.SHORT_MESSAGE_HEADERS = {"Authorization": "Bearer bi-mat"}
    settings.SHORT_MESSAGE_BODY = '{"to": "{phone_national}", "sms": ["{text}"]}'
    settings.SHORT_MESSAGE_CHANNEL = "portal.mail.gateway.HttpGateway"
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_the_message_arrives_as_the_environment_says(gateway):
    assert short_messages.available
    HttpGateway().send(PHONE, TEXT)
    [(headers, body)] = gateway.got
    assert headers["Authorization"] == "Bearer bi-mat"
    assert headers["Content-Type"] == "application/json"
    assert json.loads(body) == {"to": "0912345678", "sms": [TEXT]}


def test_a_form_is_a_form(gateway, settings):
    settings.SHORT_MESSAGE_BODY = "to={phone}&msg={text}"
    HttpGateway().send(PHONE, TEXT)
    [(headers, body)] = gateway.got
    assert headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert parse_qs(body.decode()) == {"to": [PHONE], "msg": [TEXT]}


@given(st.text(max_size=160))
def test_no_sign_breaks_out_of_its_place(text):
    body, _kind = filled('{"to": "{phone}", "text": "{text}"}', PHONE, text)
    assert json.loads(body) == {"to": PHONE, "text": text}
    form, _kind = filled("to={phone}&text={text}", PHONE, text)
    told = parse_qs(form.decode(), keep_blank_values=True, errors="surrogatepass")
    assert told["to"] == [PHONE]
    assert set(told) == {"to", "text"}


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_gateway_in_trouble_is_asked_again(gateway, status):
    gateway.status = status
    with pytest.raises(ChannelDown) as error:
        HttpGateway().send(PHONE, TEXT)
    assert PHONE not in str(error.value)


@pytest.mark.parametrize("status", [302, 400, 401])
def test_a_lasting_no_is_final_and_nobody_else_is_told(gateway, status):
    gateway.status = status
    with pytest.raises(MessageRefused):
        HttpGateway().send(PHONE, TEXT)
    assert len(gateway.got) == 1


def test_nobody_there_is_asked_again(settings):
    settings.SHORT_MESSAGE_URL = "http://127.0.0.1:9/"
    with pytest.raises(ChannelDown):
        HttpGateway().send(PHONE, TEXT)


@pytest.mark.django_db
def test_retries_lie_in_the_outbox_with_growing_pauses(gateway, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    gateway.status = 503
    before = timezone.now()
    assert send_short_message.func(PHONE, TEXT) is False
    later = DBTaskResult.objects.get()
    assert later.run_after >= before + PAUSES[0]
    gateway.status = 200
    assert send_short_message.func(*later.args_kwargs["args"]) is True
    assert len(gateway.got) == 2


@pytest.mark.django_db
def test_a_refused_message_is_logged_without_its_number(gateway, caplog):
    gateway.status = 400
    with caplog.at_level(logging.WARNING):
        assert send_short_message.func(PHONE, TEXT) is False
    assert "refused" in caplog.text
    assert "912345678" not in caplog.text
    assert not DBTaskResult.objects.exists()
