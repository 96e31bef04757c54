"""Requests in the admin: addresses and menu."""

from django.contrib.auth.models import Permission
from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from events.models import DataRequest
from events.privacy.admin_urls import urlpatterns
from events.privacy.admin_views import ANSWER
from events.privacy.days_off import days_off


class RequestsMenuItem(MenuItem):
    """Says how many wait for an answer, or rather how many wait too long."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(ANSWER)

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        # The item itself serves every request: only what is drawn has the number.
        drawn = super().render_component(request)
        drawn.label = _counted(str(self.label))
        return drawn


def _counted(label: str) -> str:
    waiting, late = DataRequest.objects.tally(timezone.now())
    if late:
        text = ngettext(
            "%(count)d overdue: %(label)s", "%(count)d overdue: %(label)s", late
        )
        return text % {"label": label, "count": late}
    return f"{label} ({waiting})" if waiting else label


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return urlpatterns


@hooks.register("register_admin_viewset")
def days_off_viewset():
    return days_off


@hooks.register("register_admin_menu_item")
def requests_menu_item() -> RequestsMenuItem:
    return RequestsMenuItem(
        _("Data requests"),
        reverse_lazy("data_requests"),
        name="data-requests",
        icon_name="key",
        order=225,
    )


@hooks.register("register_permissions")
def register_permissions():
    """Lets a group be given them on the screen of groups."""
    return Permission.objects.filter(
        content_type__app_label="events",
        content_type__model__in=("datarequest", "holiday"),
    )
