"""Who came: scans that are only ever added, the devices at the door, the closing."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.enums import DayPart, ScanResult, ScanSource, UndoReason
from events.models.pages import EventPage
from events.models.registrations import Registration


class Reception(models.Model):
    """What the organiser has set about the door of one conference."""

    event = models.OneToOneField(
        EventPage, models.CASCADE, primary_key=True, related_name="reception"
    )
    parts = models.CharField(
        _("attendance is taken"), max_length=8, choices=DayPart, blank=True
    )
    names_offline = models.BooleanField(
        _("find by name without a connection"),
        default=False,
        help_text=_("The names then lie in each telephone until a day after the end."),
    )

    def __str__(self) -> str:
        return str(self.event_id)


class DoorDevice(models.Model):
    """A telephone or computer at the door of one conference.

    `waiting` is how many scans it said it still had to send, `clock_off` by how many
    seconds its clock was ahead, both when it was last heard of.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    event = models.ForeignKey(EventPage, models.CASCADE, related_name="door_devices")
    name = models.CharField(_("name of the device"), max_length=40)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    heard_at = models.DateTimeField()
    waiting = models.PositiveIntegerField(default=0)
    clock_off = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("device at the door")
        verbose_name_plural = _("devices at the door")

    def __str__(self) -> str:
        return self.name


class Scan(models.Model):
    """One answer given at the door, or one line of the signed paper.

    A row is never changed or deleted; what is taken back is a row of its own. Three
    marks beside it move: `first`, on the row by which somebody counts as present in
    that part; `settled_at`, once somebody has decided on a conflict; and
    `scanned_at`, mended where the device's clock was wrong (`clock_at` is what that
    clock said). `admits` is whether the person went in. A row of a ticket of another
    conference is at the door of `event`; it never admits.
    """

    nonce = models.UUIDField(unique=True, default=uuid.uuid4)
    event = models.ForeignKey(EventPage, models.PROTECT, related_name="scans")
    registration = models.ForeignKey(Registration, models.CASCADE, related_name="scans")
    part = models.CharField(_("part of the conference"), max_length=12)
    source = models.CharField(_("how"), max_length=8, choices=ScanSource)
    result = models.CharField(_("result"), max_length=12, choices=ScanResult)
    admits = models.BooleanField(default=False)
    first = models.BooleanField(default=False)
    scanned_at = models.DateTimeField(_("scanned"))
    clock_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(_("received"))
    offline = models.BooleanField(_("without a connection"), default=False)
    device = models.ForeignKey(
        DoorDevice, models.SET_NULL, null=True, blank=True, related_name="scans"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    undone_for = models.CharField(max_length=16, choices=UndoReason, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("scan")
        verbose_name_plural = _("scans")
        ordering = ["scanned_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "part"],
                condition=Q(first=True),
                name="events_present_once",
            ),
            models.CheckConstraint(
                condition=Q(first=False) | Q(admits=True),
                name="events_present_when_let_in",
            ),
            models.CheckConstraint(
                condition=~Q(result=ScanResult.UNKNOWN),
                name="events_unknown_writes_no_row",
            ),
        ]
        indexes = [
            models.Index(fields=["event", "first", "part"]),
            models.Index(fields=["event", "offline", "settled_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.registration_id} {self.part} {self.result}"


class AttendanceClosing(models.Model):
    """Attendance closed, with the number that then ran through every paper.

    Opened again, the row says when, by whom and why; closed once more is a new row.
    """

    event = models.ForeignKey(EventPage, models.PROTECT, related_name="closings")
    closed_at = models.DateTimeField(_("attendance closed"))
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    present = models.PositiveIntegerField(_("present"))
    reopened_at = models.DateTimeField(_("opened again"), null=True, blank=True)
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("closing of attendance")
        verbose_name_plural = _("closings of attendance")
        ordering = ["closed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event"],
                condition=Q(reopened_at=None),
                name="events_closed_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.present}"
