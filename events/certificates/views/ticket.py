"""The certificate at the address of the ticket, for whoever has the ticket."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse

from events.certificates import sheet
from events.models import Certificate
from events.tickets.access import ticket_view, to_ticket
from events.tickets.ticket import Ticket
from portal.file_names import saved_as


@ticket_view
def certificate(request: HttpRequest, ticket: Ticket, now: datetime) -> HttpResponse:
    """The valid certificate as PDF; without one, back to the ticket."""
    if ticket.is_nameless:
        return to_ticket(ticket)
    rows = Certificate.objects.valid().filter(registration=ticket.registration)
    found = rows.exclude(name="").select_related("printed").first()
    if found is None:
        return to_ticket(ticket)
    content = sheet.paper_of(ticket.event, [found])
    if content is None:
        return to_ticket(ticket, "in")
    response = HttpResponse(content, content_type="application/pdf")
    name = f"giay-chung-nhan-{found.number.replace('/', '-')}.pdf"
    response["Content-Disposition"] = saved_as(name, inline=True)
    return response
