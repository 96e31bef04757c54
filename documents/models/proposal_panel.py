"""The way from an act's form to what its text proposes."""

from django.urls import reverse
from wagtail.admin.panels import Panel

from documents.models.proposals import EffectProposal, ProposalState


class ProposalsPanel(Panel):
    """How many changes wait for a decision, and the screen where they are decided."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "documents/admin/proposals_panel.html"

        def __init__(self, **kwargs) -> None:
            super().__init__(**kwargs)
            self.waiting = self.decided = 0
            if self.instance.pk:
                rows = EffectProposal.objects.filter(regulation_id=self.instance.pk)
                states = list(rows.values_list("state", flat=True))
                self.waiting = states.count(ProposalState.WAITING)
                self.decided = len(states) - self.waiting

        def is_shown(self) -> bool:
            return bool(self.waiting or self.decided)

        def get_context_data(self, parent_context=None) -> dict:
            return super().get_context_data(parent_context) | {
                "waiting": self.waiting,
                "decided": self.decided,
                "proposals_url": reverse("effect_proposals", args=[self.instance.pk]),
            }
