"""What became of the changes that an act's text proposes."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ProposalState(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("proposal", "Waiting")
    ACCEPTED = "accepted", pgettext_lazy("proposal", "Accepted")
    REFUSED = "refused", pgettext_lazy("proposal", "Refused")


class EffectProposal(models.Model):
    """One change read in a draft's text; it counts for nobody.

    What it says is read in the text each time, `key` tells which of those it is. An
    accepted one stands among the effects of the draft, which count when confirmed and
    published as any other.
    """

    regulation = models.ForeignKey(
        "documents.RegulationPage", models.CASCADE, related_name="proposals"
    )
    key = models.CharField(max_length=64)
    state = models.CharField(
        max_length=10, choices=ProposalState, default=ProposalState.WAITING
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("proposed effect")
        verbose_name_plural = _("proposed effects")
        constraints = [
            models.UniqueConstraint(
                fields=["regulation", "key"], name="documents_proposal_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["state", "regulation"], name="documents_proposal_state"
            )
        ]

    def __str__(self) -> str:
        return f"{self.regulation_id} {self.key[:8]}"
