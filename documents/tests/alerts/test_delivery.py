"""Letters about changes: asked for twice, sent once, stopped at once."""

from datetime import date, datetime, timedelta

import pytest
from django.core import mail as outbox
from django.test import Client
from django.utils import timezone

from documents.alerts.journal import record_changes
from documents.alerts.news import KIND
from documents.models import RegulationChange, RegulationEffect
from documents.tests.act_factories import add_act, add_effect, add_verified
from portal import guard
from portal.mail import deliver_due
from portal.models import Subscriber, Subscription
from portal.subscriptions import verbs
from portal.subscriptions.delivery import send_news

START, CHANGE = date(2024, 2, 1), date(2024, 6, 1)


def at(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, 7))


BEFORE = at(CHANGE - timedelta(days=10))


@pytest.fixture
def act(front):
    return add_verified("36/2018/QĐ-UBND", START)


@pytest.fixture
def amender(act):
    return add_verified("06/2020/QĐ-UBND", START, text="")


def follow(act, email="ban.doc@example.vn", now=BEFORE) -> Subscriber:
    """Who follows the act and has confirmed it, the first letter thrown away."""
    verbs.ask(KIND, [str(act.pk) if act else ""], email, now=now)
    subscriber = Subscriber.objects.get(email=email)
    record_changes(now)
    verbs.confirm(subscriber, now=now)
    deliver_due(now)
    outbox.outbox.clear()
    return subscriber


def letters(now: datetime) -> list:
    """What goes out when the day's work is done."""
    send_news(now)
    deliver_due(now + timedelta(minutes=1))
    sent, outbox.outbox[:] = list(outbox.outbox), []
    return sent


def ask(client, address: str, **fields):
    stamp = guard.filled("follow", timezone.now())
    return client.post(address, {**stamp, **fields})


def test_an_address_is_told_nothing_before_it_confirms(act, amender, client):
    address = f"/van-ban/{act.slug}/theo-doi/"
    answer = ask(client, address, email="Ban.Doc@example.vn", consent="on")
    assert answer.status_code == 302
    assert "no-store" in client.get(answer["Location"])["Cache-Control"]
    now = timezone.now()
    deliver_due(now + timedelta(minutes=1))
    [letter] = outbox.outbox
    [subscription] = Subscription.objects.all()
    link = f"/theo-doi/{subscription.subscriber.token}/"
    assert letter.to == ["ban.doc@example.vn"]
    assert link in letter.body
    assert "token" not in letter.subject
    record_changes(now)
    add_effect(amender, act, "repeals", CHANGE, provision="dieu-1")
    outbox.outbox.clear()
    assert letters(now) == []
    page = client.get(link)
    assert "<form" in page.content.decode()
    assert page["Referrer-Policy"] == "same-origin"
    subscription.refresh_from_db()
    assert subscription.confirmed_at is None
    assert client.post(link).status_code == 200
    subscription.refresh_from_db()
    assert subscription.confirmed_at


@pytest.mark.parametrize(
    "fields",
    [
        {"email": "abc", "consent": "on"},
        {"email": "a@example.vn"},
        {"email": "", "consent": "on"},
        {"email": "a@example.vn\nBcc: b@example.vn", "consent": "on"},
        {"email": "a@example.vn", "consent": "on", "guard_website": "x"},
    ],
)
def test_a_form_that_is_not_whole_writes_nothing(act, client, fields):
    page = ask(client, f"/van-ban/{act.slug}/theo-doi/", **fields)
    assert page.status_code == 200
    assert "error-summary" in page.content.decode()
    assert not Subscriber.objects.exists()


def test_one_address_is_not_flooded_with_letters(act, client):
    answers = [
        ask(client, "/van-ban/theo-doi/", email="a@example.vn", consent="on")
        for _again in range(7)
    ]
    assert [answer.status_code for answer in answers] == [302] * 6 + [429]
    assert Subscriber.objects.count() == 1


@pytest.mark.postgres
def test_a_change_is_told_when_published_and_when_it_counts(act, amender):
    follow(act)
    add_effect(amender, act, "repeals", CHANGE, provision="dieu-2-khoan-1")
    [ahead] = letters(BEFORE + timedelta(days=1))
    assert "06/2020/QĐ-UBND" in ahead.body
    assert "01/06/2024" in ahead.body
    assert ahead.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "/huy/>" in ahead.extra_headers["List-Unsubscribe"]
    assert letters(BEFORE + timedelta(days=2)) == []
    [begins] = letters(at(CHANGE))
    assert "36/2018/QĐ-UBND" in begins.subject
    assert letters(at(CHANGE)) == []
    assert letters(at(CHANGE + timedelta(days=1))) == []


def test_a_proposal_is_not_told_until_it_is_confirmed(act, amender):
    follow(act)
    effect = add_effect(amender, act, "repeals", START, review="proposed")
    assert letters(BEFORE) == []
    RegulationEffect.objects.filter(pk=effect.pk).update(review="confirmed")
    assert len(letters(BEFORE)) == 1


def test_the_same_change_written_again_is_no_news(act, amender):
    follow(act)
    effect = add_effect(amender, act, "repeals", START)
    assert len(letters(BEFORE)) == 1
    effect.delete()
    add_effect(amender, act, "repeals", START)
    assert letters(BEFORE) == []


def test_old_changes_and_other_acts_are_not_told(act, amender):
    add_effect(amender, act, "repeals", START, provision="dieu-1")
    follow(act)
    add_effect(act, amender, "repeals", START, provision="dieu-1")
    assert letters(BEFORE) == []


def test_the_first_look_of_all_is_no_news(act):
    verbs.ask(KIND, [""], "a@example.vn", now=BEFORE)
    verbs.confirm(Subscriber.objects.get(), now=BEFORE)
    deliver_due(BEFORE)
    outbox.outbox.clear()
    assert letters(BEFORE) == []
    assert RegulationChange.objects.exists()


def test_the_library_tells_of_new_acts_in_one_letter(act):
    follow(None)
    add_verified("07/2024/QĐ-UBND", START)
    add_act("08/2024/QĐ-UBND")
    [letter] = letters(BEFORE)
    assert "07/2024/QĐ-UBND" in letter.body
    assert "08/2024/QĐ-UBND" in letter.body


def test_a_withdrawn_act_is_not_told_of(act, amender):
    follow(act)
    add_effect(amender, act, "repeals", START)
    act.refresh_from_db()
    act.unpublish()
    assert letters(BEFORE) == []


@pytest.mark.parametrize("body", [{}, {"List-Unsubscribe": "One-Click"}])
def test_one_press_deletes_the_address(act, body):
    subscriber = follow(act)
    strict = Client(enforce_csrf_checks=True)
    link = f"/theo-doi/{subscriber.token}/huy/"
    assert strict.get(link).status_code == 200
    assert Subscriber.objects.exists()
    assert strict.post(link, body).status_code == 200
    assert not Subscriber.objects.exists()
    assert strict.post(link, body).status_code == 200
    assert strict.get(f"/theo-doi/{subscriber.token}/").status_code == 404
