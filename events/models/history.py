"""What happened to a registration and what was agreed to: written once."""

from django.conf import settings
from django.db import models

from events.enums import Action, Channel, Purpose, RegistrationState
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
