"""The admin's one click that corrects a citation."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

from documents.citing.repair import TextChanged, correct


@require_POST
def correct_citation(request: HttpRequest, page_id: int) -> HttpResponse:
    """Mend one slip of the latest draft and go back to the editor's screen.

    The button belongs to the page's own form: what was typed is saved first. Where it
    cannot be, the editor's screen says why, with all that was typed, and nothing is
    mended.
    """
    page = get_object_or_404(Page, pk=page_id).specific
    allowed = page.permissions_for_user(request.user)
    if not allowed.can_edit() or page.alias_of_id:
        raise Http404
    back = redirect(reverse("wagtailadmin_pages:edit", args=(page.pk,)))
    if allowed.page_locked():
        messages.error(request, _("The page is locked: nothing was changed."))
        return back
    if "title" in request.POST:
        saved = EditView.as_view()(request, page.pk)
        if saved.status_code != HTTPStatus.FOUND:
            return saved
    try:
        done, _revision = correct(
            page.pk, request.POST.get("correction", ""), request.user
        )
    except TextChanged:
        messages.warning(
            request,
            _(
                "The text has changed since this list was made: nothing was mended. "
                "Here is the list for the text as it is now."
            ),
        )
    else:
        messages.success(
            request,
            _("“%(printed)s” now reads “%(replacement)s” in the draft.")
            % {"printed": done.printed, "replacement": done.replacement},
        )
    return back
