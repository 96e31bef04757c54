"""Addresses of a proposal's files, under the admin's."""

from django.urls import path
from django.views.decorators.cache import cache_control
from wagtail.utils.urlpatterns import decorate_urlpatterns

from documents.initiatives.submissions import transfer

_FILE = "de-xuat-sang-kien/tep/<int:pk>/"

urlpatterns = decorate_urlpatterns(
    [
        path(_FILE, transfer.download, name="submission_file"),
        path(f"{_FILE}nhan/", transfer.take_over, name="submission_file_take"),
    ],
    cache_control(private=True, no_store=True),
)
