"""Uploaded pictures, where no web server or object store stands in front."""

import posixpath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve as serve_file

# Original uploads are for the admin; readers get renditions and no documents:
# those pass the view that checks whether a collection is private.
PUBLIC_FOLDERS = ("images/", "original_images/")


@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer a picture under the media root; anything else there is a 404."""
    if posixpath.normpath(path) != path or not path.startswith(PUBLIC_FOLDERS):
        raise Http404
    response = serve_file(request, path, document_root=settings.MEDIA_ROOT)
    patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    response["X-Content-Type-Options"] = "nosniff"
    return response
