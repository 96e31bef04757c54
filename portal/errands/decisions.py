"""One decision about a draft at a time; the second sees what the first decided."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page, TaskState

_FORM = "wagtailadmin_pages:edit"
_DIALOGUE = "wagtailadmin_pages:workflow_action"


class DecisionMiddleware:
    """Hold a page while somebody's decision about it is carried out.

    Wagtail looks whether a draft still waits, and publishes it much later; two who
    approve in between would both publish it. The whole request is inside, also what
    other middleware makes of an exception, so that words saved before a refused
    publication are kept.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        page_id = self._decided_about(request)
        if page_id is None:
            return self.get_response(request)
        with transaction.atomic():
            _hold(page_id)
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response

    def process_view(
        self, request: HttpRequest, _view: Callable, _args: tuple, known: dict[str, Any]
    ) -> HttpResponse | None:
        """The dialogue names the step it decides about: one that is over is no more.

        Wagtail would refuse it as if the right to decide were missing.
        """
        match = request.resolver_match
        if request.method != "POST" or match is None or match.view_name != _DIALOGUE:
            return None
        page = Page.objects.filter(pk=known["page_id"]).first()
        if page is None or not page.permissions_for_user(request.user).can_edit():
            return None
        waiting = TaskState.objects.for_instance(page).filter(
            pk=known["task_state_id"], status=TaskState.STATUS_IN_PROGRESS
        )
        if waiting.exists():
            return None
        text = _("%(decision)s There was nothing left to decide.")
        messages.warning(request, text % {"decision": last_decision(page)})
        url = get_valid_next_url_from_request(request) or reverse(_FORM, args=[page.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": url})
        return redirect(url)

    @cached_property
    def root(self) -> str:
        return reverse("wagtailadmin_explore_root")

    def _decided_about(self, request: HttpRequest) -> int | None:
        if request.method != "POST" or not request.path_info.startswith(self.root):
            return None
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return None
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return None
        in_form = match.view_name == _FORM and request.POST.get(
            "action-workflow-action"
        )
        if in_form or match.view_name == _DIALOGUE:
            return int(match.kwargs["page_id"])
        return None


def _hold(page_id: int) -> None:
    """A row lock on PostgreSQL; on SQLite the transaction is the one that writes."""
    held = Page.objects.select_for_update(no_key=True).order_by()
    held.filter(pk=page_id).values_list("pk").first()


def last_decision(page: Page) -> str:
    """Who decided what about the page, in one sentence."""
    last = TaskState.objects.for_instance(page).exclude(finished_at=None)
    state = last.select_related("finished_by").order_by("-finished_at", "-pk").first()
    who = state.finished_by if state else None
    if who is None or state is None:
        return _("This page is no longer waiting for approval.")
    name = who.get_full_name() or who.get_username()
    if state.status == TaskState.STATUS_REJECTED:
        return _("%(who)s sent this page back before you.") % {"who": name}
    return _("%(who)s approved this page before you.") % {"who": name}
