"""Two moderators press at the same instant, each in a process of their own."""

import json

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from home.setup import MODERATORS
from home.tests.factories import ArticlePageFactory
from home.tests.test_approvals import form_of
from portal.tests.processes import Elsewhere

# As long as a request that is let through needs to come to its decision, and more: the
# longer, the surer that one without the lock is caught.
DECIDING = """
import json, pathlib, sys, time
from django.conf import settings
if {unlocked}:
    settings.MIDDLEWARE.remove("portal.errands.decisions.DecisionMiddleware")
from django.contrib.auth import get_user_model
from django.test import Client
from django.test.utils import setup_test_environment
from wagtail.models import TaskState

folder = pathlib.Path({folder!r})

def meet(where, seconds):
    (folder / f"{{where}}-{username}").touch()
    until = time.monotonic() + seconds
    while len([*folder.glob(where + "-*")]) < 2 and time.monotonic() < until:
        time.sleep(0.02)

def late(approve):
    def approve_late(self, *args, **kwargs):
        meet("deciding", 6)
        return approve(self, *args, **kwargs)
    return approve_late

# What templates were given is kept then.
setup_test_environment()
TaskState.approve = late(TaskState.approve)
client = Client(raise_request_exception=False)
client.force_login(get_user_model().objects.get(username={username!r}))
meet("ready", 60)
answer = client.post({url!r}, json.loads({posted!r}), follow=True)
said = answer.context["messages"] if answer.context else []
print(json.dumps([answer.status_code, " ".join(map(str, said))]))
"""
PUBLISHED = (
    "SELECT count(*) FROM wagtailcore_pagelogentry"
    " WHERE page_id = %d AND action = 'wagtail.publish'"
)


@pytest.fixture
def moderators(transactional_db, django_user_model):
    from home.setup import prepare_site

    prepare_site()
    for name in ("duyet", "hai"):
        user = django_user_model.objects.create_user(name, last_name=f"Cô {name}")
        user.groups.add(Group.objects.get(name=MODERATORS))
    return ["duyet", "hai"]


@pytest.fixture
def draft(moderators, django_user_model):
    from home.models import NewsIndexPage

    author = django_user_model.objects.create_user("viet")
    page = ArticlePageFactory(
        parent=NewsIndexPage.objects.get(), owner=author, live=False, body=[]
    )
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    return page


def answers(folder, page, moderators, way: str, *, unlocked: bool = False):
    """What each is told, and how often the page was published."""
    if way == "form":
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        posted = form_of(page)
    else:
        state = page.current_workflow_task_state.pk
        url = reverse(
            "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state]
        )
        posted = {"comment": "", "next": reverse("wagtailadmin_home")}
    words = {"folder": str(folder), "url": url, "unlocked": unlocked}
    words["posted"] = json.dumps(posted, default=str)
    with Elsewhere(folder, DJANGO_SETTINGS_MODULE="portal.settings.test") as elsewhere:
        running = [
            elsewhere.start(DECIDING.format(username=name, **words))
            for name in moderators
        ]
        written = [process.communicate(timeout=120) for process in running]
        found = [json.loads(out) if out else [500, err] for out, err in written]
        return found, elsewhere.rows(PUBLISHED % page.pk)[0][0]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", ["form", "dialogue"])
def test_one_decides_and_the_other_is_told_who(tmp_path, draft, moderators, way):
    found, published = answers(tmp_path, draft, moderators, way)
    assert [status for status, _said in found] == [200, 200], found
    late = [said for _status, said in found if "trước bạn" in said]
    assert len(late) == 1, found
    assert "đã duyệt trang này trước bạn. Không còn gì để quyết định." in late[0]
    assert published == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_without_the_lock_both_decide(tmp_path, draft, moderators):
    found, published = answers(tmp_path, draft, moderators, "form", unlocked=True)
    assert published != 1 or not [said for _s, said in found if "trước bạn" in said]
