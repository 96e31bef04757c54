"""Addresses that letters name; what stands below a page is the page's own."""

from django.urls import path

from documents.initiatives.views import submission_end, submission_lookup, submissions
from documents.initiatives.views.replications import replication_answer

_ONE = "sang-kien/gui/<str:token>/"

urlpatterns = [
    path(
        "sang-kien/ap-dung/<str:token>/", replication_answer, name="replication_answer"
    ),
    path(
        "sang-kien/gui/tim-lai/",
        submission_lookup.submission_lookup,
        name="submission_lookup",
    ),
    path(_ONE, submissions.overview, name="submission"),
    path(f"{_ONE}tep/", submission_end.submission_files, name="submission_files"),
    path(f"{_ONE}gui-di/", submission_end.submission_send, name="submission_send"),
    path(f"{_ONE}xoa/", submission_end.submission_discard, name="submission_discard"),
    path(f"{_ONE}<slug:slug>/", submissions.submission_part, name="submission_part"),
]
