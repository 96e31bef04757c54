"""What the news adds to the admin: the screen that imports an article."""

from django.http import HttpRequest
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import HeaderButton
from wagtail.log_actions import LogFormatter
from wagtail.models import Page, WorkflowState

from events.models import ConferenceSeriesPage, EventPage
from home import conference_steps  # noqa: F401  registered by import
from home.conference_draft import DRAFTED
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


class DraftFormatter(LogFormatter):
    label = _("Draft the news")

    def format_message(self, log_entry) -> str:
        return gettext("News drafted: “%(title)s”") % log_entry.data


@hooks.register("register_log_actions")
def news_actions(actions) -> None:
    actions.register_action(DRAFTED)(DraftFormatter)


@hooks.register("construct_page_action_menu")
def decide_where_a_decision_is_asked(
    items: list, request: HttpRequest, context
) -> None:
    """Of a page in moderation the menu offers no way around *Approve*.

    Published beside it, the history would not say who approved.
    """
    page = context.get("page")
    state = page.current_workflow_state if page else None
    if state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        items[:] = [one for one in items if one.name != "action-publish"]


@hooks.register("register_page_header_buttons")
def news_button(page: Page, user, view_name: str, next_url=None):
    """The news of what is over, for those who write it and see no attendees."""
    if isinstance(page, ConferenceSeriesPage):
        url = reverse("series_news", args=[page.pk])
    elif isinstance(page, EventPage):
        url = reverse("conference_news", args=[page.pk])
    else:
        return
    is_held = page.live and page.ends_on and page.ends_on < timezone.localdate()
    if is_held and target_index(user):
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
