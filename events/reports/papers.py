"""Reports and invitations as Word files, from the office's template or ours."""

from datetime import date

from events.enums import PaperKind
from events.letters.invitations import link_of
from events.models import EventPage, Invitation, PaperTemplate
from events.reports import blank, fields, reader, word
from events.reports.fields import Addressee, Letterhead
from events.reports.prose import moment
from portal.models import SiteSettings
from portal.vietnamese.dates import local
from portal.vietnamese.names import heads_of

FIELDS = {PaperKind.REPORT: fields.REPORT, PaperKind.INVITATION: fields.INVITATION}
_PLACE = "Lạng Sơn"


def template(kind: PaperKind) -> bytes:
    """What the office has uploaded, else the portal's own."""
    kept = PaperTemplate.objects.filter(pk=kind).values_list("content", flat=True)
    found = kept.first()
    return bytes(found) if found is not None else blank.template(kind)


def report(event: EventPage, today: date) -> bytes:
    """The report on a conference whose attendance is closed. Raises TemplateProblem."""
    house = SiteSettings.of_default_site()
    facts = reader.of_event(event, house)
    values = fields.report_values(facts, _letterhead(house, today))
    return word.fill(template(PaperKind.REPORT), values)


def invitation(event: EventPage, invited: Invitation | None, today: date) -> bytes:
    """The letter for one agency, or for nobody yet. Raises TemplateProblem."""
    house = SiteSettings.of_default_site()
    facts = reader.of_event(event, house)
    deadline = event.terms.deadline
    to = Addressee(
        agency=str(invited.organisation) if invited else "",
        people=invited.quota if invited else None,
        link=link_of(invited) if invited else "",
        deadline=moment(local(deadline)) if invited and deadline else "",
        contact=event.contact_name,
        phone=event.contact_phone,
        email=event.contact_email,
    )
    values = fields.invitation_values(facts, _letterhead(house, today), to)
    return word.fill(template(PaperKind.INVITATION), values)


def _letterhead(house: SiteSettings, today: date) -> Letterhead:
    heads = heads_of(house.unit_name)
    return Letterhead(
        heads["parent"],
        heads["unit"],
        heads["unit"],
        _PLACE,
        today.month,
        today.year,
    )
