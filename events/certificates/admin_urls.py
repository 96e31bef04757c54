"""Addresses of the certificates' screens, under the admin's."""

from django.urls import path
from django.views.decorators.cache import cache_control
from wagtail.utils.urlpatterns import decorate_urlpatterns

from events.certificates.views import desk, papers

ALL = "hoi-nghi/<int:event_id>/giay-chung-nhan/"
ONE = f"{ALL}<int:pk>/"

urlpatterns = decorate_urlpatterns(
    [
        path(ALL, desk.CertificatesView.as_view(), name="certificates"),
        path(
            f"{ALL}noi-dung/",
            papers.SettingsView.as_view(),
            name="certificate_settings",
        ),
        path(f"{ALL}cap/", desk.IssueView.as_view(), name="certificates_issue"),
        path(f"{ALL}in/", papers.PrintView.as_view(), name="certificates_print"),
        path(
            f"{ALL}in/tien-do/",
            papers.ProgressView.as_view(),
            name="certificates_progress",
        ),
        path(f"{ALL}gui-thu/", desk.LettersView.as_view(), name="certificates_letters"),
        path(f"{ONE}giay.pdf", papers.PaperView.as_view(), name="certificate_paper"),
        path(f"{ONE}thu-hoi/", desk.RevokeView.as_view(), name="certificate_revoke"),
    ],
    cache_control(private=True, no_store=True),
)
