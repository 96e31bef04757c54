"""Wagtail's own addresses of pages: another's page is not there, as on our screens."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

_KEYS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id")
#: What databases can compare with a number of theirs.
_LARGEST = 2**63 - 1
_MANY = "wagtail_bulk_action"
_TYPES = frozenset(
    {
        "wagtailadmin_reports:page_types_usage",
        "wagtailadmin_reports:page_types_usage_results",
    }
)


class PageAddressMiddleware:
    """Answer 404 for a page the user has nothing to do with.

    Wagtail sends such a user to the admin's home, which tells a page that is there
    from one that never was. A page above one's own can be passed through, and a
    draft that waits for somebody's approval can be opened. Screens of many pages say
    nothing of another's.
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
        if request.path.startswith(self.root):
            asked = {int(known[key]) for key in _KEYS if key in known}
        elif _is_of_many_pages(request):
            # "all" is worked out by Wagtail, among children of a page that is named.
            named = [*request.GET.getlist("id"), request.GET.get("childOf", "")]
            asked = {int(one) for one in named if one.isdecimal()}
        else:
            return
        user = request.user
        # Who may not enter the admin at all is sent to the log-in by Wagtail.
        if not asked or not user.has_perm("wagtailadmin.access_admin"):
            return
        if max(asked) > _LARGEST or not concerns(user, asked):
            raise Http404

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        context = response.context_data or {}
        if _is_of_many_pages(request):
            # What cannot be done to a page is said of pages that may be known.
            rows = context.get("items_with_no_access", [])
            known = _known(request.user, [row["item"].pk for row in rows])
            context["items_with_no_access"] = [
                row for row in rows if row["item"].pk in known
            ]
        elif request.resolver_match and request.resolver_match.view_name in _TYPES:
            rows = context.get("object_list", [])
            known = _known(request.user, [row.last_edited_page_id for row in rows])
            for row in rows:
                if row.last_edited_page_id not in known:
                    row.last_edited_page = None
        return response


def _is_of_many_pages(request: HttpRequest) -> bool:
    match = request.resolver_match
    if match is None or match.view_name != _MANY:
        return False
    return (match.kwargs["app_label"], match.kwargs["model_name"]) == (
        "wagtailcore",
        "page",
    )


def _known(user, page_ids: Iterable[int | None]) -> set[int]:
    pages = page_permission_policy.explorable_instances(user)
    return set(pages.filter(pk__in=page_ids).values_list("pk", flat=True))


def concerns(user, page_ids: set[int]) -> bool:
    """Whether each is a page of the user's, one above it, or one to approve."""
    return all(_awaits(user, page_id) for page_id in page_ids - _known(user, page_ids))


def _awaits(user, page_id: int) -> bool:
    page = Page.objects.filter(pk=page_id).first()
    task = page and page.current_workflow_task
    return bool(task and task.specific.user_can_access_editor(page, user))
