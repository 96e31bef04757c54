"""The showcase of initiatives: what has worked, found by need."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from documents.models.initiatives import InitiativePage
from portal.feeds import listing_feed
from portal.listings import page_of
from portal.models import PortalPage

PER_PAGE = 12


class InitiativeIndexPage(PortalPage):
    """All initiatives worth copying."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["documents.InitiativePage"]
    template = "documents/initiative_index_page.html"
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("initiative showcase")

    def initiatives(self):
        return InitiativePage.objects.child_of(self).for_listing()

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        number = request.GET.get("trang")
        page = page_of(self.initiatives(), number, per_page=PER_PAGE)
        return context | {
            "initiatives": page,
            "result_count": page.paginator.count,
            "feed_url": f"{self.get_url(request)}rss/",
        }

    @path("rss/", name="rss")
    def rss(self, request: HttpRequest) -> HttpResponse:
        return listing_feed(self, self.initiatives()[:30], request)
