"""Which unit sent something in, and how to reach whoever did."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.models import Locality, Organisation


class FromUnit(models.Model):
    """The unit by the name it gave, and where it is; in the list of organisations if
    an organiser found it there.
    """

    unit = models.CharField(_("unit"), max_length=255)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("unit in the list of organisations"),
    )
    locality = models.ForeignKey(
        Locality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("initiative", "place"),
    )

    class Meta:
        abstract = True


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
