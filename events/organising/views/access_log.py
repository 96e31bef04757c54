"""Who looked at attendees' data, for those who watch over it."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from events.enums import Seen
from events.models import AttendeeAccess
from events.organising.permissions import sees_all, visible_events


class AccessFilterSet(WagtailFilterSet):
    username = django_filters.CharFilter(label=_("User"))
    what = django_filters.ChoiceFilter(choices=Seen.choices, label=_("What was seen"))
    at = django_filters.DateFromToRangeFilter(
        label=_("Day"), widget=DateRangePickerWidget
    )

    class Meta:
        model = AttendeeAccess
        fields: list[str] = []


class AccessLogView(PermissionCheckedMixin, BaseListingView):
    permission_policy = ModelPermissionPolicy(AttendeeAccess)
    permission_required = "view"
    template_name = "wagtailadmin/generic/index.html"
    page_title = _("Who looked at attendee data")
    header_icon = "view"
    index_url_name = "access_log"
    index_results_url_name = "access_log_results"
    filterset_class = AccessFilterSet
    paginate_by = 50
    is_searchable = False
    columns = [
        DateColumn("at", label=_("When")),
        Column("username", label=_("User")),
        Column("what", label=_("What was seen"), accessor="get_what_display"),
        Column("event", label=_("Conference"), accessor="event.title"),
        Column("how_many", label=_("People")),
        Column("asked", label=_("Narrowed by, code or kind of file")),
    ]

    def get_base_queryset(self):
        rows = AttendeeAccess.objects.select_related("event")
        if not sees_all(self.request.user):
            seen = visible_events(self.request.user).order_by().values("pk")
            rows = rows.filter(event__in=seen)
        return rows.order_by("-at", "-pk")
