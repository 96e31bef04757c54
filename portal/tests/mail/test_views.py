"""The organiser's list of letters: who may see it, what it shows and never shows."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse, reverse_lazy

from portal.mail import MailProblem, MailState, queue, state
from portal.models import MailRecord, User

NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
LIST = reverse_lazy("outgoing_mail")
pytestmark = pytest.mark.django_db


def user(*permissions: str) -> User:
    found = User.objects.create_user("an", password="x")
    names = ["access_admin", *permissions]
    found.user_permissions.set(Permission.objects.filter(codename__in=names))
    return found


def letter(template: str, to: str, problem: str = "") -> int:
    key = queue(template, to, {"name": "bí mật", "facts": [("Nơi", "trong thư")]})
    if problem:
        record = MailRecord.objects.get(pk=key)
        record.problem, record.attempts = problem, 8
        record.save()
        record.email.status = 1
        record.email.save()
    return key


def test_only_those_permitted_see_the_list_and_its_menu(client):
    client.force_login(user())
    assert client.get(LIST).status_code == 302
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert str(LIST) not in home


def test_the_list_shows_state_and_reason_and_no_body(client, visit_letter):
    letter(visit_letter, "hoa@portal.example", MailProblem.ADDRESS)
    letter(visit_letter, "binh@portal.example")
    client.force_login(user("view_mailrecord"))
    page = client.get(LIST).content.decode()
    assert "hoa@portal.example" in page
    assert str(MailState.FAILED.label) in page
    assert str(MailProblem.ADDRESS.label) in page
    assert "trong thư" not in page
    assert "gui-lai" not in page


def test_the_failed_can_be_listed_alone(client, visit_letter):
    letter(visit_letter, "hoa@portal.example", MailProblem.ADDRESS)
    letter(visit_letter, "binh@portal.example")
    client.force_login(user("view_mailrecord"))
    for wanted, shown in (("failed", "hoa@"), ("waiting", "binh@")):
        page = client.get(LIST, {"state": wanted}).content.decode()
        found = {who for who in ("hoa@", "binh@") if who in page}
        assert found == {shown}


def test_sending_again_is_a_permission_of_its_own(client, visit_letter):
    key = letter(visit_letter, "hoa@portal.example", MailProblem.ADDRESS)
    again = reverse("outgoing_mail_again", args=[key])
    client.force_login(user("view_mailrecord"))
    assert client.post(again).status_code == 302
    assert state(key).state == MailState.FAILED


def test_a_failed_letter_is_sent_again_by_a_button(client, visit_letter):
    key = letter(visit_letter, "hoa@portal.example", MailProblem.ADDRESS)
    again = reverse("outgoing_mail_again", args=[key])
    client.force_login(user("view_mailrecord", "retry_mailrecord"))
    assert again in client.get(LIST).content.decode()
    assert client.get(again).status_code == 405
    assert client.post(again, follow=True).redirect_chain == [(LIST, 302)]
    assert state(key).state == MailState.WAITING


def test_the_number_of_queries_does_not_grow(
    client,
    visit_letter,
    django_assert_max_num_queries,
):
    client.force_login(user("view_mailrecord"))
    client.get(LIST)
    counts = []
    for _round in range(2):
        letter(visit_letter, "hoa@portal.example")
        with django_assert_max_num_queries(40) as seen:
            client.get(LIST)
        counts.append(len(seen))
    assert counts[0] == counts[1]
