"""How to reach whoever sent something in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Contact(models.Model):
    """Kept apart from what it belongs to, so that showing that never shows this."""

    name = models.CharField(_("full name"), max_length=120, blank=True)
    email = models.EmailField(_("E-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    consent_version = models.CharField(max_length=20)
    consented_at = models.DateTimeField(_("agreed"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)
