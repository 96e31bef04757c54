"""Soạn tin: one press makes a draft of a conference, for editors, from its facts."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.urls import reverse

from documents.citing.checklist import checklist
from events.models import Charge, ConferenceSeriesPage
from events.organising.assignments import assign
from events.tests.reports import scene
from home import conference_steps
from home.models import ArticlePage
from home.setup import EDITORS, ORGANISERS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


@pytest.fixture
def editor(client, django_user_model):
    user = django_user_model.objects.create_user("bientap-thu")
    user.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(user)
    return user


def test_waits_for_the_closing_then_drafts_with_its_number(client, editor):
    event = scene.conference()
    people = scene.people(event)
    url = reverse("conference_news", args=[event.pk])
    with time_machine.travel(event.ends_at + timedelta(hours=2), tick=False):
        client.force_login(editor)
        assert client.get(url).context["why_not"]
        client.post(url)
        assert not ArticlePage.objects.exists()
        scene.closed(event)
        html = client.get(url).content.decode()
        assert "04 người dự" in html
        answer = client.post(url)
    page = ArticlePage.objects.get()
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not page.live and page.owner == editor
    text = str(page.body) + page.summary
    assert "04 người dự" in text
    assert [row.name for row in people if row.name in text] == []
    assert checklist(page).slips == []


def test_the_step_is_done_once_the_drafted_article_is_public(client, editor):
    event = scene.conference()
    scene.people(event)
    scene.closed(event)
    evening = event.ends_at + timedelta(hours=2)

    def step():
        (one,) = conference_steps.news(event, editor, evening)
        return one

    assert step().url == reverse("conference_news", args=[event.pk])
    with time_machine.travel(evening, tick=False):
        client.force_login(editor)
        client.post(step().url)
    page = ArticlePage.objects.get()
    assert step().is_open
    assert step().url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    again = client.get(reverse("conference_news", args=[event.pk]))
    assert list(again.context["drafts"]) == [page]
    page.get_latest_revision().publish()
    assert step().is_finished
    assert page.title in str(step().detail)
    page.delete()
    assert step().is_open


def test_only_for_who_may_write_news(client, django_user_model):
    event = scene.conference()
    user = django_user_model.objects.create_user("to-chuc")
    user.groups.add(Group.objects.get(name=ORGANISERS))
    client.force_login(user)
    url = reverse("conference_news", args=[event.pk])
    # Not in charge of it: to this user it is not there.
    assert client.get(url).status_code == 404
    assign(user, Charge(events=(event.pk,)))
    assert client.post(url).status_code == 302
    assert not ArticlePage.objects.exists()


def test_a_series_still_to_come_has_no_news(client, editor):
    event = scene.conference()
    series = ConferenceSeriesPage(title="Đợt", slug="dot", ends_on=event.ends_on)
    event.get_parent().add_child(instance=series)
    series.save_revision().publish()
    url = reverse("series_news", args=[series.pk])
    assert client.get(url).context["why_not"]
