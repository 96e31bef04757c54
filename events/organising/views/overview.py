"""The conferences somebody runs, with how they stand."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from events.organising.permissions import KEEP_AGENCIES, may_merge, runs_conferences
from events.organising.summary import summaries
from events.organising.views.base import LIST_TITLE

MOST = 100


class EventsView(WagtailAdminTemplateMixin, TemplateView):
    """Those to come, the soonest first; those that were, on request."""

    template_name = "events/admin/events.html"
    page_title = LIST_TITLE
    header_icon = "group"

    def dispatch(self, request, *args, **kwargs):
        if not runs_conferences(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def is_past(self) -> bool:
        return self.request.GET.get("xem") == "da-qua"

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        user = self.request.user
        return super().get_context_data(
            **kwargs,
            events=summaries(user, now=timezone.now(), past=self.is_past, limit=MOST),
            is_past=self.is_past,
            may_map=user.has_perm(KEEP_AGENCIES),
            may_merge=may_merge(user),
        )
