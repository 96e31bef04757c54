"""How an act was issued, as readers see it: who signed for whom, which gazette."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from documents.models.issuers import SignedIssuer
from portal.vietnamese.dates import short_date


def signer_lines(signed_issuers: Iterable[SignedIssuer]) -> list[str]:
    """Who signed, those not known left out; of a joint act each with the issuer."""
    rows = list(signed_issuers)
    signed = [row for row in rows if row.signed_by]
    if len(rows) == 1:
        return [row.signed_by for row in signed]
    facts = ({"issuer": row.issuer.name, "signer": row.signed_by} for row in signed)
    return [_("%(issuer)s: %(signer)s") % fact for fact in facts]


def gazette_words(act) -> str:
    """The issue of Công báo that printed it; empty where nobody has entered one."""
    number, day = act.gazette_number.strip(), act.gazette_on
    if number and day:
        facts = {"number": number, "day": short_date(day)}
        return _("No. %(number)s of %(day)s") % facts
    if number:
        return _("No. %(number)s") % {"number": number}
    return _("Of %(day)s") % {"day": short_date(day)} if day else ""
