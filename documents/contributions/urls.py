"""Addresses that letters name; what stands below a page is the page's own."""

from django.urls import path

from documents.views.replicating import replication_answer

urlpatterns = [
    path(
        "sang-kien/ap-dung/<str:token>/", replication_answer, name="replication_answer"
    ),
]
