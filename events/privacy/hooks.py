"""Requests in the admin: addresses, menu, the panel at the start."""

from django.contrib.auth.models import Permission
from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.sidebar import LinkMenuItem

from events.models import DataRequest
from events.privacy.admin_urls import urlpatterns
from events.privacy.admin_views import ANSWER, state_of
from events.privacy.days_off import days_off

NEXT = 5


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


class RequestsPanel(Component):
    """The requests nobody has answered yet, the most urgent first."""

    name = "data_requests"
    template_name = "events/privacy/home_panel.html"
    order = 140

    class Media:
        css = {"all": ["portal/admin/desk.css"]}

    def get_context_data(self, parent_context) -> dict:
        now = timezone.now()
        rows = list(DataRequest.objects.unanswered().order_by("due_at", "pk")[:NEXT])
        return {
            "rows": [{"asked": row, "state": state_of(row, now)} for row in rows],
            "all_url": reverse("data_requests"),
        }


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


@hooks.register("construct_homepage_panels")
def requests_panel(request: HttpRequest, panels: list) -> None:
    if request.user.has_perm(ANSWER) and DataRequest.objects.unanswered().exists():
        panels.append(RequestsPanel())


@hooks.register("register_permissions")
def register_permissions():
    """Lets a group be given them on the screen of groups."""
    return Permission.objects.filter(
        content_type__app_label="events",
        content_type__model__in=("datarequest", "holiday"),
    )
