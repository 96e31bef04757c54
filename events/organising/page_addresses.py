"""Wagtail's own addresses of pages: another's page is not there, as on our screens."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

_KEYS = ("page_id", "parent_page_id", "page_to_move_id")


class PageAddressMiddleware:
    """Answer 404 for a page the user has nothing to do with.

    Wagtail sends such a user to the admin's home, which tells a page that is there
    from one that never was. A page above one's own can be passed through, and a
    draft that waits for somebody's approval can be opened.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    @cached_property
    def root(self) -> str:
        return reverse("wagtailadmin_explore_root")

    def process_view(
        self, request: HttpRequest, _view: Callable, _args: tuple, known: dict[str, Any]
    ) -> None:
        if not request.path.startswith(self.root):
            return
        page_id = next((known[key] for key in _KEYS if key in known), None)
        user = request.user
        # Who may not enter the admin at all is sent to the log-in by Wagtail.
        if page_id is None or not user.has_perm("wagtailadmin.access_admin"):
            return
        if not _concerns(user, int(page_id)):
            raise Http404


def _concerns(user, page_id: int) -> bool:
    if page_permission_policy.explorable_instances(user).filter(pk=page_id).exists():
        return True
    page = Page.objects.filter(pk=page_id).first()
    task = page and page.current_workflow_task
    return bool(task and task.specific.user_can_access_editor(page, user))
