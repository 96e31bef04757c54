"""The library of regulations: one box, filters, a feed."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from documents.models.regulations import RegulationPage
from portal.feeds import listing_feed
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
        from documents.listing import Listing  # it reads the models

        context = super().get_context(request, *args, **kwargs)
        base = self.get_url(request) or ""
        listing = Listing(request.GET, base_url=base, on=timezone.localdate())
        acts = RegulationPage.objects.child_of(self)
        return context | listing.context(acts) | {"feed_url": f"{base}rss/"}

    @path("rss/", name="rss")
    def rss(self, request: HttpRequest) -> HttpResponse:
        """What changed last comes first."""
        changed = self.regulations().order_by("-last_published_at", "-pk")
        return listing_feed(self, changed[:30], request)
