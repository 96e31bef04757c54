"""All tickets of a delegation: on sheets, and as one message."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from events import seats
from events.delegations.tickets import EACH_SHEET, sheets
from events.models import EventPage, Registration
from events.tests.delegations.test_review import address, confirm, row, sheet, upload
from events.tests.scenario import add_event, invite
from portal import pdf


@pytest.fixture
def invitation(front):
    coming = timezone.localdate() + timedelta(days=30)
    return invite(add_event(capacity=2, starts_on=coming), quota=40)


def fill(client, invitation, count: int) -> None:
    page = upload(client, invitation, sheet(*map(row, range(1, count + 1))))
    assert confirm(client, invitation, page).status_code == 302


def let_everybody_in(invitation) -> None:
    EventPage.objects.filter(pk=invitation.event_id).update(capacity=None)
    seats.follow_page(invitation.event_id, now=timezone.now())


@given(st.lists(st.integers(), max_size=30))
def test_sheets_leave_nobody_out(people):
    found = sheets(people)
    assert [ticket for page in found for _n, ticket in page] == people
    assert [number for page in found for number, _t in page] == list(
        range(1, len(people) + 1)
    )
    assert all(len(page) == EACH_SHEET for page in found[:-1])
    assert all(page for page in found)


@pytest.mark.django_db
@pytest.mark.postgres
class TestThePage:
    def test_nobody_has_a_ticket_yet(self, client, invitation):
        answer = client.get(address(invitation))
        assert not answer.context["tickets"]
        assert client.get(address(invitation, "ve.pdf")).status_code == 302

    def test_the_message_names_codes_and_no_key(self, client, invitation):
        fill(client, invitation, 3)
        answer = client.get(address(invitation))
        rows = Registration.objects.order_by("pk")
        seated = [row for row in rows if row.state == "confirmed"]
        assert len(seated) == 2  # the third waits: no ticket opens a door
        message = answer.context["message"]
        for person in rows:
            assert (person.name in message) == (person in seated)
            assert person.token not in message
        assert seated[0].code[:3] in message
        assert reverse("ticket_lookup") in message
        assert invitation.token not in message

    def test_queries_do_not_grow(self, client, invitation, django_assert_num_queries):
        let_everybody_in(invitation)
        fill(client, invitation, 1)
        client.get(address(invitation))
        with CaptureQueriesContext(connection) as one:
            client.get(address(invitation))
            queries = len(one)
        fill(client, invitation, 12)
        with django_assert_num_queries(queries):
            client.get(address(invitation))

    def test_without_a_way_to_make_pdf_it_says_so(
        self, client, invitation, monkeypatch
    ):
        fill(client, invitation, 1)
        monkeypatch.setattr(pdf, "available", lambda: False)
        answer = client.get(address(invitation, "ve.pdf"), follow=True)
        assert answer.status_code == 200
        assert answer.context["news"] == "in"

    @pytest.mark.skipif(not pdf.available(), reason="Pango is not installed")
    def test_all_of_them_four_on_a_sheet(self, client, invitation):
        let_everybody_in(invitation)
        fill(client, invitation, 5)
        answer = client.get(address(invitation, "ve.pdf"))
        assert answer["Content-Type"] == "application/pdf"
        assert "no-store" in answer["Cache-Control"]
        reader = PdfReader(io.BytesIO(answer.content))
        pages = [" ".join(page.extract_text().split()) for page in reader.pages]
        assert len(pages) == 2
        names = [row.name for row in Registration.objects.order_by("name_key")]
        where = [
            next(n for n, page in enumerate(pages) if name in page) for name in names
        ]
        assert where == [0, 0, 0, 0, 1]
