"""The day of an address: read, or refused with its reason."""

from datetime import date

import pytest

from documents.acts.views.days import requested_day

TODAY = date(2030, 3, 1)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("01/01/9999", "2200"),
        ("01/01/2201", "2200"),
        ("01/01/1944", "1945"),
        ("31/02/2030", "một ngày có thật"),
    ],
)
def test_a_day_that_cannot_be_shown_says_why(typed, reason):
    asked = requested_day(typed, TODAY)
    assert (asked.on, asked.is_asked) == (TODAY, False)
    assert reason in asked.problem


@pytest.mark.parametrize("typed", ["31/12/2200", "2030-01-25", "01/01/1945"])
def test_other_days_are_read(typed):
    assert requested_day(typed, TODAY).is_asked
