"""The list on the admin's home, why a draft came back, and what a decision did."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.models import Page, WorkflowState

from portal.errands.approvals import reason_for
from portal.errands.decisions import last_decision
from portal.errands.panel import ErrandsPanel
from portal.errands.reasons import SEND_BACK


@hooks.register("construct_homepage_panels")
def errands_panel(request: HttpRequest, panels: list) -> None:
    """In place of Wagtail's own list of drafts to approve, which it contains."""
    panels[:] = [
        panel
        for panel in panels
        if not isinstance(panel, WorkflowObjectsToModeratePanel)
    ]
    panels.append(ErrandsPanel())


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def say_why_it_came_back(request: HttpRequest, instance) -> None:
    """Each time the form is opened, until the draft is submitted again."""
    if request.method != "GET" or not request.accepts("text/html"):
        return
    state = getattr(instance, "current_workflow_state", None)
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return
    if task := state.current_task_state:
        text = _("Sent back. %(reason)s Mend it, then submit it again.")
        messages.warning(request, text % {"reason": reason_for(task)})


@hooks.register("before_edit_page")
def keep_what_came_too_late(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Somebody else decided while the form was open: say so, and lose no words.

    Wagtail would look for the step that is over, and fail. The page is held meanwhile:
    `DecisionMiddleware`.
    """
    if request.method != "POST" or not request.POST.get("action-workflow-action"):
        return None
    if page.current_workflow_task is not None:
        return None
    words = {"decision": last_decision(page)}
    draft = page.get_latest_revision_as_object()
    form_class = draft.get_edit_handler().get_form_class()
    form = form_class(
        request.POST, request.FILES, instance=draft, for_user=request.user
    )
    if not form.has_changed():
        text = _("%(decision)s There was nothing left to decide.")
        messages.warning(request, text % words)
        return redirect("wagtailadmin_pages:edit", page.pk)
    # Without the action Wagtail saves a draft, which readers do not see. The type is
    # of requests that nobody changes; those of Django can be.
    posted = request.POST.copy()
    del posted["action-workflow-action"]
    request.POST = posted  # type: ignore[assignment]
    text = _("%(decision)s Your changes are kept as a draft; submit it to publish.")
    messages.warning(request, text % words)
    return None


@hooks.register("after_edit_page")
def say_what_was_decided(request: HttpRequest, page: Page) -> None:
    """In place of Wagtail's words, which are those of any page that was saved."""
    if request.method != "POST" or not request.POST.get("action-workflow-action"):
        return
    # Reading them takes them out; what is not Wagtail's success is put back.
    for message in list(messages.get_messages(request)):
        if message.level != messages.SUCCESS:
            messages.add_message(request, message.level, message.message)
    words = {"title": page.get_admin_display_title()}
    if request.POST.get("workflow-action-name") == SEND_BACK:
        text = _("“%(title)s” was sent back, with your reason.")
    elif _is_public(page):
        text = _("“%(title)s” was approved and is published.")
    else:
        text = _("“%(title)s” was approved.")
    messages.success(request, text % words)


def _is_public(page: Page) -> bool:
    """Whether readers have what was approved; the row knows, not the page in hand."""
    rows = Page.objects.filter(pk=page.pk, live=True, has_unpublished_changes=False)
    return rows.exists()
