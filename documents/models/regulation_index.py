"""The library of regulations: one search box, filters, a feed."""

from django.utils.translation import gettext_lazy as _

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
