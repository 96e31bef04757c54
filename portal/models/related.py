"""What readers of a page also need, as editors choose it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class RelatedPage(Orderable):
    """Another page that readers of a page also need; the first is needed most."""

    page = ParentalKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="related_pages"
    )
    other = models.ForeignKey(
        "wagtailcore.Page", models.CASCADE, related_name="+", verbose_name=_("page")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("related page")
        verbose_name_plural = _("related pages")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.other)
