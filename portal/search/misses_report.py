"""What editors are told of searches that found nothing."""

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.permission_policies import ModelPermissionPolicy

from portal.models import SearchMiss
from portal.search.misses import most_missed

SHOWN = timedelta(days=90)


class MissesView(IndexView):
    """Words that led nowhere in the last three months: what to write, or to link."""

    model = SearchMiss
    permission_policy = ModelPermissionPolicy(SearchMiss)
    any_permission_required = ["view"]
    page_title = _("Searches without result")
    header_icon = "search"
    index_url_name = "search_misses"
    index_results_url_name = "search_misses_results"
    paginate_by = 50
    default_ordering = None
    is_searchable = False

    @cached_property
    def columns(self) -> list[Column]:
        return [
            Column("words", label=_("Words, without accents")),
            Column("times", label=_("How often")),
            Column("last", label=_("Last on")),
        ]

    def get_base_queryset(self) -> QuerySet[SearchMiss, Any]:
        return most_missed(timezone.localdate() - SHOWN)


class MissesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("portal.view_searchmiss")


@hooks.register("register_admin_urls")
def misses_urls() -> list[URLPattern]:
    return [
        path("tim-khong-ra/", MissesView.as_view(), name="search_misses"),
        path(
            "tim-khong-ra/ket-qua/",
            MissesView.as_view(results_only=True),
            name="search_misses_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def misses_menu_item() -> MissesMenuItem:
    return MissesMenuItem(
        _("Searches without result"),
        reverse_lazy("search_misses"),
        name="search-misses",
        icon_name="search",
        order=710,
    )
