"""Addresses of the day's screens and papers, under the admin's."""

from django.urls import path
from django.views.decorators.cache import cache_control
from wagtail.utils.urlpatterns import decorate_urlpatterns

from events.checkin.views import papers
from events.checkin.views.attendance import AttendanceView, PaperMarksView

DAY = "hoi-nghi/<int:event_id>/diem-danh/"

urlpatterns = decorate_urlpatterns(
    [
        path(DAY, AttendanceView.as_view(), name="attendance"),
        path(f"{DAY}ky-nhan.pdf", papers.sign_in, name="attendance_sign_in"),
        path(f"{DAY}the.pdf", papers.badges, name="attendance_badges"),
        path(f"{DAY}bien-ban.pdf", papers.table_signs, name="attendance_table_signs"),
        path(
            f"{DAY}in/<str:paper>/",
            papers.DayPrintScreen.as_view(),
            name="attendance_print",
        ),
        path(
            f"{DAY}in/<str:paper>/tep.pdf",
            papers.DayPrintFile.as_view(),
            name="attendance_print_file",
        ),
        path(
            f"{DAY}in/<str:paper>/tien-do/",
            papers.DayPrintProgress.as_view(),
            name="attendance_print_progress",
        ),
        path(
            f"{DAY}to-ky/<int:number>/",
            PaperMarksView.as_view(),
            name="attendance_paper",
        ),
    ],
    cache_control(private=True, no_store=True),
)
