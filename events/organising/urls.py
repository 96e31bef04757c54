"""Addresses of the organiser's screens, under the admin's."""

from django.urls import path
from django.views.decorators.cache import cache_control
from wagtail.utils.urlpatterns import decorate_urlpatterns

from events.organising.views import (
    access_log,
    agencies,
    assignments,
    attendee,
    bulk_actions,
    calls,
    export,
    invitation_sheet,
    invitations,
    message,
    news,
    overview,
    registration,
    registrations,
)
from events.organising.views import (
    path as path_views,
)

EVENT = "hoi-nghi/<int:event_id>/"
LIST = f"{EVENT}dang-ky/"
ONE = f"{LIST}<int:pk>/"
INVITATIONS = f"{EVENT}giay-moi/"

urlpatterns = decorate_urlpatterns(
    [
        path("hoi-nghi/", overview.EventsView.as_view(), name="desk_events"),
        path(f"{EVENT}cac-buoc/", path_views.PathView.as_view(), name="event_path"),
        path(LIST, registrations.RegistrationsView.as_view(), name="registrations"),
        path(
            f"{LIST}ket-qua/",
            registrations.RegistrationsView.as_view(results_only=True),
            name="registrations_results",
        ),
        path(
            f"{LIST}viec/",
            bulk_actions.BulkActionView.as_view(),
            name="registrations_do",
        ),
        path(f"{LIST}them/", attendee.AddView.as_view(), name="registration_add"),
        path(f"{LIST}xuat/", export.ExportView.as_view(), name="registrations_columns"),
        path(
            f"{LIST}xuat.<str:kind>",
            export.export_attendees,
            name="registrations_export",
        ),
        path(ONE, registration.RegistrationView.as_view(), name="registration"),
        path(f"{ONE}sua/", attendee.EditView.as_view(), name="registration_edit"),
        path(
            f"{EVENT}nhan-tin/", message.NoteView.as_view(), name="registrations_note"
        ),
        path(f"{EVENT}bao-tin/", news.NewsView.as_view(), name="event_news"),
        path(f"{EVENT}goi-dien/", calls.CallsView.as_view(), name="event_calls"),
        path(INVITATIONS, invitations.InvitationsView.as_view(), name="invitations"),
        path(
            f"{INVITATIONS}to-lien-ket.pdf",
            invitation_sheet.InvitationSheetView.as_view(),
            name="invitations_sheet",
        ),
        path(
            f"{INVITATIONS}them/",
            invitations.InviteView.as_view(),
            name="invitations_add",
        ),
        path(
            f"{INVITATIONS}<int:pk>/",
            invitations.EditInvitationView.as_view(),
            name="invitation_edit",
        ),
        path(
            f"{INVITATIONS}<int:pk>/thu-hoi/",
            invitations.revoke,
            name="invitation_revoke",
        ),
        path("don-vi/gop/", agencies.MergeView.as_view(), name="agencies_merge"),
        path(
            "don-vi/go-tay/", agencies.TypedNamesView.as_view(), name="agencies_typed"
        ),
        path(
            "nguoi-phu-trach/",
            assignments.AssignmentsView.as_view(),
            name="assignments",
        ),
        path(
            "nguoi-phu-trach/<int:user_id>/",
            assignments.AssignmentView.as_view(),
            name="assignment",
        ),
        path("nhat-ky-xem/", access_log.AccessLogView.as_view(), name="access_log"),
        path(
            "nhat-ky-xem/ket-qua/",
            access_log.AccessLogView.as_view(results_only=True),
            name="access_log_results",
        ),
    ],
    cache_control(private=True, no_store=True),
)
