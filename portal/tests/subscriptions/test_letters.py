"""One letter a day about all that an address follows, and nothing else."""

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.test import Client
from django.utils import timezone

from events.models import EventIndexPage
from events.tests.factories import EventFactory
from home.models import NewsTopic
from home.tests.factories import ArticlePageFactory
from portal import guard
from portal.mail import deliver_due
from portal.models import MailRecord, Subscriber, Subscription
from portal.subscriptions import verbs
from portal.subscriptions.delivery import send_news
from portal.subscriptions.registry import kinds

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
EMAIL = "ban.doc@example.vn"
DAY = timedelta(days=1)


@pytest.fixture
def now(news):
    """A morning: what is added in hours stays within the day."""
    return timezone.localtime().replace(hour=8, minute=0, second=0, microsecond=0)


def follow(kind, *keys, email=EMAIL, now):
    verbs.ask(kind, keys or [""], email, now=now)
    subscriber = Subscriber.objects.get(email=email)
    verbs.confirm(subscriber, now=now)
    deliver_due(now + timedelta(minutes=1))
    outbox.outbox.clear()
    return subscriber


def letters(now):
    send_news(now)
    deliver_due(now + timedelta(minutes=1))
    sent, outbox.outbox[:] = list(outbox.outbox), []
    return sent


def article(news, title, at, **fields):
    page = ArticlePageFactory(parent=news, title=title, **fields)
    page.first_published_at = at
    page.published_on = timezone.localdate(at)
    page.save()
    return page


def test_asked_for_one_after_the_other_one_letter_names_all_that_it_confirms(news, now):
    for number, kind in enumerate(("van-ban", "tin-tuc", "hoi-nghi")):
        verbs.ask(kind, [""], EMAIL, now=now + timedelta(seconds=number))
    deliver_due(now + timedelta(minutes=1))
    [letter] = outbox.outbox
    subscriber = Subscriber.objects.get()
    assert len(verbs.titles(subscriber)) == 3
    for title in verbs.titles(subscriber):
        assert f"- {title}" in letter.body


def test_a_long_title_does_not_end_in_half_a_word(news, now):
    follow("tin-tuc", email=EMAIL, now=now)
    title = "Hơn 600 người dự các hội nghị phổ biến sáng kiến tại Hữu Lũng, Văn Quan"
    for name in (f"{title} và Chi Lăng", "Tin ngắn"):
        article(news, name, now + timedelta(hours=1))
    [letter] = letters(now + DAY)
    assert "Văn …" in letter.subject or "Tin ngắn" in letter.subject
    assert "Qu…" not in letter.subject


def test_a_reader_may_follow_a_few_things_on_one_day(client, news):
    for kind in ("van-ban", "tin-tuc", "su-kien", "van-ban"):
        fields = guard.filled("follow", timezone.now())
        fields |= {"email": EMAIL, "consent": "on", "what": "tat-ca"}
        assert client.post(f"/{kind}/theo-doi/", fields).status_code == 302


def test_news_of_a_topic_is_told_once_and_other_news_not(news, now):
    farming = NewsTopic.objects.create(title="Nông nghiệp", slug="nong-nghiep")
    follow("tin-tuc", "nong-nghiep", now=now)
    article(news, "Na trái vụ", now + timedelta(hours=1), topic=farming)
    article(news, "Chuyện khác", now + timedelta(hours=1))
    [letter] = letters(now + DAY)
    assert "Na trái vụ" in letter.body
    assert "Na trái vụ" in letter.subject
    assert "Chuyện khác" not in letter.body
    assert letters(now + DAY) == []
    assert letters(now + 2 * DAY) == []


def test_all_that_is_followed_comes_in_one_letter_and_no_second_that_day(
    front, news, now
):
    topic = NewsTopic.objects.create(title="Y tế", slug="y-te")
    follow("tin-tuc", "", "y-te", now=now)
    follow("hoi-nghi", now=now)
    article(news, "Tin y tế", now + timedelta(hours=1), topic=topic)
    day = timezone.localdate(now) + 9 * DAY
    index = EventIndexPage.objects.get()
    event = EventFactory(parent=index, starts_on=day, ends_on=day)
    type(event).objects.filter(pk=event.pk).update(
        first_published_at=now + timedelta(hours=1)
    )
    [letter] = letters(now + DAY)
    assert letter.body.count("Tin y tế") == 1
    assert event.title in letter.body
    article(news, "Tin buổi chiều", now + DAY, topic=topic)
    assert letters(now + DAY + timedelta(hours=3)) == []
    [next_day] = letters(now + 2 * DAY)
    assert "Tin buổi chiều" in next_day.body
    assert event.title not in next_day.body


def test_an_article_entered_long_after_its_day_is_no_news(news, now):
    follow("tin-tuc", now=now)
    page = article(news, "Chuyện năm 2021", now + timedelta(hours=1))
    page.published_on = timezone.localdate(now) - timedelta(days=900)
    page.save()
    assert letters(now + DAY) == []


def test_what_is_hidden_again_is_not_told(news, now):
    follow("tin-tuc", now=now)
    article(news, "Rút lại", now + timedelta(hours=1)).unpublish()
    assert letters(now + DAY) == []


