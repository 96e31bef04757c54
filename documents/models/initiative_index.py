"""The showcase of initiatives: what has worked, found by need."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from documents.models.initiatives import InitiativePage
from portal.models import PortalPage


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
        from documents.initiatives.views.showcase import listed  # it reads the models

        context = super().get_context(request, *args, **kwargs)
        return context | listed(self, request)

    @path("rss/", name="rss")
    def rss(self, request: HttpRequest) -> HttpResponse:
        """The newest of what the filters leave; they are the listing's."""
        from documents.initiatives.views.showcase import feed  # it reads the models

        return feed(self, request)

    @path("theo-dia-ban/", name="places")
    def places(self, request: HttpRequest) -> HttpResponse:
        """Where initiatives come from, place by place."""
        from documents.initiatives.views.showcase import places  # it reads the models

        return places(self, request)

    @path("gui/", name="submit")
    def submit(self, request: HttpRequest) -> HttpResponse:
        """A unit proposes an initiative."""
        from documents.initiatives.views.submissions import (
            start_response,  # it reads the models
        )

        return start_response(self, request)

    @path("nhu-cau/", name="needs")
    def needs(self, request: HttpRequest) -> HttpResponse:
        """What units are looking for."""
        from documents.initiatives.views.needs import (
            needs_response,  # it reads the models
        )

        return needs_response(self, request)

    @path("nhu-cau/rss/", name="needs_rss")
    def needs_rss(self, request: HttpRequest) -> HttpResponse:
        """The newest needs."""
        from documents.initiatives.views.needs import needs_feed  # it reads the models

        return needs_feed(self, request)

    @path("nhu-cau/gui/", name="post_need")
    def post_need(self, request: HttpRequest) -> HttpResponse:
        """A unit says what it is looking for."""
        from documents.initiatives.views.needs import (
            post_response,  # it reads the models
        )

        return post_response(self, request)

    @path("nhu-cau/<int:pk>/", name="need")
    def need(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One need, and the initiatives that may answer it."""
        from documents.initiatives.views.needs import (
            need_response,  # it reads the models
        )

        return need_response(self, request, pk)
