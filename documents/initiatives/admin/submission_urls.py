"""Addresses of a proposal's files, under the admin's."""

from django.urls import path
from django.views.decorators.cache import cache_control
from wagtail.utils.urlpatterns import decorate_urlpatterns

from documents.initiatives.admin import submission_files

_FILE = "de-xuat-sang-kien/tep/<int:pk>/"

urlpatterns = decorate_urlpatterns(
    [
        path(_FILE, submission_files.download, name="submission_file"),
        path(f"{_FILE}nhan/", submission_files.take_over, name="submission_file_take"),
    ],
    cache_control(private=True, no_store=True),
)
