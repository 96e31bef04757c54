"""What organisers find in the admin: addresses, menu, buttons."""

from django.contrib.auth.models import Permission
from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button, HeaderButton, ListingButton
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from events.models import EventPage
from events.organising import (  # noqa: F401  registered by import
    page_guards,
    preparation,
)
from events.organising.agencies import MERGED
from events.organising.assignments import ASSIGNED
from events.organising.permissions import (
    ASSIGN,
    SEE_ACCESS,
    may_see,
    runs_conferences,
)
from events.organising.urls import urlpatterns
from events.organising.views.assignments import CHARGE
from events.organising.views.base import LIST_TITLE, STEPS

LABEL = _("Registrations")


class RegistrationsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return runs_conferences(request.user)


class AccessMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(SEE_ACCESS)


class AssignmentsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(ASSIGN)


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return urlpatterns


@hooks.register("register_admin_menu_item")
def registrations_menu_item() -> RegistrationsMenuItem:
    return RegistrationsMenuItem(
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


@hooks.register("register_settings_menu_item")
def assignments_menu_item() -> AssignmentsMenuItem:
    return AssignmentsMenuItem(
        _("In charge of conferences"),
        reverse_lazy("assignments"),
        name="assignments",
        icon_name="user",
        order=605,
    )


@hooks.register("register_user_listing_buttons")
def assignment_button(user, request_user):
    if request_user.has_perm(ASSIGN):
        url = reverse("assignment", args=[user.pk])
        yield Button(CHARGE, url, icon_name="calendar-alt", priority=15)


@hooks.register("register_page_header_buttons")
def registrations_header_button(page: Page, user, view_name: str, next_url=None):
    if isinstance(page, EventPage) and may_see(user, page):
        url = reverse("registrations", args=[page.pk])
        yield HeaderButton(LABEL, url, icon_name="group", priority=5)


@hooks.register("register_page_header_buttons")
def path_header_button(page: Page, user, view_name: str, next_url=None):
    if isinstance(page, EventPage) and may_see(user, page):
        url = reverse("event_path", args=[page.pk])
        yield HeaderButton(STEPS, url, icon_name="tasks", priority=6)


@hooks.register("register_page_listing_buttons")
def path_listing_button(page: Page, user, next_url=None):
    if isinstance(page, EventPage) and may_see(user, page):
        url = reverse("event_path", args=[page.pk])
        yield ListingButton(STEPS, url, icon_name="tasks", priority=6)


@hooks.register("register_page_listing_buttons")
def registrations_listing_button(page: Page, user, next_url=None):
    if isinstance(page, EventPage) and may_see(user, page):
        url = reverse("registrations", args=[page.pk])
        yield ListingButton(LABEL, url, icon_name="group", priority=5)


class MergedFormatter(LogFormatter):
    label = _("Merge agencies")

    def format_message(self, log_entry) -> str:
        text = gettext("“%(name)s” was merged into this agency")
        return text % {"name": log_entry.data["merged"]}


class AssignedFormatter(LogFormatter):
    label = _("Change what they are in charge of")

    def format_message(self, log_entry) -> str:
        text = gettext("In charge of conferences: %(count)d")
        return text % {"count": log_entry.data["conferences"]}


@hooks.register("register_log_actions")
def merged_action(actions) -> None:
    actions.register_action(MERGED)(MergedFormatter)
    actions.register_action(ASSIGNED)(AssignedFormatter)


@hooks.register("register_permissions")
def register_permissions():
    """Lets a group be given them on the screen of groups."""
    return Permission.objects.filter(
        content_type__app_label="events",
        codename__in=(
            "change_assignment",
            "export_registration",
            "see_attendees",
            "view_attendeeaccess",
        ),
    )
