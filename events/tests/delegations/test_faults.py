"""Lists longer than a page takes: every error counted and named, in bounded size."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from events.delegations.faults import MOST_FAULTS, faults, runs
from events.delegations.listing import LIMITS
from events.delegations.reader import MENDED_HERE, DraftRow
from events.delegations.review import ReviewedRow
from events.delegations.wording import Flaw
from events.tests.delegations.test_review import confirm, row, sheet, upload
from events.tests.scenario import add_event, invite


@given(st.sets(st.integers(1, 60)))
def test_runs_say_each_number_once_and_no_other(numbers):
    said = []
    for piece in filter(None, runs(numbers).split(", ")):
        first, _, last = piece.partition("–")
        said += range(int(first), int(last or first) + 1)
    assert said == sorted(numbers)


def test_the_commonest_fault_stands_first_and_the_rest_is_counted():
    rare = [
        ReviewedRow(DraftRow(number, {}, {}), flaws=[Flaw("name", f"Lỗi {number}.")])
        for number in range(1, MOST_FAULTS + 5)
    ]
    often = [
        ReviewedRow(DraftRow(number, {}, {}), flaws=[Flaw("phone", "Thiếu số.")])
        for number in (50, 51, 60)
    ]
    named, more = faults(rare + often, {"phone": ("Điện thoại", "D")})
    assert (named[0].column, named[0].message) == ("D (Điện thoại)", "Thiếu số.")
    assert named[0].rows == "50–51, 60"
    assert (len(named), more) == (MOST_FAULTS, 5)


@pytest.fixture
def invitation(front):
    coming = timezone.localdate() + timedelta(days=30)
    return invite(add_event(capacity=None, starts_on=coming), quota=40)


@pytest.mark.django_db
def test_a_list_with_an_error_in_each_row_is_answered_in_bounded_size(
    client, invitation
):
    count = LIMITS.rows - 10
    rows = [row(number, phone="12") for number in range(1, count + 1)]
    page = upload(client, invitation, sheet(*rows))
    html = page.content.decode()
    assert page.status_code == 200
    assert len(page.content) < 500_000
    ((fault,), more) = page.context["form"].faults_left()
    # The list has three lines above its first row.
    assert (fault.rows, more) == (f"{4 + MENDED_HERE}–{3 + count}", 0)
    assert fault.rows in html
    assert confirm(client, invitation, page).status_code == 200
    assert not invitation.registrations.exists()


@pytest.mark.django_db
def test_five_thousand_rows_are_refused_with_the_way_out(client, invitation):
    rows = [row(number, phone="12") for number in range(1, 5001)]
    page = upload(client, invitation, sheet(*rows))
    assert page.status_code == 200
    (message,) = page.context["form"].errors["file"]
    assert str(LIMITS.rows) in message
