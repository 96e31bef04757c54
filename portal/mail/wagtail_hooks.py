"""What outgoing mail adds to the admin. Imported by `portal.wagtail_hooks`."""

from django.contrib.auth.models import Permission
from django.http import HttpRequest
from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.mail.views import MailListView, send_again

VIEW = "portal.view_mailrecord"


class MailMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(VIEW)


@hooks.register("register_admin_urls")
def mail_urls() -> list:
    return [
        path("thu-gui/", MailListView.as_view(), name="outgoing_mail"),
        path(
            "thu-gui/ket-qua/",
            MailListView.as_view(results_only=True),
            name="outgoing_mail_results",
        ),
        path("thu-gui/<int:pk>/gui-lai/", send_again, name="outgoing_mail_again"),
    ]


@hooks.register("register_reports_menu_item")
def mail_menu_item() -> MailMenuItem:
    return MailMenuItem(
        _("Outgoing letters"),
        reverse_lazy("outgoing_mail"),
        name="outgoing-mail",
        icon_name="mail",
        order=700,
    )


@hooks.register("register_permissions")
def mail_permissions():
    """Lets a group be given the list, and the button, on the screen of groups."""
    return Permission.objects.filter(
        content_type__app_label="portal", content_type__model="mailrecord"
    )
