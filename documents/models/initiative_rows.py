"""What an editor lists with an initiative; every row of it is for readers."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from documents.models.initiative_enums import BenefitKind, KitKind, Reach

MEGABYTE = 1024 * 1024
LARGEST_KIT_FILE = 20 * MEGABYTE


def _of_initiative(name: str) -> ParentalKey:
    return ParentalKey(
        "documents.InitiativePage", on_delete=models.CASCADE, related_name=name
    )


class InitiativeStep(Orderable):
    """One step of doing the same."""

    initiative = _of_initiative("steps")
    title = models.CharField(_("what to do"), max_length=160)
    text = models.TextField(_("how to do it"), max_length=1000, blank=True, default="")

    panels = [FieldPanel("title"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")

    def __str__(self) -> str:
        return self.title


class InitiativeBenefit(Orderable):
    """What got better, measured how, and who says so."""

    initiative = _of_initiative("benefits")
    kind = models.CharField(_("kind of benefit"), max_length=12, choices=BenefitKind)
    what = models.CharField(
        _("what was measured"), max_length=160, help_text=_("Sheets handed in on time")
    )
    baseline = models.DecimalField(
        _("value before"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    result = models.DecimalField(
        _("value after"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    unit = models.CharField(
        _("unit of measure"), max_length=40, blank=True, help_text=_("%, hours, kg")
    )
    period = models.CharField(
        _("over which time"), max_length=80, blank=True, help_text=_("one term, 2024")
    )
    amount = models.BigIntegerField(_("amount in VND"), null=True, blank=True)
    method = models.CharField(_("how it was measured"), max_length=300, blank=True)
    evidence = models.ForeignKey(
        "portal.PortalDocument",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("evidence"),
    )
    stated_by = models.CharField(
        _("stated by"), max_length=200, blank=True, help_text=_("A unit, not a person.")
    )
    is_verified = models.BooleanField(_("checked by the organiser"), default=False)

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("what")]),
        FieldRowPanel([FieldPanel("baseline"), FieldPanel("result")]),
        FieldRowPanel([FieldPanel("unit"), FieldPanel("period")]),
        FieldRowPanel([FieldPanel("amount"), FieldPanel("method")]),
        FieldPanel("evidence"),
        FieldRowPanel([FieldPanel("stated_by"), FieldPanel("is_verified")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("benefit")
        verbose_name_plural = _("benefits")

    def __str__(self) -> str:
        return self.what

    def clean(self) -> None:
        super().clean()
        if self.baseline is not None and self.result is None:
            message = _("Say what it was afterwards too, or leave both empty.")
            raise ValidationError({"result": message})
        if self.is_verified and not self.stated_by:
            message = _("Say who states it before it counts as checked.")
            raise ValidationError({"stated_by": message})


class _Decided(Orderable):
    """Something a decision says; the decision stands in the library or is named."""

    by = models.CharField(_("decided by"), max_length=255)
    on = models.DateField(_("day of the decision"), null=True, blank=True)
    decision = models.ForeignKey(
        "documents.RegulationPage",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decision in the library"),
    )
    decision_symbol = models.CharField(
        _("number of the decision"),
        max_length=80,
        blank=True,
        help_text=_("Where the library does not have it."),
    )

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.by


class InitiativeRecognition(_Decided):
    """The establishment recognised it."""

    initiative = _of_initiative("recognitions")

    panels = [
        FieldRowPanel([FieldPanel("by"), FieldPanel("on")]),
        FieldRowPanel([FieldPanel("decision"), FieldPanel("decision_symbol")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("recognition")
        verbose_name_plural = _("recognitions")


class ScopeAssessment(_Decided):
    """A council assessed how far it reaches."""

    initiative = _of_initiative("assessments")
    reach = models.CharField(_("reach"), max_length=10, choices=Reach)

    panels = [
        FieldPanel("reach"),
        FieldRowPanel([FieldPanel("by"), FieldPanel("on")]),
        FieldRowPanel([FieldPanel("decision"), FieldPanel("decision_symbol")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("assessment of reach")
        verbose_name_plural = _("assessments of reach")


class InitiativeBasis(Orderable):
    """A provision it rests on."""

    initiative = _of_initiative("legal_basis")
    regulation = models.ForeignKey(
        "documents.RegulationPage",
        models.PROTECT,
        related_name="+",
        verbose_name=_("regulation"),
    )
    provision = models.CharField(
        _("provision"),
        max_length=120,
        blank=True,
        help_text=_(
            "Its place in the address of the act: dieu-5-khoan-2. Empty: all of it."
        ),
    )
    note = models.CharField(_("what it is about"), max_length=200, blank=True)

    panels = [
        FieldPanel("regulation"),
        FieldRowPanel([FieldPanel("provision"), FieldPanel("note")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("provision it rests on")
        verbose_name_plural = _("provisions it rests on")

    def __str__(self) -> str:
        return f"{self.regulation_id} {self.provision}"

    def clean(self) -> None:
        super().clean()
        self.provision = self.provision.strip().removeprefix("#")


class KitFile(Orderable):
    """A file to copy and use."""

    initiative = _of_initiative("kit")
    document = models.ForeignKey(
        "portal.PortalDocument",
        models.PROTECT,
        related_name="+",
        verbose_name=_("file"),
    )
    kind = models.CharField(
        _("what it is"), max_length=12, choices=KitKind, default=KitKind.TEMPLATE
    )
    label = models.CharField(
        _("name for readers"),
        max_length=200,
        blank=True,
        help_text=_("Empty: the document's own title."),
    )

    panels = [
        FieldPanel("document"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("label")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("file of the kit")
        verbose_name_plural = _("files of the kit")

    def __str__(self) -> str:
        return self.label or self.document.title

    def clean(self) -> None:
        super().clean()
        size = self.document.get_file_size() if self.document_id else 0
        if size and size > LARGEST_KIT_FILE:
            message = _("The file is larger than %(limit)s MB: phones cannot load it.")
            facts = {"limit": LARGEST_KIT_FILE // MEGABYTE}
            raise ValidationError({"document": message % facts})
