"""The addresses of the conferences that are no pages of the tree."""

from django.urls import path

from events.privacy import views as privacy
from events.views import (
    delegation,
    delegation_person,
    delegation_review,
    lookup,
    ticket,
    ticket_changes,
    ticket_data,
    ticket_files,
)

AGENCY = "dang-ky-doan/<slug:token>/"

urlpatterns = [
    path("ve/", lookup.lookup, name="ticket_lookup"),
    path("ve/<slug:token>/", ticket.show, name="ticket"),
    path("ve/<slug:token>/ve.png", ticket_files.picture, name="ticket_picture"),
    path("ve/<slug:token>/ve.pdf", ticket_files.paper, name="ticket_paper"),
    path("ve/<slug:token>/lich.ics", ticket_files.calendar, name="ticket_calendar"),
    path("ve/<slug:token>/sua/", ticket_changes.correct, name="ticket_correct"),
    path("ve/<slug:token>/doi-nguoi/", ticket_changes.transfer, name="ticket_transfer"),
    path("ve/<slug:token>/tra-cho/", ticket_changes.cancel, name="ticket_cancel"),
    path("ve/<slug:token>/nhan-cho/", ticket_changes.accept, name="ticket_accept"),
    path("ve/<slug:token>/du-lieu/", ticket_data.show, name="ticket_data"),
    path("ve/<slug:token>/du-lieu.json", ticket_data.download, name="ticket_data_file"),
    path("ve/<slug:token>/xoa-du-lieu/", ticket_data.erase, name="ticket_erase"),
    path(AGENCY, delegation.delegation, name="delegation"),
    path(
        f"{AGENCY}mau.xlsx", delegation.delegation_template, name="delegation_template"
    ),
    path(
        f"{AGENCY}tep/", delegation_review.delegation_upload, name="delegation_upload"
    ),
    path(f"{AGENCY}nguoi/", delegation_review.delegation_rows, name="delegation_rows"),
    path(
        f"{AGENCY}xac-nhan/",
        delegation_review.delegation_confirm,
        name="delegation_confirm",
    ),
    path(
        f"{AGENCY}nguoi/<int:number>/",
        delegation_person.delegation_person,
        name="delegation_person",
    ),
    path(
        f"{AGENCY}nguoi/<int:number>/rut/",
        delegation_person.delegation_remove,
        name="delegation_remove",
    ),
    path("du-lieu-ca-nhan/yeu-cau/", privacy.ask, name="data_request_form"),
    path("du-lieu-ca-nhan/yeu-cau/<uuid:key>/", privacy.sent, name="data_request_sent"),
]
