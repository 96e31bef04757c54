"""Passkeys of officials: public keys only, so nothing here opens anything."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Passkey(models.Model):
    """A key that lies in a phone, a computer or a stick and never leaves it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="passkeys"
    )
    name = models.CharField(_("name of the key"), max_length=60)
    #: Base64url; 1,023 bytes at most (WebAuthn Level 3, 5.1).
    credential_id = models.CharField(max_length=1400, unique=True)
    public_key = models.BinaryField()
    #: How often its device says it has signed; many say 0 for ever.
    sign_count = models.PositiveBigIntegerField(default=0)
    created_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("passkey")
        verbose_name_plural = _("passkeys")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.name
