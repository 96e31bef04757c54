"""The page that names every address programs may read."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.blocks import BodyBlock
from portal.fields import StreamField
from portal.models import PortalPage
from portal.text import plain_text


class OpenDataPage(PortalPage):
    """Its body is the licence, in the office's own words; the rest is worked out."""

    body = StreamField(
        BodyBlock(),
        verbose_name=_("terms of use"),
        blank=True,
        help_text=_("Who may use the data, and what has to be said."),
    )

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    template = "guides/open_data_page.html"
    schema_type = "DataCatalog"

    content_panels = [*PortalPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("open data")

    def search_text(self) -> str:
        return plain_text(self.body)
