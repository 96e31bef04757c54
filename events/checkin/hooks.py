"""What the day adds to the admin: its addresses, and the way to them."""

from django.urls import reverse
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.widgets import HeaderButton
from wagtail.models import Page

from events.checkin import steps  # noqa: F401  registered by import
from events.checkin.admin_urls import urlpatterns
from events.models import EventPage
from events.organising.permissions import may_see

LABEL = pgettext_lazy("door", "Attendance")


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return urlpatterns


@hooks.register("register_page_header_buttons")
def attendance_header_button(page: Page, user, view_name: str, next_url=None):
    if isinstance(page, EventPage) and may_see(user, page):
        url = reverse("attendance", args=[page.pk])
        yield HeaderButton(LABEL, url, icon_name="check", priority=7)
