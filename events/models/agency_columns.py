"""What an agency answered about the columns of its lists, so that it is asked once."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.models import Organisation


class AgencyColumns(models.Model):
    """`answers` are details by heading; of no use is an empty one."""

    organisation = models.OneToOneField(
        Organisation,
        models.CASCADE,
        primary_key=True,
        related_name="+",
        verbose_name=_("organisation"),
    )
    answers = models.JSONField(_("answers"), default=dict)

    class Meta:
        verbose_name = _("columns of an agency's lists")
        verbose_name_plural = _("columns of agencies' lists")

    def __str__(self) -> str:
        return str(self.organisation)


def remembered(organisation_id: int) -> dict[str, str]:
    """The answers of an agency: details by heading."""
    rows = AgencyColumns.objects.filter(organisation_id=organisation_id)
    return rows.values_list("answers", flat=True).first() or {}


def remember(organisation_id: int, answers: Mapping[str, str]) -> None:
    """Add to the answers of an agency; the latest about a heading counts."""
    known = remembered(organisation_id)
    AgencyColumns.objects.update_or_create(
        organisation_id=organisation_id, defaults={"answers": {**known, **answers}}
    )
