"""The rows a conference's programme is made of, alike for a series and an event."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from portal.models import Person


class AgendaItem(Orderable):
    """One entry of the agenda; a break has a time and a title and nothing else."""

    time = models.TimeField(_("time"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=200)
    speaker_names = models.CharField(
        _("who speaks"),
        max_length=200,
        blank=True,
        help_text=_("As readers see it: a name, several, or “all speakers”."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    regulation = models.ForeignKey(
        "documents.RegulationPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("regulation"),
    )
    initiative = models.ForeignKey(
        "documents.InitiativePage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("initiative"),
    )

    panels = [
        FieldRowPanel([FieldPanel("time"), FieldPanel("title")]),
        FieldRowPanel([FieldPanel("speaker_names"), FieldPanel("note")]),
        FieldRowPanel([FieldPanel("regulation"), FieldPanel("initiative")]),
    ]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")

    def __str__(self) -> str:
        return self.title


class Speaker(Orderable):
    """A person who speaks, with title and organisation as on that day."""

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("person")
    )
    title_then = models.CharField(_("position then"), max_length=200, blank=True)
    organisation_then = models.CharField(
        _("organisation then"), max_length=255, blank=True
    )

    panels = [
        FieldPanel("person"),
        FieldRowPanel([FieldPanel("title_then"), FieldPanel("organisation_then")]),
    ]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")

    def __str__(self) -> str:
        return str(self.person)


class PresentedRegulation(Orderable):
    """A regulation taught at the conference."""

    regulation = models.ForeignKey(
        "documents.RegulationPage", models.CASCADE, verbose_name=_("regulation")
    )

    panels = [FieldPanel("regulation")]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("regulation presented")
        verbose_name_plural = _("regulations presented")

    def __str__(self) -> str:
        return str(self.regulation)


class PresentedInitiative(Orderable):
    """An initiative shown at the conference."""

    initiative = models.ForeignKey(
        "documents.InitiativePage", models.CASCADE, verbose_name=_("initiative")
    )

    panels = [FieldPanel("initiative")]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("initiative presented")
        verbose_name_plural = _("initiatives presented")

    def __str__(self) -> str:
        return str(self.initiative)


class Organiser(Orderable):
    """An agency that holds the conference, and in what part."""

    organisation = models.ForeignKey(
        "portal.Organisation",
        models.PROTECT,
        related_name="+",
        verbose_name=_("organisation"),
    )
    part = models.CharField(
        _("its part"),
        max_length=80,
        blank=True,
        help_text=_("As on the letter: chủ trì, phối hợp, hỗ trợ hội trường."),
    )

    panels = [FieldRowPanel([FieldPanel("organisation"), FieldPanel("part")])]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("organiser")
        verbose_name_plural = _("organisers")

    def __str__(self) -> str:
        return str(self.organisation)


class Material(Orderable):
    """A file for those who come, from the portal's documents."""

    document = models.ForeignKey(
        "portal.PortalDocument",
        models.PROTECT,
        related_name="+",
        verbose_name=_("document"),
    )
    label = models.CharField(
        _("name for readers"),
        max_length=200,
        blank=True,
        help_text=_("Empty: the document's own title."),
    )

    panels = [FieldRowPanel([FieldPanel("document"), FieldPanel("label")])]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("material")
        verbose_name_plural = _("materials")

    def __str__(self) -> str:
        return self.label or self.document.title
