"""What the time after a conference adds to the admin: screens, menu, permission."""

from django.contrib.auth.models import Permission
from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter

from events.enums import PaperKind
from events.reports import steps  # noqa: F401  registered by import
from events.reports.admin_urls import urlpatterns
from events.reports.history import REPORT
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


class ReportFormatter(LogFormatter):
    label = _("Download the report")

    def format_message(self, log_entry) -> str:
        return gettext("Report downloaded, with %(present)s present") % log_entry.data


@hooks.register("register_log_actions")
def report_actions(actions) -> None:
    actions.register_action(REPORT)(ReportFormatter)


@hooks.register("register_permissions")
def register_permissions():
    """Lets a group be given the templates."""
    return Permission.objects.filter(
        content_type__app_label="events", codename="change_papertemplate"
    )
