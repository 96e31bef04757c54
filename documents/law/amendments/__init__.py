"""Changes an act makes in others, proposed from its own text."""

from documents.law.amendments.model import Doubt, NamedAct, Proposal, Sureness
from documents.law.amendments.reader import propose_effects

__all__ = ["Doubt", "NamedAct", "Proposal", "Sureness", "propose_effects"]
