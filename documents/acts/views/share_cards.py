"""What stands on the share picture of an act."""

from django.utils.translation import gettext as _

from documents.models.regulations import RegulationPage
from portal.share_cards import Line, ShareCard, share_card
from portal.vietnamese.dates import short_date


@share_card(RegulationPage)
def act_card(act: RegulationPage) -> ShareCard:
    """Number, title, issuer and day; never whether it is in force, which ages."""
    issued = act.issuer_names
    if act.signed_on:
        day = {"issuer": issued, "day": short_date(act.signed_on)}
        issued = _("%(issuer)s, issued on %(day)s") % day
    lines = [Line(issued), Line(_("How far it is in force: see the portal"))]
    if act.is_sample:
        lines.append(Line(_("Sample: the content is made up")))
    return ShareCard(
        title=act.full_title,
        number=act.symbol,
        lines=tuple(lines),
    )
