"""Effects of acts on one another: status, text and differences on any day."""

from documents.law.effects.checks import Note, NoteCode, check_library, check_regulation
from documents.law.effects.comparison import (
    Op,
    ProvisionDiff,
    Segment,
    compare,
    word_diff,
)
from documents.law.effects.consolidation import (
    ConsolidatedProvision,
    Consolidation,
    TextState,
    consolidate,
)
from documents.law.effects.model import (
    Effect,
    EffectKind,
    Override,
    Regulation,
    ReviewState,
    Scope,
    Status,
)
from documents.law.effects.rules import Reason, ReasonCode, StatusOn, status

__all__ = [
    "ConsolidatedProvision",
    "Consolidation",
    "Effect",
    "EffectKind",
    "Note",
    "NoteCode",
    "Op",
    "Override",
    "ProvisionDiff",
    "Reason",
    "ReasonCode",
    "Regulation",
    "ReviewState",
    "Scope",
    "Segment",
    "Status",
    "StatusOn",
    "TextState",
    "check_library",
    "check_regulation",
    "compare",
    "consolidate",
    "status",
    "word_diff",
]
