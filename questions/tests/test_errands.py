"""What waits at the desk: for whom, by which clock, and that it goes when done."""

from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from documents.errands import reported_mistakes
from documents.models.reports import MistakeReport
from documents.tests.act_factories import add_act, add_effect, add_verified
from home.setup import EDITORS, MODERATORS
from portal.errands.registry import Urgency
from portal.vietnamese.dates import short_date
from questions import errands, verbs
from questions.models import Question
from questions.tests.scenario import (
    EMAIL,
    NAME,
    NOW,
    TEXT,
    answered,
    ask,
    desk,
    official,
    published,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
TODAY = date(2030, 3, 1)


def found(source, user, now=NOW) -> list:
    return list(source(user, now))


def member_of(django_user_model, group: str):
    user = django_user_model.objects.create_user(f"nguoi-{group}")
    user.groups.add(Group.objects.get(name=group))
    return user


def test_questions_go_when_they_are_answered(client, django_user_model):
    user, editor = official(), member_of(django_user_model, EDITORS)
    assert not found(errands.unanswered, user)
    asked = ask()
    (errand,) = found(errands.unanswered, user)
    assert (errand.count, errand.urgency) == (1, Urgency.WEEK)
    assert errand.button.url == reverse("question_desk_one", args=[asked.pk])
    assert not found(errands.unanswered, editor)
    client.force_login(user)
    assert client.get(errand.button.url).status_code == 200
    answered(asked)
    assert not found(errands.unanswered, user)


def test_the_home_names_nobody_and_says_it_once(client):
    client.force_login(official())
    asked = ask(now=timezone.now())
    html = client.get("/admin/").content.decode()
    assert html.count(reverse("question_desk_one", args=[asked.pk])) == 1
    for secret in (NAME, EMAIL, TEXT):
        assert secret not in html


def test_a_question_is_overdue_from_the_midnight_after_its_day():
    user = official()
    due = ask().due_on
    assert due is not None
    midnight = timezone.make_aware(datetime.combine(due, time.min))
    midnight += timedelta(days=1)
    for now, urgency in (
        (midnight - timedelta(hours=25), Urgency.WEEK),
        (midnight - timedelta(hours=1), Urgency.OVERDUE),
        (midnight, Urgency.OVERDUE),
    ):
        (errand,) = found(errands.unanswered, user, now)
        assert (errand.due_at, errand.urgency) == (midnight, urgency)


def test_the_home_and_the_list_tell_the_same_clock(client):
    asked, user = ask(), official()
    question = reverse("question_desk_one", args=[asked.pk])
    for now, words in (
        (NOW, "còn 5 ngày làm việc"),
        (NOW + timedelta(days=10), "quá hạn 1 ngày làm việc"),
    ):
        with time_machine.travel(now):
            client.force_login(user)
            for page in ("/admin/", reverse("question_desk"), question):
                assert words in client.get(page).content.decode()


def test_the_day_is_named_and_of_several_the_clock_is_the_most_urgent(client):
    user, first = official(), ask("Câu minh họa số 1?")
    with time_machine.travel(NOW):
        client.force_login(user)
        (errand,) = found(errands.unanswered, user)
        assert errand.detail.endswith(f"hạn trả lời {short_date(first.due_on)}")
        home = client.get("/admin/").content.decode()
        assert errand.detail in home and "gấp nhất" not in home
        ask("Câu minh họa số 2?")
        home = client.get("/admin/").content.decode()
    assert "gấp nhất: còn 5 ngày làm việc" in home


def test_on_a_day_off_after_its_last_day_a_question_is_late(client):
    asked = ask()
    Question.objects.update(due_on=date(2030, 3, 8))
    saturday = timezone.make_aware(datetime(2030, 3, 9, 9))
    with time_machine.travel(saturday):
        client.force_login(official())
        question = reverse("question_desk_one", args=[asked.pk])
        for page in ("/admin/", reverse("question_desk"), question):
            shown = client.get(page).content.decode()
            assert "quá hạn từ ngày làm việc trước" in shown
            assert "trả lời trong hôm nay" not in shown


def test_without_a_promised_day_there_is_no_clock():
    asked = ask()
    type(asked).objects.update(due_on=None)
    (errand,) = found(errands.unanswered, official(), NOW + timedelta(days=300))
    assert (errand.due_at, errand.urgency) == (None, Urgency.WEEK)


def test_own_questions_and_those_of_nobody_are_apart():
    user, colleague = official(), official("dong-nghiep")
    own, free, lent = (ask(f"Câu minh họa số {number}?") for number in (1, 2, 3))
    verbs.assign(own.pk, to=user, now=NOW)
    verbs.assign(lent.pk, to=colleague, now=NOW)
    pages = [reverse("question_desk_one", args=[row.pk]) for row in (own, free, lent)]
    stated = found(errands.unanswered, user)
    assert [errand.button.url for errand in stated] == pages[:2]
    # A colleague's is told of when it is late.
    stated = found(errands.unanswered, user, NOW + timedelta(days=20))
    assert [errand.button.url for errand in stated] == pages
    assert [errand.count for errand in stated] == [1, 1, 1]


def add_answer(act, number: int = 1, **values):
    text = f"<p>Theo Điều 2 Quyết định số {act.symbol} của UBND tỉnh.</p>"
    values = {"answered_on": TODAY - timedelta(days=30), **values}
    return published(f"Câu số {number}?", body=[("paragraph", text)], **values)


@pytest.fixture
def changed():
    """An act that another amended three days ago."""
    act = add_verified("12/2024/QĐ-UBND", date(2024, 2, 1))
    newer = add_verified("15/2024/QĐ-UBND", date(2024, 3, 1))
    changed_on = TODAY - timedelta(days=3)
    add_effect(newer, act, "amends", changed_on, provision="dieu-2")
    return act


@pytest.mark.parametrize(
    ("answered_on", "reviewed_on", "is_told"),
    [
        (TODAY - timedelta(days=30), None, True),
        (TODAY - timedelta(days=4), None, True),
        (TODAY - timedelta(days=3), None, False),
        (TODAY - timedelta(days=30), TODAY - timedelta(days=4), True),
        (TODAY - timedelta(days=30), TODAY - timedelta(days=3), False),
        # Read again before it was answered: the later day counts.
        (TODAY - timedelta(days=2), TODAY - timedelta(days=9), False),
    ],
)
def test_answers_are_told_of_as_readers_are_warned(
    client, django_user_model, changed, answered_on, reviewed_on, is_told
):
    page = add_answer(changed, answered_on=answered_on, reviewed_on=reviewed_on)
    editor = member_of(django_user_model, EDITORS)
    stated = found(errands.answers_to_read_again, editor)
    assert bool(stated) is is_told
    stranger = django_user_model.objects.create_user("khach")
    assert not found(errands.answers_to_read_again, stranger)
    if is_told:
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert stated[0].button.url == url
        client.force_login(editor)
        assert client.get(url).status_code == 200


def test_a_change_to_come_or_proposed_is_no_errand(django_user_model):
    act = add_verified("12/2024/QĐ-UBND", date(2024, 2, 1))
    newer = add_verified("15/2024/QĐ-UBND", date(2024, 3, 1))
    add_answer(act)
    add_effect(newer, act, "amends", TODAY + timedelta(days=1), provision="dieu-2")
    editor = member_of(django_user_model, EDITORS)
    assert not found(errands.answers_to_read_again, editor)
    day = TODAY - timedelta(days=2)
    effect = add_effect(newer, act, "repeals", day, review="proposed")
    assert not found(errands.answers_to_read_again, editor)
    type(effect).objects.filter(pk=effect.pk).update(review="confirmed")
    assert found(errands.answers_to_read_again, editor)


def test_moderators_hear_of_reported_mistakes(client, django_user_model):
    user = member_of(django_user_model, MODERATORS)
    act = add_act("01/2024/QĐ-UBND")
    MistakeReport.objects.create(regulation=act, message="Sai ngày.", sent_at=NOW)
    (errand,) = found(reported_mistakes, user)
    client.force_login(user)
    assert client.get(errand.button.url).status_code == 200
    assert not found(reported_mistakes, member_of(django_user_model, EDITORS))


def test_more_rows_need_no_more_queries(admin_user, changed):
    desk()

    def add(times: int) -> None:
        for _time in range(times):
            number = Question.objects.count()
            ask(f"Câu minh họa thứ {number}?")
            mine = ask(f"Câu minh họa của tôi, thứ {number}?")
            verbs.assign(mine.pk, to=admin_user, now=NOW)
            add_answer(changed, number)

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            for source in (errands.unanswered, errands.answers_to_read_again):
                assert found(source, admin_user)
        return len(captured)

    add(1)
    asked()
    before = asked()
    add(4)
    assert asked() == before
