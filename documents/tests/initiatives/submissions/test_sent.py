"""What sender and moderators have of a proposal that was sent: code, link, one task."""

import pytest
from django.utils import timezone
from post_office.models import Email

from documents.models import InitiativePage, InitiativeSubmission
from documents.tests.contributions import add_moderator, begin, fill, send_in
from portal.errands.registry import errands_of

ADMIN = "/admin/de-xuat-sang-kien"


@pytest.fixture
def address(front, client) -> str:
    address = begin(client)
    fill(client, address)
    return address


def test_the_sent_page_keeps_the_link_and_a_letter_has_it(address, client):
    send_in(client, address)
    row = InitiativeSubmission.objects.get()
    page = client.get(address).content.decode()
    assert f'class="secret-link" id="dia-chi">http://testserver{address}' in page
    letter = Email.objects.get(subject__contains=row.code)
    assert letter.to == ["gui@example.vn"]
    assert address in letter.message
    assert "Nông Thị Gửi" not in letter.message


def test_a_proposal_waits_once_under_its_code(address, client):
    send_in(client, address)
    draft = InitiativePage.objects.get()
    moderator = add_moderator()
    code = InitiativeSubmission.objects.get().code
    waiting = [
        errand
        for errand in errands_of(moderator, timezone.now())
        if code in errand.detail or draft.title in errand.detail
    ]
    assert [errand.count for errand in waiting] == [1]
    assert code in waiting[0].detail
    client.force_login(moderator)
    assert code in client.get(f"{ADMIN}/").content.decode()
