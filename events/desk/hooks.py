"""What the desk adds to the admin: addresses, menu, buttons, the panel at the start."""

from django.contrib.auth.models import Permission
from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets import HeaderButton, ListingButton
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from events import announcing
from events.desk import guards  # noqa: F401  registered by import
from events.desk.merging import MERGED
from events.desk.permissions import SEE_ACCESS, has_desk, may_edit
from events.desk.summary import summaries
from events.desk.urls import urlpatterns
from events.desk.views.base import LIST_TITLE
from events.models import EventPage

LABEL = _("Registrations")
NEXT = 5


class DeskMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return has_desk(request.user)


class AccessMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(SEE_ACCESS)


@hooks.register("register_admin_urls")
def desk_urls() -> list:
    return urlpatterns


@hooks.register("register_admin_menu_item")
def desk_menu_item() -> DeskMenuItem:
    return DeskMenuItem(
        LIST_TITLE,
        reverse_lazy("desk_events"),
        name="registrations",
        icon_name="group",
        order=220,
    )


@hooks.register("register_reports_menu_item")
def access_menu_item() -> AccessMenuItem:
    return AccessMenuItem(
        _("Who looked at attendee data"),
        reverse_lazy("access_log"),
        name="attendee-access",
        icon_name="view",
        order=710,
    )


@hooks.register("register_page_header_buttons")
def registrations_header_button(page: Page, user, view_name: str, next_url=None):
    if isinstance(page, EventPage) and may_edit(user, page):
        url = reverse("registrations", args=[page.pk])
        yield HeaderButton(LABEL, url, icon_name="group", priority=5)


@hooks.register("register_page_listing_buttons")
def registrations_listing_button(page: Page, user, next_url=None):
    if isinstance(page, EventPage) and may_edit(user, page):
        url = reverse("registrations", args=[page.pk])
        yield ListingButton(LABEL, url, icon_name="group", priority=5)


class MergedFormatter(LogFormatter):
    label = _("Merge agencies")

    def format_message(self, log_entry) -> str:
        text = gettext("“%(name)s” was merged into this agency")
        return text % {"name": log_entry.data["merged"]}


class DeskPanel(Component):
    """What waits for the organiser: conferences ahead, approvals, failed letters."""

    name = "conferences"
    template_name = "events/admin/desk_panel.html"
    order = 150

    class Media:
        css = {"all": ["portal/admin/desk.css"]}

    def get_context_data(self, parent_context) -> dict:
        user = parent_context["request"].user
        events = summaries(user, now=timezone.now(), limit=NEXT)
        for event in events:
            event.untold = announcing.untold_count(event.pk)
        return {"events": events, "desk_url": reverse("desk_events")}


@hooks.register("construct_homepage_panels")
def desk_panel(request: HttpRequest, panels: list) -> None:
    if has_desk(request.user):
        panels.append(DeskPanel())


@hooks.register("register_log_actions")
def merged_action(actions) -> None:
    actions.register_action(MERGED)(MergedFormatter)


@hooks.register("register_permissions")
def desk_permissions():
    """Lets a group be given them on the screen of groups."""
    return Permission.objects.filter(
        content_type__app_label="events",
        codename__in=("export_registration", "view_attendeeaccess"),
    )
