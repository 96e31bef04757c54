"""What the time after a conference adds to the admin: screens, menu, permission."""

from django.contrib.auth.models import Permission
from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import HeaderButton
from wagtail.models import Page

from events.enums import PaperKind
from events.models import EventPage
from events.organising.permissions import may_see
from events.reports import steps  # noqa: F401  registered by import
from events.reports.admin_urls import urlpatterns
from events.reports.views.templates import CHANGE


class TemplatesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(CHANGE)


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return urlpatterns


@hooks.register("register_settings_menu_item")
def templates_menu_item() -> TemplatesMenuItem:
    return TemplatesMenuItem(
        _("Word templates"),
        reverse_lazy("paper_template", args=[PaperKind.REPORT.value]),
        name="paper-templates",
        icon_name="doc-full",
        order=610,
    )


@hooks.register("register_page_header_buttons")
def afterwards_header_button(page: Page, user, view_name: str, next_url=None):
    if isinstance(page, EventPage) and may_see(user, page):
        url = reverse("afterwards", args=[page.pk])
        yield HeaderButton(
            _("After the conference"), url, icon_name="tasks", priority=6
        )


@hooks.register("register_permissions")
def register_permissions():
    """Lets a group be given the templates."""
    return Permission.objects.filter(
        content_type__app_label="events", codename="change_papertemplate"
    )
