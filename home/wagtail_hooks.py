"""What the news adds to the admin: the screen that imports an article."""

from django.http import HttpRequest
from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.handbook import hooks as handbook  # noqa: F401  registered by import
from home.views.importer import ImportArticleView, target_index


class ImportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return target_index(request.user) is not None


@hooks.register("register_admin_urls")
def import_urls() -> list:
    return [path("nhap-bai/", ImportArticleView.as_view(), name="import_article")]


@hooks.register("register_admin_menu_item")
def import_menu_item() -> ImportMenuItem:
    return ImportMenuItem(
        _("Import an article"),
        reverse_lazy("import_article"),
        name="import-article",
        icon_name="download",
        order=150,
    )
