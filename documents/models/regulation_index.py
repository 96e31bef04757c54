"""The library of regulations: one box, filters, a feed."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from documents.models.regulations import RegulationPage
from portal.models import PortalPage


class RegulationIndexPage(PortalPage):
    """All acts, newest first."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["documents.RegulationPage"]
    template = "documents/regulation_index_page.html"
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("regulation library")

    def regulations(self):
        return RegulationPage.objects.child_of(self).for_listing().newest()

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from documents.acts.views.listing import listed_acts  # it reads the models

        context = super().get_context(request, *args, **kwargs)
        return context | listed_acts(self, request)

    @path("rss/", name="rss")
    def rss(self, request: HttpRequest) -> HttpResponse:
        """New acts and changes of known ones, the latest first."""
        from documents.alerts.feeds import library_feed  # it reads the models

        return library_feed(self, request)

    @path("chua-co-toan-van/", name="gaps")
    def gaps(self, request: HttpRequest) -> HttpResponse:
        """Acts the library knows and has no text of."""
        from documents.acts.views.gaps import gaps_response  # it reads the models

        return gaps_response(self, request)

    @path("theo-doi/", name="follow")
    def follow(self, request: HttpRequest) -> HttpResponse:
        """A reader asks to be told by e-mail of every change."""
        from documents.alerts.views import follow_response

        return follow_response(self, request)
