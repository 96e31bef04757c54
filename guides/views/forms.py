"""Forms: their list, the page of one, and its files."""

from typing import Any

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
)
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from guides.first_pages.kept import drawn_of
from guides.form_list import FormList
from guides.form_rows import rows_of
from guides.models import FormIndexPage, FormPage
from guides.steps import places_of
from guides.views.guides import root_path_of
from portal.file_names import saved_as
from portal.models import PortalDocument
from portal.page_views import page_context, page_view
from portal.share_cards import ShareCard, share_card

_YEAR = 365 * 24 * 3600
_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@page_context(FormIndexPage)
def listing(index: FormIndexPage, request: HttpRequest) -> dict:
    return FormList(
        request.GET,
        base_url=index.get_url(request) or "",
        on=timezone.localdate(),
        root_path=root_path_of(request),
    ).context()


@page_context(FormPage)
def form(page: FormPage, request: HttpRequest) -> dict:
    """The form as its row in the list, and the guides that ask for it."""
    rows = rows_of(
        FormPage.objects.filter(pk=page.pk),
        on=timezone.localdate(),
        root_path=root_path_of(request),
    )
    return {"form_row": rows.get(page.pk), "used_in": places_of(page.pk)}


@share_card(FormPage)
def form_card(page: FormPage) -> ShareCard:
    """Title alone: which version is the newest changes."""
    return ShareCard(title=page.full_title, kicker=_("Form"))


@page_view(FormPage, "tep/<int:place>/", name="file")
def file(page: FormPage, request: HttpRequest, place: int) -> HttpResponseBase:
    """One of the form's files under the form's own name; 404 where there is none.

    A file of a private collection is left to the view that asks who may see it.
    """
    document = _document(page, place)
    if document.collection.get_view_restrictions():
        return HttpResponseRedirect(document.url)
    try:
        content = document.file.storage.open(document.file.name)
    except FileNotFoundError as error:
        raise Http404 from error
    ending = document.file_extension.lower()
    response = FileResponse(
        content, content_type=_TYPES.get(ending, "application/octet-stream")
    )
    response["Content-Disposition"] = saved_as(f"{page.title}.{ending}")
    response["X-Content-Type-Options"] = "nosniff"
    return response


@page_view(FormPage, "tep/<int:place>/trang-dau/<slug:mark>/", name="first-page")
def first_page(
    page: FormPage, request: HttpRequest, place: int, mark: str
) -> HttpResponse:
    """How that file begins, as a picture; 404 where none is drawn of this content."""
    document = _document(page, place)
    row = drawn_of([document]).get(document.pk)
    if row is None or mark != document.sha256[:12]:
        raise Http404
    response = HttpResponse(bytes(row.picture), content_type="image/webp")
    patch_cache_control(response, public=True, max_age=_YEAR, immutable=True)
    return response


def _document(page: FormPage, place: int) -> PortalDocument:
    """Of the form's files the one at that place, from 1 on."""
    rows: Any = list(page.files.all().select_related("document__collection"))
    if not 1 <= place <= len(rows):
        raise Http404
    return rows[place - 1].document
