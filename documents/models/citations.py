"""Which page names which act."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models.regulations import RegulationPage


class PageCitation(models.Model):
    """One mention of an act in the text readers of a page see.

    `symbol` and `territory` alone decide what the mention means, so they also find it
    again in the text that is shown. Without a `regulation` the library has no such
    act, or more than one.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", models.CASCADE, related_name="act_citations"
    )
    position = models.PositiveIntegerField()
    regulation = models.ForeignKey(
        RegulationPage,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="citations",
    )
    symbol = models.CharField(max_length=160)
    symbol_folded = models.CharField(max_length=160, db_index=True)
    territory = models.CharField(max_length=120, blank=True, default="")
    as_printed = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["page_id", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "position"], name="documents_citation_once"
            )
        ]

    def __str__(self) -> str:
        return self.as_printed
