"""Open data: the page that names it, and the bulk files."""

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from guides.models import BulkFile, OpenDataPage
from guides.open_data.addresses import addresses
from guides.open_data.collections import COLLECTIONS
from guides.open_data.openapi import description
from portal.file_names import saved_as
from portal.models import SiteSettings
from portal.page_views import page_context

_TYPES = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}


@page_context(OpenDataPage)
def open_data(page: OpenDataPage, request: HttpRequest) -> dict:
    """Each collection with the files there are, and every address."""
    files = BulkFile.objects.in_bulk(field_name="name")
    return {
        "collections": [
            {
                "title": one.title,
                "fields": one.fields,
                "files": [
                    file
                    for ending in _TYPES
                    if (file := files.get(f"{one.name}.{ending}"))
                ],
            }
            for one in COLLECTIONS
        ],
        "has_files": bool(files),
        "addresses": addresses(),
    }


@require_safe
def bulk_file(request: HttpRequest, name: str) -> FileResponse:
    """The newest file of that name, for anybody from anywhere; 404 where none is."""
    row = BulkFile.objects.filter(name=name).first()
    if row is None:
        raise Http404
    try:
        content = default_storage.open(row.stored_as)
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(content, content_type=_TYPES[name.rpartition(".")[2]])
    response["Content-Disposition"] = saved_as(name)
    response["Access-Control-Allow-Origin"] = "*"
    response["ETag"] = f'"{row.sha256}"'
    patch_cache_control(response, public=True, max_age=3600)
    return response


@require_safe
def openapi(request: HttpRequest) -> JsonResponse:
    """Every address for programs, as OpenAPI 3.1."""
    house, _lines = SiteSettings.for_request(request, timezone.localdate())
    page = OpenDataPage.objects.live().public().first()
    terms = (page.get_full_url(request) if page else "") or f"{settings.SITE_URL}/"
    response = JsonResponse(
        description(
            site_url=settings.SITE_URL,
            name=house.portal_name,
            terms_url=terms,
            email=house.email,
        ),
        json_dumps_params={"ensure_ascii": False},
    )
    response["Access-Control-Allow-Origin"] = "*"
    patch_cache_control(response, public=True, max_age=3600)
    return response
