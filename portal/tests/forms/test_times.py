"""Hours as people in Vietnam type them."""

import json
from datetime import time

import pytest
from django import forms

from portal.forms.times import HourInput


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("07:30", time(7, 30)),
        ("7:30", time(7, 30)),
        ("7h30", time(7, 30)),
        ("14h", time(14)),
        ("7g30", time(7, 30)),
        ("7.30", time(7, 30)),
    ],
)
def test_an_hour_is_read_as_it_is_written_here(typed, hour):
    assert forms.TimeField().clean(typed) == hour


def test_the_list_of_hours_does_not_change_what_was_typed():
    context = HourInput().get_context("at", "", {"id": "id_at"})
    assert json.loads(context["widget"]["config_json"])["validateOnBlur"] is False
