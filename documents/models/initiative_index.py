"""The showcase of initiatives: what has worked, found by need."""

from django.utils.translation import gettext_lazy as _

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
