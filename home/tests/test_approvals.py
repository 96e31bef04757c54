"""A draft's way to publication: who is asked, what differs, why it came back."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, WorkflowState
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    streamfield,
)

from home.models import ArticlePage
from home.setup import EDITORS, MODERATORS
from home.tests.factories import ArticlePageFactory
from portal.errands.approvals import approvals, sent_back

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(front, django_user_model):
    """An editor and two moderators."""
    found = {}
    for name, group in (("viet", EDITORS), ("duyet", MODERATORS), ("hai", MODERATORS)):
        user = django_user_model.objects.create_user(name, last_name=f"Cô {name}")
        user.groups.add(Group.objects.get(name=group))
        found[name] = user
    return found


def submitted(news, by, **fields) -> ArticlePage:
    page = ArticlePageFactory(parent=news, owner=by, live=False, **fields)
    page.save_revision(user=by)
    page.get_workflow().start(page, by)
    return page


def send_back(page, by, comment: str = "Thiếu chú thích ảnh thứ hai.") -> None:
    page.current_workflow_task_state.reject(user=by, comment=comment)


def mend(page, by) -> None:
    page.title = f"{page.title}, đã sửa"
    page.save_revision(user=by)
    page.current_workflow_state.resume(by)


def only(errands):
    (found,) = errands
    return found


def test_moderators_are_asked_and_editors_are_not(news, people):
    page = submitted(news, people["viet"], title="Ba lớp về sáng kiến")
    now = timezone.now()
    errand = only(approvals(people["duyet"], now + timedelta(days=2)))
    assert errand.count == 1
    assert "Ba lớp về sáng kiến" in errand.detail
    assert "2 ngày trước" in errand.detail
    assert errand.button.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    # A page nobody has seen yet differs from nothing.
    assert errand.named[0].more is None
    assert not [*approvals(people["viet"], now)]


def test_what_differs_is_one_press_away(client, news, people):
    page = ArticlePageFactory(parent=news, title="Bài đang đọc được")
    page.save_revision().publish()
    page.title = "Bài đã viết lại"
    page.save_revision(user=people["viet"])
    page.get_workflow().start(page, people["viet"])
    more = only(approvals(people["duyet"], timezone.now())).named[0].more
    assert "/live..." in more.url
    client.force_login(people["duyet"])
    answer = client.get(more.url).content.decode()
    assert re.search("deletion[^>]*>[^<]*đọc", answer)
    assert re.search("addition[^>]*>[^<]*viết", answer)


def test_after_it_was_sent_back_it_differs_from_what_was_seen(client, news, people):
    page = submitted(news, people["viet"], title="Bài còn thiếu ảnh")
    seen = page.latest_revision_id
    send_back(page, people["duyet"])
    assert not [*approvals(people["duyet"], timezone.now())]
    mend(page, people["viet"])
    more = only(approvals(people["duyet"], timezone.now())).named[0].more
    page.refresh_from_db()
    assert f"/{seen}...{page.latest_revision_id}/" in more.url
    client.force_login(people["duyet"])
    answer = client.get(more.url).content.decode()
    assert re.search("addition[^>]*>[^<]*đã sửa", answer)


def test_the_reason_stands_on_the_first_screen_and_above_the_form(client, news, people):
    page = submitted(news, people["viet"], title="Ba lớp về sáng kiến")
    send_back(page, people["duyet"])
    errand = only(sent_back(people["viet"], timezone.now()))
    assert errand.detail == "Cô duyet viết: “Thiếu chú thích ảnh thứ hai.”"
    assert not [*sent_back(people["hai"], timezone.now())]

    client.force_login(people["viet"])
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Thiếu chú thích ảnh thứ hai." in home
    # Each time it is opened, not once.
    for _time in range(2):
        form = client.get(errand.button.url).content.decode()
        assert "Thiếu chú thích ảnh thứ hai." in form
    page.refresh_from_db()
    mend(page, people["viet"])
    assert not [*sent_back(people["viet"], timezone.now())]
    again = client.get(errand.button.url).content.decode()
    assert "Bài bị trả lại." not in again


def test_several_sent_back_each_with_its_reason(news, people):
    for number in range(3):
        page = submitted(news, people["viet"], title=f"Bài {number}")
        send_back(page, people["duyet"], comment="" if number else "x" * 1000)
    errand = only(sent_back(people["viet"], timezone.now()))
    assert errand.count == 3
    assert [one.title for one in errand.named] == ["Bài 2", "Bài 1", "Bài 0"]
    assert errand.named[0].note == "Cô duyet không ghi lý do."
    assert len(errand.named[2].note) < 250


def queries_of(source, user) -> int:
    with CaptureQueriesContext(connection) as captured:
        list(source(user, timezone.now()))
    return len(captured)


def test_more_drafts_need_no_more_queries(news, people, django_user_model):
    def fresh(name: str):
        # Wagtail keeps with a user what it has found of their groups.
        return django_user_model.objects.get(username=name)

    def few(times: int) -> None:
        for number in range(times):
            page = submitted(news, people["viet"], title=f"Chờ {number}")
            send_back(page, people["duyet"])
            mend(page, people["viet"])
            back = submitted(news, people["viet"], title=f"Lại {number}")
            send_back(back, people["duyet"])

    few(2)
    queries_of(approvals, fresh("duyet"))
    before = queries_of(approvals, fresh("duyet"))
    of_editor = queries_of(sent_back, fresh("viet"))
    few(4)
    assert queries_of(approvals, fresh("duyet")) == before
    assert queries_of(sent_back, fresh("viet")) == of_editor


# Two at once, and one who may not


def approve(client, page, user, state_id: int | None = None):
    client.force_login(user)
    state = state_id or page.current_workflow_task_state.pk
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state]
    )
    return client.post(url, {"comment": "", "next": "/admin/"}, follow=True)


def test_the_second_to_approve_is_told_so(client, news, people):
    page = submitted(news, people["viet"], title="Ba lớp về sáng kiến")
    state = page.current_workflow_task_state.pk
    approve(client, page, people["duyet"], state)
    page.refresh_from_db()
    assert page.live
    published = page.live_revision_id
    answer = approve(client, page, people["hai"], state)
    assert answer.status_code == 200
    assert "Cô duyet đã duyệt trang này trước bạn" in shown(answer)
    page.refresh_from_db()
    assert page.live_revision_id == published


def shown(answer) -> str:
    return " ".join(str(message) for message in answer.context["messages"])


def form_of(page, **changed) -> dict:
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "summary": page.summary,
            "published_on": "2021-01-29",
            "topic": page.topic_id,
            "body": streamfield([]),
            "key_points": streamfield([]),
            "related_pages": inline_formset([]),
            "action-workflow-action": "1",
            "workflow-action-name": "approve",
            **changed,
        }
    )


@pytest.mark.parametrize("changed", [{}, {"summary": "Một câu người thứ hai viết."}])
def test_the_second_loses_no_words(client, news, people, changed):
    page = submitted(news, people["viet"], title="Ba lớp về sáng kiến", body=[])
    approve(client, page, people["duyet"])
    page.refresh_from_db()
    published = page.live_revision_id
    client.force_login(people["hai"])
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client.post(url, form_of(page, **changed), follow=True)
    assert answer.status_code == 200
    assert "Cô duyet đã duyệt trang này trước bạn" in shown(answer)
    page.refresh_from_db()
    assert page.live_revision_id == published
    draft = page.get_latest_revision_as_object()
    assert (draft.pk, page.has_unpublished_changes) == (page.pk, bool(changed))
    assert draft.summary == changed.get("summary", page.summary)


def test_for_a_moderator_of_another_branch_the_page_is_not_there(
    client, news, people, django_user_model
):
    page = submitted(news, people["viet"], title="Ba lớp về sáng kiến")
    elsewhere = ArticlePageFactory(parent=news, title="Nhánh khác")
    group = Group.objects.create(name="Duyệt nhánh khác")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for verb in ("change_page", "publish_page"):
        GroupPagePermission.objects.create(
            group=group, page=elsewhere, permission=page_right(verb)
        )
    other = django_user_model.objects.create_user("nhanhkhac")
    other.groups.add(group)
    assert not [*approvals(other, timezone.now())]
    state = page.current_workflow_task_state.pk
    for answer in (
        approve(client, page, other, state),
        client.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            form_of(page),
            follow=True,
        ),
    ):
        assert answer.status_code == 404
    page.refresh_from_db()
    assert not page.live
    waiting = WorkflowState.objects.get(object_id=str(page.pk))
    assert waiting.status == WorkflowState.STATUS_IN_PROGRESS


def page_right(codename: str) -> Permission:
    return Permission.objects.get(
        codename=codename, content_type__app_label="wagtailcore"
    )


def test_what_is_in_moderation_is_decided_and_not_published_beside_it(
    client, news, people
):
    page = submitted(news, people["viet"])
    client.force_login(people["duyet"])
    screen = reverse("wagtailadmin_pages:edit", args=[page.pk])
    text = client.get(screen).content.decode()
    assert 'name="action-publish"' not in text
    assert 'data-workflow-action-name="approve"' in text
    # Sent back, it is the moderator's to publish again.
    send_back(page, people["duyet"])
    assert 'name="action-publish"' in client.get(screen).content.decode()
