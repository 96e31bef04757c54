"""The editor's screen that confirms that an act ended with the one it implements."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from documents.acts.ended_parents import end_with_parent
from documents.models import RegulationPage
from documents.models.dependants import EndedParent, ended_parents


@hooks.register("register_admin_urls")
def ends_with_parent_urls() -> list:
    address = "van-ban/<int:act_id>/het-hieu-luc-theo/<int:parent_id>/"
    return [path(address, ends_with_parent, name="ends_with_parent")]


def ends_with_parent(request: HttpRequest, act_id: int, parent_id: int) -> HttpResponse:
    """What the law says of the two; with POST, the effect in the parent's draft."""
    case = _case(act_id, parent_id)
    for page in (case.act, case.parent):
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
    if request.method != "POST":
        context = {"doubt": case}
        return render(request, "documents/admin/ends_with_parent.html", context)
    if case.parent.permissions_for_user(request.user).page_locked():
        messages.error(request, _("The page is locked: nothing was changed."))
    elif end_with_parent(case, request.user):
        message = _("The effect is in the draft of %(act)s. It counts when published.")
        messages.success(request, message % {"act": case.parent.symbol})
    else:
        messages.warning(request, _("The draft has this effect already."))
    return redirect("wagtailadmin_pages:edit", case.parent.pk)


def _case(act_id: int, parent_id: int) -> EndedParent:
    act = RegulationPage.objects.filter(pk=act_id).first()
    found = (
        ended_parents(RegulationPage.objects.all(), timezone.localdate(), about=act)
        if act
        else []
    )
    for case in found:
        is_it = (case.act.pk, case.parent.pk) == (act_id, parent_id)
        if is_it and case.law and case.law.falls:
            return case
    raise Http404
