"""Addresses that letters name; what stands below a page is the page's own."""

from django.urls import path

from documents.views import submitting, submitting_end
from documents.views.replicating import replication_answer

_ONE = "sang-kien/gui/<str:token>/"

urlpatterns = [
    path(
        "sang-kien/ap-dung/<str:token>/", replication_answer, name="replication_answer"
    ),
    path(_ONE, submitting.overview, name="submission"),
    path(f"{_ONE}tep/", submitting_end.submission_files, name="submission_files"),
    path(f"{_ONE}gui-di/", submitting_end.submission_send, name="submission_send"),
    path(f"{_ONE}xoa/", submitting_end.submission_discard, name="submission_discard"),
    path(f"{_ONE}<slug:slug>/", submitting.part, name="submission_part"),
]
