"""What is known of an act whose text cannot be read here."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from documents.acts import known
from documents.acts.issue_facts import gazette_words, signer_lines
from documents.enums import Confidence
from documents.law.effects import ReviewState, Status
from documents.law.effects.model import TEXT_KINDS
from documents.models.issuers import signed_issuers
from portal.vietnamese.dates import short_date


def act_status_facts(act, view, chip) -> known.StatusFacts:
    """The facts on the day of the view; `chip` is the status as readers see it."""
    verified = act.confidence == Confidence.VERIFIED
    checked = view.status.status is not Status.UNKNOWN
    changing = {
        row.source_id
        for row in view.rows
        if row.review == ReviewState.CONFIRMED and row.kind in TEXT_KINDS
    }
    ends = view.ends_on if verified else None
    more = (
        (pgettext("act", "Published"), _day(act.published_on)),
        (pgettext("act", "Ends on"), _day(ends)),
        (_("Compared with the original"), _day(act.checked_on)),
        (_("Signed by"), "; ".join(signer_lines(signed_issuers(act)))),
        (_("Official gazette"), gazette_words(act)),
        (_("Number as printed"), act.symbol_as_printed),
        (_("Fields of work"), "; ".join(field.name for field in act.fields.all())),
        (
            _("Who it concerns"),
            "; ".join(filter(str.strip, act.audiences.splitlines())),
        ),
    )
    return known.status_facts(
        symbol=act.symbol,
        kind=act.type.name,
        issuer=act.issuer_names,
        signed_on=act.signed_on,
        effective_from=view.begins_on if verified else None,
        status=str(chip.label) if checked else "",
        amended_by=len(changing),
        is_put_off=view.status.status is Status.PUT_OFF,
        besides=[known.Fact(label, value) for label, value in more if value.strip()],
    )


def _day(day: date | None) -> str:
    return short_date(day) if day else ""
