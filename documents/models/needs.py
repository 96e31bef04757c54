"""What a unit is looking for; public once an organiser has approved it."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.law.search_words import searchable
from documents.models.contacts import Contact, FromUnit
from documents.models.initiative_enums import NeedState
from documents.models.taxonomy import Field
from portal.search.fields import PhrasesField

_PUBLIC = (NeedState.OPEN, NeedState.MET)


class NeedQuerySet(models.QuerySet):
    def public(self):
        """What readers may see, the newest first."""
        return self.filter(state__in=_PUBLIC).order_by("-approved_at", "-pk")

    def shown_on(self, day: date):
        """Those of them whose time is not over: one that was met stays for others."""
        expired = Q(state=NeedState.OPEN, closes_on__lt=day)
        return self.public().exclude(expired).select_related("field", "locality")

    def expired(self, day: date):
        """Still open, and shown no longer."""
        return self.filter(state=NeedState.OPEN, closes_on__lt=day)


class Need(FromUnit):
    """A problem somebody hopes another unit has solved."""

    title = models.CharField(_("what you are looking for"), max_length=160)
    text = models.TextField(_("what goes wrong today"), max_length=2000)
    field = models.ForeignKey(
        Field,
        models.PROTECT,
        related_name="needs",
        verbose_name=_("field of work"),
    )
    state = models.CharField(
        pgettext_lazy("need", "state"),
        max_length=10,
        choices=NeedState,
        default=NeedState.PENDING,
        db_index=True,
    )
    answer = models.TextField(
        _("note for organisers"), max_length=1000, blank=True, default=""
    )
    met_by = models.ForeignKey(
        "documents.InitiativePage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("the initiative that met it"),
    )
    is_sample = models.BooleanField(_("sample content"), default=False)
    asked_as = PhrasesField(
        _("readers also ask"),
        blank=True,
        default="",
        help_text=_(
            "One phrase a line, at most a hundred and fifty, in the words of whoever "
            "has the problem or has solved it: “patients forget their day”. Only "
            "search reads them; readers never see them."
        ),
    )
    sent_at = models.DateTimeField(_("sent in"))
    approved_at = models.DateTimeField(_("approved"), null=True, editable=False)
    closes_on = models.DateField(_("shown until"), null=True, blank=True)
    folded = models.TextField(editable=False, default="")

    objects = NeedQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("board", "need")
        verbose_name_plural = pgettext_lazy("board", "needs")
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs) -> None:
        self.folded = searchable(f"{self.title}\n{self.text}")
        super().save(*args, **kwargs)


class NeedContact(Contact):
    """Whom the organiser asks; never shown to readers."""

    need = models.OneToOneField(
        Need, models.CASCADE, primary_key=True, related_name="+"
    )

    class Meta:
        verbose_name = _("contact of a need")
        verbose_name_plural = _("contacts of needs")
