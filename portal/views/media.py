"""Uploaded pictures, where no web server stands in front of their folder."""

import posixpath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve as serve_file

from portal.guard.responses import private
from portal.models import PortalImage

ORIGINALS = "original_images/"
# Readers get pictures and no documents: those pass the view that checks whether a
# collection is private.
PUBLIC_FOLDERS = ("images/", ORIGINALS)


@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer a picture of the media storage; anything else there is a 404.

    An original of a private collection is a 404 for who may not see the collection.
    """
    if posixpath.normpath(path) != path or not path.startswith(PUBLIC_FOLDERS):
        raise Http404
    guarded = path.startswith(ORIGINALS) and _is_guarded(request, path)
    response = _read(request, path)
    if guarded:
        private(response)
    else:
        patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _is_guarded(request: HttpRequest, path: str) -> bool:
    """Whether the original belongs to a private collection; 404 unless it is open."""
    image = PortalImage.objects.filter(file=path).select_related("collection").first()
    restrictions = image.collection.get_view_restrictions() if image else []
    if not all(one.accept_request(request) for one in restrictions):
        raise Http404
    return bool(restrictions)


def _read(request: HttpRequest, path: str) -> HttpResponse | FileResponse:
    try:
        default_storage.path("")
    except NotImplementedError:
        return _read_from_bucket(path)
    return serve_file(request, path, document_root=default_storage.location)


def _read_from_bucket(path: str) -> FileResponse:
    """Files of a bucket have no place on this machine."""
    try:
        return FileResponse(default_storage.open(path))
    except (FileNotFoundError, SuspiciousFileOperation) as error:
        raise Http404 from error
