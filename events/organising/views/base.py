"""What every screen of one conference has: the conference, its name, its way back."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from events.organising.permissions import event_for

LIST_TITLE = _("Registrations for conferences")
STEPS = pgettext_lazy("path", "Steps of the conference")


class OfEvent(WagtailAdminTemplateMixin):
    """A screen for whoever may edit the conference's page, and nobody else."""

    header_icon = "group"

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.event = event_for(request.user, kwargs["event_id"])

    @cached_property
    def list_url(self) -> str:
        return reverse("registrations", args=[self.event.pk])

    def get_page_subtitle(self) -> str:
        return self.event.title

    def get_breadcrumbs_items(self) -> list[dict]:
        here = self.get_page_title()
        trail = [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": reverse("desk_events"), "label": LIST_TITLE},
            {"url": self.list_url, "label": self.event.title},
        ]
        if here == self.event.title:
            trail[-1]["url"] = ""
            return trail
        return [*trail, {"url": "", "label": here}]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(
            **kwargs, event=self.event, list_url=self.list_url
        )


class EventScreen(OfEvent, TemplateView):
    """A plain screen of one conference."""
