"""The editor's screen of the changes an act's text proposes."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages

from documents.acts.admin.proposal_rows import Row, row_of
from documents.acts.proposal_states import proposals_of
from documents.acts.proposals import accept, refuse, restore
from documents.models import ProposalState, RegulationPage

_VERBS: dict[str, Callable[..., int]] = {
    "accept": accept,
    "refuse": refuse,
    "restore": restore,
}


@hooks.register("register_admin_urls")
def proposal_urls() -> list:
    address = "van-ban/<int:page_id>/hieu-luc-de-xuat/"
    return [path(address, effect_proposals, name="effect_proposals")]


def effect_proposals(request: HttpRequest, page_id: int) -> HttpResponse:
    """What the draft proposes; with POST, decisions on the rows that are ticked."""
    page = get_object_or_404(RegulationPage, pk=page_id)
    allowed = page.permissions_for_user(request.user)
    if not allowed.can_edit() or page.alias_of_id:
        raise PermissionDenied
    if request.method == "POST":
        if allowed.page_locked():
            messages.error(request, _("The page is locked: nothing was changed."))
        else:
            _decide(request, page)
        return redirect("effect_proposals", page.pk)
    draft = page.get_latest_revision_as_object()
    rows = [row_of(one, page.pk) for one in proposals_of(draft)]
    by_state: dict[ProposalState, list[Row]] = {state: [] for state in ProposalState}
    for row in rows:
        by_state[row.read.state].append(row)
    context = {
        "act": draft,
        "waiting": by_state[ProposalState.WAITING],
        "accepted": by_state[ProposalState.ACCEPTED],
        "refused": by_state[ProposalState.REFUSED],
        "can_accept": any(
            row.read.can_be_accepted for row in by_state[ProposalState.WAITING]
        ),
        "edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "has_text": bool(draft.text.strip()),
    }
    return render(request, "documents/admin/effect_proposals.html", context)


def _decide(request: HttpRequest, page: RegulationPage) -> None:
    """One row's own button, or a button for all that are ticked."""
    verb, keys = _asked(request)
    if not verb:
        messages.warning(request, _("Tick what is to be decided first."))
        return
    count = _VERBS[verb](page.pk, keys, request.user, now=timezone.now())
    if verb == "accept" and count:
        say_accepted(request, count)
    elif count:
        message = ngettext("%(count)s row decided.", "%(count)s rows decided.", count)
        messages.success(request, message % {"count": count})
    left = len(set(keys)) - count
    if left:
        message = ngettext(
            "%(count)s row was left as it is: the text has changed meanwhile, or "
            "something stands in its way.",
            "%(count)s rows were left as they are: the text has changed meanwhile, or "
            "something stands in their way.",
            left,
        )
        messages.warning(request, message % {"count": left})


def say_accepted(request: HttpRequest, count: int) -> None:
    message = ngettext(
        "%(count)s effect is in the draft. It counts when the act is published.",
        "%(count)s effects are in the draft. They count when the act is published.",
        count,
    )
    messages.success(request, message % {"count": count})


def _asked(request: HttpRequest) -> tuple[str, list[str]]:
    for verb in _VERBS:
        if one := request.POST.get(f"{verb}-one"):
            return verb, [one]
    for verb in _VERBS:
        if verb in request.POST and (keys := request.POST.getlist("key")):
            return verb, keys
    return "", []
