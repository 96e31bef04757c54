"""What is known of a letter beside the row that post_office sends."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from post_office.models import STATUS


class MailState(models.TextChoices):
    """Where a letter stands."""

    WAITING = "waiting", _("Waiting to be sent")
    RETRYING = "retrying", _("Will be tried again")
    SENT = "sent", pgettext_lazy("letter", "Sent")
    FAILED = "failed", _("Not sent")
    EXPIRED = "expired", _("Too late to be sent")


class MailProblem(models.TextChoices):
    """Why the last attempt failed; a server's own words may repeat an address."""

    NONE = "", _("None")
    ADDRESS = "address", _("The recipient's server refused the address")
    REFUSED = "refused", _("The mail server refused the letter")
    LOGIN = "login", _("The mail server refused our name or password")
    UNREACHABLE = "unreachable", _("The mail server could not be reached")
    UNFIT = "unfit", _("The letter cannot be written as mail")
    INTERRUPTED = "interrupted", _("The work was interrupted each time")
    EXPIRED = "expired", _("Its time had passed before it could be sent")
    OTHER = "other", _("An unexpected fault")


class MailRecordQuerySet(models.QuerySet):
    def for_listing(self) -> "MailRecordQuerySet":
        """Everything a list shows, newest first, and no bodies."""
        return (
            self.select_related("email")
            .defer("email__message", "email__html_message", "email__context")
            .order_by("-pk")
        )

    def in_state(self, state: str) -> "MailRecordQuerySet":
        return self.filter(_IN_STATE[MailState(state)])


_OPEN = Q(email__status__in=[STATUS.queued, STATUS.requeued])
_EXPIRED = Q(problem=MailProblem.EXPIRED)
_IN_STATE = {
    MailState.WAITING: _OPEN & Q(problem=MailProblem.NONE),
    MailState.RETRYING: _OPEN & ~Q(problem=MailProblem.NONE),
    MailState.SENT: Q(email__status=STATUS.sent),
    MailState.FAILED: Q(email__status=STATUS.failed) & ~_EXPIRED,
    MailState.EXPIRED: Q(email__status=STATUS.failed) & _EXPIRED,
}


class MailRecord(models.Model):
    """Which template a letter was made from, what it is about, how sending goes."""

    email = models.OneToOneField(
        "post_office.Email",
        models.CASCADE,
        primary_key=True,
        related_name="record",
        verbose_name=_("letter"),
    )
    template = models.CharField(_("template"), max_length=100)
    # "registration:42": names a row and no person.
    about = models.CharField(_("about"), max_length=100, blank=True, db_index=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    problem = models.CharField(
        _("problem"), max_length=20, blank=True, choices=MailProblem.choices
    )

    objects = MailRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing letter")
        verbose_name_plural = _("outgoing letters")
        default_permissions = ("view",)
        permissions = [("retry_mailrecord", _("Can send a failed letter again"))]

    def __str__(self) -> str:
        return f"{self.template} {self.pk}"

    @property
    def state(self) -> MailState:
        if self.email.status == STATUS.sent:
            return MailState.SENT
        if self.email.status == STATUS.failed:
            expired = self.problem == MailProblem.EXPIRED
            return MailState.EXPIRED if expired else MailState.FAILED
        return MailState.RETRYING if self.problem else MailState.WAITING

    @property
    def recipient(self) -> str:
        return ", ".join(self.email.to)
