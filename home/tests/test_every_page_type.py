"""Whatever kind of page is written, an approval brings it to readers, and once."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Page, PageLogEntry, WorkflowState, get_page_models

#: The root of the tree, which nobody writes.
_NOT_WRITTEN = {Page}


def one_of_each() -> dict[str, Page]:
    """The latest page of each type; none that has an hour to come, or waits already."""
    waiting = WorkflowState.objects.active().values_list("object_id", flat=True)
    waiting = {int(pk) for pk in waiting}
    found = {}
    for model in get_page_models():
        pages = model.objects.filter(depth__gt=1, go_live_at=None).exact_type(model)
        page = pages.exclude(pk__in=waiting).order_by("-live", "-pk").first()
        if model not in _NOT_WRITTEN:
            found[model.__name__] = page
    return found


def approve(client, page: Page, moderator):
    client.force_login(moderator)
    state = page.current_workflow_task_state.pk
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state]
    )
    return client.post(url, {"comment": "", "next": "/admin/"}, follow=True)


@pytest.mark.django_db(transaction=True)
def test_each_is_approved_once_and_read_by_everybody(demonstration, client):
    users = get_user_model().objects
    editor, moderator = users.get(username="bientap"), users.get(username="duyet")
    pages = one_of_each()
    assert [name for name, page in pages.items() if page is None] == []
    for name, page in pages.items():
        page.title = f"{page.title}, bản mới"
        draft = page.save_revision(user=editor)
        page.get_workflow().start(page, editor)
        published = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish")
        before = published.count()
        assert approve(client, page, moderator).status_code == 200, name
        page.refresh_from_db()
        # What was sent is what is read: approving is no change of its own.
        assert page.live_revision_id == page.latest_revision_id == draft.pk, name
        assert published.count() == before + 1, name
        client.logout()
        assert client.get(page.url).status_code == 200, name
