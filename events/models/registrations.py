"""Who comes: plain rows that only `events.seats` brings from state to state."""

import uuid
from dataclasses import fields
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.enums import LIVE, Audience, Channel, RegistrationState
from events.models.attendees import Attendee
from events.models.keys import (
    CODE_LENGTH,
    agency_key,
    national,
    new_token,
    person_key,
    search_key,
)
from events.models.pages import EventPage
from portal import vietnamese

_DETAILS = tuple(detail.name for detail in fields(Attendee))


class SeatCount(models.Model):
    """How full a conference is: the row that every change of a seat locks first.

    `taken` and `waiting` are written by `Seating.fill()` alone; `capacity` follows
    the published page. The check is the database's own word against overbooking.
    """

    event = models.OneToOneField(
        EventPage, models.CASCADE, primary_key=True, related_name="seats"
    )
    version = models.PositiveIntegerField(default=0)
    capacity = models.PositiveIntegerField(null=True)
    taken = models.PositiveIntegerField(default=0)
    waiting = models.PositiveIntegerField(default=0)
    last_sequence = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(taken__lte=F("capacity")),
                name="events_never_overbooked",
            )
        ]

    def __str__(self) -> str:
        return f"{self.taken}/{self.capacity}"


class Invitation(models.Model):
    """The link with which one agency registers its delegation, and how many.

    `mail_id` is the row of the last letter that took the link there, at `mailed_at`.
    """

    event = models.ForeignKey(EventPage, models.PROTECT, related_name="invitations")
    organisation = models.ForeignKey(
        "portal.Organisation",
        models.PROTECT,
        related_name="invitations",
        verbose_name=_("organisation"),
    )
    token = models.CharField(max_length=32, unique=True, default=new_token)
    quota = models.PositiveIntegerField(_("seats at most"))
    contact = models.CharField(_("focal person"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    mail_id = models.PositiveBigIntegerField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "organisation"],
                condition=Q(revoked_at=None),
                name="events_one_invitation_each",
            ),
            models.CheckConstraint(
                condition=Q(quota__gte=1), name="events_invitation_for_somebody"
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)


class Submission(models.Model):
    """One form or file sent in; its key was made with the form.

    Sending the same form twice finds the first one's registrations here.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    event = models.ForeignKey(EventPage, models.CASCADE, related_name="+")
    received_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.key)


class RegistrationQuerySet(models.QuerySet["Registration"]):
    def live(self) -> Self:
        """Who is coming, may come or waits to."""
        return self.filter(state__in=LIVE)

    def waiting(self) -> Self:
        """The waiting list, first in line first."""
        return self.filter(state=RegistrationState.WAITING).order_by("sequence")

    def repeated(self) -> Self:
        """Live ones of somebody whose earlier registration is live, too."""
        return self.live().filter(duplicate_of__state__in=LIVE)

    def rank(self, registration: "Registration") -> int:
        """How many wait in front of somebody at the same conference, plus one."""
        waiting = self.waiting().filter(event_id=registration.event_id)
        return waiting.filter(sequence__lt=registration.sequence).count() + 1

    def overdue(self, now: datetime) -> Self:
        """Offers that nobody accepted in time."""
        return self.filter(state=RegistrationState.OFFERED, offer_until__lte=now)


class Registration(models.Model):
    """One person's place at one conference, or in its queue."""

    event = models.ForeignKey(EventPage, models.PROTECT, related_name="registrations")
    state = models.CharField(
        _("state"), max_length=12, choices=RegistrationState, editable=False
    )
    sequence = models.PositiveIntegerField(_("number in line"), editable=False)
    token = models.CharField(max_length=32, unique=True, default=new_token)
    code = models.CharField(_("code"), max_length=CODE_LENGTH, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)

    name = models.CharField(_("full name"), max_length=120)
    name_key = models.CharField(max_length=500, editable=False)
    person_key = models.CharField(max_length=200, editable=False)
    phone = models.CharField(_("phone"), max_length=20)
    email = models.EmailField(_("e-mail"), blank=True)
    position = models.CharField(_("position"), max_length=150, blank=True)
    organisation = models.ForeignKey(
        "portal.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="registrations",
        verbose_name=_("organisation"),
    )
    organisation_name = models.CharField(_("organisation"), max_length=255)
    agency_key = models.CharField(max_length=255, editable=False)
    search_key = models.CharField(max_length=1000, editable=False, default="")
    audience = models.CharField(
        _("group"), max_length=16, choices=Audience, default=Audience.OTHER
    )
    note = models.CharField(_("note"), max_length=500, blank=True)
    answers = models.JSONField(_("answers"), default=dict, blank=True)

    channel = models.CharField(_("through"), max_length=12, choices=Channel)
    invitation = models.ForeignKey(
        Invitation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="registrations",
    )
    submission = models.ForeignKey(
        Submission,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="registrations",
    )
    replaces = models.OneToOneField(
        "self", models.SET_NULL, null=True, blank=True, related_name="replaced_by"
    )
    is_held = models.BooleanField(
        _("to be confirmed"),
        default=False,
        editable=False,
        help_text=_("One of many that came from one place in a short time."),
    )
    duplicate_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="duplicates",
        verbose_name=_("registered before as"),
    )
    created_at = models.DateTimeField(_("registered"))
    changed_at = models.DateTimeField()
    offer_until = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person_key"],
                condition=Q(state__in=LIVE),
                name="events_one_person_once",
            ),
            models.UniqueConstraint(
                fields=["event", "sequence"],
                condition=Q(state__in=LIVE),
                name="events_one_number_in_line",
            ),
            models.UniqueConstraint(
                fields=["event", "code"], name="events_one_code_each"
            ),
        ]
        indexes = [
            models.Index(fields=["event", "state", "sequence"]),
            # Read alone, without their rows, with every scan at the door.
            models.Index(fields=["event", "agency_key", "state", "channel"]),
            models.Index(fields=["event", "name_key"]),
            models.Index(fields=["phone", "code"]),
        ]
        permissions = [
            ("export_registration", "Can export registrations"),
            ("see_attendees", "Can see attendees"),
        ]

    def __str__(self) -> str:
        # Rows are named in logs and in the admin's history: never by the person.
        return f"{self.event_id}-{self.sequence}"

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    @property
    def phone_display(self) -> str:
        return vietnamese.display_phone(self.phone) if self.phone else ""

    @property
    def has_lapsed(self) -> bool:
        """Whether it ended because an offered seat was not accepted in time."""
        return (
            self.state == RegistrationState.CANCELLED and self.offer_until is not None
        )

    @property
    def attendee(self) -> Attendee:
        """The details as whoever registered stated them."""
        return Attendee(**{name: getattr(self, name) for name in _DETAILS})

    def set_apart(self) -> None:
        """Give a repeated registration a key of its own, so that it can stand."""
        self.person_key = f"{self.person_key[:180]}|{self.sequence}"

    def describe(self, attendee: Attendee) -> None:
        """Write the attendee's details and the keys made from them."""
        for name in _DETAILS:
            setattr(self, name, getattr(attendee, name))
        self.name_key = vietnamese.person_sort_key(self.name)[:500]
        self.person_key = person_key(self.name, self.phone)
        if self.duplicate_of_id:
            self.set_apart()
        self.agency_key = agency_key(self.organisation_name)
        self.search_key = search_key(
            self.name, national(self.phone), self.code, self.organisation_name
        )
