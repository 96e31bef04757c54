"""The administrators' screen of health. Imported by `portal.wagtail_hooks`."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.views.health import overview


class HealthMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.is_superuser


@hooks.register("register_admin_urls")
def health_urls() -> list[URLPattern]:
    return [path("tinh-trang/", overview, name="portal_health")]


@hooks.register("register_reports_menu_item")
def health_menu_item() -> HealthMenuItem:
    return HealthMenuItem(
        _("How the portal is"),
        reverse_lazy("portal_health"),
        name="portal-health",
        icon_name="info-circle",
        order=900,
    )
