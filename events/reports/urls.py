"""The address of the survey, which is the ticket's."""

from django.urls import path

from events.reports.views import ticket

urlpatterns = [
    path("ve/<slug:token>/phieu-hoi/", ticket.questions, name="ticket_survey"),
]
