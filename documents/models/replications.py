"""Who else applies an initiative; a reader's word until the organiser confirms it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.models.contacts import Contact, FromUnit
from documents.models.initiative_enums import ReplicationStatus, Review


class ReplicationQuerySet(models.QuerySet):
    def confirmed(self):
        """What readers may see."""
        return self.filter(review=Review.CONFIRMED)

    def counted(self):
        """The only rows any public number is made of."""
        return self.confirmed().filter(status=ReplicationStatus.APPLIED)

    def waiting(self):
        """What an organiser has still to decide."""
        return self.filter(review__in=(Review.PENDING, Review.ASKED))


class Replication(FromUnit):
    """A unit that wants to apply, tries, applies or has stopped applying it."""

    initiative = models.ForeignKey(
        "documents.InitiativePage",
        models.PROTECT,
        related_name="replications",
        verbose_name=_("initiative"),
    )
    status = models.CharField(
        pgettext_lazy("replication", "how far it has come"),
        max_length=12,
        choices=ReplicationStatus,
        default=ReplicationStatus.INTERESTED,
    )
    started_on = models.DateField(
        pgettext_lazy("replication", "since"), null=True, blank=True
    )
    ended_on = models.DateField(
        pgettext_lazy("replication", "until"), null=True, blank=True
    )
    adaptation = models.TextField(
        _("what was done in another way"), max_length=1000, blank=True
    )
    result = models.TextField(_("what came of it"), max_length=1000, blank=True)
    lesson = models.TextField(_("what others should know"), max_length=1000, blank=True)
    review = models.CharField(
        pgettext_lazy("replication", "review"),
        max_length=10,
        choices=Review,
        default=Review.PENDING,
    )
    review_note = models.TextField(
        _("note for organisers"), max_length=1000, blank=True
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, editable=False)
    sent_at = models.DateTimeField(_("sent in"))

    objects = ReplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("replication")
        verbose_name_plural = _("replications")
        ordering = ["-sent_at", "-pk"]
        indexes = [
            models.Index(
                fields=["review", "status", "initiative"],
                name="documents_replication_counted",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(started_on=None)
                | Q(ended_on=None)
                | Q(started_on__lte=F("ended_on")),
                name="documents_replication_days_ordered",
                violation_error_message=_("It cannot end before it began."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.get_status_display()}"


class ReplicationContact(Contact):
    """Whom the organiser asks; never shown to readers."""

    replication = models.OneToOneField(
        Replication, models.CASCADE, primary_key=True, related_name="+"
    )

    class Meta:
        verbose_name = _("contact of a replication")
        verbose_name_plural = _("contacts of replications")
