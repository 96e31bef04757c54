"""Addresses of the screens after the day, under the admin's."""

from django.urls import path
from django.views.decorators.cache import cache_control
from wagtail.utils.urlpatterns import decorate_urlpatterns

from events.reports.views import desk, templates

EVENT = "hoi-nghi/<int:event_id>/"

of_events = [
    path(f"{EVENT}so-lieu/", desk.StatisticsView.as_view(), name="statistics"),
    path(f"{EVENT}bao-cao/", desk.ReportView.as_view(), name="event_report"),
    path(f"{EVENT}giay-moi.docx", desk.InvitationView.as_view(), name="letter_of"),
    path(f"{EVENT}phieu-hoi/", desk.SurveyView.as_view(), name="survey"),
]
urlpatterns = decorate_urlpatterns(
    [
        *of_events,
        path(
            "mau-van-ban/<slug:kind>/",
            templates.PaperTemplateView.as_view(),
            name="paper_template",
        ),
    ],
    cache_control(private=True, no_store=True),
)
