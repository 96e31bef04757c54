"""What repeats a task that waits is queued once, and is never missing."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import Page
from wagtail.tasks import update_reference_index_task

from documents.models import RegulationPage
from documents.tests.act_factories import add_act
from home.models import ArticlePage, NewsIndexPage
from portal.work.task_backend import REPEATABLE
from portal.work.tasks import do_one

NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
INDEXED = insert_or_update_object_task


@task()
def note(word: str) -> None:
    """What a task of ours does besides."""


@pytest.fixture
def queued(settings):
    """Tasks wait for a worker, as they do where the portal is served."""
    settings.TASKS = {"default": {"BACKEND": "portal.work.task_backend.TaskBackend"}}


def waiting() -> list[tuple[str, str]]:
    """The repeatable tasks that are ready, with the key of what they are about."""
    rows = DBTaskResult.objects.ready().filter(task_path__in=REPEATABLE)
    return sorted((row.task_path, row.args_kwargs["args"][-1]) for row in rows)


def once_each(page: Page) -> list[tuple[str, str]]:
    return sorted((path, str(page.pk)) for path in REPEATABLE)


def news() -> ArticlePage:
    article = ArticlePage(title="Tin minh họa", summary="Một câu.")
    NewsIndexPage.objects.get().add_child(instance=article)
    article.save_revision().publish()
    return article


def act() -> RegulationPage:
    return add_act("05/2024/QĐ-UBND")


def test_the_names_are_those_of_wagtail_s_tasks():
    tasks = (insert_or_update_object_task, update_reference_index_task)
    assert {one.module_path for one in tasks} == REPEATABLE


@pytest.mark.django_db
@pytest.mark.parametrize("publish", [news, act])
def test_publishing_a_page_queues_each_task_once(front, queued, publish):
    DBTaskResult.objects.all().delete()
    with transaction.atomic():
        page = publish()
    mine = [row for row in waiting() if row[1] == str(page.pk)]
    assert mine == once_each(page)


@pytest.mark.django_db
@pytest.mark.parametrize("publish", [news, act])
def test_what_several_transactions_queued_is_done_once(front, settings, publish):
    """As in the admin, where a page is made, kept as a draft and published."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    page = publish()
    about = DBTaskResult.objects.filter(
        task_path__in=REPEATABLE, args_kwargs__args__2=str(page.pk)
    )
    assert about.count() == 6
    while do_one("w", NOW):
        pass
    done = about.exclude(worker_ids=[])
    assert sorted(done.values_list("task_path", flat=True)) == sorted(REPEATABLE)
    assert {row.status for row in about} == {TaskResultStatus.SUCCESSFUL}


@pytest.mark.django_db(transaction=True)
def test_a_rollback_takes_the_task_away_and_it_is_queued_again(queued):
    asked = ("home", "articlepage", "7")
    with transaction.atomic():
        try:
            with transaction.atomic():
                INDEXED.enqueue(*asked)
                raise LookupError
        except LookupError:
            pass
        assert waiting() == []
        INDEXED.enqueue(*asked)
        INDEXED.enqueue(*asked)
        assert len(waiting()) == 1
    with transaction.atomic():
        INDEXED.enqueue(*asked)
    assert len(waiting()) == 2, "a worker may be reading what was before"


@pytest.mark.django_db(transaction=True)
def test_only_what_says_so_is_taken_for_a_repetition(queued):
    with transaction.atomic():
        note.enqueue("a")
        note.enqueue("a")
        INDEXED.enqueue("home", "articlepage", "7")
        INDEXED.enqueue("home", "articlepage", "8")
    assert DBTaskResult.objects.count() == 4


@pytest.mark.django_db(transaction=True)
def test_what_another_worker_does_or_comes_much_later_stays(queued):
    asked = ("home", "homepage", "1")
    for _time in range(3):
        INDEXED.enqueue(*asked)
    first, taken, late = DBTaskResult.objects.order_by("enqueued_at")
    running = DBTaskResult.objects.filter(pk=taken.pk)
    running.update(status="RUNNING", worker_ids=["v"])
    much = first.enqueued_at + timedelta(minutes=2)
    DBTaskResult.objects.filter(pk=late.pk).update(enqueued_at=much)
    assert do_one("w", NOW)
    states = dict(DBTaskResult.objects.values_list("pk", "status"))
    assert (states[taken.pk], states[late.pk]) == ("RUNNING", "READY")
