"""Addresses of the screens for questions, under the admin's."""

from django.urls import path
from django.views.decorators.cache import cache_control
from wagtail.utils.urlpatterns import decorate_urlpatterns

from questions.admin import listing, people, question

DESK = "cau-hoi/"
ACCESS = f"{DESK}nhat-ky-xem/"

urlpatterns = decorate_urlpatterns(
    [
        path(DESK, listing.QuestionsView.as_view(), name="question_desk"),
        path(
            f"{DESK}ket-qua/",
            listing.QuestionsView.as_view(results_only=True),
            name="question_desk_results",
        ),
        path(f"{DESK}nguoi/", people.PeopleView.as_view(), name="question_people"),
        path(
            f"{DESK}nguoi/ket-qua/",
            people.FoundView.as_view(),
            name="question_people_found",
        ),
        path(ACCESS, listing.AccessLogView.as_view(), name="question_access"),
        path(
            f"{ACCESS}ket-qua/",
            listing.AccessLogView.as_view(results_only=True),
            name="question_access_results",
        ),
        path(
            f"{DESK}<int:pk>/",
            question.QuestionView.as_view(),
            name="question_desk_one",
        ),
    ],
    cache_control(private=True, no_store=True),
)
