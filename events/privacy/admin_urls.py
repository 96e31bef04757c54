"""Addresses of the request desk, under the admin's."""

from django.urls import path
from django.views.decorators.cache import cache_control
from wagtail.utils.urlpatterns import decorate_urlpatterns

from events.privacy import desk, people_desk

LIST = "yeu-cau-du-lieu/"
ONE = f"{LIST}<int:pk>/"

urlpatterns = decorate_urlpatterns(
    [
        path(LIST, desk.RequestsView.as_view(), name="data_requests"),
        path(
            f"{LIST}ket-qua/",
            desk.RequestsView.as_view(results_only=True),
            name="data_requests_results",
        ),
        path(f"{LIST}them/", desk.AddRequestView.as_view(), name="data_request_add"),
        path(ONE, desk.RequestView.as_view(), name="data_request"),
        path(
            f"{ONE}tim/", people_desk.PeopleView.as_view(), name="data_request_people"
        ),
        path(
            f"{ONE}viec/", people_desk.HandleView.as_view(), name="data_request_handle"
        ),
    ],
    cache_control(private=True, no_store=True),
)
