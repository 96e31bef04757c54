"""Addresses of the screens for requests, under the admin's."""

from django.urls import path
from django.views.decorators.cache import cache_control
from wagtail.utils.urlpatterns import decorate_urlpatterns

from events.privacy import admin_views, person_acts, person_views

LIST = "yeu-cau-du-lieu/"
ONE = f"{LIST}<int:pk>/"

urlpatterns = decorate_urlpatterns(
    [
        path(LIST, admin_views.RequestsView.as_view(), name="data_requests"),
        path(
            f"{LIST}ket-qua/",
            admin_views.RequestsView.as_view(results_only=True),
            name="data_requests_results",
        ),
        path(
            f"{LIST}them/",
            admin_views.AddRequestView.as_view(),
            name="data_request_add",
        ),
        path(ONE, admin_views.RequestView.as_view(), name="data_request"),
        path(
            f"{ONE}tim/", person_views.PeopleView.as_view(), name="data_request_people"
        ),
        path(
            f"{ONE}viec/", person_acts.HandleView.as_view(), name="data_request_handle"
        ),
    ],
    cache_control(private=True, no_store=True),
)
