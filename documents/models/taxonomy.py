"""What acts and initiatives are sorted by."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from documents.enums import IssuerLevel
from portal.models import Locality
from portal.vietnamese import fold


@register_snippet
class DocumentType(index.Indexed, models.Model):
    """Quyết định, Nghị quyết, …: the list of Nghị định 30/2020 and of the laws."""

    abbreviation = models.CharField(_("abbreviation"), max_length=12, unique=True)
    name = models.CharField(_("name"), max_length=120)

    panels = [FieldRowPanel([FieldPanel("abbreviation"), FieldPanel("name")])]
    search_fields = [
        index.AutocompleteField("name"),
        index.AutocompleteField("folded_names"),
    ]

    class Meta:
        verbose_name = _("document type")
        verbose_name_plural = _("document types")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def folded_names(self) -> str:
        """What finds it in its chooser: “quyet dinh”, “qd”."""
        return fold(f"{self.name} {self.abbreviation}")


@register_snippet
class Issuer(index.Indexed, models.Model):
    """Who issues acts; a local one belongs to a territory."""

    abbreviation = models.CharField(_("abbreviation"), max_length=20)
    name = models.CharField(_("name"), max_length=200)
    level = models.CharField(_("level"), max_length=20, choices=IssuerLevel)
    territory = models.ForeignKey(
        Locality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="issuers",
        verbose_name=_("territory"),
    )

    panels = [
        FieldRowPanel([FieldPanel("abbreviation"), FieldPanel("name")]),
        FieldRowPanel([FieldPanel("level"), FieldPanel("territory")]),
    ]
    search_fields = [
        index.AutocompleteField("name"),
        index.AutocompleteField("folded_names"),
    ]

    class Meta:
        verbose_name = _("issuer")
        verbose_name_plural = _("issuers")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["abbreviation", "territory"],
                name="documents_issuer_once",
            ),
            models.UniqueConstraint(
                fields=["abbreviation"],
                condition=models.Q(territory=None),
                name="documents_issuer_central_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def folded_names(self) -> str:
        """What finds it in its chooser: “bo tai chinh”, “btc”."""
        return fold(f"{self.name} {self.abbreviation}")


@register_snippet
class Field(models.Model):
    """A field of work: education, health, agriculture, …"""

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(_("slug"), max_length=120, unique=True)

    panels = [FieldPanel("name"), FieldPanel("slug")]

    class Meta:
        verbose_name = _("field of work")
        verbose_name_plural = _("fields of work")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
