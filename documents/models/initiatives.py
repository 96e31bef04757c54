"""The showcase of initiatives: the index and one initiative."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import path

from documents.citing.panels import CitationsPanel
from documents.models.taxonomy import Field
from portal.blocks import BodyBlock
from portal.feeds import listing_feed
from portal.fields import StreamField
from portal.listings import page_of
from portal.models import PortalPage, PortalPageManager, PortalPageQuerySet
from portal.text import plain_text

PER_PAGE = 12


class InitiativePageQuerySet(PortalPageQuerySet):
    def for_listing(self):
        listed = super().for_listing("code", "field__name")
        return listed.order_by("-first_published_at", "-pk")

    def for_reading(self):
        return super().for_reading().select_related("field")


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


class InitiativePage(PortalPage):
    """A solution found at work: the problem, the way, what to copy."""

    code = models.CharField(
        _("file code"),
        max_length=40,
        unique=True,
        help_text=_("The number of its file; its cloth pattern is drawn from it."),
    )
    field = models.ForeignKey(
        Field,
        models.PROTECT,
        related_name="initiatives",
        verbose_name=_("field of work"),
    )
    problem = models.TextField(_("problem"), max_length=1000)
    solution = models.TextField(_("solution"), max_length=1000)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    objects = PortalPageManager.from_queryset(InitiativePageQuerySet)()

    parent_page_types = ["documents.InitiativeIndexPage"]
    subpage_types: list[str] = []
    template = "documents/initiative_page.html"
    schema_type = "Article"

    content_panels = [
        *PortalPage.content_panels,
        FieldRowPanel([FieldPanel("code"), FieldPanel("field")]),
        FieldPanel("cover"),
        MultiFieldPanel(
            [FieldPanel("problem"), FieldPanel("solution")],
            heading=_("Problem and solution"),
        ),
        FieldPanel("body"),
        CitationsPanel(),
    ]

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")

    def search_text(self) -> str:
        return "\n".join(
            [self.code, self.problem, self.solution, plain_text(self.body)]
        )
