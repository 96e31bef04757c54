"""The addresses of the conferences that are no pages of the tree."""

from django.urls import path

from events.certificates.urls import urlpatterns as certificates
from events.delegations.views import delegation, person, review, tickets, upload
from events.privacy import views as privacy
from events.reports.urls import urlpatterns as reports
from events.tickets.views import changes, data, files, lookup, ticket

AGENCY = "dang-ky-doan/<slug:token>/"

urlpatterns = [
    *certificates,
    *reports,
    path("ve/", lookup.lookup, name="ticket_lookup"),
    path("ve/<slug:token>/", ticket.show, name="ticket"),
    path("ve/<slug:token>/ve.png", files.picture, name="ticket_picture"),
    path("ve/<slug:token>/ve.pdf", files.paper, name="ticket_paper"),
    path("ve/<slug:token>/lich.ics", files.calendar, name="ticket_calendar"),
    path("ve/<slug:token>/sua/", changes.correct, name="ticket_correct"),
    path("ve/<slug:token>/doi-nguoi/", changes.transfer, name="ticket_transfer"),
    path("ve/<slug:token>/tra-cho/", changes.cancel, name="ticket_cancel"),
    path("ve/<slug:token>/nhan-cho/", changes.accept, name="ticket_accept"),
    path("ve/<slug:token>/du-lieu/", data.show, name="ticket_data"),
    path("ve/<slug:token>/du-lieu.json", data.download, name="ticket_data_file"),
    path("ve/<slug:token>/xoa-du-lieu/", data.erase, name="ticket_erase"),
    path(AGENCY, delegation.delegation, name="delegation"),
    path(
        f"{AGENCY}mau.xlsx", delegation.delegation_template, name="delegation_template"
    ),
    path(f"{AGENCY}ve.pdf", tickets.delegation_tickets, name="delegation_tickets"),
    path(f"{AGENCY}tep/", upload.delegation_upload, name="delegation_upload"),
    path(f"{AGENCY}cot/", upload.delegation_columns, name="delegation_columns"),
    path(f"{AGENCY}nguoi/", review.delegation_rows, name="delegation_rows"),
    path(
        f"{AGENCY}xac-nhan/",
        review.delegation_confirm,
        name="delegation_confirm",
    ),
    path(
        f"{AGENCY}nguoi/<int:number>/",
        person.delegation_person,
        name="delegation_person",
    ),
    path(
        f"{AGENCY}nguoi/<int:number>/rut/",
        person.delegation_remove,
        name="delegation_remove",
    ),
    path("du-lieu-ca-nhan/yeu-cau/", privacy.ask, name="data_request_form"),
    path("du-lieu-ca-nhan/yeu-cau/<uuid:key>/", privacy.sent, name="data_request_sent"),
]
