"""Effects of acts on one another: status, text and differences on any day."""

from documents.law.effects.checks import Note, NoteCode, check_library, check_regulation
from documents.law.effects.comparison import (
    Op,
    ProvisionDiff,
    Segment,
    compare,
    word_diff,
)
from documents.law.effects.consolidated import (
    ConsolidatedProvision,
    Consolidation,
    TextState,
)
from documents.law.effects.consolidation import consolidate
from documents.law.effects.model import (
    TEXT_KINDS,
    TIME_KINDS,
    Effect,
    EffectKind,
    Override,
    Regulation,
    ReviewState,
    Scope,
    Status,
)
from documents.law.effects.notice import LevelOfIssuer, notice_required
from documents.law.effects.rules import (
    Reason,
    ReasonCode,
    StatusOn,
    begins_on,
    ends_on,
    status,
)
from documents.law.effects.suspensions import SuspensionDiff, compare_suspensions

__all__ = [
    "TEXT_KINDS",
    "TIME_KINDS",
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
    "SuspensionDiff",
    "TextState",
    "LevelOfIssuer",
    "begins_on",
    "check_library",
    "check_regulation",
    "compare",
    "compare_suspensions",
    "consolidate",
    "ends_on",
    "notice_required",
    "status",
    "word_diff",
]
