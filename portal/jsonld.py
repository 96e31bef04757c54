"""Pages as schema.org data, for search engines."""

import json

from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from portal.models import SiteSettings

# `<`, `>` and `&` could end the script element the data stands in.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def script(data: dict) -> SafeString:
    """Return the data as JSON that is safe inside a script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308  escaped just above


def absolute(request: HttpRequest, url: str | None) -> str:
    """Return the full address of a URL of ours."""
    return request.build_absolute_uri(url or "/")


def web_page(page, request: HttpRequest, schema_type: str | None = None) -> dict:
    """Return what is true of any page: name, address, language, dates."""
    data = {
        "@context": "https://schema.org",
        "@type": schema_type or page.schema_type,
        "name": page.full_title,
        "url": absolute(request, page.get_url(request)),
        "inLanguage": "vi",
    }
    if page.description:
        data["description"] = page.description
    if page.first_published_at:
        data["datePublished"] = page.first_published_at.isoformat()
    if page.updated_at:
        data["dateModified"] = page.updated_at.isoformat()
    return data


def publisher(name: str, url: str) -> dict:
    """Return the unit that answers for the content."""
    return {"@type": "GovernmentOrganization", "name": name, "url": url}


def office(request: HttpRequest) -> dict:
    """Return the unit that runs the portal."""
    settings, _lines = SiteSettings.for_request(request, timezone.localdate())
    return publisher(settings.unit_name, absolute(request, "/"))


def newsroom(page, request: HttpRequest) -> dict:
    """Return publisher and picture of an article."""
    data = {"publisher": office(request)}
    if page.cover and (image := page.cover.share_url):
        data["image"] = absolute(request, image)
    return data
