"""The library in the admin: imported, these register."""

from django.utils.translation import pgettext_lazy

from documents.acts.admin import (  # noqa: F401
    chooser,
    deletion_guard,
    ended_parents,
    listing,
    notes,
    proposal_act,
    proposals,
    provisions,
    symbol_field,
)
from documents.initiatives.admin import hooks as initiatives  # noqa: F401
from documents.originals import hooks as originals  # noqa: F401
from portal.mail.names import name_letters

name_letters(
    {
        "documents/need_met": pgettext_lazy("letter", "Need met"),
        "documents/need_open": pgettext_lazy("letter", "Need on the board"),
        "documents/need_rejected": pgettext_lazy("letter", "Need turned down"),
        "documents/replication_asked": pgettext_lazy("letter", "Question back"),
        "documents/replication_confirmed": pgettext_lazy("letter", "Use confirmed"),
        "documents/replication_rejected": pgettext_lazy("letter", "Use turned down"),
        "documents/submission_link": pgettext_lazy("letter", "Link to a proposal"),
        "documents/submission_refused": pgettext_lazy("letter", "Proposal refused"),
        "documents/submission_sent": pgettext_lazy("letter", "Proposal received"),
        "documents/submission_taken": pgettext_lazy("letter", "Proposal published"),
    }
)
