"""Whose registrations somebody may see: those of the conferences they may edit."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from wagtail.permissions import page_permission_policy

from events.models import EventPage

EXPORT = "events.export_registration"
SEE_ACCESS = "events.view_attendeeaccess"
KEEP_AGENCIES = "portal.change_organisation"
MERGE_AGENCIES = "portal.delete_organisation"


def editable_events(user: AbstractBaseUser):
    """The conferences whose pages the user may edit, drafts too."""
    pages = page_permission_policy.instances_user_has_any_permission_for(
        user, {"change"}
    )
    if user.is_superuser and user.is_active:
        return EventPage.objects.all()
    return EventPage.objects.filter(page_ptr__in=pages.order_by().values("pk"))


def may_edit(user: AbstractBaseUser, page) -> bool:
    return page_permission_policy.user_has_any_permission_for_instance(
        user, {"change"}, page
    )


def event_for(user: AbstractBaseUser, event_id: int) -> EventPage:
    """The conference, if they may edit its page. Raises Http404, PermissionDenied."""
    event = get_object_or_404(
        EventPage.objects.select_related("seats", "locality"), pk=event_id
    )
    if not may_edit(user, event):
        raise PermissionDenied
    return event


def runs_conferences(user: AbstractBaseUser) -> bool:
    """Whether the user may edit any page, and so see registrations of its kind."""
    return user.is_active and (
        user.is_superuser
        or page_permission_policy.user_has_any_permission(user, {"change"})
    )


def may_merge(user: AbstractBaseUser) -> bool:
    return user.has_perms([KEEP_AGENCIES, MERGE_AGENCIES])
