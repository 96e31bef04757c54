"""The addresses of certificates: the public check, and the ticket's own paper."""

from django.urls import path

from events.certificates.views import check, ticket

urlpatterns = [
    path("chung-nhan/", check.check_number, name="certificate_check"),
    path("chung-nhan/<slug:code>/", check.check_code, name="certificate_code"),
    path(
        "ve/<slug:token>/chung-nhan.pdf", ticket.certificate, name="ticket_certificate"
    ),
]