def test_the_page_of_the_letter_drops_one_thing_and_takes_it_back(client, news, now):
    subscriber = follow("tin-tuc", now=now)
    follow("hoi-nghi", now=now)
    link = f"/theo-doi/{subscriber.token}/"
    page = client.get(link)
    assert EMAIL not in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    row = Subscription.objects.get(kind="tin-tuc")
    answer = Client(enforce_csrf_checks=True).post(
        link, {"viec": "thoi", "dong": row.pk}
    )
    assert "Hoàn tác" in answer.content.decode()
    assert not Subscription.objects.filter(kind="tin-tuc").exists()
    client.post(link, {"viec": "lai", "loai": "tin-tuc", "khoa": ""})
    assert Subscription.objects.get(kind="tin-tuc").confirmed_at


@pytest.mark.parametrize(
    "fields",
    [
        {"viec": "thoi"},
        {"viec": "thoi", "dong": "9" * 40},
        {"viec": "thoi", "dong": "²"},
        {"viec": "lai", "loai": "khong-co", "khoa": ""},
        {"viec": "lai", "loai": "tin-tuc", "khoa": "khong-co"},
        {"viec": "lai", "loai": "van-ban", "khoa": "9" * 80},
        {"viec": "lai", "loai": "van-ban", "khoa": "²"},
        {"viec": "lai", "loai": "tin-tuc", "khoa": "a\x00"},
    ],
    ids=range(8),
)
def test_nonsense_changes_nothing(client, news, now, fields):
    subscriber = follow("tin-tuc", now=now)
    before = list(Subscription.objects.values())
    assert client.post(f"/theo-doi/{subscriber.token}/", fields).status_code == 200
    assert list(Subscription.objects.values()) == before


def test_nobody_else_s_row_is_dropped(client, news, now):
    mine = follow("tin-tuc", now=now)
    follow("tin-tuc", email="nguoi.khac@example.vn", now=now)
    other = Subscription.objects.exclude(subscriber=mine).get()
    client.post(f"/theo-doi/{mine.token}/", {"viec": "thoi", "dong": other.pk})
    assert Subscription.objects.count() == 2


def test_stopping_leaves_neither_address_nor_letter(client, news, now):
    subscriber = follow("tin-tuc", now=now)
    article(news, "Tin mới", now + timedelta(hours=1))
    send_news(now + DAY)
    client.post(f"/theo-doi/{subscriber.token}/huy/")
    assert not Subscriber.objects.exists()
    assert not MailRecord.objects.filter(about__startswith="follow-").exists()
    deliver_due(now + DAY + timedelta(minutes=1))
    assert outbox.outbox == []


def test_what_nobody_confirmed_and_who_follows_nothing_are_deleted(news, now):
    verbs.ask("tin-tuc", [""], "a@example.vn", now=now)
    assert verbs.forget_idle(now=now + verbs.KEPT_UNCONFIRMED) == 0
    late = now + verbs.KEPT_UNCONFIRMED + timedelta(minutes=1)
    assert verbs.forget_idle(now=late) == 1
    subscriber = follow("tin-tuc", now=now)
    verbs.drop(subscriber, subscriber.subscriptions.get().pk)
    assert verbs.forget_idle(now=now) == 1
    assert not Subscriber.objects.exists()


def test_a_topic_that_is_deleted_is_followed_by_nobody(news, now):
    topic = NewsTopic.objects.create(title="Cũ", slug="cu")
    follow("tin-tuc", "cu", now=now)
    topic.delete()
    verbs.forget_idle(now=now)
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("path", ["/tin-tuc/", "/su-kien/", "/van-ban/"])
def test_a_list_leads_to_its_form_which_answers_alike_for_every_address(
    client, news, now, path
):
    assert f"{path}theo-doi/" in client.get(path).content.decode()
    form = client.get(f"{path}theo-doi/")
    assert "no-store" in form["Cache-Control"]
    answers = []
    for _again in range(2):
        fields = guard.filled("follow", timezone.now())
        fields |= {"email": EMAIL, "consent": "on", "what": "tat-ca"}
        answers.append(client.post(f"{path}theo-doi/", fields))
        verbs.confirm(Subscriber.objects.get(), now=now)
    assert [one.status_code for one in answers] == [302, 302]
    assert answers[0]["Location"] == answers[1]["Location"]


def test_a_form_with_topics_ticks_the_one_that_was_read(client, news, now):
    NewsTopic.objects.create(title="Y tế", slug="y-te")
    form = client.get("/tin-tuc/theo-doi/?chu-de=y-te").context["form"]
    assert form["what"].value() == ["y-te"]
    nonsense = client.get("/tin-tuc/theo-doi/?chu-de=%00").context["form"]
    assert nonsense["what"].value() == ["tat-ca"]


def test_queries_do_not_grow_with_those_who_follow_the_same(
    news, now, django_assert_max_num_queries
):
    for number in range(4):
        follow("tin-tuc", email=f"a{number}@example.vn", now=now)
    article(news, "Tin", now + timedelta(hours=1))
    with django_assert_max_num_queries(12 + 4 * 16):
        send_news(now + DAY)


def test_every_kind_says_what_it_is(front):
    assert {kind.kind for kind in kinds()} == {"van-ban", "hoi-nghi", "tin-tuc"}
    for kind in kinds():
        assert kind.subject("")
