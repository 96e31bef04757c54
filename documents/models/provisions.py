"""The provisions of an act as rows: what is searched and counted."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.law.provisions import Level
from documents.law.structure import parse_provisions


class RegulationProvision(models.Model):
    """A piece of an act's stored text, parsed when the act was published."""

    regulation = models.ForeignKey(
        "documents.RegulationPage", models.CASCADE, related_name="provisions"
    )
    position = models.PositiveIntegerField()
    anchor = models.CharField(max_length=160)
    kind = models.CharField(max_length=12, choices=[(level, level) for level in Level])
    label = models.CharField(max_length=40, blank=True)
    heading = models.TextField(blank=True)
    text = models.TextField()

    class Meta:
        verbose_name = _("provision")
        verbose_name_plural = _("provisions")
        ordering = ["regulation_id", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["regulation", "anchor"], name="documents_provision_once"
            )
        ]

    def __str__(self) -> str:
        return self.anchor


def store_provisions(regulation) -> None:
    """Replace an act's rows by what its text says now."""
    rows = [
        RegulationProvision(
            regulation_id=regulation.pk,
            position=position,
            anchor=piece.anchor,
            kind=piece.level,
            label=piece.label,
            heading=piece.title,
            text=piece.text,
        )
        for position, piece in enumerate(parse_provisions(regulation.text))
    ]
    RegulationProvision.objects.filter(regulation_id=regulation.pk).delete()
    RegulationProvision.objects.bulk_create(rows, batch_size=500)
