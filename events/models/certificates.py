"""Certificates of attendance: what they say, who has one, what became of it."""

from datetime import date, datetime
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.enums import RevokeReason
from events.models.keys import new_token
from events.models.pages import EventPage
from events.models.registrations import Registration

MOST_HOURS = 200


class CertificateSettings(models.Model):
    """What the certificates of one conference say besides names and numbers.

    The latest row holds. One that certificates were issued with is never changed, so
    that paper, ticket page and public check go on saying the same.
    """

    event = models.ForeignKey(
        EventPage, models.PROTECT, related_name="certificate_settings"
    )
    authority = models.CharField(
        _("signs for"),
        max_length=120,
        blank=True,
        help_text=_("The line above the position, such as KT. Giám đốc; or empty."),
    )
    signer_title = models.CharField(_("position of the signer"), max_length=160)
    signer = models.CharField(_("signed by"), max_length=120)
    hours = models.PositiveSmallIntegerField(
        _("hours of the programme"),
        validators=[MinValueValidator(1), MaxValueValidator(MOST_HOURS)],
    )
    place = models.CharField(_("place of signing"), max_length=80, default="Lạng Sơn")
    subject = models.CharField(
        _("name of the conference on the certificate"),
        max_length=300,
        help_text=_("As it goes on after “đã tham dự”."),
    )
    signed_on = models.DateField(_("date of signing"))

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return str(self.event_id)

    def save(self, *args, **options) -> None:
        """Write it; as a row of its own where the old one has been printed."""
        if self.pk and Certificate.objects.filter(printed=self.pk).exists():
            self.pk = None
            self._state.adding = True
        super().save(*args, **options)

    @classmethod
    def of(cls, event: EventPage) -> Self | None:
        """Those that hold; None until somebody has said who signs."""
        return cls.objects.filter(event=event).first()


class CertificateYear(models.Model):
    """The last number given out in a year: the row that issuing locks first."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last_number = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.last_number}/{self.year}"

    @classmethod
    def reserve(cls, year: int, count: int) -> range:
        """The next `count` numbers of the year, nobody else's.

        To be called in the transaction that writes the certificates: a rollback gives
        the numbers back, and until the end others wait.
        """
        cls.objects.bulk_create([cls(year=year)], ignore_conflicts=True)  # type: ignore[list-item]  # django-stubs: Self
        mine = cls.objects.filter(pk=year)
        mine.update(last_number=F("last_number") + count)
        last = mine.values_list("last_number", flat=True).get()
        return range(last - count + 1, last + 1)


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def valid(self) -> Self:
        """Those that were not revoked."""
        return self.filter(revoked_at=None)

    def of_event(self, event: EventPage) -> Self:
        return self.filter(registration__event=event)

    def numbered(self) -> Self:
        return self.order_by("year", "running")


class Certificate(models.Model):
    """One certificate, as it was issued.

    `name` and `detail` are printed; both are emptied when the person is forgotten, and
    the number goes on being confirmed. `code` is the secret in the code on the paper.
    `replaced_by` is the certificate issued in place of one that was revoked.
    """

    registration = models.ForeignKey(
        Registration, models.PROTECT, related_name="certificates"
    )
    printed = models.ForeignKey(
        CertificateSettings, models.PROTECT, related_name="certificates"
    )
    year = models.PositiveSmallIntegerField(_("year"))
    running = models.PositiveIntegerField(_("number"))
    code = models.CharField(max_length=32, unique=True, default=new_token)
    name = models.CharField(_("full name"), max_length=120, blank=True)
    detail = models.CharField(
        _("position and organisation"), max_length=420, blank=True
    )
    issued_at = models.DateTimeField(_("issued"))
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    reason = models.CharField(
        _("reason"), max_length=16, choices=RevokeReason, blank=True
    )
    replaced_by = models.OneToOneField(
        "self", models.SET_NULL, null=True, blank=True, related_name="replaces"
    )

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["year", "running"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "running"], name="events_one_certificate_a_number"
            ),
            models.UniqueConstraint(
                fields=["registration"],
                condition=Q(revoked_at=None),
                name="events_one_valid_certificate_each",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, reason="") | Q(revoked_at__isnull=False),
                name="events_certificate_revoked_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """0412/2026"""
        return f"{self.running:04d}/{self.year}"

    @property
    def is_valid(self) -> bool:
        return self.revoked_at is None


def settings_proposed(event: EventPage, *, today: date) -> CertificateSettings:
    """What may stand on the certificates until the organiser has said so.

    Name and hours are taken from the programme; whoever signs is for the office to say.
    """
    start, end = event.start_time, event.end_time
    hours = 0
    if start and end:
        length = datetime.combine(today, end) - datetime.combine(today, start)
        hours = max(1, round(length.total_seconds() / 3600))
    return CertificateSettings(
        event=event, hours=hours or None, subject=event.full_title, signed_on=today
    )
