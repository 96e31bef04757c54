"""What initiatives add to the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets import HeaderButton
from wagtail.models import Page

from documents.initiatives.admin.listing import InitiativeViewSet, initiative_viewset
from documents.initiatives.admin.views import CHANGED, may_see_private, private_part
from documents.initiatives.importing.screens import initiative_importer
from documents.models import InitiativePage
from portal.importing.views import importer_urls


@hooks.register("register_admin_viewset")
def initiative_listing() -> InitiativeViewSet:
    return initiative_viewset


@hooks.register("register_admin_urls")
def private_urls() -> list:
    address = "sang-kien/<int:page_id>/tac-gia/"
    private = path(address, private_part, name="initiative_private")
    return [private, *importer_urls(initiative_importer, "sang-kien/nhap-bang/")]


@hooks.register("register_page_header_buttons")
def private_button(page: Page, user, view_name: str, next_url=None):
    if isinstance(page, InitiativePage) and page.pk and may_see_private(user, page):
        url = reverse("initiative_private", args=[page.pk])
        label = gettext_lazy("Authors and confidential part")
        yield HeaderButton(label, url, icon_name="group", priority=5)


@hooks.register("register_log_actions")
def log_actions(actions) -> None:
    actions.register_action(
        CHANGED,
        gettext_lazy("Change authors or confidential part"),
        gettext_lazy("Authors or confidential part changed"),
    )
