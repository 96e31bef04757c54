"""A line has its request's name, and neither a key nor somebody's data."""

import json
import logging
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from hypothesis import given
from hypothesis import strategies as st

from portal.logs import keys, request_ids
from portal.logs.lines import JsonLine, PlainLine
from portal.tests.keyed_addresses import SECRET, keyed_addresses
from portal.tests.test_settings import PRODUCTION, setting
from portal.urls import urlpatterns as served

TOKENS = st.text("abcdefghijkmnpqrstuvwxyz0123456789-_", min_size=8, max_size=40)


def record(message: str, *args, fault: BaseException | None = None):
    return logging.LogRecord("x", logging.ERROR, "x.py", 1, message, args, _info(fault))


def _info(fault):
    if fault is None:
        return None
    try:
        raise fault
    except type(fault):
        return sys.exc_info()


@given(st.sampled_from(keys.PREFIXES), TOKENS)
def test_no_line_holds_a_key(prefix, token):
    address = f"/{prefix}/x{token}/sua/"
    for line in (PlainLine(), JsonLine()):
        assert token not in line.format(record("Not Found: %s", address))
        fault = ValueError(f"at {address}")
        assert token not in line.format(record("500", fault=fault))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Not Found: /ve/abcdefgh/", "Not Found: /ve/*"),
        ("Not Found: /ve/", "Not Found: /ve/"),
        ("Forbidden: /tim-kiem/?q=Nguyễn+Thị+Hoa", "Forbidden: /tim-kiem/?*"),
        ("Not Found: /van-ban/36-2018/", "Not Found: /van-ban/36-2018/"),
        ("500 at ve/<str:token>/", "500 at ve/<str:token>/"),
    ],
)
def test_only_what_is_secret_is_a_star(line, expected):
    assert keys.masked(line) == expected


@pytest.mark.parametrize("address", keyed_addresses())
def test_the_key_of_every_address_is_a_star(address):
    assert SECRET not in keys.masked(f"Not Found: {address}")


def test_the_sample_proxy_masks_the_same_addresses():
    sample = Path(settings.BASE_DIR, "deploy/nginx/portal.conf").read_text("utf-8")
    assert f"(?:{'|'.join(keys.PREFIXES)})" in sample


def test_of_a_fault_json_says_class_and_place_and_not_its_words():
    fault = IntegrityError("Key (email)=(hoa@portal.example) already exists")
    line = json.loads(JsonLine().format(record("500 at %s", "x", fault=fault)))
    assert line["fault"] == "IntegrityError"
    assert line["trace"][-1].startswith("portal.tests.logs.test_lines._info:")
    assert "hoa@" not in json.dumps(line)


def test_production_writes_json_and_make_run_does_not():
    formatter = "LOGGING['formatters']['line']['()']"
    assert "JsonLine" in setting(formatter, **PRODUCTION).stdout
    assert "PlainLine" in setting(formatter, **PRODUCTION, LOG_LINES="plain").stdout
    local = {"DJANGO_SETTINGS_MODULE": "portal.settings.local"}
    assert "PlainLine" in setting(formatter, **local).stdout


def say(request):
    return HttpResponse(request_ids.current())


urlpatterns = [path("ten/", say), *served]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("proxies", "claimed", "believed"),
    [
        (1, "0123456789abcdef", True),
        (0, "0123456789abcdef", False),
        (1, "short", False),
        (1, "a b\x1fc" * 4, False),
        (1, "x" * 65, False),
    ],
    ids=["proxy", "no proxy", "short", "odd", "long"],
)
def test_a_requests_name_is_the_proxys_when_it_looks_like_one(
    settings, proxies, claimed, believed
):
    settings.TRUSTED_PROXIES = proxies
    answer = Client().get("/ten/", headers={"x-request-id": claimed})
    name = answer["X-Request-ID"]
    assert answer.content.decode() == name
    assert (name == claimed) is believed
    assert request_ids.current() == ""
