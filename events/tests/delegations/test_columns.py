"""Columns the portal does not know are asked about once, and then remembered."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from events.models import Invitation
from events.tests.delegations.sheets import tried
from events.tests.delegations.test_review import address, upload
from events.tests.scenario import add_event, invite

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

LISTING = re.compile(r'name="listing" value="([^"]+)"')
LISTS = {given.name: given for given in tried.LISTS}


@pytest.fixture
def invitation(front):
    coming = timezone.localdate() + timedelta(days=30)
    return invite(add_event(capacity=None, starts_on=coming), quota=40)


def send(client, invitation: Invitation, name: str):
    file = LISTS[name].file()
    file.name = LISTS[name].filename
    return upload(client, invitation, file)


def answer(client, invitation: Invitation, asked, **keys):
    data = {"listing": LISTING.search(asked.content.decode())[1]}
    data |= {f"cot-{at[1:]}": key for at, key in keys.items()}
    return client.post(address(invitation, "cot/"), data)


def test_unknown_headings_are_asked_once_per_agency(client, invitation):
    asked = send(client, invitation, "cot-la")
    labels = [field.label for field in asked.context["form"].columns]
    headings = ("B: Danh tính", "C: Nơi làm", "D: Gọi số")
    assert all(map(str.endswith, labels, headings))
    assert len(labels) == len(headings)
    assert "Nguyễn Văn An" in asked.context["form"]["cot-1"].help_text
    page = answer(client, invitation, asked, c1="name", c3="phone")
    added = page.context["difference"].added
    assert [one.name for one in added] == ["Nguyễn Văn An", "Nông Thị Bình"]
    again = send(client, invitation, "cot-la")
    assert again.context["difference"].added == added
    # Another agency is asked anew.
    other = invite(invitation.event, "Trạm minh họa")
    assert "difference" not in send(client, other, "cot-la").context


def test_what_makes_no_list_is_asked_again_and_not_remembered(client, invitation):
    asked = send(client, invitation, "cot-la")
    again = answer(client, invitation, asked, c1="name")
    assert again.context["form"].non_field_errors()
    twice = answer(client, invitation, asked, c1="name", c2="name", c3="phone")
    assert twice.context["form"].non_field_errors()
    assert "difference" not in send(client, invitation, "cot-la").context


def test_names_of_one_word_may_be_confirmed(client, invitation):
    asked = send(client, invitation, "chi-ten")
    assert asked.context["reason"]
    page = answer(client, invitation, asked, c1="name", c2="phone")
    assert [one.name for one in page.context["difference"].added] == ["An", "Bình"]


def test_a_list_belongs_to_one_invitation(client, invitation):
    asked = send(client, invitation, "cot-la")
    other = invite(invitation.event, "Trạm minh họa")
    lost = answer(client, other, asked, c1="name", c3="phone")
    assert lost["Location"] == address(other, "?het-han")
    assert client.get(address(invitation, "cot/")).status_code == 302
