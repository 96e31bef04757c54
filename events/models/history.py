"""What happened to a registration and what was agreed to: written once."""

from collections import defaultdict, deque
from collections.abc import Collection
from enum import StrEnum

from django.conf import settings
from django.db import models

from events.enums import SEATED, Action, Channel, Purpose, RegistrationState
from events.models.registrations import Registration


class Consent(models.Model):
    """What somebody agreed to or declined: the evidence, never changed later."""

    registration = models.ForeignKey(
        Registration, models.CASCADE, related_name="consents"
    )
    purpose = models.CharField(max_length=16, choices=Purpose)
    given = models.BooleanField()
    text_version = models.CharField(max_length=20)
    at = models.DateTimeField()
    channel = models.CharField(max_length=12, choices=Channel)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["registration", "purpose", "at"])]

    def __str__(self) -> str:
        return f"{self.purpose} {self.text_version}"


class RegistrationChange(models.Model):
    """One step in a registration's life, written with it and never changed."""

    registration = models.ForeignKey(
        Registration, models.CASCADE, related_name="changes"
    )
    at = models.DateTimeField()
    action = models.CharField(max_length=12, choices=Action)
    before = models.CharField(max_length=12, choices=RegistrationState, blank=True)
    after = models.CharField(max_length=12, choices=RegistrationState)
    channel = models.CharField(max_length=12, choices=Channel)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


LEAVING = (Action.CANCELLED, Action.LAPSED)


class Departure(StrEnum):
    """What became of the seat of somebody who left."""

    PASSED_ON = "passed_on"
    FREE = "free"
    NO_SEAT = "no_seat"


def departures(registrations: Collection[Registration]) -> dict[int, Departure]:
    """By id, for those who have left, as the log tells it; two queries for all.

    What one transaction changes has one instant: the seats left at it have gone, in
    turn, to those of the same conference who were given one at it.
    """
    ids = [row.pk for row in registrations]
    if not ids:
        return {}
    mine = RegistrationChange.objects.filter(registration__in=ids, action__in=LEAVING)
    instants = set(mine.values_list("registration__event", "at"))
    if not instants:
        return {}
    steps = RegistrationChange.objects.filter(
        registration__event__in={event for event, _at in instants},
        at__in={at for _event, at in instants},
    )
    left: dict[int, Departure] = {}
    free: defaultdict[tuple, deque[int]] = defaultdict(deque)
    for pk, event, at, action, before, after in steps.order_by("pk").values_list(
        "registration", "registration__event", "at", "action", "before", "after"
    ):
        if action in LEAVING:
            left[pk] = Departure.FREE if before in SEATED else Departure.NO_SEAT
            if before in SEATED:
                free[event, at].append(pk)
        elif after in SEATED and before not in SEATED and free[event, at]:
            left[free[event, at].popleft()] = Departure.PASSED_ON
    return {pk: left[pk] for pk in ids if pk in left}
