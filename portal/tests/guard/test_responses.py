"""Responses that say: later."""

from datetime import timedelta

import pytest
from django.http import HttpResponse

from portal.guard.responses import try_later


@pytest.mark.parametrize(
    ("after", "seconds"),
    [(5, "5"), (0.2, "1"), (60.1, "61"), (timedelta(minutes=2), "120")],
)
def test_whole_seconds_at_least_one(after, seconds):
    response = try_later(HttpResponse("…"), after)
    assert response.status_code == 503
    assert response["Retry-After"] == seconds
    assert {*response["Cache-Control"].split(", ")} == {"private", "no-store"}


def test_the_status_may_be_another():
    assert try_later(HttpResponse(), 1, status=429).status_code == 429
