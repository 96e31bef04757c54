"""The front page, and plain pages about the unit and the portal."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from documents.models.citation_panel import CitationsPanel
from portal.blocks import BodyBlock
from portal.fields import StreamField
from portal.models import PortalPage
from portal.text import plain_text


class HomePage(PortalPage):
    """One search box and the newest of every room."""

    # Seats are shown, never older than this.
    cache_seconds = 10

    hero_title = models.CharField(
        _("headline"),
        max_length=120,
        default="Một sáng kiến hay đáng để cả tỉnh cùng dùng",
    )
    hero_text = models.CharField(
        _("line under the headline"),
        max_length=255,
        default=(
            "Tra quy định, đăng ký tập huấn và xem cách làm đang được áp dụng "
            "ở trường học, trạm y tế, công sở Lạng Sơn."
        ),
    )
    suggested_searches = models.CharField(
        _("suggested searches"),
        max_length=255,
        blank=True,
        default="36/2018, mức chi, mô tả sáng kiến",
        help_text=_("Separated by commas; offered under the search box."),
    )

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    template = "home/home_page.html"
    schema_type = "WebSite"

    content_panels = [
        *PortalPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("hero_title"),
                FieldPanel("hero_text"),
                FieldPanel("suggested_searches"),
            ],
            heading=_("Headline and search"),
        ),
    ]

    # It shows something of everything: nothing stands beside it.
    shows_related = False
    promote_panels = PortalPage.promote_panels[:-1]

    class Meta:
        verbose_name = _("front page")

    @property
    def search_suggestions(self) -> list[str]:
        words = (word.strip() for word in self.suggested_searches.split(","))
        return [word for word in words if word]


class StandardPage(PortalPage):
    """A page that is neither news nor record: contact, accessibility, privacy."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    template = "home/standard_page.html"

    content_panels = [
        *PortalPage.content_panels,
        FieldPanel("body"),
        CitationsPanel(),
    ]

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")

    def search_text(self) -> str:
        return plain_text(self.body)
