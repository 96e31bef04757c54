"""Forms to download: what each is for, what it rests on, and its files."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.models import Orderable

from guides.enums import Purpose
from portal.models import PortalPage


class FormIndexPage(PortalPage):
    """All forms, those of acts and of kits among them."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["guides.FormPage"]
    template = "guides/form_index_page.html"
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("list of forms")


class FormPage(PortalPage):
    """A form the office keeps; its first file is the one to fill in."""

    purpose = models.CharField(
        _("filled in for"), max_length=12, choices=Purpose, default=Purpose.OTHER
    )
    version_on = models.DateField(
        _("version of"),
        null=True,
        blank=True,
        help_text=_("The day that stands on the form; empty where none does."),
    )
    regulation = models.ForeignKey(
        "documents.RegulationPage",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("regulation"),
        help_text=_("The act that asks for it: its status is shown beside the form."),
    )
    provision = models.CharField(
        _("provision"),
        max_length=120,
        blank=True,
        help_text=_(
            "Its place in the address of the act: dieu-5-khoan-2. Empty: all of it."
        ),
    )
    replaced_by = models.ForeignKey(
        "guides.FormPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("replaced by"),
        help_text=_("The form that is to be used in its place."),
    )
    notes = models.TextField(
        _("how to fill it in"),
        blank=True,
        max_length=2000,
        help_text=_("One remark a line."),
    )
    example = models.ForeignKey(
        "portal.PortalDocument",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("filled in as an example"),
    )

    parent_page_types = ["guides.FormIndexPage"]
    subpage_types: list[str] = []
    template = "guides/form_page.html"
    schema_type = "DigitalDocument"

    content_panels = [
        *PortalPage.content_panels,
        InlinePanel("files", heading=_("Files"), label=_("File"), min_num=1),
        FieldRowPanel([FieldPanel("purpose"), FieldPanel("version_on")]),
        MultiFieldPanel(
            [
                FieldPanel("regulation"),
                FieldPanel("provision"),
                PageChooserPanel("replaced_by", "guides.FormPage"),
            ],
            heading=_("What it rests on"),
        ),
        FieldPanel("notes"),
        FieldPanel("example"),
    ]

    class Meta:
        verbose_name = _("form to download")
        verbose_name_plural = _("forms to download")

    @property
    def note_lines(self) -> list[str]:
        return [line.strip() for line in self.notes.splitlines() if line.strip()]

    def clean(self) -> None:
        super().clean()
        self.provision = self.provision.strip().removeprefix("#")
        if self.replaced_by_id and self.replaced_by_id == self.pk:
            message = _("A form is not replaced by itself.")
            raise ValidationError({"replaced_by": message})

    def search_text(self) -> str:
        return "\n".join([str(self.get_purpose_display()), *self.note_lines])


class FormFile(Orderable):
    """One format of a form."""

    form = ParentalKey(
        "guides.FormPage", on_delete=models.CASCADE, related_name="files"
    )
    document = models.ForeignKey(
        "portal.PortalDocument",
        models.PROTECT,
        related_name="+",
        verbose_name=_("file"),
    )

    panels = [FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("file of a form")
        verbose_name_plural = _("files of forms")

    def __str__(self) -> str:
        return f"{self.form_id}: {self.document_id}"
