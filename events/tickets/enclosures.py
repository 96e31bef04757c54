"""What goes with a letter about a seat: the code as a picture, the ticket as PDF."""

from collections.abc import Iterator
from io import BytesIO

import segno
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from events.letters.letters import CODE_PICTURE, WITH_TICKET
from events.models import Registration
from events.tickets.ticket import Ticket, ticket_of
from portal import pdf
from portal.mail import Attachment, attached_when_sent
from portal.models import SiteSettings


@attached_when_sent(*(f"events/{kind}" for kind in WITH_TICKET))
def enclosures(about: str) -> Iterator[Attachment]:
    """Of the registration as it stands now; of one without a seat, nothing."""
    number = about.partition(":")[2]
    rows = Registration.objects.select_related("event__locality", "organisation")
    row = rows.defer("event__body").filter(pk=number).first()
    if row is None:
        return
    with translation.override(settings.LANGUAGE_CODE):
        ticket = ticket_of(row, now=timezone.now())
        if not ticket.opens_doors:
            return
        yield Attachment(f"cid:{CODE_PICTURE}", code_picture(ticket), "image/png")
        if content := paper_of(ticket):
            yield Attachment(f"ve-{row.code}.pdf", content, "application/pdf")


def code_picture(ticket: Ticket) -> bytes:
    """The PNG of what is scanned, with its quiet zone."""
    out = BytesIO()
    segno.make(ticket.url, error="m", micro=False).save(
        out, kind="png", scale=8, border=4
    )
    return out.getvalue()


def paper_of(ticket: Ticket) -> bytes | None:
    """The ticket as it prints; None where no PDF can be made now."""
    context = {
        "ticket": ticket,
        "registration": ticket.registration,
        "event": ticket.event,
        "site_settings": SiteSettings.of_default_site(),
        "printed_at": timezone.now(),
    }
    return pdf.printed(
        lambda: render_to_string("pdf/events/ticket.html", context),
        settings.SITE_URL,
        name="a ticket",
    )
