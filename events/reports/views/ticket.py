"""The three questions at the address of the ticket."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from events.enums import Usefulness
from events.models.surveys import closes_at, may_answer
from events.reports import survey
from events.reports.forms import SurveyForm
from events.tickets.access import ticket_view, to_ticket
from events.tickets.ticket import Ticket
from events.tickets.views.ticket import ticket_context

PAGE = "events/survey.html"


@ticket_view
def questions(request: HttpRequest, ticket: Ticket, now: datetime) -> HttpResponse:
    """Answered once by whoever was present; others are led back to the ticket."""
    row, event = ticket.registration, ticket.event
    if not may_answer(row, event, now):
        return to_ticket(ticket)
    sent = request.POST if request.method == "POST" else None
    form = SurveyForm(sent, parts=survey.parts_of(event))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            survey.answer(
                row,
                usefulness=Usefulness(given["usefulness"]),
                parts=given.get("parts", []),
                remark=given["remark"],
            )
        except survey.AnsweredAlready:
            return to_ticket(ticket)
        return to_ticket(ticket, "phieu")
    context = ticket_context(ticket, request)
    until = closes_at(event)
    return render(request, PAGE, context | {"form": form, "until": until})
