"""Who may see and change what of an initiative is private."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.log_actions import log

from documents.initiatives.admin.forms import AuthorFormSet, ConfidentialForm, stored
from documents.initiatives.authors import replace_authors, store_confidential
from documents.models import InitiativePage

PERMISSION = "documents.change_initiativeauthor"
CHANGED = "documents.private_changed"


def may_see_private(user, page: InitiativePage) -> bool:
    """The permission, and the right to edit this very page."""
    return user.has_perm(PERMISSION) and page.permissions_for_user(user).can_edit()


def private_part(request: HttpRequest, page_id: int) -> HttpResponse:
    """Authors, their private data and the confidential part of one initiative."""
    page = get_object_or_404(InitiativePage, pk=page_id)
    if not may_see_private(request.user, page):
        raise PermissionDenied
    authors, text = stored(page.pk)
    posted = request.POST if request.method == "POST" else None
    formset = AuthorFormSet(posted, initial=authors, prefix="tac-gia")
    part = ConfidentialForm(posted, initial={"text": text}, prefix="bao-mat")
    if posted is not None:
        if formset.is_valid() & part.is_valid():
            _save(request, page, formset, part)
            return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        messages.error(request, _("Nothing was saved: mend what is marked below."))
    response = TemplateResponse(
        request,
        "documents/admin/initiative_private.html",
        {"initiative": page, "formset": formset, "part": part},
    )
    add_never_cache_headers(response)
    return response


@transaction.atomic
def _save(request: HttpRequest, page: InitiativePage, formset, part) -> None:
    replace_authors(page.pk, formset.authors)
    store_confidential(page.pk, part.cleaned_data["text"], now=timezone.now())
    # That it was changed, never what: the log is read by more people.
    log(instance=page, action=CHANGED, user=request.user)
    messages.success(request, _("Authors and confidential part saved."))
