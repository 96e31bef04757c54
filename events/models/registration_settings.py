"""What an organiser sets about registering for one conference."""

from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.enums import Circumstance
from events.models.terms import Terms

MOST_SEATS = 20_000


class RegistrationSettings(models.Model):
    """The columns behind `Terms`; all of them are the organiser's to edit.

    What changes with each registration is kept out of the page, or publishing an
    old draft would bring back old numbers: see `SeatCount`.
    """

    start_time = models.TimeField(_("starts at"), null=True, blank=True)
    end_time = models.TimeField(_("ends at"), null=True, blank=True)
    circumstance = models.CharField(
        _("circumstance"),
        max_length=12,
        choices=Circumstance,
        default=Circumstance.PLANNED,
    )
    circumstance_note = models.CharField(
        _("what readers should know"),
        max_length=300,
        blank=True,
        help_text=_("Why it was postponed or called off, and what comes instead."),
    )
    registration_on = models.BooleanField(_("register on this portal"), default=False)
    capacity = models.PositiveIntegerField(
        _("seats"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)],
        help_text=_("Empty: as many as come."),
    )
    agency_quota = models.PositiveIntegerField(
        _("seats for one agency"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Empty: no limit. An invitation has a number of its own."),
    )
    opens_at = models.DateTimeField(_("registration opens"), null=True, blank=True)
    closes_at = models.DateTimeField(
        _("registration closes"),
        null=True,
        blank=True,
        help_text=_("Empty: when the conference starts."),
    )
    needs_approval = models.BooleanField(
        _("the organiser approves each registration"), default=False
    )
    individuals_on = models.BooleanField(
        _("individuals may register"),
        default=True,
        help_text=_("Off: only agencies with an invitation link."),
    )
    waiting_list_on = models.BooleanField(_("keep a waiting list"), default=True)
    offer_hours = models.PositiveSmallIntegerField(
        _("hours to accept a freed seat"),
        default=0,
        validators=[MaxValueValidator(240)],
        help_text=_("0: the next in line gets it at once."),
    )
    retention_days = models.PositiveSmallIntegerField(
        _("days contact details are kept after the end"),
        default=90,
        validators=[MinValueValidator(7), MaxValueValidator(730)],
    )

    class Meta:
        abstract = True

    @property
    def starts_at(self) -> datetime | None:
        """The moment it starts; midnight where only the day is known."""
        return _moment(self.starts_on, self.start_time or time.min)

    @property
    def ends_at(self) -> datetime | None:
        """The moment it is over; the last instant of the day where no hour is set."""
        return _moment(self.ends_on or self.starts_on, self.end_time or time.max)

    @property
    def terms(self) -> Terms:
        return Terms(
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            registration=self.registration_on,
            opens_at=self.opens_at,
            closes_at=self.closes_at,
            capacity=self.capacity,
            agency_quota=self.agency_quota,
            needs_approval=self.needs_approval,
            individuals=self.individuals_on,
            waiting_list=self.waiting_list_on,
            offer_hours=self.offer_hours,
            circumstance=self.circumstance,
            live=self.live,
        )

    def clean(self) -> None:
        super().clean()
        if problems := self._wrong_times():
            raise ValidationError(problems)

    def _wrong_times(self) -> dict[str, str]:
        problems = {}
        if self.registration_on and not self.starts_on:
            problems["starts_on"] = _("Registration needs the day of the conference.")
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            problems["end_time"] = _("The end lies before the start.")
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            problems["closes_at"] = _("Registration closes before it opens.")
        elif self.closes_at and self.starts_at and self.closes_at > self.starts_at:
            problems["closes_at"] = _(
                "Registration closes after the conference starts."
            )
        if (
            self.capacity is not None
            and self.agency_quota is not None
            and self.agency_quota > self.capacity
        ):
            problems["agency_quota"] = _("This is more than there are seats.")
        return problems


def _moment(day, hour: time) -> datetime | None:
    if day is None:
        return None
    return timezone.make_aware(datetime.combine(day, hour))
