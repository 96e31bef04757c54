"""News for everybody registered: told once each, in bits, after a change."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.urls import reverse
from django.utils import timezone

from events.enums import Circumstance, NoticeKind
from events.jobs import tell_announcements
from events.letters import announcements
from events.models import Announcement, AttendeeAccess, Message, Registration
from events.organising.page_guards import offer_announcement
from events.tests.scenario import NOW, add_event, cancel, register

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


@pytest.fixture
def event():
    return add_event(50)


@pytest.fixture
def few_at_once(monkeypatch):
    monkeypatch.setattr(announcements, "CHUNK", 2)


def notices_sent(notice: NoticeKind) -> list[int]:
    rows = Message.objects.filter(notice=notice).order_by("pk")
    return list(rows.values_list("registration", flat=True))


def announce(event, notice=NoticeKind.NOTE, **options) -> Announcement:
    options = {"subject": "Đổi phòng", "text": "Mời lên tầng 2.", **options}
    return announcements.announce(event, notice, by=None, now=NOW, **options)


def publish(event, **changes) -> None:
    for name, value in changes.items():
        setattr(event, name, value)
    event.save_revision().publish()


@pytest.mark.postgres
def test_everybody_with_a_place_is_told_once_however_often_the_job_runs(
    event, few_at_once
):
    rows = [register(event, number) for number in range(5)]
    cancel(rows[4])
    announcement = announce(event)
    for _run in range(3):
        tell_announcements(NOW)
    assert notices_sent(NoticeKind.NOTE) == [row.pk for row in rows[:4]]
    announcement.refresh_from_db()
    assert (announcement.reached_count, announcement.done_at) == (4, NOW)


def test_work_cut_short_goes_on_where_it_stopped(event, few_at_once):
    rows = [register(event, number) for number in range(5)]
    announcement = announce(event)
    assert announcements.send_next(announcement, now=NOW)
    assert notices_sent(NoticeKind.NOTE) == [row.pk for row in rows[:2]]
    tell_announcements(NOW)
    assert notices_sent(NoticeKind.NOTE) == [row.pk for row in rows]


def test_two_workers_tell_nobody_twice(event, few_at_once):
    rows = [register(event, number) for number in range(4)]
    announce(event)
    one, other = Announcement.objects.get(), Announcement.objects.get()
    assert announcements.send_next(one, now=NOW)
    assert announcements.send_next(other, now=NOW)
    assert notices_sent(NoticeKind.NOTE) == [row.pk for row in rows[:2]]
    assert announcements.send_next(other, now=NOW)
    assert notices_sent(NoticeKind.NOTE) == [row.pk for row in rows]


def test_only_those_chosen_are_told(event):
    rows = [register(event, number) for number in range(3)]
    announce(event, chosen=[rows[2].pk, rows[0].pk])
    tell_announcements(NOW)
    assert notices_sent(NoticeKind.NOTE) == [rows[0].pk, rows[2].pk]


def test_a_new_day_is_news_to_those_who_registered_before(event, admin_client):
    old = register(event, 1)
    Registration.objects.update(created_at=timezone.now() - timedelta(days=1))
    assert announcements.unannounced_count(event.pk) == 0
    later = event.starts_on + timedelta(days=7)
    publish(event, starts_on=later, ends_on=later)
    new = register(event, 2)
    Registration.objects.filter(pk=new.pk).update(
        created_at=timezone.now() + timedelta(hours=1)
    )
    assert announcements.unannounced_count(event.pk) == 1
    url = reverse("event_news", args=[event.pk])
    listed = admin_client.get(reverse("registrations", args=[event.pk]))
    assert url in listed.content.decode()
    admin_client.post(url, {"text": "Vì trùng lịch họp."})
    tell_announcements(timezone.now())
    assert notices_sent(NoticeKind.EVENT_MOVED) == [old.pk]
    assert announcements.unannounced_count(event.pk) == 0
    assert AttendeeAccess.objects.filter(what="messages", how_many=1).exists()


def test_a_conference_called_off_has_its_own_notice(event, admin_client):
    register(event, 1)
    Registration.objects.update(created_at=timezone.now() - timedelta(days=1))
    publish(event, circumstance=Circumstance.CANCELLED)
    assert announcements.notice_of(event) == NoticeKind.EVENT_CANCELLED
    admin_client.post(reverse("event_news", args=[event.pk]), {"text": ""})
    assert Announcement.objects.get().notice == NoticeKind.EVENT_CANCELLED


def test_a_change_that_matters_to_nobody_is_laid_aside(event, admin_client):
    register(event, 1)
    Registration.objects.update(created_at=timezone.now() - timedelta(days=1))
    publish(event, title="Hội nghị minh họa, tên viết lại")
    assert announcements.unannounced_count(event.pk) == 1
    admin_client.post(reverse("event_news", args=[event.pk]), {"nobody": "1"})
    assert announcements.unannounced_count(event.pk) == 0
    tell_announcements(timezone.now())
    assert not notices_sent(NoticeKind.EVENT_MOVED)


def test_after_publishing_another_day_the_editor_is_offered_to_tell(
    event, admin_user, django_user_model, rf
):
    register(event, 1)
    Registration.objects.update(created_at=timezone.now() - timedelta(days=1))
    later = event.starts_on + timedelta(days=7)
    publish(event, starts_on=later, ends_on=later)
    request = rf.post("/", headers={"accept": "text/html"})
    request.session = {}
    request._messages = FallbackStorage(request)
    # Who sees no attendee has nobody to tell.
    request.user = django_user_model.objects.create_user("bientap")
    offer_announcement(request, event)
    request.user = admin_user
    for _hook in range(2):
        offer_announcement(request, event)
    (message,) = get_messages(request)
    assert reverse("event_news", args=[event.pk]) in str(message)
