"""What the news adds to the admin: the screen that imports an article."""

from django.http import HttpRequest
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import HeaderButton
from wagtail.models import Page

from events.models import ConferenceSeriesPage
from home import conference_steps  # noqa: F401  registered by import
from home.handbook import hooks as handbook  # noqa: F401  registered by import
from home.views.conference_news import ConferenceNewsView, SeriesNewsView
from home.views.importer import ImportArticleView, target_index


class ImportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return target_index(request.user) is not None


@hooks.register("register_admin_urls")
def import_urls() -> list:
    return [
        path("nhap-bai/", ImportArticleView.as_view(), name="import_article"),
        path(
            "hoi-nghi/<int:event_id>/soan-tin/",
            ConferenceNewsView.as_view(),
            name="conference_news",
        ),
        path(
            "dot-hoi-nghi/<int:series_id>/soan-tin/",
            SeriesNewsView.as_view(),
            name="series_news",
        ),
    ]


@hooks.register("register_page_header_buttons")
def series_news_button(page: Page, user, view_name: str, next_url=None):
    is_held = isinstance(page, ConferenceSeriesPage) and page.ends_on
    if is_held and page.ends_on < timezone.localdate() and target_index(user):
        url = reverse("series_news", args=[page.pk])
        yield HeaderButton(_("Draft the news"), url, icon_name="edit", priority=7)


@hooks.register("register_admin_menu_item")
def import_menu_item() -> ImportMenuItem:
    return ImportMenuItem(
        _("Import an article"),
        reverse_lazy("import_article"),
        name="import-article",
        icon_name="download",
        order=150,
    )
