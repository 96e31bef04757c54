"""What header and footer of every page need, read once per request."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from portal.models import SiteSettings
from portal.page_tree import navigation
from portal.pdf import available
from portal.sites import site_of


def chrome(request: HttpRequest) -> dict:
    """Return the page frame's values; each costs its query only where shown."""
    if request.path.startswith("/admin/"):
        return {}
    today = timezone.localdate()
    site = site_of(request)
    if site is None:
        return {"today": today}
    around = SimpleLazyObject(lambda: SiteSettings.for_request(request, today))
    return {
        "today": today,
        "site_settings": SimpleLazyObject(lambda: around[0]),
        "banner_lines": SimpleLazyObject(lambda: around[1]),
        "menu_items": SimpleLazyObject(lambda: navigation.menu(request, site)),
        "footer_links": SimpleLazyObject(lambda: navigation.footer(request, site)),
        "breadcrumbs": SimpleLazyObject(lambda: navigation.breadcrumbs(request, site)),
        "canonical_url": request.build_absolute_uri(request.path),
        "pdf_available": available(),
        "offline_reading": settings.OFFLINE_READING,
    }
