"""A lost link is sent to the address that the proposal names, and to no other."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from post_office.models import Email

from documents.initiatives.submissions import drafts
from documents.initiatives.views import submissions
from documents.models import InitiativeSubmission
from documents.tests.contributions import begin
from portal import guard

LOST = "/sang-kien/gui/tim-lai/"


def ask_for(client, email: str):
    stamp = guard.filled("submission", timezone.now())
    return client.post(LOST, {**stamp, "email": email}, follow=True)


def test_a_lost_link_comes_by_mail_and_the_first_still_opens(front, client):
    assert LOST in client.get("/sang-kien/gui/").content.decode()
    first = begin(client, email="gui@example.vn")
    Email.objects.all().delete()
    said = ask_for(client, "GUI@example.vn").content.decode()
    letter = Email.objects.get()
    assert letter.to == ["gui@example.vn"]
    (again,) = set(re.findall(r"/sang-kien/gui/[^/\s]+/", letter.message))
    assert again != first
    for address in (first, again):
        assert client.get(address).status_code == 200
    # A stranger learns nothing from the answer.
    assert ask_for(client, "la@example.vn").content.decode() == said
    assert Email.objects.count() == 1


def test_a_second_link_opens_its_own_proposal_alone(front, client):
    begin(client, email="gui@example.vn")
    begin(client, email="khac@example.vn")
    mine, other = InitiativeSubmission.objects.order_by("pk")
    token = drafts.second_token(mine)
    now = timezone.now()
    assert drafts.find(token, now=now) == mine
    forged = token.replace(f"{mine.pk}.", f"{other.pk}.", 1)
    for wrong in (forged, f"{mine.pk}.", ".", "9" * 30 + ".x", f"{mine.pk}.é"):
        assert drafts.find(wrong, now=now) is None
    later = now + drafts.KEPT_WRITING + timedelta(days=1)
    assert drafts.find(token, now=later) is None


def test_nobody_is_flooded_with_links(front, client, monkeypatch):
    monkeypatch.setattr(submissions, "ADDRESS_LIMIT", guard.Limit(1, timedelta(days=1)))
    begin(client, email="gui@example.vn")
    assert ask_for(client, "gui@example.vn").status_code == 429
    assert Email.objects.count() == 1


@pytest.mark.django_db
def test_no_is_about_the_proposal(front, client):
    page = client.get(f"{begin(client)}xoa/").content.decode()
    assert "Không, giữ bản đề xuất" in page
